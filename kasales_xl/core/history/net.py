"""Opposite changes of one account in one period as one net change (P3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kasales_xl.core.history.snapshot import AccountSnapshot

_State = AccountSnapshot | None


def netted(states: Sequence[Mapping[str, AccountSnapshot]]) -> list[dict[str, AccountSnapshot]]:
    """states: the accounts by ID, from the first view to the last. The first and the last stay as they
    are; an account that went up and down between them moves once, where a step led the way it went in
    the end, or not at all."""
    flat = [dict(view) for view in states]
    for account_id in {key for view in states for key in view}:
        way = [view.get(account_id) for view in states]
        steps = [_step(a, b) for a, b in pairwise(way)]
        if not (any(step > 0 for step in steps) and any(step < 0 for step in steps)):
            continue
        turn = _turn(way, steps)
        for place, view in enumerate(flat):
            state = way[0] if place <= turn else way[-1]
            if state is None:
                view.pop(account_id, None)
            else:
                view[account_id] = state
    return flat


def _turn(way: Sequence[_State], steps: Sequence[int]) -> int:
    """The step that the whole change is put down to: the last that led the same way, else the last."""
    whole = _step(way[0], way[-1])
    same = [place for place, step in enumerate(steps) if step * whole > 0]
    return same[-1] if same else len(steps) - 1


def _step(was: _State, now: _State) -> int:
    """1 up, -1 down, 0 neither: counting first, then the tier."""
    a, b = _rank(was), _rank(now)
    return (b > a) - (b < a)


def _rank(state: _State) -> tuple[bool, bool, int]:
    if state is None:
        return False, False, 0
    return True, state.counted, state.tier.rank
