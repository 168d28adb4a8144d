"""A share card as SVG: one column, from top to bottom; what has no room gets an ellipsis."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.exact import percent
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import stand_alone
from kasales_xl.files.pictures.svg import FONT, box, fitted, lines_of, plain, text
from kasales_xl.files.styles.look import AMBER, BAR_FILL, GREY, INK, LINE, NAVY, PALE, TEAL, WASH, WHITE
from kasales_xl.pages.seller.share import ShareCard
from kasales_xl.text.pages.share import SHARE
from kasales_xl.text.private import without_addresses

WIDTH, HEIGHT = 1080, 1440
_LEFT, _ROOM = 64, WIDTH - 2 * 64
#: Seats that fit in a row.
_SEATS = 12


def draw_share_card(card: ShareCard, lang: Lang) -> str:
    """The SVG document in one language; the same card gives the same text."""
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    about = f"<title>{plain(card.name)}</title><desc>{plain(_about(card, lang))}</desc>"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONT}">{about}'
    return head + "".join(_parts(card, lang)) + "</svg>\n"


def _said(value: object, lang: Lang) -> str:
    return without_addresses(str(stand_alone(value, lang)))


def _about(card: ShareCard, lang: Lang) -> str:
    people = "、".join(_said(one.who, lang) for one in card.people) or _said(SHARE["nobody"], lang)
    return _said(SHARE["about"](name=card.name, level=card.level, blocker=card.blocker, people=people), lang)


def _parts(card: ShareCard, lang: Lang) -> Iterator[str]:
    yield box(0, 0, WIDTH, HEIGHT, WASH)
    yield from _head(card, lang)
    yield from _blocker(card, lang)
    yield from _seats(card, lang)
    yield from _money(card, lang)
    yield from _people(card, lang)
    yield text(_LEFT, HEIGHT - 40, _said(SHARE["fair"], lang), 24, GREY)


def _head(card: ShareCard, lang: Lang) -> Iterator[str]:
    yield box(0, 0, WIDTH, 300, NAVY)
    yield text(_LEFT, 118, fitted(card.name, 68, 600), 64, WHITE, bold=True)
    yield text(_LEFT, 172, fitted(f"{card.team} · {card.on}".strip(" ·"), 30, 600), 28, BAR_FILL)
    level = _said(card.level, lang)
    yield text(WIDTH - _LEFT, 84, _said(SHARE["level"], lang), 26, BAR_FILL, end="end")
    yield text(WIDTH - _LEFT, 158, level, 64 if len(level) < 8 else 48, WHITE, bold=True, end="end")
    way = SHARE["to-next"](level=card.next, share=percent(card.progress)) if card.next else SHARE["at-top"]
    share = card.progress if card.next else 1.0
    yield box(_LEFT, 212, _ROOM, 18, "#3A5578", round_=9)
    if share > 0:
        yield box(_LEFT, 212, max(18.0, round(_ROOM * min(1.0, share))), 18, "#5CC2B8", round_=9)
    yield text(_LEFT, 270, _said(way, lang), 26, WHITE)


def _title(y: float, said: str) -> str:
    return box(_LEFT, y - 26, 8, 32, TEAL) + text(_LEFT + 22, y, said, 30, NAVY, bold=True)


def _blocker(card: ShareCard, lang: Lang) -> Iterator[str]:
    yield _title(366, _said(SHARE["blocker" if card.next else "standing"], lang))
    for number, line in enumerate(lines_of(_said(card.blocker, lang), 34, _ROOM, 2)):
        yield text(_LEFT, 424 + 46 * number, line, 34, AMBER if card.next else INK, bold=True)


def _seats(card: ShareCard, lang: Lang) -> Iterator[str]:
    """Each seat that the next level asks for, filled or empty."""
    yield _title(542, _said(SHARE["seats"](level=card.next or card.level), lang))
    for row, (tier, have, need) in enumerate(card.seats[:3]):
        y = 598 + 50 * row
        yield text(_LEFT, y, _said(SHARE["seat"](tier=tier, have=have, need=need), lang), 28, INK)
        for seat in range(min(need, _SEATS)):
            x = _LEFT + 340 + 46 * seat
            filled = seat < have
            yield box(x, y - 26, 34, 34, TEAL if filled else WASH, round_=8, line=TEAL if filled else GREY)
        if need > _SEATS:
            yield text(_LEFT + 340 + 46 * _SEATS, y, f"+{need - _SEATS}", 26, GREY)


def _money(card: ShareCard, lang: Lang) -> Iterator[str]:
    share = percent(card.won / card.target) if card.target and card.won is not None else "–"
    figures = (
        ("target", _amount(card.target) or _said(SHARE["no-target"], lang)),
        ("won", _amount(card.won) or "–"),
        ("attained", share),
    )
    wide = (_ROOM - 40) / 3
    for number, (name, value) in enumerate(figures):
        x = _LEFT + number * (wide + 20)
        yield box(x, 752, wide, 132, WHITE, round_=14, line=LINE)
        yield text(x + 24, 798, _said(SHARE[name](unit=card.unit), lang), 26, GREY)
        yield text(x + 24, 856, fitted(value, 40, wide - 40), 38, INK, bold=True)


def _amount(money: float | None) -> str:
    return "" if money is None else f"{money:,.0f}"


def _people(card: ShareCard, lang: Lang) -> Iterator[str]:
    yield _title(952, _said(SHARE["people"], lang))
    if not card.people:
        yield text(_LEFT, 1012, _said(SHARE["nobody"], lang), 30, INK)
    for number, one in enumerate(card.people):
        y = 982 + 128 * number
        yield box(_LEFT, y, _ROOM, 112, WHITE, round_=14, line=LINE)
        yield box(_LEFT + 22, y + 26, 60, 60, PALE, round_=30)
        yield text(_LEFT + 52, y + 68, str(number + 1), 32, NAVY, bold=True, end="middle")
        yield text(_LEFT + 104, y + 50, fitted(_said(one.who, lang), 36, _ROOM - 130), 34, INK, bold=True)
        what = " · ".join(part for part in (_said(one.account, lang), _said(one.what, lang)) if part)
        yield text(_LEFT + 104, y + 92, fitted(what, 27, _ROOM - 130), 26, GREY)
