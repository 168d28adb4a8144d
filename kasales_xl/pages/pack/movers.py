"""Who rose, who fell, and why, in a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.exact import percent
from kasales_xl.core.history.progress import Cause, Progress
from kasales_xl.core.text import HALVES, NOTHING, Text, join, same
from kasales_xl.pages.page import Beside, Block, Bullets, Cell, Heading, Paragraph
from kasales_xl.pages.style import QUIET
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.progress import CAUSES, account_text, grade_text

#: Sellers that each side names, and facts behind one.
SHOWN, FACTS = 4, 2
_LINE = Text("{name}：{level}。{why}", "{name}: {level}. {why}")
_PLAIN = same("{name}：{level}")
_MOVED = same("{was} → {now}")
_SHARE = Text("{level}，进度 {was} → {now}", "{level}, progress {was} → {now}")


def mover_blocks(sellers: Sequence[Standing]) -> tuple[Block, ...]:
    """Those whose level or progress changed since their last earlier day, a changed level first; nothing
    without a history."""
    told = [(seller, seller.since) for seller in sellers if seller.since is not None]
    if not told:
        return (Heading(WORDS["movers"]), Paragraph(WORDS["no-history"], QUIET))
    days = sorted({since.since for _, since in told})
    title = WORDS["movers-since"](day=days[0].isoformat())
    return (
        Heading(title if len(days) == 1 else WORDS["movers"]),
        Beside((_side(told, 1),), (_side(told, -1),)),
    )


def moved(sellers: Sequence[Standing], direction: int) -> list[tuple[Standing, Progress]]:
    """Who rose (1) or fell (−1): a changed level first, then the largest step, then by ID."""
    found = [(s, s.since) for s in sellers if s.since is not None and s.since.direction == direction]
    return sorted(found, key=lambda line: (line[1].level_was is line[1].level_now, -step(line[1])))


def step(since: Progress) -> float:
    """How far, in levels."""
    was, now = (
        rank + share
        for rank, share in (
            (since.level_was.rank, since.progress_was),
            (since.level_now.rank, since.progress_now),
        )
    )
    return abs(now - was)


def _side(told: Sequence[tuple[Standing, Progress]], direction: int) -> Bullets:
    side = moved([seller for seller, _ in told], direction)
    lines: list[Text | Cell] = [
        _LINE(name=seller.name, level=level_text(since), why=why)
        if (why := why_moved(since))
        else _PLAIN(name=seller.name, level=level_text(since))
        for seller, since in side[:SHOWN]
    ]
    more = len(side) - SHOWN
    if more > 0:
        lines.append(Cell(WORDS["more-people"](n=more), QUIET))
    up = direction > 0
    caption = WORDS["rose" if up else "fell"](n=len(side))
    return Bullets(tuple(lines), WORDS["nobody"], caption)


def level_text(since: Progress) -> Text:
    """``初级 → 中级``; inside a level its progress."""
    if since.level_was is not since.level_now:
        return _MOVED(was=since.level_was, now=since.level_now)
    return _SHARE(level=since.level_now, was=percent(since.progress_was), now=percent(since.progress_now))


def why_moved(since: Progress) -> Text:
    """The first facts behind it; where nobody earned it, which cause it is put down to."""
    told: list[Text] = []
    for stage in since.stages:
        if stage.cause is Cause.FACTS:
            told += [account_text(change) for change in stage.accounts if change.matters]
            told += map(grade_text, stage.grades)
    if told:
        return join(told[:FACTS], HALVES)
    return CAUSES[since.stages[0].cause] if since.stages else NOTHING
