"""What the import of a CRM export finds."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, WARN, finding

CRM_COLUMN_UNUSED = finding(
    "crm-column-unused",
    WARN,
    zh="没有导入的列：{columns}",
    en="Columns not imported: {columns}",
    fix_zh="需要的话，在对照表里写上",
    fix_en="Name them in the mapping if you need them",
)
CRM_CORRECTED = finding(
    "crm-corrected",
    FIX,
    zh="「{got}」按对照表改成「{now}」",
    en="“{got}” put right as “{now}”, as the mapping says",
    fix_zh="在 CRM 里也改过来",
    fix_en="Correct it in the CRM too",
)
CRM_SPELLING = finding(
    "crm-spelling",
    FIX,
    zh="「{got}」和名单写法不同，按「{now}」",
    en="“{got}” is spelled differently in the list; “{now}” is used",
    fix_zh="在 CRM 里统一写法",
    fix_en="Spell it the same way in the CRM",
)
CRM_NOT_LISTED = finding(
    "crm-not-listed",
    WARN,
    zh="「{got}」不在 {list} 里，照原样保留",
    en="“{got}” is not in {list}; kept as it is",
    fix_zh="补进名单，或在对照表里更正",
    fix_en="Add it to the list, or correct it in the mapping",
)
CRM_DATE_FORMAT = finding(
    "crm-date-format",
    FIX,
    zh="{count} 个日期按 {format} 读，例如 {got} 是 {now}",
    en="{count} dates read as {format}; {got}, for example, is {now}",
    fix_zh="不对就改对照表的 date_formats",
    fix_en="If that is wrong, change date_formats in the mapping",
)
CRM_ZERO_AMOUNT = finding(
    "crm-zero-amount",
    FIX,
    zh="{count} 个金额是 0，当作没填",
    en="{count} amounts of 0 taken as blank",
    fix_zh="确实是 0 就在对照表里关掉 zero_amount_is_unknown",
    fix_en="If they really are 0, switch zero_amount_is_unknown off in the mapping",
)
CRM_LEFT_BLANK = finding(
    "crm-left-blank",
    WARN,
    zh="「{column}」读不懂「{got}」，账簿里留空",
    en="{column}: “{got}” cannot be read; left blank in the book",
    fix_zh="在账簿里补上，或在对照表里加一种写法",
    fix_en="Fill it in in the book, or add this spelling to the mapping",
)
CRM_NO_NAME = finding(
    "crm-no-name",
    HOLD,
    zh="这一行没有名称，没有导入",
    en="This row has no name; not imported",
    fix_zh="在 CRM 里补上名称再导出",
    fix_en="Add the name in the CRM and export again",
)
CRM_TWICE = finding(
    "crm-twice",
    HOLD,
    zh="「{got}」出现两次，后一行没有导入",
    en="“{got}” stands here twice; the later row is not imported",
    fix_zh="在 CRM 里合并，或换一个编号",
    fix_en="Merge them in the CRM, or give one another ID",
)
CRM_NO_SELLER = finding(
    "crm-no-seller",
    HOLD,
    zh="商机 {got} 没有负责人，没有导入",
    en="Deal {got} has no seller; not imported",
    fix_zh="在 CRM 里指定负责人再导出",
    fix_en="Assign a seller in the CRM and export again",
)
CRM_SELLER_NOT_LISTED = finding(
    "crm-seller-not-listed",
    WARN,
    zh="销售名单里没有「{got}」，账簿照建，团队空着",
    en="“{got}” is not in the list of sellers; the book is made without a team",
    fix_zh="补进名单，或在账簿「我的信息」里填团队",
    fix_en="Add the seller to the list, or fill in the team on the Profile sheet",
)
CRM_IDLE = finding(
    "crm-idle",
    WARN,
    zh="「{got}」名下没有商机，账簿是空的",
    en="“{got}” has no deal; the book is empty",
    fix_zh="离职或转岗的，把这本账簿删掉",
    fix_en="Delete the book if this person has left or moved",
)
CRM_NO_STAGE = finding(
    "crm-no-stage",
    HOLD,
    zh="商机 {deal} 的阶段「{got}」对不上，没有导入",
    en="Deal {deal}: stage “{got}” is not in the mapping; not imported",
    fix_zh="在对照表 deals.values.stage 里加上这个阶段",
    fix_en="Add this stage to deals.values.stage in the mapping",
)
CRM_NO_ACCOUNT = finding(
    "crm-no-account",
    WARN,
    zh="商机 {deal} 没填客户，账簿里先写「{now}」",
    en="Deal {deal} names no account; kept in the book under “{now}”",
    fix_zh="在账簿里把客户名称改成真的那一家",
    fix_en="Put the real account's name in the book",
)
CRM_ACCOUNT_BLANK = finding(
    "crm-account-blank",
    WARN,
    zh="商机 {deal} 没填客户，账簿里也空着",
    en="Deal {deal} names no account; blank in the book too",
    fix_zh="在账簿里填上客户名称，这条商机才算数",
    fix_en="Fill in the account in the book; until then the deal does not count",
)
CRM_ACCOUNT_NOT_LISTED = finding(
    "crm-account-not-listed",
    WARN,
    zh="商机 {deal} 的客户「{got}」不在客户表里，账簿里只有名称",
    en="Deal {deal}: account “{got}” is not in the accounts file; the book has its name only",
    fix_zh="在账簿里补全这家客户，或在 CRM 里改名",
    fix_en="Complete this account in the book, or correct the name in the CRM",
)
CRM_ACCOUNT_UNUSED = finding(
    "crm-account-unused",
    WARN,
    zh="客户「{got}」没有商机，不在任何一本账簿里",
    en="Account “{got}” has no deal, so it is in no book",
    fix_zh="有人负责的话，加进他的账簿",
    fix_en="If somebody looks after it, add it to that book",
)
CRM_CONTACT_ORPHAN = finding(
    "crm-contact-orphan",
    HOLD,
    zh="联系人「{name}」的客户「{got}」找不到，没有导入",
    en="Contact “{name}”: account “{got}” is unknown; not imported",
    fix_zh="在 CRM 里改对客户名称再导出",
    fix_en="Correct the account in the CRM and export again",
)
CRM_NO_CLOSED = finding(
    "crm-no-closed",
    WARN,
    zh="商机 {deal} 已赢或已输，没有关闭日期",
    en="Deal {deal} is won or lost but has no closing date",
    fix_zh="在账簿里补上关闭日期",
    fix_en="Fill in the date closed in the book",
)
CRM_NO_CREATED = finding(
    "crm-no-created",
    WARN,
    zh="商机 {deal} 没有立项日期",
    en="Deal {deal} has no date created",
    fix_zh="在账簿里补上，才看得出停了多久",
    fix_en="Fill it in in the book, so that its age can be seen",
)
CRM_NO_CLOSE = finding(
    "crm-no-close",
    WARN,
    zh="商机 {deal} 还开着，没有预计成交日期",
    en="Deal {deal} is open and has no expected close",
    fix_zh="在账簿里补上预计成交",
    fix_en="Fill in the expected close in the book",
)
