"""律 on a seller's page: the patterns that hold, what is recorded, and open deals against the past."""

from __future__ import annotations

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.evidence.fit import Fit
from kasales_xl.core.dimensions.evidence.patterns import Pattern
from kasales_xl.core.dimensions.evidence.pools import PoolLevel
from kasales_xl.core.dimensions.pbm import Pbm
from kasales_xl.core.dimensions.tas import DealCard
from kasales_xl.core.exact import percent
from kasales_xl.core.text import Text, same
from kasales_xl.pages.page import Block, Bullets, Cell, Table, Words
from kasales_xl.pages.seller.deals import by_worth, named_deal
from kasales_xl.pages.style import CENTER, GOOD, QUIET, SHARE, TEXT, WRAP, Style
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.elements import element_name, value_name
from kasales_xl.text.verdicts.patterns import fit_text, law_text, standing_text

#: Laws, recorded values and open deals that a seller's page shows.
LAWS_SHOWN, RECORDED_SHOWN, FITS_SHOWN = 5, 8, 8
_HOLDS = same("✓ {standing}")


def pattern_blocks(dimensions: Dimensions) -> tuple[Block, ...]:
    pbm = dimensions.pbm
    laws = Bullets(
        tuple(_law_line(law, dimensions) for law in pbm.law_patterns[:LAWS_SHOWN]),
        WORDS["few" if pbm.headline.value is None else "no-laws"],
        WORDS["laws"],
    )
    return laws, _recorded(pbm), _fits(dimensions)


def _law_line(law: Pattern, dimensions: Dimensions) -> Text:
    """A law with whose deals it speaks of: the account, the industry or the seller."""
    whose: Words = law.level
    if law.level is PoolLevel.ACCOUNT:
        whose = dimensions.rows.name(law.pool)
    elif law.level is PoolLevel.INDUSTRY:
        whose = dimensions.pbm.industry_name(law.pool)
    return WORDS["pair"](name=whose, text=law_text(law, dimensions.pbm.spelt))


def _recorded(pbm: Pbm) -> Table:
    """Values of all the seller's closed deals, laws first, then the best known."""
    fields: tuple[Field[Pattern], ...] = (
        Field("element", WORDS["element"], lambda pattern: element_name(pattern.element), TEXT, 3),
        Field("value", WORDS["value"], lambda p: value_name(p.element, p.value, pbm.spelt), WRAP, 4),
        Field("k", WORDS["won-n"], lambda pattern: pattern.k, CENTER, 1),
        Field("n", WORDS["closed-n"], lambda pattern: pattern.n, CENTER, 1),
        Field("interval", WORDS["interval"], interval_text, CENTER, 3),
        Field("rate", WORDS["shrunk"], lambda pattern: pattern.rate, SHARE),
        Field("lift", WORDS["lift-own"], lambda pattern: pattern.lift, SHARE),
        Field("standing", WORDS["holds"], standing_cell, WRAP, 4),
    )
    return table(
        "recorded",
        fields,
        pbm.seller_patterns[:RECORDED_SHOWN],
        caption=WORDS["past-deals"],
        empty=WORDS["no-patterns"],
    )


def interval_text(pattern: Pattern) -> str:
    """``36%–82%``"""
    return f"{percent(pattern.low)}–{percent(pattern.high)}"


def standing_cell(pattern: Pattern, recorded: Style = QUIET.wrapped) -> Cell:
    """May it be said as a rule? Marked where it may. recorded: how it looks where it may not."""
    standing = standing_text(pattern)
    return Cell(_HOLDS(standing=standing), GOOD.wrapped) if pattern.law else Cell(standing, recorded)


def _fits(dimensions: Dimensions) -> Table:
    """Open deals that a past speaks of, by worth: whose past, how many deals, how it compares."""
    fits = dimensions.pbm.fits
    ordered = [(card, fits.get(card.deal.deal_id)) for card in sorted(dimensions.tas.cards, key=by_worth)]
    told = [(card, fit) for card, fit in ordered if fit is not None]
    spelt = dimensions.pbm.spelt
    fields: tuple[Field[tuple[DealCard, Fit]], ...] = (
        Field("deal", WORDS["deal"], lambda line: named_deal(line[0].deal, line[0].account), WRAP, 6),
        Field("fit", WORDS["fit-group"], lambda line: fit_text(line[1], spelt), WRAP, 14),
    )
    return table("fits", fields, told[:FITS_SHOWN], caption=WORDS["fits"], empty=WORDS["no-fits"])
