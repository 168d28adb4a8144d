"""The gap of a seller: each requirement of the next level with where it can come from (P1), and what to
do this week."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.next_actions import A_WEEK, next_actions
from kasales_xl.core.moves.plan import Plan
from kasales_xl.core.terms import KeyGround, Tier
from kasales_xl.core.text import NOTHING, Text, join, same
from kasales_xl.core.verdicts.capability import PRACTICES_A_DIMENSION
from kasales_xl.core.verdicts.requirements import (
    AccountsOf,
    ExpertProof,
    GradeOf,
    KeyAccountData,
    KeyAccountWins,
    Requirement,
)
from kasales_xl.pages.page import Block, Cell, Paragraph, Table
from kasales_xl.pages.style import CENTER, GOOD, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.actions import ActionCells, account_line, action_cells
from kasales_xl.text.verdicts.verdicts import DEMANDS, what_is_open

#: Nearest accounts that a line names.
NEAREST = 2


def gap_blocks(card: SellerCard, planned: Plan) -> tuple[Block, ...]:
    """What the next level asks and is not there yet, what blocks most first, and how ``planned`` closes it;
    then in one line what is met. At the top, what the level itself asks."""
    asked = card.gap or card.gap_to(card.level)
    missing = [one for one in asked if one.missing or _is_data(one)]
    met = [one for one in asked if one not in missing]
    fields: tuple[Field[Requirement], ...] = (
        Field("requirement", WORDS["requirement"], lambda asked: DEMANDS[asked.demand], weight=7),
        Field("have", WORDS["have"], lambda asked: None if _is_data(asked) else asked.have, CENTER),
        Field("need", WORDS["need"], lambda asked: None if _is_data(asked) else asked.need, CENTER),
        Field("missing", WORDS["missing"], _missing_cell, CENTER, 3),
        Field("where", WORDS["where"], lambda asked: _where(asked, card, planned), WRAP, 10),
    )
    return (
        *((table("gap", fields, missing),) if missing else ()),
        *((Paragraph(WORDS["all-met"](met=join(map(_met, met))), GOOD.wrapped),) if met else ()),
    )


def _met(asked: Requirement) -> Text:
    """``强关系大客户 2/1``"""
    return WORDS["one-met"](demand=DEMANDS[asked.demand], have=f"{asked.have:g}", need=f"{asked.need:g}")


def _is_data(asked: Requirement) -> bool:
    """Data to be filled in and deals to win are counted by account; nothing stands against them."""
    return isinstance(asked.demand, KeyAccountData | KeyAccountWins)


def _missing_cell(asked: Requirement) -> Cell:
    missing = asked.need if _is_data(asked) else asked.missing
    return Cell(f"▲ {missing:g}", WATCH)


def _where(asked: Requirement, card: SellerCard, planned: Plan) -> Text:
    demand = asked.demand
    if isinstance(demand, KeyAccountData | KeyAccountWins):
        return _to_decide(card, KeyGround.DATA if isinstance(demand, KeyAccountData) else KeyGround.TO_WIN)
    if not asked.missing:
        return NOTHING
    if isinstance(demand, AccountsOf):
        return _lifted_to(demand.tier, planned)
    if isinstance(demand, GradeOf) and demand.dimension:
        verdict = card.capability.grades[demand.dimension]
        grade = verdict.grade + 1
        return WORDS["raise-grade"](have=verdict.total, need=grade * PRACTICES_A_DIMENSION, grade=grade)
    if isinstance(demand, ExpertProof):
        return WORDS["need-evidence" if demand is ExpertProof.EVIDENCE else "need-manager"]
    return NOTHING


def _lifted_to(tier: Tier, planned: Plan) -> Text:
    """The accounts that the cheapest way lifts to a tier, with whom; and what to open besides."""
    lifted = [account for account in planned.accounts if account.now < tier <= account.then]
    lines = [account_line(account) for account in lifted[:NEAREST]]
    if len(lifted) > NEAREST:
        lines.append(WORDS["more-lifted"](n=len(lifted) - NEAREST))
    opened = planned.new.at_least(tier)
    if opened:
        lines.append(WORDS["open-new"](n=opened))
    return _stacked(lines)


def _to_decide(card: SellerCard, ground: KeyGround) -> Text:
    undecided = [v for v in card.undecided if v.key_test.ground is ground]
    lines = [
        WORDS["pair"](name=v.account.account, text=what_is_open(v.key_test)) for v in undecided[:NEAREST]
    ]
    more = len(undecided) - len(lines)
    if more > 0:
        lines.append(WORDS["more-accounts"](n=more, tab=WORDS["tab-risks"]))
    return _stacked(lines)


def _stacked(lines: Iterable[Text]) -> Text:
    return join(lines, same("\n"))


_ACTION_FIELDS: tuple[Field[tuple[int, ActionCells]], ...] = (
    Field("number", "", lambda line: line[0], CENTER, 1),
    Field("account", WORDS["account"], lambda line: line[1].account, WRAP, 4),
    Field("what", WORDS["action"], lambda line: line[1].what, WRAP, 6),
    Field("person", WORDS["person"], lambda line: line[1].person, WRAP, 4),
    Field("effect", WORDS["effect"], lambda line: line[1].effect, WRAP, 4),
    Field("reason", WORDS["reason"], lambda line: line[1].reason, WRAP, 5),
)


def actions_table(card: SellerCard, planned: Plan) -> Table:
    """The three things to do this week: who, what, with whom, what comes of it, and why."""
    actions = [action_cells(action, card) for action in next_actions(card, planned)[:A_WEEK]]
    return table("actions", _ACTION_FIELDS, enumerate(actions, start=1), empty=WORDS["no-actions"])
