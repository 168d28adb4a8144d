"""Comparing shares without floating point: 0.3 of 100 is 30, whatever order the sum was made in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=4096)
def exact(number: float) -> Fraction:
    """The decimal number a person typed, not its binary neighbour."""
    return Fraction(Decimal(repr(number)))


@lru_cache(maxsize=4096)
def _ratio(number: float) -> tuple[int, int]:
    """The same as numerator and denominator."""
    return Decimal(repr(number)).as_integer_ratio()


def reaches(part: float, share: float, whole: float) -> bool:
    """Is ``part / whole >= share``? Exact and inclusive; ``whole`` may be 0 (then any part reaches)."""
    (part_n, part_d), (share_n, share_d), (whole_n, whole_d) = _ratio(part), _ratio(share), _ratio(whole)
    return part_n * share_d * whole_d >= share_n * whole_n * part_d


@lru_cache(maxsize=64)
def portion(share: float, whole: float) -> float:
    """``share`` of ``whole``, the nearest number to the exact one."""
    return float(exact(share) * exact(whole))


#: Sums of floating numbers nearer to a bar than this share of it are added up exactly.
_NEAR = 1e-9


def together_reach(parts: Sequence[float], bar: float) -> bool:
    """Do these amounts together reach a bar? Exact and inclusive, as people add up what they typed."""
    whole, doubt = math.fsum(parts), abs(bar) * _NEAR
    if abs(whole - bar) > doubt:
        return whole > bar
    return sum(map(exact, parts), Fraction(0)) >= exact(bar)


def percent(share: float) -> str:
    """Whole percent, halves away from 0 as spreadsheets show them: ``13%`` of 0.125."""
    return f"{(Decimal(repr(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP)}%"
