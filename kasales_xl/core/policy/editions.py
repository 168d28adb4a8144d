"""Editions of the rules that can be named instead of a file: today's, and what an earlier one chose."""

from __future__ import annotations

from collections.abc import Mapping

from kasales_xl.core.policy.policy import DEFAULT_POLICY, Policy

#: The choices of 0.1 that are still choices. Its rules that are none any more cannot be named here:
#: single big deals instead of contributions (K2), rows left out for one cell (T7), laws over unequal
#: accounts (G2).
FIRST = Policy(
    edition="0.1",
    # one department and one person sufficed for a strong relation (T3)
    strong_min_departments=1,
    strong_min_dms=1,
    # a year against the year before, and holding counted as rising (ESP+)
    window_months=12,
    trend_tolerance=0,
)

#: By the name that a person types.
EDITIONS: Mapping[str, Policy] = {FIRST.edition: FIRST, DEFAULT_POLICY.edition: DEFAULT_POLICY}
