"""A team's accounts: those at risk, and all of them with their verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import KeyAccount, Lang
from kasales_xl.core.text import join
from kasales_xl.core.verdicts.risks import AccountRisk
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.page import Cell, Column, Content, Page, Table, value
from kasales_xl.pages.parts import people, people_link, team_name, tier_cell
from kasales_xl.pages.style import BAD, CENTER, GOOD, LINK, NEUTRAL, SCORE, TIER, WATCH, WRAP
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.verdicts import COLUMNS, explain_reasons

Row = tuple[Content, ...]
_KINDS = 3


def risk_rows(card: SellerCard, risks: Sequence[AccountRisk], lang: Lang) -> tuple[Row, ...]:
    """A seller's rows on the page of accounts at risk."""
    return tuple(_risk_row(card, risk, lang) for risk in risks)


def risks_page(team: str, rows: Sequence[Row], subtitle: Words, lang: Lang) -> Page:
    """Accounts that could be lost, those with most kinds of risk first, then in the order given."""
    columns = (
        Column("account", word("account", lang)),
        Column("seller", word("seller", lang)),
        Column("tier", word("tier", lang), TIER),
        Column("risks", word("risk-kinds", lang), CENTER),
        Column("opposed", word("opposed-dms", lang), WRAP),
        Column("stale", word("stale-people", lang), WRAP),
        Column("single", word("single-person", lang), WRAP),
        Column("fill_in", word("fill-in", lang), WRAP),
    )
    return Page(
        "risks",
        word("title-risks", lang, team=team_name(team, lang)),
        word("tab-risks", lang),
        (
            Table(
                "risks",
                columns,
                tuple(sorted(rows, key=lambda row: -int(str(value(row[_KINDS]))))),
                empty=word("no-risks", lang),
            ),
        ),
        subtitle,
        "list",
    )


def _risk_row(card: SellerCard, risk: AccountRisk, lang: Lang) -> Row:
    opposed = people(risk.opposed, lang)
    return (
        risk.verdict.account.account,
        _seller(card),
        tier_cell(risk.verdict.tier, lang),
        risk.kinds,
        Cell(f"▲ {opposed}", BAD.wrapped) if opposed else "",
        people(risk.stale, lang),
        people((risk.single,), lang) if risk.single else "",
        _fill_in(risk.verdict, lang),
    )


def _seller(card: SellerCard) -> Cell:
    return Cell(card.seller.name, LINK, people_link(card.seller.seller_id))


def _fill_in(verdict: AccountVerdict, lang: Lang) -> str:
    return join(COLUMNS[key] for key in verdict.key_test.fill_in).pick(lang)


def account_rows(card: SellerCard, lang: Lang) -> tuple[Row, ...]:
    """A seller's rows on the page of all accounts, as the book lists them."""
    return tuple(_account_row(card, verdict, lang) for verdict in card.accounts)


def accounts_page(team: str, rows: Sequence[Row], subtitle: Words, lang: Lang) -> Page:
    """Every account with its verdicts, in the order given."""
    columns = (
        Column("account", word("account", lang)),
        Column("account_id", word("seller-id", lang)),
        Column("seller", word("seller", lang)),
        Column("owner", word("owner", lang)),
        Column("key", word("key-account", lang), CENTER),
        Column("counted", word("counted", lang), CENTER),
        Column("tier", word("tier", lang), TIER),
        Column("score", word("score", lang), SCORE),
        Column("dms", word("dms", lang), CENTER),
        Column("departments", word("departments", lang), CENTER),
        Column("lacking", word("lacking", lang), WRAP),
        Column("fill_in", word("fill-in", lang), WRAP),
    )
    return Page(
        "accounts",
        word("title-accounts", lang, team=team_name(team, lang)),
        word("tab-accounts", lang),
        (Table("accounts", columns, tuple(rows), empty=word("no-accounts", lang)),),
        subtitle,
        "list",
    )


_KEY_STATES = {
    KeyAccount.YES: ("✓ ", GOOD),
    KeyAccount.NO: ("– ", NEUTRAL),
    KeyAccount.UNDECIDED: ("? ", WATCH),
}


def _account_row(card: SellerCard, verdict: AccountVerdict, lang: Lang) -> Row:
    facts = verdict.facts
    mark, state = _KEY_STATES[verdict.key]
    return (
        verdict.account.account,
        verdict.account.account_id,
        card.seller.name,
        verdict.account.owner,
        Cell(mark + verdict.key.label(lang), state),
        word("yes" if verdict.counted else "no", lang),
        tier_cell(verdict.tier, lang),
        verdict.score.total,
        f"{len(facts.influenced_dms)}/{len(facts.dms)}",
        f"{len(facts.covered)}/{len(facts.key_departments)}",
        explain_reasons(verdict.lacking).pick(lang),
        _fill_in(verdict, lang),
    )
