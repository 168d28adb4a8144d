"""The page that goes back to a rep beside the refreshed book: where things stand, what to do this week, and
what to fix, so short that it can be the text of the mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.next_actions import next_actions
from kasales_xl.core.text import NOTHING, Text, same
from kasales_xl.text.findings.grouped import Group
from kasales_xl.text.verdicts.actions import explain_week
from kasales_xl.text.verdicts.verdicts import blocks_sentence

#: How many kinds of things to fix fit on the page; the book's own list has all.
MOST = 10
TO_FIX = Text("要改的地方", "to fix")
_HEAD = Text("{name}，你的账簿算好了，{day}", "{name}, your book as of {day}")
_FILE = Text(
    "账簿：{file}（和这页放在一起，请在这一本上接着填）",
    "Book: {file} (beside this page; please go on in this one)",
)
_LEVEL = Text("等级：{level}", "Level: {level}")
_CLEAN = Text("没有要改的地方。", "Nothing to fix.")
_FIX = Text(
    "要改的地方，{n} 处（✖ 改了才算进去，其余请核对）：",
    "To fix, {n} (▲ counts once it is fixed; check the others):",
)
_TO_CHECK = Text("请核对，{n} 处：", "To check, {n}:")
_PLACE = same("  {mark} {sheet} {cell}  {what}")
_HOW = Text("     怎么改：{fix}", "     How: {fix}")
_REST = Text("  还有 {n} 处，在账簿「检查」页上", "  {n} more on the book's Checks sheet")
_BACK = Text(
    "改好存盘，把账簿交回来，下次评级就用它。", "Fix, save and send the book back: the next scoring reads it."
)
_GO_ON = Text(
    "这周有变化就改，存盘交回来，下次评级就用它。",
    "Put in what changes this week, save and send the book back: the next scoring reads it.",
)


def return_note(card: SellerCard, groups: Sequence[Group], file: str) -> Iterator[Text]:
    """file: the book's name. groups: what is open in the book, the worst first."""
    yield _HEAD(name=card.seller.name, day=card.on)
    yield _FILE(file=file)
    yield NOTHING
    yield _LEVEL(level=card.level)
    yield blocks_sentence(card.ladders)
    week = list(explain_week(next_actions(card), card))
    if week:
        yield NOTHING
        yield from week
    yield NOTHING
    yield from _to_fix(groups)
    yield NOTHING
    yield _BACK if groups else _GO_ON


def _to_fix(groups: Sequence[Group]) -> Iterator[Text]:
    if not groups:
        yield _CLEAN
        return
    worst = _FIX if any(group.severity.blocks for group in groups) else _TO_CHECK
    yield worst(n=sum(len(group.findings) for group in groups))
    for group in groups[:MOST]:
        at = group.at
        yield _PLACE(
            mark="▲" if group.severity.blocks else "·", sheet=at.title, cell=at.cell, what=group.what
        )
        if group.fix:
            yield _HOW(fix=group.fix)
    rest = sum(len(group.findings) for group in groups[MOST:])
    if rest:
        yield _REST(n=rest)
