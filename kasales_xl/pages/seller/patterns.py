"""律 on a seller's page: the patterns that hold, what is recorded, and open deals against the past."""

from __future__ import annotations

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.evidence.patterns import Pattern, PoolLevel
from kasales_xl.core.dimensions.pbm import Pbm
from kasales_xl.pages.page import Block, Bullets, Cell, Column, Content, Table
from kasales_xl.pages.seller.deals import by_worth, named_deal
from kasales_xl.pages.style import CENTER, GOOD, QUIET, RATIO, SHARE, TEXT, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import percent
from kasales_xl.text.verdicts.patterns import element_name, fit_text, law_text, standing_text, value_name

#: Laws, recorded values and open deals that a seller's page shows.
LAWS_SHOWN, RECORDED_SHOWN, FITS_SHOWN = 5, 8, 8


def pattern_blocks(found: Dimensions) -> tuple[Block, ...]:
    pbm = found.pbm
    return (
        Bullets(
            tuple(law_line(law, pbm, found) for law in pbm.law_patterns[:LAWS_SHOWN]),
            WORDS["few" if pbm.headline.value is None else "no-laws"],
            WORDS["laws"],
        ),
        _recorded(pbm),
        _fits(found),
    )


def law_line(law: Pattern, pbm: Pbm, found: Dimensions) -> str:
    """A law with whose deals it speaks of: the account, the industry or the seller."""
    level = law.level
    if law.level is PoolLevel.ACCOUNT:
        level = found.rows.name(law.pool)
    elif law.level is PoolLevel.INDUSTRY:
        level = pbm.industry_name(law.pool)
    return WORDS["law-line"](level=level, text=law_text(law, pbm.spelt))


def _recorded(pbm: Pbm) -> Table:
    """Values of all the seller's closed deals, laws first, then the best known."""
    return Table(
        "recorded",
        (
            Column("element", WORDS["element"], TEXT, 3),
            Column("value", WORDS["value"], WRAP, 4),
            Column("k", WORDS["won-n"], CENTER, 1),
            Column("n", WORDS["closed-n"], CENTER, 1),
            Column("interval", WORDS["interval"], CENTER, 3),
            Column("rate", WORDS["shrunk"], SHARE, 2),
            Column("lift", WORDS["lift-own"], RATIO, 2),
            Column("standing", WORDS["holds"], WRAP, 4),
        ),
        tuple(_pattern(pattern, pbm) for pattern in pbm.seller_patterns[:RECORDED_SHOWN]),
        caption=WORDS["past-deals"],
        empty=WORDS["no-patterns"],
    )


def _pattern(pattern: Pattern, pbm: Pbm) -> tuple[Content, ...]:
    standing = standing_text(pattern)
    return (
        element_name(pattern.element),
        value_name(pattern.element, pattern.value, pbm.spelt),
        pattern.k,
        pattern.n,
        f"{percent(pattern.low)}–{percent(pattern.high)}",
        pattern.rate,
        pattern.lift_seller,
        Cell(f"✓ {standing}", GOOD.wrapped) if pattern.law else Cell(standing, QUIET.wrapped),
    )


def _fits(found: Dimensions) -> Table:
    """Open deals that a past speaks of, by worth: whose past, how many deals, how it compares."""
    pbm = found.pbm
    ordered = [(card, pbm.fits.get(card.deal.deal_id)) for card in sorted(found.tas.cards, key=by_worth)]
    told = [(card, one) for card, one in ordered if one is not None]
    return Table(
        "fits",
        (Column("deal", WORDS["deal"], WRAP, 6), Column("fit", WORDS["fit-group"], WRAP, 14)),
        tuple((named_deal(card.deal, card.account), fit_text(one)) for card, one in told[:FITS_SHOWN]),
        caption=WORDS["fits"],
        empty=WORDS["no-fits"],
    )
