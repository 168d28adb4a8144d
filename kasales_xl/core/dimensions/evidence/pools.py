"""Closed cases counted: of one account, or of several with each account's own counts kept apart (PBM, F)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.statistics import Stratum
from kasales_xl.core.terms import Term

Pair = tuple[str, str]


class PoolLevel(Term):
    """Whose closed deals a pattern speaks of, narrow to wide."""

    ACCOUNT = "account", "客户", "account"
    INDUSTRY = "industry", "行业", "industry"
    SELLER = "seller", "本人", "seller"
    TEAM = "team", "团队", "team"


class Case(NamedTuple):
    """A closed deal: won or lost, what is recorded about it (element → value; blanks left out), and whose
    project it was."""

    won: bool
    elements: Mapping[str, str]
    account: str = ""


class Tally(NamedTuple):
    k: int
    n: int


@dataclass(frozen=True)
class Question:
    """Does a value go with winning, each account compared with itself only? ``strata``: the accounts that
    can tell, with how often each comes; ``k`` of the ``n`` cases there that have the value were won."""

    k: int
    strata: tuple[tuple[Stratum, int], ...]

    @cached_property
    def n(self) -> int:
        return sum(one.n * times for one, times in self.strata)

    @cached_property
    def all(self) -> Tally:
        """Every case of those accounts, with the value or with another one."""
        strata = self.strata
        return Tally(sum(s.won * times for s, times in strata), sum(s.total * times for s, times in strata))

    @cached_property
    def expected(self) -> float:
        """Wins among the ``n`` if every account went on as it always does."""
        return sum(one.expected * times for one, times in self.strata)

    @property
    def raises(self) -> bool:
        """Was more won than each account's own rate would give?"""
        return self.k > self.expected

    @cached_property
    def side(self) -> tuple[int, tuple[tuple[Stratum, int], ...]]:
        """Equal for equal questions: accounts come in the order of the book in every pool."""
        return self.k, self.strata

    @cached_property
    def other_side(self) -> tuple[int, tuple[tuple[Stratum, int], ...]]:
        """``side`` of the question about all other values: of two values each is the other's."""
        strata = ((Stratum(one.name, one.total - one.n, *one[2:]), times) for one, times in self.strata)
        return self.all.k - self.k, tuple(strata)


@dataclass(frozen=True)
class Pool:
    """Closed cases counted: in all, by element recorded, by (element, value); ``strata``: by value the
    accounts that can tell, each with how often it comes and the cases with the value that were won."""

    level: PoolLevel
    name: str
    all: Tally
    of_element: dict[str, Tally] = field(default_factory=dict)
    of_pair: dict[Pair, Tally] = field(default_factory=dict)
    strata: dict[Pair, list[tuple[Stratum, int, int]]] = field(default_factory=dict)

    @property
    def rate(self) -> float | None:
        return self.all.k / self.all.n if self.all.n else None

    def question(self, pair: Pair) -> Question | None:
        """What can be asked of a value within accounts; None where none of them can tell."""
        parts = self.strata.get(pair)
        if not parts:
            return None
        return Question(sum(k for _one, _times, k in parts), tuple((one, times) for one, times, _k in parts))


def pool(level: PoolLevel, name: str, cases: Iterable[Case]) -> Pool:
    """Count the cases, each account for itself. The order of the cases is irrelevant."""
    rows = tuple(cases)
    if level is PoolLevel.ACCOUNT:
        return _account(name, rows)
    accounts: defaultdict[str, list[Case]] = defaultdict(list)
    for case in rows:
        accounts[case.account].append(case)
    return gather(level, name, (_account(account, own) for account, own in sorted(accounts.items())))


def _account(name: str, rows: Iterable[Case]) -> Pool:
    won = closed = 0
    pairs: dict[Pair, list[int]] = {}
    elements: dict[str, list[int]] = {}
    # a book has a hundred accounts of a few deals: plain loops are quicker than counters
    for case in rows:
        won += case.won
        closed += 1
        for pair in case.elements.items():
            for tally in (pairs.setdefault(pair, [0, 0]), elements.setdefault(pair[0], [0, 0])):
                tally[0] += case.won
                tally[1] += 1
    strata = {}
    for pair, (k, n) in pairs.items():
        whole_k, whole_n = elements[pair[0]]
        if n < whole_n and 0 < whole_k < whole_n:
            strata[pair] = [(Stratum(name, n, whole_k, whole_n), 1, k)]
    return Pool(
        level=PoolLevel.ACCOUNT,
        name=name,
        all=Tally(won, closed),
        of_element={element: Tally(k, n) for element, (k, n) in elements.items()},
        of_pair={pair: Tally(k, n) for pair, (k, n) in pairs.items()},
        strata=strata,
    )


def gather(level: PoolLevel, name: str, pools: Iterable[Pool], *, named: bool = True) -> Pool:
    """Several pools as one, their accounts still apart. pools: without a case in common. named: keep
    which account is which; without, equal ones share a line, so that thousands of accounts stay small."""
    whole = [0, 0]
    of_element: dict[str, list[int]] = {}
    of_pair: dict[Pair, list[int]] = {}
    strata: defaultdict[Pair, list[tuple[Stratum, int, int]]] = defaultdict(list)
    for part in pools:
        _add(whole, part.all)
        for element, tally in part.of_element.items():
            _add(of_element.setdefault(element, [0, 0]), tally)
        for pair, tally in part.of_pair.items():
            _add(of_pair.setdefault(pair, [0, 0]), tally)
        for pair, ones in part.strata.items():
            strata[pair] += ones
    return Pool(
        level=level,
        name=name,
        all=Tally(*whole),
        of_element={element: Tally(*sums) for element, sums in of_element.items()},
        of_pair={pair: Tally(*sums) for pair, sums in of_pair.items()},
        strata=dict(strata) if named else {pair: _nameless(ones) for pair, ones in strata.items()},
    )


def _nameless(ones: Iterable[tuple[Stratum, int, int]]) -> list[tuple[Stratum, int, int]]:
    """Equal accounts on one line."""
    counts: defaultdict[Stratum, list[int]] = defaultdict(lambda: [0, 0])
    for one, times, k in ones:
        sums = counts[one._replace(name="")]
        sums[0] += times
        sums[1] += k
    return [(one, times, k) for one, (times, k) in sorted(counts.items())]


def _add(sums: list[int], tally: Tally) -> None:
    sums[0] += tally.k
    sums[1] += tally.n
