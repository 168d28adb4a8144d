"""The cheapest way up in words (P2): what to do, with whom, and what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kasales_xl.core.moves.move import (
    COMPLETE_DATA,
    CONFIRM_TIER,
    FIND_DM,
    NEUTRALISE,
    WIN_DEAL,
    WIN_DM,
    WIN_RELATED,
    Move,
    Way,
)
from kasales_xl.core.moves.plan import AccountPlan, Plan
from kasales_xl.core.moves.practice_moves import DimensionLift, PracticeLift
from kasales_xl.core.names import person
from kasales_xl.core.terms import Tier
from kasales_xl.core.text import HALVES, NOTHING, Text, join, same
from kasales_xl.core.verdicts.key_account import Datum
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.verdicts.verdicts import at_least, indent

_MOVES: dict[str, Text] = {
    WIN_DM: Text("争取关键决策人", "win the key decision maker"),
    WIN_RELATED: Text("争取业务相关人", "win the related contact"),
    NEUTRALISE: Text("化解反对", "neutralise the opposition"),
    FIND_DM: Text("找到关键部门的决策人", "find the key decision maker"),
    COMPLETE_DATA: Text("补填{column}", "fill in {column}"),
    WIN_DEAL: Text("{day} 前赢一单，不少于 {amount}", "win a deal of {amount} or more by {day}"),
    CONFIRM_TIER: Text("请经理确认{tier}关系", "have your manager confirm the tier {tier}"),
}
# the cell may hold some departments already: nobody is told to fill in what is filled in
_NAME_DEPARTMENT = Text("写明一个关键部门", "name a key department")
_NTH: dict[int, Text] = {
    1: Text("{day} 前赢下第一单，不少于 {amount}", "win a first deal of {amount} or more by {day}"),
    2: Text("{day} 前赢下第二单，不少于 {amount}", "win a second deal of {amount} or more by {day}"),
}
_MEND = Text("改好 {cell}（没读出来）", "put right {cell} (could not be read)")
_SOMEBODY = Text("（待找）", "(to be found)")
_SOMEBODY_IN = Text("{department}（待找）", "{department} (to be found)")
_COLUMN = Text("{sheet}·{column}", "{sheet} · {column}")
_OF_DEAL = Text("{column}（{deal}）", "{column} ({deal})")
_IF_KEY = Text("{change}（资料齐了、确认是大客户才算）", "{change} (if its data shows a key account)")
_BECOMES_KEY = Text("{change}（赢了单就算大客户）", "{change} (a key account once won)")
_NEW: dict[Tier, Text] = {
    Tier.STRONG: Text("新开 {n} 家{tier}大客户", "open {n} new key {n:account|accounts} at {tier}"),
    Tier.MID: Text("新开 {n} 家{tier}关系大客户", "open {n} new key {n:account|accounts} at {tier}"),
    Tier.JUNIOR: Text("新开 {n} 家{tier}关系大客户", "open {n} new key {n:account|accounts} at {tier}"),
}
_LIFT = Text("做法「{name}」{now}→{to}", "practice “{name}” {now}→{to}")
_LIFTS = Text(
    "{name}补满 {steps} 分，{now}→{to} 级", "{name}: {steps} {steps:point makes|points make} grade {now}→{to}"
)
_WAY = Text("升到{tier}（{n} 步）：{steps}", "to {tier} ({n} {n:step|steps}): {steps}")


def move_text(move: Move) -> Text:
    """What to do, without whom: ``争取关键决策人``."""
    if move.cell:
        return _MEND(cell=move.cell)
    said = _NTH.get(move.nth, _MOVES[move.kind])
    if move.datum is Datum.KEY_DEPARTMENTS:
        said = _NAME_DEPARTMENT
    return said(
        column=_column(move) if move.datum else NOTHING,
        amount=at_least(move.amount, move.unit),
        day=move.by or NOTHING,
        tier=move.tier or NOTHING,
    )


def move_person(move: Move) -> Text:
    """With whom: ``财务部李总``; ``财务部（待找）`` for somebody nobody knows yet; blank for data."""
    if move.person:
        return same(person(move.department, move.person))
    if move.kind in (COMPLETE_DATA, WIN_DEAL, CONFIRM_TIER):
        return same(move.department)
    return _SOMEBODY_IN(department=move.department) if move.department else _SOMEBODY


def steps_text(moves: Iterable[Move]) -> Text:
    """``争取关键决策人 财务部李总；化解反对 王总``"""
    return join((join((move_text(m), move_person(m)), same(" ")) for m in moves), HALVES)


def _column(move: Move) -> Text:
    """``客户·12个月潜力``, ``商机·金额（二期）``"""
    datum = move.datum or Datum.TARGET
    layout = LAYOUT[datum.sheet]
    column = layout.by_key[datum.column]
    named = _COLUMN(sheet=Text(layout.zh, layout.en), column=column.header)
    return _OF_DEAL(column=named, deal=move.deal) if move.deal else named


def effect_text(account: AccountPlan) -> Text:
    """``中级→强``; an undecided account counts only if its data or its wins make it a key account."""
    change = same("{then}" if account.now is account.then else "{now}→{then}")(
        now=account.now, then=account.then
    )
    if account.undecided:
        return _IF_KEY(change=change)
    return _BECOMES_KEY(change=change) if account.enters else change


def new_accounts(new: Counts) -> tuple[Text, ...]:
    """What to open besides: ``新开 2 家中级关系大客户``, strongest first."""
    return tuple(said(n=new.of(tier), tier=tier) for tier, said in _NEW.items() if new.of(tier))


def lift_text(lift: PracticeLift) -> Text:
    """``做法「…」0→2``"""
    return _LIFT(name=lift.practice or lift.stage, now=lift.now, to=lift.to)


def lift_effect(lift: DimensionLift) -> Text:
    """``道补满 3 分，1→2 级``"""
    return _LIFTS(name=lift.dimension, now=lift.now, to=lift.to, steps=lift.steps)


_PARTS: dict[str, Text] = {
    "people": Text("{n} 位关键人", "{n} key {n:person|people}"),
    "related": Text("{n} 位业务相关人", "{n} related {n:contact|contacts}"),
    "deals": Text("{n} 个大单", "{n} big {n:deal|deals}"),
    "data": Text("{n} 处资料", "{n} {n:cell|cells} to fill in"),
    "confirms": Text("{n} 家请经理确认", "{n} {n:tier|tiers} to be confirmed"),
    "new": Text("{n} 家新客户", "{n} new {n:account|accounts}"),
    "points": Text("{n} 项能力", "{n} practice {n:point|points}"),
    "expert": Text("专家确认", "the expert's confirmation"),
}
_IN_ORDER = Text("{parts}（先少开新客户，再少走步）", "{parts} (fewest new accounts, then fewest steps)")


def plan_parts(planned: Plan) -> dict[str, int]:
    """How much of everything a level asks, by code, nothing left out: people to win (one who has to be
    neutralised first is one person), deals, cells, tiers to be confirmed, new accounts, practice points."""
    moves = planned.moves
    people = {(m.account_id, m.contact_id) for m in moves if m.contact_id}
    related = {(m.account_id, m.contact_id) for m in moves if m.kind == WIN_RELATED}
    kinds = [move.kind for move in moves]
    return {
        "people": len(people - related) + kinds.count(FIND_DM),
        "related": len(related),
        "deals": kinds.count(WIN_DEAL),
        "data": kinds.count(COMPLETE_DATA),
        "confirms": kinds.count(CONFIRM_TIER),
        "new": sum(planned.new),
        "points": sum(lift.steps for lift in planned.practices),
        "expert": len(planned.expert),
    }


def plan_sentence(planned: Plan) -> Text:
    """``2 位关键人、1 家新客户、6 项能力``, with the order of choice where accounts had to be chosen; blank
    where nothing is asked."""
    parts = plan_parts(planned)
    said = join(_PARTS[code](n=n) for code, n in parts.items() if n)
    return _IN_ORDER(parts=said) if said and (planned.moves or parts["new"]) else said


def explain_ways(ways: Mapping[Tier, Way]) -> Iterator[Text]:
    """Each higher tier with its least set of moves: ``升到中级（1 步）：争取关键决策人 财务部李总``. A
    tier that the way to a lower one reaches anyway has no line of its own."""
    shown: set[Tier] = set()
    for way in ways.values():
        if way.tier in shown:
            continue
        shown.add(way.tier)
        yield indent(_WAY(tier=way.tier, n=len(way.moves), steps=steps_text(way.moves)))
