"""The gap of a seller: each requirement of the next level with where it can come from (P1), and what to
do this week."""

from __future__ import annotations

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.next_actions import A_WEEK, next_actions
from kasales_xl.core.moves.plan import Plan
from kasales_xl.core.terms import Lang, Tier
from kasales_xl.core.text import join
from kasales_xl.core.verdicts.capability import PRACTICES_A_DIMENSION
from kasales_xl.core.verdicts.requirements import (
    AccountsOf,
    ExpertProof,
    GradeOf,
    KeyAccountData,
    Requirement,
)
from kasales_xl.pages.page import Cell, Column, Content, Table
from kasales_xl.pages.style import CENTER, GOOD, WATCH, WRAP
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.actions import account_line, action_cells
from kasales_xl.text.verdicts.verdicts import COLUMNS, DEMANDS

#: Nearest accounts that a line names.
NEAREST = 2


def gap_table(card: SellerCard, planned: Plan, lang: Lang) -> Table:
    """What the next level asks, what blocks most first, and how ``planned`` closes it; at the top, what
    the level itself asks."""
    gap = card.gap or card.gap_to(card.level)
    return Table(
        "gap",
        (
            Column("requirement", word("requirement", lang), weight=7),
            Column("have", word("have", lang), CENTER),
            Column("need", word("need", lang), CENTER),
            Column("missing", word("missing", lang), CENTER, 3),
            Column("where", word("where", lang), WRAP, weight=10),
        ),
        tuple(_line(requirement, card, planned, lang) for requirement in gap),
    )


def _line(requirement: Requirement, card: SellerCard, planned: Plan, lang: Lang) -> tuple[Content, ...]:
    name = DEMANDS[requirement.demand].pick(lang)
    if isinstance(requirement.demand, KeyAccountData):
        return name, None, None, Cell(f"▲ {requirement.need:g}", WATCH), _to_fill_in(card, lang)
    if not requirement.missing:
        return name, requirement.have, requirement.need, Cell(word("met", lang), GOOD), ""
    missing = Cell(f"▲ {requirement.missing:g}", WATCH)
    return name, requirement.have, requirement.need, missing, _where(requirement, card, planned, lang)


def _where(requirement: Requirement, card: SellerCard, planned: Plan, lang: Lang) -> str:
    demand = requirement.demand
    if isinstance(demand, AccountsOf):
        return _planned(demand.tier, planned, lang)
    if isinstance(demand, GradeOf) and demand.dimension:
        verdict = card.capability.grades[demand.dimension]
        grade = verdict.grade + 1
        return word("raise-grade", lang, have=verdict.total, need=grade * PRACTICES_A_DIMENSION, grade=grade)
    if isinstance(demand, ExpertProof):
        return word("need-evidence" if demand is ExpertProof.EVIDENCE else "need-manager", lang)
    return ""


def _planned(tier: Tier, planned: Plan, lang: Lang) -> str:
    """The accounts that the cheapest way lifts to a tier, with whom; and what to open besides."""
    lifted = [account for account in planned.accounts if account.now < tier <= account.then]
    lines = [account_line(account).pick(lang) for account in lifted[:NEAREST]]
    if len(lifted) > NEAREST:
        lines.append(word("more-lifted", lang, n=len(lifted) - NEAREST))
    opened = planned.new.at_least(tier)
    if opened:
        lines.append(word("open-new", lang, n=opened))
    return "\n".join(lines)


def _to_fill_in(card: SellerCard, lang: Lang) -> str:
    lines = [
        word(
            "pair",
            lang,
            name=v.account.account,
            text=join(COLUMNS[key] for key in v.key_test.fill_in).pick(lang),
        )
        for v in card.undecided[:NEAREST]
    ]
    more = len(card.undecided) - len(lines)
    if more > 0:
        lines.append(word("more-accounts", lang, n=more, tab=word("tab-risks", lang)))
    return "\n".join(lines)


def actions_table(card: SellerCard, planned: Plan, lang: Lang) -> Table:
    """The three things to do this week: who, what, with whom, what comes of it, and why."""
    rows: tuple[tuple[Content, ...], ...] = tuple(
        (number, *(cell.pick(lang) for cell in action_cells(action, card)))
        for number, action in enumerate(next_actions(card, planned)[:A_WEEK], start=1)
    )
    return Table(
        "actions",
        (
            Column("number", "", CENTER, 1),
            Column("account", word("account", lang), WRAP, 4),
            Column("what", word("action", lang), WRAP, 6),
            Column("person", word("person", lang), WRAP, 4),
            Column("effect", word("effect", lang), WRAP, 4),
            Column("reason", word("reason", lang), WRAP, 5),
        ),
        rows,
        empty=word("no-actions", lang),
    )
