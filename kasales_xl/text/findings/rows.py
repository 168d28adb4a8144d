"""What rows lack and what they say to each other. ``{other_row}`` is the row it is compared with."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.findings import HOLD, WARN, finding
from kasales_xl.core.text import Text

ID_MISSING = finding(
    "id-missing",
    WARN,
    zh="没有编号，暂用 {now}",
    en="No ID; {now} is used for now",
    fix_zh="补上编号，以后不要改",
    fix_en="Give it an ID and keep it",
)
NAME_MISSING = finding(
    "name-missing",
    WARN,
    zh="没有客户名称，暂用编号 {now}",
    en="No account name; the ID {now} is used",
    fix_zh="补上客户名称",
    fix_en="Fill in the name",
)
MISSING_VALUE = finding(
    "missing-value",
    HOLD,
    zh="「{label}」没填，这一行先不算",
    en="“{label}” is blank; the row is left out",
    fix_zh="补上「{label}」",
    fix_en="Fill in “{label}”",
)
ID_TWICE = finding(
    "id-twice",
    HOLD,
    zh="编号 {got} 和第 {other_row} 行重复，这一行先不算",
    en="ID {got} stands in row {other_row} too; this row is left out",
    fix_zh="换一个没用过的编号",
    fix_en="Give it an ID of its own",
)
TWO_NAMES = finding(
    "two-names",
    HOLD,
    zh="「{got}」像是两个人，这一行先不算",
    en="“{got}” looks like two people; the row is left out",
    fix_zh="一人一行",
    fix_en="One person a row",
)
SURNAME_ONLY = finding(
    "surname-only",
    WARN,
    zh="「{got}」只有姓，照样使用{maybe}",
    en="“{got}” is no full name; used as it is{maybe}",
    fix_zh="写全名，免得重复",
    fix_en="Write the full name, so that nobody stands here twice",
)
PERSON_TWICE = finding(
    "person-twice",
    WARN,
    zh="「{got}」在同一客户下重复（第 {other_row} 行），只算一次",
    en="“{got}” stands in row {other_row} of the same account too; counted once",
    fix_zh="删掉一行；同名的两个人请写清部门",
    fix_en="Delete one row; if they are two people, give each a department",
)
PERSON_TWICE_CONTRADICTING = finding(
    "person-twice-contradicting",
    HOLD,
    zh="「{got}」在第 {other_row} 行还有一次，两处说法不同，两行都先不算",
    en="“{got}” stands in row {other_row} too, with other answers; both rows are left out",
    fix_zh="留一行，写现在的立场",
    fix_en="Keep one row with today's answers",
)
NAMESAKES = finding(
    "namesakes",
    WARN,
    zh="「{got}」和第 {other_row} 行同名、部门不同，按两个人算",
    en="“{got}” and row {other_row} share a name in different departments; read as two people",
    fix_zh="是一个人就删掉一行",
    fix_en="If they are one person, delete a row",
)
ACCOUNTS_ALIKE = finding(
    "accounts-alike",
    WARN,
    zh="「{got}」和第 {other_row} 行「{other}」可能是同一家",
    en="“{got}” may be the same company as “{other}” in row {other_row}",
    fix_zh="是同一家就合并成一行",
    fix_en="If so, make them one row",
)
ORPHAN_ACCOUNT = finding(
    "orphan-account",
    HOLD,
    zh="「客户」表里没有「{got}」，这一行先不算",
    en="“{got}” is not on the Accounts sheet; the row is left out",
    fix_zh="先在「客户」表里建，或改成那里的写法",
    fix_en="Add it there, or spell it as it stands there",
)
ORPHAN_DEAL = finding(
    "orphan-deal",
    HOLD,
    zh="「商机」表里没有「{got}」，这一行先不算",
    en="“{got}” is not on the Deals sheet; the row is left out",
    fix_zh="改成「商机」表里的编号或名称",
    fix_en="Use the ID or name on the Deals sheet",
)
ORPHAN_PERSON = finding(
    "orphan-person",
    HOLD,
    zh="「联系人」表里没有「{got}」，这一行先不算",
    en="“{got}” is not on the Contacts sheet; the row is left out",
    fix_zh="改成「联系人」表里的编号或姓名",
    fix_en="Use the ID or name on the Contacts sheet",
)
ROW_LEFT_OUT = finding(
    "row-left-out",
    HOLD,
    zh="「{got}」那一行先不算，所以这一行也不算",
    en="The row of “{got}” is left out, so this one is too",
    fix_zh="先改好「{got}」那一行",
    fix_en="Put the row of “{got}” right first",
)
NAME_SHARED = finding(
    "name-shared",
    HOLD,
    zh="叫「{got}」的不止一个，这一行先不算",
    en="Several rows are named “{got}”; this row is left out",
    fix_zh="改填编号",
    fix_en="Use the ID instead",
)
ACCOUNTS_UNREAD = finding(
    "accounts-unread",
    HOLD,
    zh="「客户」表没有读成，这里 {n} 行都先不算",
    en="The Accounts sheet could not be read, so these {n} rows are left out",
    fix_zh="先改好「客户」表",
    fix_en="Put the Accounts sheet right first",
)
PERSON_UNKNOWN = finding(
    "person-unknown",
    WARN,
    zh="「联系人」表里没有「{got}」，这一格当作没填",
    en="“{got}” is not among the contacts; read as blank",
    fix_zh="先把他加进「联系人」表",
    fix_en="Add this person to the Contacts sheet",
)
PERSON_SHARED = finding(
    "person-shared",
    WARN,
    zh="叫「{got}」的不止一位，不知道是谁",
    en="Several contacts are named “{got}”",
    fix_zh="改填联系人编号",
    fix_en="Use the contact's ID",
)
PERSON_SELF = finding(
    "person-self",
    WARN,
    zh="「{got}」填的是自己，当作没填",
    en="“{got}” names the person's own row; read as blank",
    fix_zh="改成真正的那一位",
    fix_en="Put in the right person",
)
INFLUENCED_YET_OPPOSED = finding(
    "influenced-yet-opposed",
    WARN,
    zh="{name}：能影响，却反对我们",
    en="{name} can be influenced, yet is opposed",
    fix_zh="再核实一次：你开口，他真会照办吗？",
    fix_en="Check again: does this person really act when you ask?",
)
DECISION_MAKER_ELSEWHERE = finding(
    "decision-maker-elsewhere",
    WARN,
    zh="{name}标了关键决策人，但「{got}」不在这家客户的关键部门（{departments}）里，按普通联系人算",
    en=(
        "{name} is marked key decision maker, but “{got}” is no key department of the account "
        "({departments}); counted as an ordinary contact"
    ),
    fix_zh="改部门写法，或在「客户」表补上关键部门",
    fix_en="Spell the department the same way, or add it to the account's key departments",
)
CLOSED_WITHOUT_DATE = finding(
    "closed-without-date",
    WARN,
    zh="已是「{stage}」，没填关闭日期",
    en="The stage is “{stage}”, but there is no closing date",
    fix_zh="补上关闭日期",
    fix_en="Fill in the date closed",
)
OPEN_WITH_CLOSED_DATE = finding(
    "open-with-closed-date",
    WARN,
    zh="阶段还是「{stage}」，却填了关闭日期 {got}",
    en="Still “{stage}”, but with a closing date ({got})",
    fix_zh="改阶段，或清掉关闭日期",
    fix_en="Change the stage or clear the date",
)
CLOSED_IN_FUTURE = finding(
    "closed-in-future",
    WARN,
    zh="关闭日期 {got} 还没到",
    en="The closing date {got} lies ahead",
    fix_zh="核对日期",
    fix_en="Check the date",
)
CLOSED_BEFORE_CREATED = finding(
    "closed-before-created",
    WARN,
    zh="关闭日期 {got} 早于立项日期 {start}",
    en="Closed on {got}, before it was created ({start})",
    fix_zh="核对两个日期",
    fix_en="Check both dates",
)
OVERDUE = finding(
    "overdue",
    WARN,
    zh="预计成交 {got} 已过，还在「{stage}」",
    en="Expected to close on {got}, yet still “{stage}”",
    fix_zh="改预计成交，或更新阶段",
    fix_en="Move the date or update the stage",
)
PROFILE_BLANK = finding(
    "profile-blank",
    WARN,
    zh="「{label}」没填",
    en="“{label}” is blank",
    fix_zh="在「我的信息」里补上",
    fix_en="Fill it in on the Profile sheet",
)

#: After a surname that people of the same account have too.
PERHAPS = Text("，可能就是 {others}", "; perhaps {others}")
#: In place of key departments where an account has none.
NONE_DECLARED = Text("没填", "none declared")
#: In a link nobody is left over where the name fits several: the row is held.
LINK_PERSON_SHARED = replace(PERSON_SHARED, severity=HOLD)
