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
CRM_KEPT = WARN.kind(
    "crm-kept",
    Text(
        "「{column}」账簿里是「{here}」，CRM 里现在是「{there}」，照账簿的没动",
        "{column}: the book says “{here}”, the CRM “{there}” now; the book's stays",
    ),
    Text("看哪边对，把另一边改过来", "See which is right and change the other"),
)
CRM_GONE = WARN.kind(
    "crm-gone",
    Text("「{got}」CRM 里没有了，账簿里留着", "“{got}” is no longer in the CRM; it stays in the book"),
    Text(
        "合并、删除或转给别人了，就把账簿里这一行删掉",
        "If it was merged, removed or given to somebody else, delete the row here",
    ),
)
CRM_TAKEN = FIX.kind(
    "crm-taken",
    Text(
        "「{column}」照 CRM 更新：「{here}」改成「{there}」",
        "{column}: “{here}” is “{there}” now, as in the CRM",
    ),
    Text("不对的话在 CRM 里改", "If that is wrong, correct it in the CRM"),
)
CRM_ADDED = FIX.kind(
    "crm-added",
    Text("「{got}」是 CRM 里新有的，加在后面", "“{got}” is new in the CRM and was added behind the others"),
    Text("补上只有你知道的几列", "Fill in what only its seller knows"),
)
CRM_GIVEN = FIX.kind(
    "crm-given",
    Text(
        "「{got}」在 CRM 里转给了{now}，账簿里没人动过，这一行清空了",
        "“{got}” went to {now} in the CRM; nobody had touched the row, so it was cleared",
    ),
    Text("原来的内容在备份里", "What it held is in the backup"),
)
CRM_ELSEWHERE = WARN.kind(
    "crm-elsewhere",
    Text(
        "「{got}」在 CRM 里转给了{now}，账簿里填过东西，留着",
        "“{got}” went to {now} in the CRM; the row holds what was typed here, so it stays",
    ),
    Text(
        "商量好归谁，把这一行删掉，再更新一次，就会加到对方账簿里",
        "Agree whose it is; once the row is deleted here, the next update adds it to the other book",
    ),
)
CRM_WAITS = WARN.kind(
    "crm-waits",
    Text(
        "商机「{got}」CRM 里归你了，但还在 {file} 里，先不加，免得算两遍",
        "Deal “{got}” is yours in the CRM, but still stands in {file}; it was not added, so that it does not "
        "count twice",
    ),
    Text("请对方删掉那一行，再更新一次", "Have the row deleted there, then run the update again"),
)
CRM_REMOVED = WARN.kind(
    "crm-removed",
    Text(
        "「{got}」CRM 里还有，账簿里已经删掉，没有再加",
        "“{got}” is in the CRM, but was removed from the book; it was not added again",
    ),
    Text("还要的话，在账簿里补一行", "If it is needed after all, add the row in the book"),
)
CRM_UNIT = HOLD.kind(
    "crm-unit",
    Text(
        "账簿的金额单位是{here}，对照表里是{there}，这本没动",
        "The book's amounts are in {here}, the mapping's in {there}; this book was left as it is",
    ),
    Text("把两边的金额单位写成一样，再来一次", "Use the same unit of money in both, then run it again"),
)
CRM_NO_ROOM = HOLD.kind(
    "crm-no-room",
    Text(
        "「{sheet}」表格最后有一行合计，新行加不进去，这本没动",
        "The table on {sheet} ends with a total row, so rows cannot be added; this book was left as it is",
    ),
    Text("关掉合计行，再来一次", "Switch the total row off, then run it again"),
)
CRM_BOOK_NEW = FIX.kind(
    "crm-book-new",
    Text("{got} 还没有账簿，建了一本", "{got} had no book yet; a new one was made"),
    Text("发给本人", "Send it to its seller"),
)
CRM_BOOK_AWAY = WARN.kind(
    "crm-book-away",
    Text("文件夹里没有 {got} 的账簿，没更新", "{got}'s book is not in the folder, so it was not updated"),
    Text("把本人手里的那一本收回来，再来一次", "Collect the book from its seller, then run it again"),
)
CRM_BOOK_IDLE = WARN.kind(
    "crm-book-idle",
    Text("{got} 在这次的 CRM 导出里没有，账簿没动", "{got} is not in this export; the book was not touched"),
    Text(
        "离职或转岗的，把账簿移出文件夹", "If this person has left or moved, take the book out of the folder"
    ),
)
CRM_BOOK_TWICE = HOLD.kind(
    "crm-book-twice",
    Text("{got} 有几本账簿（{files}），都没动", "{got} has several books ({files}); none was touched"),
    Text("只留一本，再来一次", "Keep one of them, then run it again"),
)
CRM_BOOK_NOT_WRITTEN = HOLD.kind(
    "crm-book-not-written",
    Text("{reason}，这本没动", "{reason}; the book was left as it was"),
    Text("处理好以后再来一次，已经更新的不会再动", "See to it and run it again; what is up to date stays"),
)
