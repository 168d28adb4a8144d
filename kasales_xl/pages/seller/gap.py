"""The gap of a seller: each requirement of the next level with where it can come from (P1), and what to
do this week."""

from __future__ import annotations

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.next_actions import A_WEEK, next_actions
from kasales_xl.core.moves.plan import Plan
from kasales_xl.core.terms import Tier
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
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.actions import account_line, action_cells
from kasales_xl.text.verdicts.verdicts import COLUMNS, DEMANDS

#: Nearest accounts that a line names.
NEAREST = 2


def gap_table(card: SellerCard, planned: Plan) -> Table:
    """What the next level asks, what blocks most first, and how ``planned`` closes it; at the top, what
    the level itself asks."""
    gap = card.gap or card.gap_to(card.level)
    return Table(
        "gap",
        (
            Column("requirement", WORDS["requirement"], weight=7),
            Column("have", WORDS["have"], CENTER),
            Column("need", WORDS["need"], CENTER),
            Column("missing", WORDS["missing"], CENTER, 3),
            Column("where", WORDS["where"], WRAP, weight=10),
        ),
        tuple(_line(requirement, card, planned) for requirement in gap),
    )


def _line(requirement: Requirement, card: SellerCard, planned: Plan) -> tuple[Content, ...]:
    name = DEMANDS[requirement.demand]
    if isinstance(requirement.demand, KeyAccountData):
        return name, None, None, Cell(f"▲ {requirement.need:g}", WATCH), _to_fill_in(card)
    if not requirement.missing:
        return name, requirement.have, requirement.need, Cell(WORDS["met"], GOOD), ""
    missing = Cell(f"▲ {requirement.missing:g}", WATCH)
    return name, requirement.have, requirement.need, missing, _where(requirement, card, planned)


def _where(requirement: Requirement, card: SellerCard, planned: Plan) -> str:
    demand = requirement.demand
    if isinstance(demand, AccountsOf):
        return _planned(demand.tier, planned)
    if isinstance(demand, GradeOf) and demand.dimension:
        verdict = card.capability.grades[demand.dimension]
        grade = verdict.grade + 1
        return WORDS["raise-grade"](have=verdict.total, need=grade * PRACTICES_A_DIMENSION, grade=grade)
    if isinstance(demand, ExpertProof):
        return WORDS["need-evidence" if demand is ExpertProof.EVIDENCE else "need-manager"]
    return ""


def _planned(tier: Tier, planned: Plan) -> str:
    """The accounts that the cheapest way lifts to a tier, with whom; and what to open besides."""
    lifted = [account for account in planned.accounts if account.now < tier <= account.then]
    lines = [account_line(account) for account in lifted[:NEAREST]]
    if len(lifted) > NEAREST:
        lines.append(WORDS["more-lifted"](n=len(lifted) - NEAREST))
    opened = planned.new.at_least(tier)
    if opened:
        lines.append(WORDS["open-new"](n=opened))
    return "\n".join(lines)


def _to_fill_in(card: SellerCard) -> str:
    lines = [
        WORDS["pair"](name=v.account.account, text=join(COLUMNS[key] for key in v.key_test.fill_in))
        for v in card.undecided[:NEAREST]
    ]
    more = len(card.undecided) - len(lines)
    if more > 0:
        lines.append(WORDS["more-accounts"](n=more, tab=WORDS["tab-risks"]))
    return "\n".join(lines)


def actions_table(card: SellerCard, planned: Plan) -> Table:
    """The three things to do this week: who, what, with whom, what comes of it, and why."""
    rows: tuple[tuple[Content, ...], ...] = tuple(
        (number, *(cell for cell in action_cells(action, card)))
        for number, action in enumerate(next_actions(card, planned)[:A_WEEK], start=1)
    )
    return Table(
        "actions",
        (
            Column("number", "", CENTER, 1),
            Column("account", WORDS["account"], WRAP, 4),
            Column("what", WORDS["action"], WRAP, 6),
            Column("person", WORDS["person"], WRAP, 4),
            Column("effect", WORDS["effect"], WRAP, 4),
            Column("reason", WORDS["reason"], WRAP, 5),
        ),
        rows,
        empty=WORDS["no-actions"],
    )
