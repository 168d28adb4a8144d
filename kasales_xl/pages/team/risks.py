"""A team's accounts that could be lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Tier
from kasales_xl.core.text import NOTHING, Text, join
from kasales_xl.pages.page import Cell, Content, Page, Words
from kasales_xl.pages.parts import marked, people, tier_cell
from kasales_xl.pages.style import BAD, CENTER, TIER, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.list_page import list_page, seller_link
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import COLUMNS


class RiskLine(NamedTuple):
    """An account at risk. ``kinds``: of risk that meet in it; people by department and name."""

    seller_id: str
    name: str
    account: str
    tier: Tier
    kinds: int
    opposed: Text
    stale: Text
    single: Text
    fill_in: Text


def risk_lines(card: SellerCard) -> tuple[RiskLine, ...]:
    """A seller's accounts on the page of accounts at risk."""
    return tuple(
        RiskLine(
            seller_id=card.seller.seller_id,
            name=card.seller.name,
            account=risk.verdict.account.account,
            tier=risk.verdict.tier,
            kinds=risk.kinds,
            opposed=people(risk.opposed),
            stale=people(risk.stale),
            single=people((risk.single,)) if risk.single else NOTHING,
            fill_in=join(COLUMNS[datum] for datum in risk.verdict.key_test.fill_in),
        )
        for risk in card.risks
    )


def risks_page(team: Words, lines: Iterable[RiskLine], subtitle: Words) -> Page:
    """Accounts that could be lost, those with most kinds of risk first, then in the order given."""
    ordered = sorted(lines, key=lambda line: -line.kinds)
    return list_page("risks", table("risks", _FIELDS, ordered, empty=WORDS["no-risks"]), subtitle, team=team)


def _opposed(line: RiskLine) -> Content:
    return Cell(marked(line.opposed), BAD.wrapped) if line.opposed else NOTHING


_FIELDS: tuple[Field[RiskLine], ...] = (
    Field("account", WORDS["account"], lambda line: line.account),
    Field("seller", WORDS["seller"], seller_link),
    Field("tier", WORDS["tier"], lambda line: tier_cell(line.tier), TIER),
    Field("risks", WORDS["risk-kinds"], lambda line: line.kinds, CENTER),
    Field("opposed", WORDS["opposed-dms"], _opposed, WRAP),
    Field("stale", WORDS["stale-people"], lambda line: line.stale, WRAP),
    Field("single", WORDS["single-person"], lambda line: line.single, WRAP),
    Field("fill_in", WORDS["fill-in"], lambda line: line.fill_in, WRAP),
)
