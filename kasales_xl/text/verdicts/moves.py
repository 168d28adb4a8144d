"""The cheapest way up in words (P2): what to do, with whom, and what it brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kasales_xl.core.moves.move import COMPLETE_DATA, FIND_DM, NEUTRALISE, WIN_DM, WIN_RELATED, Move, Way
from kasales_xl.core.moves.practice_moves import DimensionLift, PracticeLift
from kasales_xl.core.names import person
from kasales_xl.core.terms import Lang, Tier
from kasales_xl.core.verdicts.key_account import Datum
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.layout.sheets import LAYOUT

_MOVES: dict[str, tuple[str, str]] = {
    WIN_DM: ("争取关键决策人", "win the key decision maker"),
    WIN_RELATED: ("争取业务相关人", "win the related contact"),
    NEUTRALISE: ("化解反对", "neutralise the opposition"),
    FIND_DM: ("找到关键部门的决策人", "find the key decision maker"),
    COMPLETE_DATA: ("补填{column}", "fill in {column}"),
}
_SOMEBODY = ("（待找）", " (to be found)")


def move_text(move: Move, lang: Lang) -> str:
    """What to do, without whom: ``争取关键决策人``."""
    return _MOVES[move.kind][lang == "en"].format(column=_column(move.datum, lang) if move.datum else "")


def move_person(move: Move, lang: Lang) -> str:
    """With whom: ``财务部李总``; ``财务部（待找）`` for somebody nobody knows yet; blank for data."""
    if move.person:
        return person(move.department, move.person)
    if move.kind == COMPLETE_DATA:
        return move.department
    return f"{move.department}{_SOMEBODY[lang == 'en']}".strip()


def _column(datum: Datum, lang: Lang) -> str:
    """``客户·12个月潜力``"""
    layout, mark = LAYOUT[datum.sheet], "·" if lang == "zh" else " · "
    return f"{layout.title(lang)}{mark}{layout.by_key[datum.column].label(lang)}"


def effect_text(now: Tier, then: Tier, undecided: bool, lang: Lang) -> str:
    """``中级→强``; an undecided account counts only if its data shows a key account."""
    change = then.label(lang) if now is then else f"{now.label(lang)}→{then.label(lang)}"
    if not undecided:
        return change
    return f"{change}（确认是大客户才算）" if lang == "zh" else f"{change} (if it is a key account)"


def new_accounts(new: Counts, lang: Lang) -> tuple[str, ...]:
    """What to open besides: ``新开 2 家中级关系大客户``, strongest first."""
    found = []
    for tier in (Tier.STRONG, Tier.MID, Tier.JUNIOR):
        count = new.of(tier)
        if count and lang == "zh":
            found.append(f"新开 {count} 家{tier.zh}{'' if tier is Tier.STRONG else '关系'}大客户")
        elif count:
            found.append(f"open {count} new key account(s) at {tier.en}")
    return tuple(found)


def lift_text(lift: PracticeLift, lang: Lang) -> str:
    """``做法「…」0→2``"""
    name = lift.practice or lift.stage.label(lang)
    return (
        f"做法「{name}」{lift.now}→{lift.to}" if lang == "zh" else f"practice “{name}” {lift.now}→{lift.to}"
    )


def lift_effect(lift: DimensionLift, lang: Lang) -> str:
    """``道 1→2 级``"""
    label = lift.dimension.label(lang)
    return f"{label} {lift.now}→{lift.to} 级" if lang == "zh" else f"{label} grade {lift.now}→{lift.to}"


def explain_ways(ways: Mapping[Tier, Way], lang: Lang) -> Iterator[str]:
    """Each higher tier with its least set of moves: ``升到中级（1 步）：争取关键决策人 财务部李总``. A
    tier that the way to a lower one reaches anyway has no line of its own."""
    shown: set[Tier] = set()
    for way in ways.values():
        if way.tier in shown:
            continue
        shown.add(way.tier)
        steps = (f"{move_text(m, lang)} {move_person(m, lang)}".strip() for m in way.moves)
        if lang == "zh":
            yield f"  升到{way.tier.zh}（{len(way.moves)} 步）：{'；'.join(steps)}"
        else:
            yield f"  to {way.tier.en} ({len(way.moves)} step(s)): {'; '.join(steps)}"
