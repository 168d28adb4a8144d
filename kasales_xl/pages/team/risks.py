"""A team's accounts that could be lost."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.text import NOTHING, Text
from kasales_xl.core.verdicts.risks import AccountRisk
from kasales_xl.pages.list_page import SELLER, Line, list_page
from kasales_xl.pages.page import Cell, Content, Page, Words
from kasales_xl.pages.parts import marked, people, tier_cell
from kasales_xl.pages.style import BAD, CENTER, TIER, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import what_is_open


def risks_page(team: Words, lines: Iterable[Line[AccountRisk]], subtitle: Words) -> Page:
    """Accounts that could be lost, those with most kinds of risk first, then in the order given."""
    ordered = sorted(lines, key=lambda line: -line.fact.kinds)
    return list_page("risks", table("risks", _FIELDS, ordered, empty=WORDS["no-risks"]), subtitle, team=team)


def _opposed(risk: AccountRisk) -> Content:
    return Cell(marked(people(risk.opposed)), BAD.wrapped) if risk.opposed else NOTHING


def _single(risk: AccountRisk) -> Text:
    return people((risk.single,)) if risk.single else NOTHING


_FIELDS: tuple[Field[Line[AccountRisk]], ...] = (
    Field("account", WORDS["account"], lambda line: line.fact.verdict.account.account),
    SELLER,
    Field("tier", WORDS["tier"], lambda line: tier_cell(line.fact.verdict.tier), TIER),
    Field("risks", WORDS["risk-kinds"], lambda line: line.fact.kinds, CENTER),
    Field("opposed", WORDS["opposed-dms"], lambda line: _opposed(line.fact), WRAP),
    Field("stale", WORDS["stale-people"], lambda line: people(line.fact.stale), WRAP),
    Field("single", WORDS["single-person"], lambda line: _single(line.fact), WRAP),
    Field("fill_in", WORDS["fill-in"], lambda line: what_is_open(line.fact.verdict.key_test), WRAP),
)
