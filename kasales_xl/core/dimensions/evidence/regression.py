"""A small penalised logistic regression, without any library: the worksheet path needs none."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

Pair = tuple[str, str]
#: Weight of each value in log odds; None is the constant.
Weights = dict[Pair | None, float]
#: A deal: its values, where it starts in log odds, and whether it was won.
Row = tuple[tuple[Pair, ...], float, bool]

#: How strongly weights are pulled to 0, in deals' worth of curvature (scikit-learn's C = 1).
PENALTY = 1.0
#: A chance is never told as certain: no odds beyond 999 to 1.
MOST_CERTAIN = 0.999
_ENOUGH, _ROUNDS = 0.02, 10


def logit(chance: float) -> float:
    """Log odds of a chance, which is held between 0.1% and 99.9%."""
    held = min(MOST_CERTAIN, max(1 - MOST_CERTAIN, chance))
    return math.log(held / (1 - held))


def sigmoid(odds: float) -> float:
    """The chance of log odds, between 0.1% and 99.9%."""
    chance = 1 / (1 + math.exp(-odds)) if odds > -50 else 0.0
    return min(MOST_CERTAIN, max(1 - MOST_CERTAIN, chance))


def regression(rows: Sequence[Row], *, least: int) -> Weights:
    """Ridge-penalised weights of the values that at least ``least`` deals have, by one Newton step a value
    in turn until nothing moves. Deterministic; the order of the rows is irrelevant up to rounding."""
    counts = Counter(pair for pairs, _start, _won in rows for pair in pairs)
    members: defaultdict[Pair | None, list[int]] = defaultdict(list)
    for place, (values, _start, _won) in enumerate(rows):
        members[None].append(place)
        for value in values:
            if counts[value] >= least:
                members[value].append(place)
    odds = [start for _pairs, start, _won in rows]
    ends = [float(won) for _pairs, _start, won in rows]
    order = sorted(members, key=lambda pair: pair or ("", ""))
    weights: Weights = dict.fromkeys([None, *order], 0.0)
    for _ in range(_ROUNDS):
        moved = 0.0
        for pair in order:
            step = _step(members[pair], odds, ends, weights[pair], 0.0 if pair is None else PENALTY)
            weights[pair] += step
            moved = max(moved, abs(step))
            for place in members[pair]:
                odds[place] += step
        if moved < _ENOUGH:
            break
    return weights


def _step(places: list[int], odds: list[float], ends: list[float], weight: float, penalty: float) -> float:
    slope, bend = -penalty * weight, penalty
    for place in places:
        chance = 1 / (1 + math.exp(-odds[place]))
        slope += ends[place] - chance
        bend += chance * (1 - chance)
    # a long step could overshoot where the curve is flat
    return max(-2.0, min(2.0, slope / max(bend, 0.05)))
