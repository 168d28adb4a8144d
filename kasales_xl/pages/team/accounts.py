"""A team's accounts: those at risk, and all of them with their verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import KeyAccount
from kasales_xl.core.text import join
from kasales_xl.core.verdicts.risks import AccountRisk
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.page import Cell, Column, Content, Page, Table, value
from kasales_xl.pages.parts import people, people_link, team_name, tier_cell
from kasales_xl.pages.style import BAD, CENTER, GOOD, LINK, NEUTRAL, SCORE, TIER, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import COLUMNS, explain_reasons

Row = tuple[Content, ...]
_KINDS = 3


def risk_rows(card: SellerCard, risks: Sequence[AccountRisk]) -> tuple[Row, ...]:
    """A seller's rows on the page of accounts at risk."""
    return tuple(_risk_row(card, risk) for risk in risks)


def risks_page(team: str, rows: Sequence[Row], subtitle: Words) -> Page:
    """Accounts that could be lost, those with most kinds of risk first, then in the order given."""
    columns = (
        Column("account", WORDS["account"]),
        Column("seller", WORDS["seller"]),
        Column("tier", WORDS["tier"], TIER),
        Column("risks", WORDS["risk-kinds"], CENTER),
        Column("opposed", WORDS["opposed-dms"], WRAP),
        Column("stale", WORDS["stale-people"], WRAP),
        Column("single", WORDS["single-person"], WRAP),
        Column("fill_in", WORDS["fill-in"], WRAP),
    )
    return Page(
        "risks",
        WORDS["title-risks"](team=team_name(team)),
        WORDS["tab-risks"],
        (
            Table(
                "risks",
                columns,
                tuple(sorted(rows, key=lambda row: -int(str(value(row[_KINDS]))))),
                empty=WORDS["no-risks"],
            ),
        ),
        subtitle,
        "list",
    )


def _risk_row(card: SellerCard, risk: AccountRisk) -> Row:
    opposed = people(risk.opposed)
    return (
        risk.verdict.account.account,
        _seller(card),
        tier_cell(risk.verdict.tier),
        risk.kinds,
        Cell(f"▲ {opposed}", BAD.wrapped) if opposed else "",
        people(risk.stale),
        people((risk.single,)) if risk.single else "",
        _fill_in(risk.verdict),
    )


def _seller(card: SellerCard) -> Cell:
    return Cell(card.seller.name, LINK, people_link(card.seller.seller_id))


def _fill_in(verdict: AccountVerdict) -> str:
    return join(COLUMNS[key] for key in verdict.key_test.fill_in)


def account_rows(card: SellerCard) -> tuple[Row, ...]:
    """A seller's rows on the page of all accounts, as the book lists them."""
    return tuple(_account_row(card, verdict) for verdict in card.accounts)


def accounts_page(team: str, rows: Sequence[Row], subtitle: Words) -> Page:
    """Every account with its verdicts, in the order given."""
    columns = (
        Column("account", WORDS["account"]),
        Column("account_id", WORDS["seller-id"]),
        Column("seller", WORDS["seller"]),
        Column("owner", WORDS["owner"]),
        Column("key", WORDS["key-account"], CENTER),
        Column("counted", WORDS["counted"], CENTER),
        Column("tier", WORDS["tier"], TIER),
        Column("score", WORDS["score"], SCORE),
        Column("dms", WORDS["dms"], CENTER),
        Column("departments", WORDS["departments"], CENTER),
        Column("lacking", WORDS["lacking"], WRAP),
        Column("fill_in", WORDS["fill-in"], WRAP),
    )
    return Page(
        "accounts",
        WORDS["title-accounts"](team=team_name(team)),
        WORDS["tab-accounts"],
        (Table("accounts", columns, tuple(rows), empty=WORDS["no-accounts"]),),
        subtitle,
        "list",
    )


_KEY_STATES = {
    KeyAccount.YES: ("✓ ", GOOD),
    KeyAccount.NO: ("– ", NEUTRAL),
    KeyAccount.UNDECIDED: ("? ", WATCH),
}


def _account_row(card: SellerCard, verdict: AccountVerdict) -> Row:
    facts = verdict.facts
    mark, state = _KEY_STATES[verdict.key]
    return (
        verdict.account.account,
        verdict.account.account_id,
        card.seller.name,
        verdict.account.owner,
        Cell(mark + verdict.key, state),
        WORDS["yes" if verdict.counted else "no"],
        tier_cell(verdict.tier),
        verdict.score.total,
        f"{len(facts.influenced_dms)}/{len(facts.dms)}",
        f"{len(facts.covered)}/{len(facts.key_departments)}",
        explain_reasons(verdict.lacking),
        _fill_in(verdict),
    )
