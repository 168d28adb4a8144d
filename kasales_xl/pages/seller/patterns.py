"""律 on a seller's page: the patterns that hold, what is recorded, and open deals against the past."""

from __future__ import annotations

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.evidence.patterns import Pattern, PoolLevel
from kasales_xl.core.dimensions.pbm import Pbm
from kasales_xl.core.terms import Lang
from kasales_xl.pages.page import Block, Bullets, Cell, Column, Content, Table
from kasales_xl.pages.seller.deals import by_worth, named_deal
from kasales_xl.pages.style import CENTER, GOOD, QUIET, RATIO, SHARE, TEXT, WRAP
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.dimensions import percent
from kasales_xl.text.verdicts.patterns import element_name, fit_text, law_text, standing_text, value_name

#: Laws, recorded values and open deals that a seller's page shows.
LAWS_SHOWN, RECORDED_SHOWN, FITS_SHOWN = 5, 8, 8


def pattern_blocks(found: Dimensions, lang: Lang) -> tuple[Block, ...]:
    pbm = found.pbm
    return (
        Bullets(
            tuple(law_line(law, pbm, found, lang) for law in pbm.law_patterns[:LAWS_SHOWN]),
            word("few" if pbm.headline.value is None else "no-laws", lang),
            word("laws", lang),
        ),
        _recorded(pbm, lang),
        _fits(found, lang),
    )


def law_line(law: Pattern, pbm: Pbm, found: Dimensions, lang: Lang) -> str:
    """A law with whose deals it speaks of: the account, the industry or the seller."""
    level = law.level.label(lang)
    if law.level is PoolLevel.ACCOUNT:
        level = found.rows.name(law.pool)
    elif law.level is PoolLevel.INDUSTRY:
        level = pbm.industry_name(law.pool)
    return word("law-line", lang, level=level, text=law_text(law, pbm.spelt).pick(lang))


def _recorded(pbm: Pbm, lang: Lang) -> Table:
    """Values of all the seller's closed deals, laws first, then the best known."""
    return Table(
        "recorded",
        (
            Column("element", word("element", lang), TEXT, 3),
            Column("value", word("value", lang), WRAP, 4),
            Column("k", word("won-n", lang), CENTER, 1),
            Column("n", word("closed-n", lang), CENTER, 1),
            Column("interval", word("interval", lang), CENTER, 3),
            Column("rate", word("shrunk", lang), SHARE, 2),
            Column("lift", word("lift-own", lang), RATIO, 2),
            Column("standing", word("holds", lang), WRAP, 4),
        ),
        tuple(_pattern(pattern, pbm, lang) for pattern in pbm.seller_patterns[:RECORDED_SHOWN]),
        caption=word("past-deals", lang),
        empty=word("no-patterns", lang),
    )


def _pattern(pattern: Pattern, pbm: Pbm, lang: Lang) -> tuple[Content, ...]:
    standing = standing_text(pattern).pick(lang)
    return (
        element_name(pattern.element).pick(lang),
        value_name(pattern.element, pattern.value, pbm.spelt).pick(lang),
        pattern.k,
        pattern.n,
        f"{percent(pattern.low)}–{percent(pattern.high)}",
        pattern.rate,
        pattern.lift,
        Cell(f"✓ {standing}", GOOD.wrapped) if pattern.law else Cell(standing, QUIET.wrapped),
    )


def _fits(found: Dimensions, lang: Lang) -> Table:
    """Open deals that a past speaks of, by worth: whose past, how many deals, how it compares."""
    pbm = found.pbm
    ordered = [(card, pbm.fits.get(card.deal.deal_id)) for card in sorted(found.tas.cards, key=by_worth)]
    told = [(card, one) for card, one in ordered if one is not None]
    return Table(
        "fits",
        (Column("deal", word("deal", lang), WRAP, 6), Column("fit", word("fit-group", lang), WRAP, 14)),
        tuple(
            (named_deal(card.deal, card.account), fit_text(one).pick(lang)) for card, one in told[:FITS_SHOWN]
        ),
        caption=word("fits", lang),
        empty=word("no-fits", lang),
    )
