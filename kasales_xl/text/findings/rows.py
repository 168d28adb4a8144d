"""What rows lack and what they say to each other. ``{other_row}`` is the row it is compared with."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.findings import HOLD, WARN
from kasales_xl.core.text import Text

ID_MISSING = WARN.kind(
    "id-missing",
    Text("没有编号，暂用 {now}", "No ID; {now} is used for now"),
    Text("补上编号，以后不要改", "Give it an ID and keep it"),
)
NAME_MISSING = WARN.kind(
    "name-missing",
    Text("没有客户名称，暂用编号 {now}", "No account name; the ID {now} is used"),
    Text("补上客户名称", "Fill in the name"),
)
MISSING_VALUE = HOLD.kind(
    "missing-value",
    Text("「{label}」没填，这一行先不算", "“{label}” is blank; the row is left out"),
    Text("补上「{label}」", "Fill in “{label}”"),
)
ROW_FAULTY = HOLD.kind(
    "row-faulty",
    Text(
        "这一行只有出错或没存下结果的公式（{got}），先不算",
        "This row holds nothing but formulas that fail or were not saved ({got}); left out",
    ),
    Text("用 Excel 打开、保存一次，或直接填数值", "Open and save it in Excel, or type the values"),
)
ID_TWICE = HOLD.kind(
    "id-twice",
    Text(
        "编号 {got} 和第 {other_row} 行重复，这一行先不算",
        "ID {got} stands in row {other_row} too; this row is left out",
    ),
    Text("换一个没用过的编号", "Give it an ID of its own"),
)
TWO_NAMES = HOLD.kind(
    "two-names",
    Text("「{got}」像是两个人，这一行先不算", "“{got}” looks like two people; the row is left out"),
    Text("一人一行", "One person a row"),
)
NAME_OPEN = HOLD.kind(
    "name-open",
    Text("「{got}」不是人名，这一行先不算", "“{got}” is nobody's name; the row is left out"),
    Text("知道是谁再写姓名，没有就删掉这一行", "Put in the name once you know it, or delete the row"),
)
SURNAME_ONLY = WARN.kind(
    "surname-only",
    Text("「{got}」只有姓，照样使用{maybe}", "“{got}” is no full name; used as it is{maybe}"),
    Text("写全名，免得重复", "Write the full name, so that nobody stands here twice"),
)
PERSON_TWICE = WARN.kind(
    "person-twice",
    Text(
        "「{got}」在同一客户下重复（第 {other_row} 行），只算一次",
        "“{got}” stands in row {other_row} of the same account too; counted once",
    ),
    Text(
        "删掉一行；同名的两个人请写清部门", "Delete one row; if they are two people, give each a department"
    ),
)
PERSON_TWICE_CONTRADICTING = HOLD.kind(
    "person-twice-contradicting",
    Text(
        "「{got}」在第 {other_row} 行还有一次，两处说法不同，两行都先不算",
        "“{got}” stands in row {other_row} too, with other answers; both rows are left out",
    ),
    Text("留一行，写现在的立场", "Keep one row with today's answers"),
)
NAMESAKES = WARN.kind(
    "namesakes",
    Text(
        "「{got}」和第 {other_row} 行同名、部门不同，按两个人算",
        "“{got}” and row {other_row} share a name in different departments; read as two people",
    ),
    Text("是一个人就删掉一行", "If they are one person, delete a row"),
)
GRID_PLACE = HOLD.kind(
    "grid-place",
    Text(
        "{name} 写在了「{at}」，它的位置是「{right}」，这一行先不算",
        "{name} stands at {at} and belongs to {right}; left out",
    ),
    Text("把维度和阶段改回「{right}」", "Put dimension and stage back to {right}"),
)
GRID_TWICE = HOLD.kind(
    "grid-twice",
    Text(
        "「{at}」已在第 {other_row} 行，这一行先不算",
        "{at} stands in row {other_row} already; this row is left out",
    ),
    Text("35 项每项只留一行", "Keep one row for each of the 35 practices"),
)
GRID_GAPS = WARN.kind(
    "grid-gaps",
    Text("35 项里少了 {n} 项，按 0 算：{gaps}", "{n} of the 35 practices are missing and count 0: {gaps}"),
    Text("从空白模板把缺的行复制回来", "Copy the missing rows back from a blank template"),
)
OWNER_ELSEWHERE = WARN.kind(
    "owner-elsewhere",
    Text(
        "负责人写的是「{got}」，这家客户不计入本人", "The owner is “{got}”: the account does not count here"
    ),
    Text(
        "是自己就清空这一格，是同事就不用改",
        "If it is yours, clear the cell; if it is a colleague's, leave it",
    ),
)
OWNER_OPEN = HOLD.kind(
    "owner-open",
    Text(
        "负责人「{got}」还没定，这家客户谁都不算", "The owner is “{got}”: the account counts for nobody yet"
    ),
    Text("定下来填销售编号，是自己就清空", "Name the owner; clear the cell if it is you"),
)
OWNER_UNKNOWN = WARN.kind(
    "owner-unknown",
    Text(
        "这批账簿里没有销售「{got}」，这家客户谁都不算",
        "No book of this run is “{got}”'s: the account counts for nobody",
    ),
    Text("改成负责人的销售编号，是自己就清空", "Put in the owner's seller ID; clear the cell if it is you"),
)
ACCOUNTS_ALIKE = WARN.kind(
    "accounts-alike",
    Text(
        "「{got}」和第 {other_row} 行「{other}」可能是同一家",
        "“{got}” may be the same company as “{other}” in row {other_row}",
    ),
    Text("是同一家就合并成一行", "If so, make them one row"),
)
ORPHAN_ACCOUNT = HOLD.kind(
    "orphan-account",
    Text(
        "「客户」表里没有「{got}」，这一行先不算", "“{got}” is not on the Accounts sheet; the row is left out"
    ),
    Text("先在「客户」表里建，或改成那里的写法", "Add it there, or spell it as it stands there"),
)
ORPHAN_DEAL = HOLD.kind(
    "orphan-deal",
    Text("「商机」表里没有「{got}」，这一行先不算", "“{got}” is not on the Deals sheet; the row is left out"),
    Text("改成「商机」表里的编号或名称", "Use the ID or name on the Deals sheet"),
)
ORPHAN_PERSON = HOLD.kind(
    "orphan-person",
    Text(
        "「联系人」表里没有「{got}」，这一行先不算",
        "“{got}” is not on the Contacts sheet; the row is left out",
    ),
    Text("改成「联系人」表里的编号或姓名", "Use the ID or name on the Contacts sheet"),
)
ROW_LEFT_OUT = HOLD.kind(
    "row-left-out",
    Text("「{got}」那一行先不算，所以这一行也不算", "The row of “{got}” is left out, so this one is too"),
    Text("先改好「{got}」那一行", "Put the row of “{got}” right first"),
)
NAME_SHARED = HOLD.kind(
    "name-shared",
    Text("叫「{got}」的不止一个，这一行先不算", "Several rows are named “{got}”; this row is left out"),
    Text("改填编号", "Use the ID instead"),
)
ACCOUNTS_UNREAD = HOLD.kind(
    "accounts-unread",
    Text(
        "「客户」表没有读成，这里 {n} 行都先不算",
        "The Accounts sheet could not be read, so these {n} rows are left out",
    ),
    Text("先改好「客户」表", "Put the Accounts sheet right first"),
)
PERSON_UNKNOWN = WARN.kind(
    "person-unknown",
    Text("「联系人」表里没有「{got}」，这一格当作没填", "“{got}” is not among the contacts; read as blank"),
    Text("先把他加进「联系人」表", "Add this person to the Contacts sheet"),
)
PERSON_SHARED = WARN.kind(
    "person-shared",
    Text("叫「{got}」的不止一位，不知道是谁", "Several contacts are named “{got}”"),
    Text("改填联系人编号", "Use the contact's ID"),
)
PERSON_SELF = WARN.kind(
    "person-self",
    Text("「{got}」填的是自己，当作没填", "“{got}” names the person's own row; read as blank"),
    Text("改成真正的那一位", "Put in the right person"),
)
INFLUENCED_YET_OPPOSED = WARN.kind(
    "influenced-yet-opposed",
    Text("{name}：能影响，却反对我们", "{name} can be influenced, yet is opposed"),
    Text(
        "再核实一次：他真的在工作上采纳过我们的建议吗？",
        "Check again: has this person really acted on our advice at work?",
    ),
)
DECISION_MAKER_ELSEWHERE = WARN.kind(
    "decision-maker-elsewhere",
    Text(
        "{name}标了关键决策人，但「{got}」不在这家客户的关键部门（{departments}）里，按普通联系人算",
        (
            "{name} is marked key decision maker, but “{got}” is no key department of the account "
            "({departments}); counted as an ordinary contact"
        ),
    ),
    Text(
        "改部门写法，或在「客户」表补上关键部门",
        "Spell the department the same way, or add it to the account's key departments",
    ),
)
CLOSED_WITHOUT_DATE = WARN.kind(
    "closed-without-date",
    Text(
        "已是「{stage}」，没填关闭日期，金额算不进业绩",
        "The stage is “{stage}”, but there is no closing date; its amount counts in no result",
    ),
    Text("补上关闭日期", "Fill in the date closed"),
    costs=True,
)
OPEN_WITH_CLOSED_DATE = WARN.kind(
    "open-with-closed-date",
    Text("阶段还是「{stage}」，却填了关闭日期 {got}", "Still “{stage}”, but with a closing date ({got})"),
    Text("改阶段，或清掉关闭日期", "Change the stage or clear the date"),
)
CLOSED_IN_FUTURE = WARN.kind(
    "closed-in-future",
    Text("关闭日期 {got} 还没到，先按在手算", "The closing date {got} lies ahead: taken as still open"),
    Text(
        "核对日期；没结就清掉它、把阶段改回来",
        "Check the date; if still open, clear it and set the stage back",
    ),
    costs=True,
)
CLOSED_BEFORE_CREATED = WARN.kind(
    "closed-before-created",
    Text("关闭日期 {got} 早于立项日期 {start}", "Closed on {got}, before it was created ({start})"),
    Text("核对两个日期", "Check both dates"),
)
OVERDUE = WARN.kind(
    "overdue",
    Text("预计成交 {got} 已过，还在「{stage}」", "Expected to close on {got}, yet still “{stage}”"),
    Text("改预计成交，或更新阶段", "Move the date or update the stage"),
)
PROFILE_BLANK = WARN.kind(
    "profile-blank",
    Text("「{label}」没填", "“{label}” is blank"),
    Text("在「我的信息」里补上", "Fill it in on the Profile sheet"),
)

#: After a surname that people of the same account have too.
PERHAPS = Text("，可能就是 {others}", "; perhaps {others}")
#: In place of key departments where an account has none.
NONE_DECLARED = Text("没填", "none declared")
#: In a link nobody is left over where the name fits several: the row is held.
LINK_PERSON_SHARED = replace(PERSON_SHARED, severity=HOLD)
