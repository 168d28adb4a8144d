"""Win patterns over any closed cases with any elements, honest with small numbers (PBM, F).

A *pattern* is what is recorded: of the n cases with one value of one element, k were won. It becomes
a *law* only with n ≥ ``policy.law_min_deals`` and when it survives the control of false discoveries:

1. Each value is set against the other cases that have the element recorded, every account compared with
   itself only, by the exact conditional test of Cochran, Mantel and Haenszel, two-sided (of one account
   it is Fisher's). That one account wins more than another, whatever it buys, is no law.
2. Each fact is asked once: a wider pool's question that a narrower pool has asked of the same deals, and
   the two sides of one question, are one.
3. A test whose totals could not come out at or below ``policy.false_discovery`` whatever the result
   is no attempt and is not counted (Tarone 1990): the totals alone decide that, so it costs no honesty.
4. Benjamini–Hochberg over *all* attempts of one book together (every account, industry and the seller):
   on average at most the share ``policy.false_discovery`` of the laws shown is chance; where there is
   no pattern at all, a book shows any law with at most that probability.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.pools import Pair, Pool, PoolLevel, Question, Tally
from kasales_xl.core.dimensions.evidence.statistics import at_most, discoveries, shrunk, stratified, wilson
from kasales_xl.core.policy import Policy


class Law(NamedTuple):
    """Which pattern is a law: its pool and its (element, value)."""

    level: PoolLevel
    pool: str
    pair: Pair


#: What may be said as a rule, each with the question that it answers.
Laws = Mapping[Law, Question]
NO_LAWS: Laws = {}


@dataclass(frozen=True, slots=True)
class Pattern:
    """k of n closed deals with this value won; ``low``/``high`` Wilson 95%; ``rate`` shrunk to the
    mean; ``lift`` = (k / n) / the usual rate, None where that is 0 or unknown;
    ``base`` the pool's deals with the element recorded; ``law``: may be said as a rule; ``within`` the
    question asked within accounts, None where no account can tell."""

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
    within: Question | None


def facts(known_laws: Laws) -> tuple[Law, ...]:
    """One law a fact, narrow to wide: of the two sides of a question the one that wins more."""

    def place(law: Law) -> tuple[int, str, bool, Pair]:
        return law.level.rank, law.pool, not known_laws[law].raises, law.pair

    told: dict[object, Law] = {}
    for law in sorted(known_laws, key=place):
        question = known_laws[law]
        sides = frozenset((question.side, question.other_side))
        told.setdefault((law.pair[0], sides), law)
    return tuple(told.values())


def could_speak(n: int, policy: Policy) -> bool:
    """Could n cases, at the best, make a law? The rarest split of n has probability 1 / C(n, n/2)."""
    return n >= policy.law_min_deals and at_most(1 / math.comb(n, n // 2), policy.false_discovery)


def laws(pools: Sequence[Pool], policy: Policy) -> dict[Law, Question]:
    """pools: all of one book, in any order. What may be said as a rule, false discoveries controlled."""
    attempts: list[tuple[float, dict[Law, Question]]] = []
    asked = _Asked()
    for group in sorted(pools, key=lambda group: (group.level.rank, group.name)):
        if could_speak(group.all.n, policy):
            attempts += _attempts(group, policy, asked)
    kept = discoveries([p for p, _ in attempts], policy.false_discovery)
    held: dict[Law, Question] = {}
    for (_, spoken), keep in zip(attempts, kept, strict=True):
        if keep:
            held.update(spoken)
    # where a wider pool says the same of the same deals, it is no second fact, and as true
    held.update({wide: held[narrow] for wide, narrow in asked.again.items() if narrow in held})
    return held


class _Asked:
    """The questions asked so far, by value and deals, with who asked first; ``again``: who would have asked
    the same, wider."""

    def __init__(self) -> None:
        self._first: dict[tuple[Pair, object], Law] = {}
        self.again: dict[Law, Law] = {}

    def new(self, law: Law, question: Question) -> bool:
        first = self._first.setdefault((law.pair, question.side), law)
        if first is not law:
            self.again[law] = first
        return first is law


def _attempts(group: Pool, policy: Policy, asked: _Asked) -> list[tuple[float, dict[Law, Question]]]:
    """p of each question asked, with what would be a law then. asked: by narrower pools, and added to."""
    attempts = []
    for sides in _facts(group, policy.law_min_deals, asked):
        spoken = dict(sides)
        question = sides[0][1]
        exact = stratified(question.k, question.strata)
        # Tarone: by its totals alone, so leaving it out looks at no result
        if at_most(exact.least, policy.false_discovery):
            attempts.append(
                (exact.p, {Law(group.level, group.name, pair): one for pair, one in spoken.items()})
            )
    return attempts


def _facts(group: Pool, least: int, asked: _Asked) -> list[list[tuple[Pair, Question]]]:
    """The questions of a pool that are new and have at least so many cases, the two sides of one together."""
    facts: list[list[tuple[Pair, Question]]] = []
    waiting: dict[tuple[str, int, int], list[tuple[Pair, Question]]] = {}
    for pair in sorted(group.strata):
        # its other side asks the same where it is the one with enough cases
        if group.of_pair[pair].n < least:
            continue
        question = group.question(pair)
        if (
            question is None
            or question.n < least
            or not asked.new(Law(group.level, group.name, pair), question)
        ):
            continue
        known = waiting.get((pair[0], question.k, question.n))
        if known is not None and len(known) == 1 and known[0][1].other_side == question.side:
            known.append((pair, question))
            continue
        facts.append([(pair, question)])
        everything = question.all
        waiting[pair[0], everything.k - question.k, everything.n - question.n] = facts[-1]
    return facts


def patterns(
    group: Pool, known_laws: Laws, policy: Policy, *, mean: float | None, usual: float | None
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
                group.question(pair),
            )
        )
    return tuple(sorted(made, key=lambda p: (not p.law, -p.n, p.element, p.value)))
