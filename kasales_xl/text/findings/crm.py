"""What the import of a CRM export finds."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, WARN
from kasales_xl.core.text import Text

CRM_COLUMN_UNUSED = WARN.kind(
    "crm-column-unused",
    Text("没有导入的列：{columns}", "Columns not imported: {columns}"),
    Text("需要的话，在对照表里写上", "Name them in the mapping if you need them"),
)
CRM_FILE_UNUSED = WARN.kind(
    "crm-file-unused",
    Text("这个文件没有用上", "This file is not used"),
    Text(
        "里面有要的数据，就在对照表里写上；没有就不用管",
        "Name it in the mapping if it holds what you need; else leave it",
    ),
)
CRM_NO_TEAM = WARN.kind(
    "crm-no-team",
    Text(
        "{count} 位销售没有团队，记分卡上归到「未分团队」：{names}",
        "{count} sellers have no team; scorecards put them under “no team”: {names}",
    ),
    Text(
        "在对照表 [sellers.columns] 里写上 team 是哪一列，或在账簿「我的信息」里填",
        "Name the team's column in [sellers.columns] of the mapping, or fill it in on Profile",
    ),
)
CRM_ONE_CLOSE_DATE = FIX.kind(
    "crm-one-close-date",
    Text(
        "「{column}」一列两用：赢单输单的 {closed} 条算关闭日期，还在跟的 {open} 条算预计成交",
        "{column} is two things: the closing date of {closed} deals won or lost, the expected close of "
        "{open} open ones",
    ),
    Text(
        "不对的话，在对照表里给 expected_close 和 closed 各写一列",
        "If that is wrong, give expected_close and closed a column each in the mapping",
    ),
)
CRM_CORRECTED = FIX.kind(
    "crm-corrected",
    Text("「{got}」按对照表改成「{now}」", "“{got}” put right as “{now}”, as the mapping says"),
    Text("在 CRM 里也改过来", "Correct it in the CRM too"),
)
CRM_SPELLING = FIX.kind(
    "crm-spelling",
    Text(
        "「{got}」和名单写法不同，按「{now}」", "“{got}” is spelled differently in the list; “{now}” is used"
    ),
    Text("在 CRM 里统一写法", "Spell it the same way in the CRM"),
)
CRM_NOT_LISTED = WARN.kind(
    "crm-not-listed",
    Text("「{got}」不在 {list} 里，照原样保留", "“{got}” is not in {list}; kept as it is"),
    Text("补进名单，或在对照表里更正", "Add it to the list, or correct it in the mapping"),
)
CRM_DATE_FORMAT = FIX.kind(
    "crm-date-format",
    Text(
        "{count} 个日期按 {format} 读，例如 {got} 是 {now}",
        "{count} dates read as {format}; {got}, for example, is {now}",
    ),
    Text("不对就改对照表的 date_formats", "If that is wrong, change date_formats in the mapping"),
)
CRM_ZERO_AMOUNT = FIX.kind(
    "crm-zero-amount",
    Text("{count} 个金额是 0，当作没填", "{count} amounts of 0 taken as blank"),
    Text(
        "确实是 0 就在对照表里关掉 zero_amount_is_unknown",
        "If they really are 0, switch zero_amount_is_unknown off in the mapping",
    ),
)
CRM_LEFT_BLANK = WARN.kind(
    "crm-left-blank",
    Text(
        "「{column}」读不懂「{got}」，账簿里留空", "{column}: “{got}” cannot be read; left blank in the book"
    ),
    Text(
        "在账簿里补上，或在对照表里加一种写法", "Fill it in in the book, or add this spelling to the mapping"
    ),
)
CRM_NO_NAME = HOLD.kind(
    "crm-no-name",
    Text("这一行没有名称，没有导入", "This row has no name; not imported"),
    Text("在 CRM 里补上名称再导出", "Add the name in the CRM and export again"),
)
CRM_TWICE = HOLD.kind(
    "crm-twice",
    Text("「{got}」出现两次，后一行没有导入", "“{got}” stands here twice; the later row is not imported"),
    Text("在 CRM 里合并，或换一个编号", "Merge them in the CRM, or give one another ID"),
)
CRM_NO_SELLER = HOLD.kind(
    "crm-no-seller",
    Text("商机 {got} 没有负责人，没有导入", "Deal {got} has no seller; not imported"),
    Text("在 CRM 里指定负责人再导出", "Assign a seller in the CRM and export again"),
)
CRM_SELLER_NOT_LISTED = WARN.kind(
    "crm-seller-not-listed",
    Text(
        "销售名单里没有「{got}」，账簿照建，团队空着",
        "“{got}” is not in the list of sellers; the book is made without a team",
    ),
    Text(
        "补进名单，或在账簿「我的信息」里填团队",
        "Add the seller to the list, or fill in the team on the Profile sheet",
    ),
)
CRM_IDLE = WARN.kind(
    "crm-idle",
    Text("「{got}」名下没有商机，账簿是空的", "“{got}” has no deal; the book is empty"),
    Text("离职或转岗的，把这本账簿删掉", "Delete the book if this person has left or moved"),
)
CRM_NO_STAGE = HOLD.kind(
    "crm-no-stage",
    Text(
        "商机 {deal} 的阶段「{got}」对不上，没有导入",
        "Deal {deal}: stage “{got}” is not in the mapping; not imported",
    ),
    Text("在对照表 deals.values.stage 里加上这个阶段", "Add this stage to deals.values.stage in the mapping"),
)
CRM_NO_ACCOUNT = WARN.kind(
    "crm-no-account",
    Text(
        "商机 {deal} 没填客户，账簿里先写「{now}」",
        "Deal {deal} names no account; kept in the book under “{now}”",
    ),
    Text("在账簿里把客户名称改成真的那一家", "Put the real account's name in the book"),
)
CRM_ACCOUNT_BLANK = WARN.kind(
    "crm-account-blank",
    Text("商机 {deal} 没填客户，账簿里也空着", "Deal {deal} names no account; blank in the book too"),
    Text(
        "在账簿里填上客户名称，这条商机才算数",
        "Fill in the account in the book; until then the deal does not count",
    ),
)
CRM_ACCOUNT_NOT_LISTED = WARN.kind(
    "crm-account-not-listed",
    Text(
        "商机 {deal} 的客户「{got}」不在客户表里，账簿里只有名称",
        "Deal {deal}: account “{got}” is not in the accounts file; the book has its name only",
    ),
    Text(
        "在账簿里补全这家客户，或在 CRM 里改名",
        "Complete this account in the book, or correct the name in the CRM",
    ),
)
CRM_ACCOUNT_UNUSED = WARN.kind(
    "crm-account-unused",
    Text("客户「{got}」没有商机，不在任何一本账簿里", "Account “{got}” has no deal, so it is in no book"),
    Text("有人负责的话，加进他的账簿", "If somebody looks after it, add it to that book"),
)
CRM_CONTACT_ORPHAN = HOLD.kind(
    "crm-contact-orphan",
    Text(
        "联系人「{name}」的客户「{got}」找不到，没有导入",
        "Contact “{name}”: account “{got}” is unknown; not imported",
    ),
    Text("在 CRM 里改对客户名称再导出", "Correct the account in the CRM and export again"),
)
CRM_NO_CLOSED = WARN.kind(
    "crm-no-closed",
    Text("商机 {deal} 已赢或已输，没有关闭日期", "Deal {deal} is won or lost but has no closing date"),
    Text("在账簿里补上关闭日期", "Fill in the date closed in the book"),
)
CRM_NO_CREATED = WARN.kind(
    "crm-no-created",
    Text("商机 {deal} 没有立项日期", "Deal {deal} has no date created"),
    Text("在账簿里补上，才看得出停了多久", "Fill it in in the book, so that its age can be seen"),
)
CRM_NO_CLOSE = WARN.kind(
    "crm-no-close",
    Text("商机 {deal} 还开着，没有预计成交日期", "Deal {deal} is open and has no expected close"),
    Text("在账簿里补上预计成交", "Fill in the expected close in the book"),
)
