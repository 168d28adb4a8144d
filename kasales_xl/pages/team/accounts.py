"""All accounts of a team with their verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import KeyAccount, Tier
from kasales_xl.core.text import Text, join, same
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.page import Cell, Page, Words
from kasales_xl.pages.parts import tier_cell
from kasales_xl.pages.style import CENTER, GOOD, NEUTRAL, SCORE, TIER, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.list_page import list_page
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import COLUMNS, explain_reasons


class AccountLine(NamedTuple):
    """An account with its verdicts. ``dms``, ``departments``: won of all key decision makers, covered of
    all key departments; ``lacking``: what the next tier still needs."""

    name: str
    account: str
    account_id: str
    owner: str
    key: KeyAccount
    counted: bool
    tier: Tier
    score: float
    dms: tuple[int, int]
    departments: tuple[int, int]
    lacking: Text
    fill_in: Text


def account_lines(card: SellerCard) -> tuple[AccountLine, ...]:
    """A seller's accounts, as the book lists them."""
    return tuple(_line(card.seller.name, verdict) for verdict in card.accounts)


def _line(seller: str, verdict: AccountVerdict) -> AccountLine:
    facts = verdict.facts
    return AccountLine(
        name=seller,
        account=verdict.account.account,
        account_id=verdict.account.account_id,
        owner=verdict.account.owner,
        key=verdict.key,
        counted=verdict.counted,
        tier=verdict.tier,
        score=verdict.score.total,
        dms=(len(facts.influenced_dms), len(facts.dms)),
        departments=(len(facts.covered), len(facts.key_departments)),
        lacking=explain_reasons(verdict.lacking),
        fill_in=join(COLUMNS[datum] for datum in verdict.key_test.fill_in),
    )


def accounts_page(team: Words, lines: Iterable[AccountLine], subtitle: Words) -> Page:
    """Every account with its verdicts, in the order given."""
    accounts = table("accounts", _FIELDS, lines, empty=WORDS["no-accounts"])
    return list_page("accounts", accounts, subtitle, team=team)


_KEY_CELLS = {
    KeyAccount.YES: Cell(same("✓ {key}")(key=KeyAccount.YES), GOOD),
    KeyAccount.NO: Cell(same("– {key}")(key=KeyAccount.NO), NEUTRAL),
    KeyAccount.UNDECIDED: Cell(same("? {key}")(key=KeyAccount.UNDECIDED), WATCH),
}

_FIELDS: tuple[Field[AccountLine], ...] = (
    Field("account", WORDS["account"], lambda line: line.account),
    Field("account_id", WORDS["seller-id"], lambda line: line.account_id),
    Field("seller", WORDS["seller"], lambda line: line.name),
    Field("owner", WORDS["owner"], lambda line: line.owner),
    Field("key", WORDS["key-account"], lambda line: _KEY_CELLS[line.key], CENTER),
    Field("counted", WORDS["counted"], lambda line: WORDS["yes" if line.counted else "no"], CENTER),
    Field("tier", WORDS["tier"], lambda line: tier_cell(line.tier), TIER),
    Field("score", WORDS["score"], lambda line: line.score, SCORE),
    Field("dms", WORDS["dms"], lambda line: "{}/{}".format(*line.dms), CENTER),
    Field("departments", WORDS["departments"], lambda line: "{}/{}".format(*line.departments), CENTER),
    Field("lacking", WORDS["lacking"], lambda line: line.lacking, WRAP),
    Field("fill_in", WORDS["fill-in"], lambda line: line.fill_in, WRAP),
)
