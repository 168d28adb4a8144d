"""Comparing shares without floating point: 0.3 of 100 is 30, whatever order the sum was made in."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=4096)
def exact(number: float) -> Fraction:
    """The decimal number a person typed, not its binary neighbour."""
    return Fraction(Decimal(repr(number)))


def reaches(part: float, share: float, whole: float) -> bool:
    """Is ``part / whole >= share``? Exact and inclusive; ``whole`` may be 0 (then any part reaches)."""
    return exact(part) >= exact(share) * exact(whole)
