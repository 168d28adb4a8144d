"""What a roster shows: who has sent nothing, and whose book is old. To be looked into, all of it: nobody's
cell or row is left out because a book is missing."""

from __future__ import annotations

from kasales_xl.core.findings import WARN
from kasales_xl.core.text import Text

ROSTER_MISSING = WARN.kind(
    "roster-missing",
    Text("名单上的{name}（{got}）没有交账簿", "{name} ({got}) is on the roster and has sent no book"),
    Text("请本人交来；不用交了就从名单里去掉", "Ask for it; or take the name off the roster"),
)
ROSTER_UNREAD = WARN.kind(
    "roster-unread",
    Text(
        "名单上的{name}（{got}）交的文件读不出来：{files}",
        "{name} ({got}) is on the roster; what seems to be the book cannot be read: {files}",
    ),
    Text("看这个文件自己的那一行怎么改，请本人重发", "See that file's own line, and ask for it again"),
)
ROSTER_OLD = WARN.kind(
    "roster-old",
    Text(
        "{name}（{got}）的账簿 {files} 是 {saved} 保存的，之后没有更新",
        "The book of {name} ({got}), {files}, was last saved on {saved}",
    ),
    Text("请本人更新后再交", "Ask for an updated one"),
)
NOT_ON_ROSTER = WARN.kind(
    "not-on-roster",
    Text("{name}（{got}）不在名单上，照样评了", "{name} ({got}) is not on the roster, and was graded"),
    Text("核对编号，或把人加进名单", "Check the ID, or add the name to the roster"),
)
