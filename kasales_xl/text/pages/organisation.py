"""What only the organisation's pages say: who has sent a book, and what may be one thing under two names."""

from __future__ import annotations

from kasales_xl.core.text import Text

ORGANISATION: dict[str, Text] = {
    "tab-roster": Text("收齐情况", "Roster"),
    "title-roster": Text("名单上的人交了没有", "Who on the roster has sent a book"),
    "all-sent": Text("名单上的人都交了，每人一本，都是新的", "Everybody has sent one book, and a recent one"),
    "roster-state": Text("情况", "Situation"),
    "roster-missing": Text("▲ 没交", "▲ nothing sent"),
    "roster-unread": Text("▲ 交了，读不出来", "▲ sent, cannot be read"),
    "roster-twice": Text("● 交了几本", "● several sent"),
    "roster-old": Text("● 是旧的", "● an old one"),
    "roster-stranger": Text("● 名单上没有", "● not on the roster"),
    "roster-saved": Text("账簿保存于", "Book saved on"),
    "attention-roster": Text(
        "名单 {members} 人，{n} 人没有交来读得出的账簿，见「{tab}」",
        "{n} of {members} on the roster have sent no readable book, see “{tab}”",
    ),
    "tab-similar": Text("可能重复", "Look-alikes"),
    "title-similar": Text("名字相近，可能是同一家、同一个人", "Similar names: perhaps one and the same"),
    "no-similar": Text("没有名字相近的", "None"),
    "similar-note": Text(
        "只是提醒，程序不会合并。是同一家就把名字写成一样，并商定负责人；不是就不用管。",
        "Suggestions only; nothing is merged. If two are one, spell them alike and agree on an owner; "
        "if not, leave them.",
    ),
    "similar-kind": Text("什么", "What"),
    "similar-account": Text("客户", "Account"),
    "similar-person": Text("联系人", "Contact"),
    "similar-name": Text("名字", "Name"),
    "similar-other": Text("另一个名字", "The other name"),
    "similar-other-seller": Text("另一位销售", "The other seller"),
    "similar-likeness": Text("像不像", "Likeness"),
}
