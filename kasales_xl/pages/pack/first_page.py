"""A team at a glance, or the whole organisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import Text
from kasales_xl.pages.measure_cells import sum_figures
from kasales_xl.pages.pack.director import director_blocks, stake_figure
from kasales_xl.pages.pack.money import against_how, money_figures, pipeline_blocks
from kasales_xl.pages.pack.movers import mover_blocks
from kasales_xl.pages.page import Bullets, Cell, Figure, Figures, Heading, Page, Paragraph, Words
from kasales_xl.pages.parts import (
    confirmed_figure,
    key_accounts_figure,
    levels_text,
    marked,
    shared_unit,
    some_names,
)
from kasales_xl.pages.standing_fields import risk_cell
from kasales_xl.pages.style import BAD, QUIET, WATCH, Style
from kasales_xl.text.pages.words import WORDS


def subtitle(standings: Sequence[Standing], on: str) -> Text:
    """The day and the policy edition; all editions where sellers were scored by different ones."""
    editions = sorted({seller.edition for seller in standings})
    if len({seller.policy for seller in standings}) > 1:
        return WORDS["subtitle-several"](on=on, edition=some_names(editions, len(editions)))
    return WORDS["subtitle"](on=on, edition=editions[0] if editions else "–")


def overview_page(
    title: Words,
    standings: Sequence[Standing],
    subtitle: Words,
    policy: Policy,
    first: tuple[Cell, ...] = (),
    *,
    linked: bool,
) -> Page:
    """One page: the money, the three accounts that need the director, the quarters, who rose and who fell,
    people and accounts, what else needs attention. first: to be looked at before anything else. linked: has
    the workbook a page of each seller?"""
    unit = shared_unit(standings)
    return Page(
        "overview",
        title,
        WORDS["tab-overview"],
        (
            money_figures(standings, unit, policy),
            *against_how(standings, unit),
            *director_blocks(standings, unit, linked=linked),
            *pipeline_blocks(standings, unit, policy),
            *mover_blocks(standings),
            Heading(WORDS["people-and-accounts"]),
            *_head_figures(standings, unit),
            Bullets((*first, *_attention(standings))[:ATTENTION], WORDS["all-well"]),
            Paragraph(WORDS["fair-use"], QUIET),
        ),
        subtitle,
    )


def _head_figures(standings: Sequence[Standing], unit: MoneyUnit) -> tuple[Figures, ...]:
    """Sellers, key accounts and deals; what can still be changed."""
    opposed, stale, single, undecided = (
        Figure(WORDS[kind], risk_cell(kind, standings), note=note)
        for kind, note in (
            ("opposed", WORDS["opposed-note"]),
            ("stale", WORDS["stale-brief"]),
            ("single", WORDS["single-note"]),
            ("undecided", WORDS["undecided-note"]),
        )
    )
    sellers = Figure(WORDS["sellers"], len(standings), note=levels_text(standings))
    *_, closed = sum_figures(standings, unit)
    stake, caption = stake_figure(standings, unit), WORDS["risk-in"](unit=unit)
    return (
        Figures((sellers, key_accounts_figure(standings), confirmed_figure(standings), closed)),
        Figures((stake, opposed, stale, single, undecided), caption),
    )


#: Lines of what needs attention that fit on the page.
ATTENTION = 5
#: What a leader should look at, most pressing first, and how often it is so of a seller.
_CHECKS: tuple[tuple[str, Style, Callable[[Standing], int]], ...] = (
    ("attention-opposed", BAD, lambda s: s.opposed),
    ("attention-stale", WATCH, lambda s: s.stale),
    ("attention-single", WATCH, lambda s: s.single),
    ("attention-blocked-capability", WATCH, lambda s: s.ladders.blocked_by == "capability"),
    ("attention-blocked-expert", WATCH, lambda s: s.ladders.blocked_by == "expert"),
    ("attention-unconfirmed", WATCH, lambda s: not s.confirmed),
    ("attention-undecided", WATCH, lambda s: s.undecided),
    ("attention-held", WATCH, lambda s: s.findings["hold"]),
    ("attention-rejected", BAD, lambda s: s.findings["reject"]),
)


def _attention(standings: Sequence[Standing]) -> tuple[Cell, ...]:
    """Each line counts and names the sellers."""
    lines = []
    for code, style, times in _CHECKS:
        touched = [seller for seller in standings if times(seller)]
        if touched:
            total = sum(int(times(seller)) for seller in touched)
            names = some_names((seller.name for seller in touched), len(touched))
            lines.append(Cell(marked(WORDS[code](n=total, names=names)), style))
    return tuple(lines)
