"""The cheapest way up in words (P2): what to do, with whom, and what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kasales_xl.core.moves.move import COMPLETE_DATA, FIND_DM, NEUTRALISE, WIN_DM, WIN_RELATED, Move, Way
from kasales_xl.core.moves.practice_moves import DimensionLift, PracticeLift
from kasales_xl.core.names import person
from kasales_xl.core.terms import Tier
from kasales_xl.core.text import HALVES, Text, join, same
from kasales_xl.core.verdicts.key_account import Datum
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.verdicts.verdicts import indent

_MOVES: dict[str, Text] = {
    WIN_DM: Text("争取关键决策人", "win the key decision maker"),
    WIN_RELATED: Text("争取业务相关人", "win the related contact"),
    NEUTRALISE: Text("化解反对", "neutralise the opposition"),
    FIND_DM: Text("找到关键部门的决策人", "find the key decision maker"),
    COMPLETE_DATA: Text("补填{column}", "fill in {column}"),
}
_MEND = Text("改好 {cell}（没读出来）", "put right {cell} (could not be read)")
_SOMEBODY = Text("（待找）", "(to be found)")
_SOMEBODY_IN = Text("{department}（待找）", "{department} (to be found)")
_COLUMN = Text("{sheet}·{column}", "{sheet} · {column}")
_IF_KEY = Text("{change}（确认是大客户才算）", "{change} (if it is a key account)")
_NEW: dict[Tier, Text] = {
    Tier.STRONG: Text("新开 {n} 家{tier}大客户", "open {n} new key {n:account|accounts} at {tier}"),
    Tier.MID: Text("新开 {n} 家{tier}关系大客户", "open {n} new key {n:account|accounts} at {tier}"),
    Tier.JUNIOR: Text("新开 {n} 家{tier}关系大客户", "open {n} new key {n:account|accounts} at {tier}"),
}
_LIFT = Text("做法「{name}」{now}→{to}", "practice “{name}” {now}→{to}")
_LIFTS = Text("{name} {now}→{to} 级", "{name} grade {now}→{to}")
_WAY = Text("升到{tier}（{n} 步）：{steps}", "to {tier} ({n} {n:step|steps}): {steps}")


def move_text(move: Move) -> Text:
    """What to do, without whom: ``争取关键决策人``."""
    if move.cell:
        return _MEND(cell=move.cell)
    return _MOVES[move.kind](column=_column(move.datum) if move.datum else "")


def move_person(move: Move) -> Text:
    """With whom: ``财务部李总``; ``财务部（待找）`` for somebody nobody knows yet; blank for data."""
    if move.person:
        return same(person(move.department, move.person))
    if move.kind == COMPLETE_DATA:
        return same(move.department)
    return _SOMEBODY_IN(department=move.department) if move.department else _SOMEBODY


def steps_text(moves: Iterable[Move]) -> Text:
    """``争取关键决策人 财务部李总；化解反对 王总``"""
    return join((join((move_text(m), move_person(m)), same(" ")) for m in moves), HALVES)


def _column(datum: Datum) -> Text:
    """``客户·12个月潜力``"""
    layout = LAYOUT[datum.sheet]
    column = layout.by_key[datum.column]
    return _COLUMN(sheet=Text(layout.zh, layout.en), column=column.header)


def effect_text(now: Tier, then: Tier, undecided: bool) -> Text:
    """``中级→强``; an undecided account counts only if its data shows a key account."""
    change = same("{then}" if now is then else "{now}→{then}")(now=now, then=then)
    return _IF_KEY(change=change) if undecided else change


def new_accounts(new: Counts) -> tuple[Text, ...]:
    """What to open besides: ``新开 2 家中级关系大客户``, strongest first."""
    return tuple(said(n=new.of(tier), tier=tier) for tier, said in _NEW.items() if new.of(tier))


def lift_text(lift: PracticeLift) -> Text:
    """``做法「…」0→2``"""
    return _LIFT(name=lift.practice or lift.stage, now=lift.now, to=lift.to)


def lift_effect(lift: DimensionLift) -> Text:
    """``道 1→2 级``"""
    return _LIFTS(name=lift.dimension, now=lift.now, to=lift.to)


def explain_ways(ways: Mapping[Tier, Way]) -> Iterator[Text]:
    """Each higher tier with its least set of moves: ``升到中级（1 步）：争取关键决策人 财务部李总``. A
    tier that the way to a lower one reaches anyway has no line of its own."""
    shown: set[Tier] = set()
    for way in ways.values():
        if way.tier in shown:
            continue
        shown.add(way.tier)
        yield indent(_WAY(tier=way.tier, n=len(way.moves), steps=steps_text(way.moves)))
