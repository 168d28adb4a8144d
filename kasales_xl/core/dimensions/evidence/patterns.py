"""Win patterns over any closed cases with any elements, honest with small numbers (PBM, F).

A *pattern* is what is recorded: of the n cases with one value of one element, k were won. It becomes
a *law* only with n ≥ ``policy.law_min_deals`` and when it survives the control of false discoveries:

1. Each value is set against the other cases of its pool that have the element recorded, by Fisher's
   exact test, two-sided. Nothing is assumed about how rates spread.
2. A test whose totals could not come out at or below ``policy.false_discovery`` whatever the result
   is no attempt and is not counted (Tarone 1990): the totals alone decide that, so it costs no honesty.
3. Benjamini–Hochberg over *all* attempts of one book together (every account, industry and the seller):
   on average at most the share ``policy.false_discovery`` of the laws shown is chance; where there is
   no pattern at all, a book shows any law with at most that probability.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.statistics import at_most, discoveries, fisher, shrunk, wilson
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Term

Pair = tuple[str, str]


class PoolLevel(Term):
    """Whose closed deals a pattern speaks of, narrow to wide."""

    ACCOUNT = "account", "客户", "account"
    INDUSTRY = "industry", "行业", "industry"
    SELLER = "seller", "本人", "seller"
    TEAM = "team", "团队", "team"


class Case(NamedTuple):
    """A closed deal: won or lost, and what is recorded about it (element → value; blanks left out)."""

    won: bool
    elements: Mapping[str, str]


class Tally(NamedTuple):
    k: int
    n: int


@dataclass(frozen=True)
class Pool:
    """Closed cases counted: in all, by element recorded, by (element, value)."""

    level: PoolLevel
    name: str
    all: Tally
    of_element: dict[str, Tally] = field(default_factory=dict)
    of_pair: dict[Pair, Tally] = field(default_factory=dict)

    @property
    def rate(self) -> float | None:
        return self.all.k / self.all.n if self.all.n else None


class Law(NamedTuple):
    """Which pattern is a law: its pool and its (element, value)."""

    level: PoolLevel
    pool: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class Pattern:
    """k of n closed deals with this value won; ``low``/``high`` Wilson 95%; ``rate`` shrunk to the
    mean; ``lift`` = (k / n) / the usual rate, None where that is 0 or unknown;
    ``base`` the pool's deals with the element recorded; ``law``: may be said as a rule."""

    level: PoolLevel
    pool: str
    element: str
    value: str
    k: int
    n: int
    low: float
    high: float
    rate: float | None
    lift: float | None
    base: Tally
    law: bool


def pool(level: PoolLevel, name: str, cases: Iterable[Case]) -> Pool:
    """Count the cases. The order of the cases is irrelevant."""
    rows = tuple(cases)
    won = [case.elements.items() for case in rows if case.won]
    n_of = Counter(chain.from_iterable([case.elements.items() for case in rows]))
    k_of = Counter(chain.from_iterable(won))
    by_element: dict[str, list[int]] = {}
    for pair, n in n_of.items():
        total = by_element.setdefault(pair[0], [0, 0])
        total[0] += k_of[pair]
        total[1] += n
    return Pool(
        level=level,
        name=name,
        all=Tally(len(won), len(rows)),
        of_element={element: Tally(k, n) for element, (k, n) in by_element.items()},
        of_pair={pair: Tally(k_of[pair], n) for pair, n in n_of.items()},
    )


def could_speak(n: int, policy: Policy) -> bool:
    """Could n cases, at the best, make a law? The rarest split of n has probability 1 / C(n, n/2)."""
    return n >= policy.law_min_deals and at_most(1 / math.comb(n, n // 2), policy.false_discovery)


def laws(pools: Sequence[Pool], policy: Policy) -> frozenset[Law]:
    """pools: all of one book, in any order. What may be said as a rule, false discoveries controlled."""
    attempts: list[tuple[float, list[Law]]] = []
    for group in pools:
        if could_speak(group.all.n, policy):
            attempts += _attempts(group, policy)
    kept = discoveries([p for p, _ in attempts], policy.false_discovery)
    return frozenset(law for (_, spoken), keep in zip(attempts, kept, strict=True) if keep for law in spoken)


def _attempts(group: Pool, policy: Policy) -> list[tuple[float, list[Law]]]:
    """p of each question asked. Two values of one element ask the same question: one attempt."""
    values: dict[str, list[Pair]] = {}
    for pair in group.of_pair:
        values.setdefault(pair[0], []).append(pair)
    attempts = []
    for element, pairs in values.items():
        base = group.of_element[element]
        questions = [pairs] if len(pairs) == 2 else [[pair] for pair in pairs]
        for question in questions:
            spoken = [pair for pair in question if group.of_pair[pair].n >= policy.law_min_deals]
            if not spoken:
                continue
            seen = group.of_pair[spoken[0]]
            exact = fisher(seen.k, seen.n, base.k, base.n)
            # Tarone: by its totals alone, so leaving it out looks at no result
            if at_most(exact.least, policy.false_discovery):
                attempts.append((exact.p, [Law(group.level, group.name, pair) for pair in spoken]))
    return attempts


def patterns(
    group: Pool, known_laws: frozenset[Law], policy: Policy, *, mean: float | None, usual: float | None
) -> tuple[Pattern, ...]:
    """Everything recorded in one pool: laws first, then by n, then by element and value. mean: μ for
    shrinking; usual: the plain rate of the seller (of the team, for its own patterns)."""
    made = []
    for pair, (k, n) in group.of_pair.items():
        interval = wilson(k, n)
        made.append(
            Pattern(
                group.level,
                group.name,
                *pair,
                k,
                n,
                interval.low,
                interval.high,
                None if mean is None else shrunk(k, n, mean, policy.pattern_prior),
                k / n / usual if usual else None,
                group.of_element[pair[0]],
                Law(group.level, group.name, pair) in known_laws,
            )
        )
    return tuple(sorted(made, key=lambda p: (not p.law, -p.n, p.element, p.value)))
