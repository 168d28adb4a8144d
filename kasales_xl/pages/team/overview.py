"""A team at a glance, or the whole organisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kasales_xl.core.card.standing import Standing, tier_counts
from kasales_xl.core.text import Text
from kasales_xl.pages.measure_cells import sum_figures
from kasales_xl.pages.page import Bullets, Cell, Figure, Figures, Heading, Note, Page, Words
from kasales_xl.pages.parts import (
    confirmed_figure,
    key_accounts_figure,
    levels_drawn,
    marked,
    shared_unit,
    some_names,
    tiers_drawn,
)
from kasales_xl.pages.standing_fields import risk_cell
from kasales_xl.pages.style import BAD, WATCH, Style
from kasales_xl.text.pages.words import WORDS


def subtitle(standings: Sequence[Standing], on: str) -> Text:
    """The day and the policy edition; all editions where sellers were scored by different ones."""
    editions = sorted({seller.edition for seller in standings})
    if len({seller.policy for seller in standings}) > 1:
        return WORDS["subtitle-several"](on=on, edition=some_names(editions, len(editions)))
    return WORDS["subtitle"](on=on, edition=editions[0] if editions else "–")


def overview_page(
    title: Words, standings: Sequence[Standing], subtitle: Words, first: tuple[Cell, ...] = ()
) -> Page:
    """Head counts by level, key accounts by tier, what needs attention. first: to be looked at before
    anything else."""
    return Page(
        "overview",
        title,
        WORDS["tab-overview"],
        (
            *_head_figures(standings),
            Heading(WORDS["attention"]),
            Bullets((*first, *_attention(standings)), WORDS["all-well"]),
            Heading(WORDS["by-level"]),
            levels_drawn(standings),
            Heading(WORDS["by-tier"]),
            tiers_drawn(tier_counts(standings)),
            Note(WORDS["fair-use"]),
        ),
        subtitle,
    )


def _head_figures(standings: Sequence[Standing]) -> tuple[Figures, ...]:
    """Sellers and key accounts; what can still be changed; what has already happened."""
    opposed, stale, single, undecided = (
        Figure(WORDS[kind], risk_cell(kind, standings), note=note)
        for kind, note in (
            ("opposed", WORDS["opposed-note"]),
            ("stale", ""),
            ("single", WORDS["single-note"]),
            ("undecided", WORDS["undecided-note"]),
        )
    )
    sellers, accounts = Figure(WORDS["sellers"], len(standings)), key_accounts_figure(standings)
    return (
        Figures(
            (sellers, accounts, confirmed_figure(standings), undecided),
            WORDS["standing"],
        ),
        Figures((opposed, stale, single), WORDS["leading"]),
        Figures(sum_figures(standings, shared_unit(standings)), WORDS["lagging"]),
    )


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
