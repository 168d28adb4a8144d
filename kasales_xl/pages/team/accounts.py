"""All accounts of a team with their verdicts."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.terms import KeyAccount
from kasales_xl.core.text import same
from kasales_xl.core.verdicts.facts import AccountFacts
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.list_page import SELLER, Line, list_page
from kasales_xl.pages.page import Cell, Page, Words
from kasales_xl.pages.parts import confirmed_cell, decision_makers, evidenced, tier_cell
from kasales_xl.pages.style import CENTER, GOOD, NEUTRAL, SCORE, TIER, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import explain_reasons, ground_and_deals, what_is_open


def accounts_page(team: Words, lines: Iterable[Line[AccountVerdict]], subtitle: Words) -> Page:
    """Every account with its verdicts, in the order given."""
    accounts = table("accounts", _FIELDS, lines, empty=WORDS["no-accounts"])
    return list_page("accounts", accounts, subtitle, team=team)


_KEY_CELLS = {
    KeyAccount.YES: Cell(same("✓ {key}")(key=KeyAccount.YES), GOOD),
    KeyAccount.NO: Cell(same("– {key}")(key=KeyAccount.NO), NEUTRAL),
    KeyAccount.UNDECIDED: Cell(same("? {key}")(key=KeyAccount.UNDECIDED), WATCH),
}


def _departments(facts: AccountFacts) -> str:
    """``1/2``: key departments covered, of all."""
    return f"{len(facts.covered)}/{len(facts.key_departments)}"


_FIELDS: tuple[Field[Line[AccountVerdict]], ...] = (
    Field("account", WORDS["account"], lambda line: line.fact.account.account),
    Field("account_id", WORDS["seller-id"], lambda line: line.fact.account.account_id),
    SELLER,
    Field("owner", WORDS["owner"], lambda line: line.fact.account.owner),
    Field("key", WORDS["key-account"], lambda line: _KEY_CELLS[line.fact.key], CENTER),
    Field("ground", WORDS["key-ground"], lambda line: ground_and_deals(line.fact.key_test), WRAP),
    Field("counted", WORDS["counted"], lambda line: WORDS["yes" if line.fact.counted else "no"], CENTER),
    Field("tier", WORDS["tier"], lambda line: tier_cell(line.fact.tier), TIER),
    Field("confirmed", WORDS["confirmed-tier"], lambda line: confirmed_cell(line.fact), TIER),
    Field("evidenced", WORDS["evidenced"], lambda line: evidenced(line.fact.facts), CENTER),
    Field("score", WORDS["score"], lambda line: line.fact.score.total, SCORE),
    Field("dms", WORDS["dms"], lambda line: decision_makers(line.fact.facts), CENTER),
    Field("departments", WORDS["departments"], lambda line: _departments(line.fact.facts), CENTER),
    Field("lacking", WORDS["lacking"], lambda line: explain_reasons(line.fact.lacking), WRAP),
    Field("fill_in", WORDS["fill-in"], lambda line: what_is_open(line.fact.key_test), WRAP),
)
