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
    "roster-missing-plain": Text("没交", "nothing sent"),
    "roster-unread-plain": Text("交了读不出来", "cannot be read"),
    "roster-twice-plain": Text("交了几本", "several sent"),
    "roster-old-plain": Text("交的是旧的", "an old one"),
    "roster-stranger-plain": Text("名单外", "not on the roster"),
    "roster-good": Text("交来一本新的 {n} 人", "{n} sent one recent book"),
    "roster-count": Text("{state} {n} 人", "{n} {state}"),
    "roster-sum": Text("名单 {members} 人：{told}", "{members} on the roster: {told}"),
    "tab-books": Text("账簿待办", "Books"),
    "title-books": Text("账簿里要定的事", "What to settle in the books"),
    "books-files": Text("要改的文件", "Files to be put right"),
    "files-sum": Text(
        "{n} 个文件：没读 {reject} 处，先不算 {hold} 处，请核对 {warn} 处；逐条在 findings.csv",
        "{n} {n:file|files}: {reject} not read, {hold} left out, {warn} to check; each in findings.csv",
    ),
    "more-in-details": Text(
        "另有 {n} 条。全部：kasales score --details", "{n} more. All of them: kasales score --details"
    ),
    "claimants": Text("哪几位写了", "Who lists it"),
    "claimant": Text("{name}（{counts}）", "{name} ({counts})"),
    "counts": Text("计入", "counts"),
    "counts-not": Text("不计入", "does not count"),
    "files-fine": Text("没有要改的文件", "No file to be put right"),
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
