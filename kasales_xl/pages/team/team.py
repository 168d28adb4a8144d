"""The table of a team's sellers."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.terms import MoneyUnit, Tier
from kasales_xl.core.text import join, same
from kasales_xl.core.verdicts.requirements import AccountsOf
from kasales_xl.pages.list_page import list_page, seller_link
from kasales_xl.pages.pack.money import money_fields
from kasales_xl.pages.page import Cell, Page, Paragraph, Words
from kasales_xl.pages.parts import count_cell, grade_fields, have_need, level_cell
from kasales_xl.pages.standing_fields import left_out_field, outcome_fields
from kasales_xl.pages.style import CENTER, LEVEL, NEUTRAL, QUIET, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import blocks_sentence


def team_page(
    team: Words,
    sellers: Iterable[Standing],
    unit: MoneyUnit,
    subtitle: Words,
    *,
    details: bool = True,
    ranking: bool = False,
) -> Page:
    """One row a seller, in order of ID; each name leads to the seller's page. unit: of the amounts shown;
    details: with grades, every kind of risk and findings; ranking: highest level first instead."""
    lines = sorted(sellers, key=_rank) if ranking else sellers
    fields = _fields(unit) if details else _index_fields(unit)
    order = WORDS["ranked"] if ranking else WORDS["no-ranking" if details else "by-id"]
    remark = Paragraph(join((order, WORDS["index-note"]), same("")), QUIET)
    return list_page(
        "team", table("team", fields, lines, empty=WORDS["no-sellers"]), subtitle, remark, team=team
    )


def _rank(seller: Standing) -> tuple[int, float, str]:
    return -seller.level.rank, -seller.progress, seller.seller_id


def _index_fields(unit: MoneyUnit) -> tuple[Field[Standing], ...]:
    """What fits one page across."""
    return (
        Field("seller", WORDS["seller"], seller_link),
        Field("seller_id", WORDS["seller-id"], lambda seller: seller.seller_id),
        *LEVEL_FIELDS,
        *_TIER_FIELDS,
        Field("at_risk", WORDS["risk-accounts"], lambda s: count_cell(s.stake.accounts), CENTER),
        *money_fields(unit),
        left_out_field(lambda seller: seller.findings["hold"]),
    )


def _fields(unit: MoneyUnit) -> tuple[Field[Standing], ...]:
    return (
        Field("seller", WORDS["seller"], seller_link),
        Field("seller_id", WORDS["seller-id"], lambda seller: seller.seller_id),
        *LEVEL_FIELDS,
        *_TIER_FIELDS,
        *grade_fields(),
        *outcome_fields(unit),
    )


LEVEL_FIELDS: tuple[Field[Standing], ...] = (
    Field("level", WORDS["level"], lambda seller: level_cell(seller.level), LEVEL),
    Field("blocked_by", WORDS["blocked-by"], lambda seller: blocks_sentence(seller.ladders), WRAP),
)


def _against_need(code: str, tier: Tier) -> Field[Standing]:
    """Accounts of a tier (or better) beside what the next level asks; a dash where it asks none."""

    def cell(seller: Standing) -> Cell:
        for need in seller.needs:
            if isinstance(need.demand, AccountsOf) and need.demand.tier is tier:
                return have_need(need.have, need.need)
        return Cell(f"{seller.counts.at_least(tier)}/–", NEUTRAL)

    return Field(tier.value, WORDS[code], cell, CENTER, group=WORDS["accounts-group"])


_TIER_FIELDS = (
    _against_need("strong", Tier.STRONG),
    _against_need("mid-up", Tier.MID),
    _against_need("junior-up", Tier.JUNIOR),
)
