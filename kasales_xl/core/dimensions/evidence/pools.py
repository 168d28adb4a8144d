"""Closed cases counted: of one account, or of several with each account's own counts kept apart (PBM, F)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
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
    strata: Mapping[Stratum, int]

    @cached_property
    def n(self) -> int:
        return sum(one.n * times for one, times in self.strata.items())

    @cached_property
    def all(self) -> Tally:
        """Every case of those accounts, with the value or with another one."""
        strata = self.strata.items()
        return Tally(sum(s.won * times for s, times in strata), sum(s.total * times for s, times in strata))

    @cached_property
    def expected(self) -> float:
        """Wins among the ``n`` if every account went on as it always does."""
        return sum(one.expected * times for one, times in self.strata.items())

    @property
    def raises(self) -> bool:
        """Was more won than each account's own rate would give?"""
        return self.k > self.expected

    @cached_property
    def side(self) -> tuple[int, frozenset[tuple[Stratum, int]]]:
        """Equal for equal questions."""
        return self.k, frozenset(self.strata.items())

    @cached_property
    def other_side(self) -> tuple[int, frozenset[tuple[Stratum, int]]]:
        """``side`` of the question about all other values: of two values each is the other's."""
        strata = ((one._replace(n=one.total - one.n), times) for one, times in self.strata.items())
        return self.all.k - self.k, frozenset(strata)


@dataclass(frozen=True)
class Pool:
    """Closed cases counted: in all, by element recorded, by (element, value); ``questions``: what can be
    asked of a value within accounts, where it can."""

    level: PoolLevel
    name: str
    all: Tally
    of_element: dict[str, Tally] = field(default_factory=dict)
    of_pair: dict[Pair, Tally] = field(default_factory=dict)
    questions: dict[Pair, Question] = field(default_factory=dict)

    @property
    def rate(self) -> float | None:
        return self.all.k / self.all.n if self.all.n else None


def pool(level: PoolLevel, name: str, cases: Iterable[Case]) -> Pool:
    """Count the cases, each account for itself. The order of the cases is irrelevant."""
    rows = tuple(cases)
    if level is PoolLevel.ACCOUNT:
        return _account(name, rows)
    accounts: defaultdict[str, list[Case]] = defaultdict(list)
    for case in rows:
        accounts[case.account].append(case)
    return gather(level, name, (_account(account, own) for account, own in accounts.items()))


def _account(name: str, rows: Iterable[Case]) -> Pool:
    rows = tuple(rows)
    won = [case.elements.items() for case in rows if case.won]
    n_of = Counter(chain.from_iterable([case.elements.items() for case in rows]))
    k_of = Counter(chain.from_iterable(won))
    by_element: dict[str, list[int]] = {}
    for pair, n in n_of.items():
        total = by_element.setdefault(pair[0], [0, 0])
        total[0] += k_of[pair]
        total[1] += n
    questions = {}
    for pair, n in n_of.items():
        stratum = Stratum(name, n, *by_element[pair[0]])
        if stratum.tells:
            questions[pair] = Question(k_of[pair], {stratum: 1})
    return Pool(
        level=PoolLevel.ACCOUNT,
        name=name,
        all=Tally(len(won), len(rows)),
        of_element={element: Tally(k, n) for element, (k, n) in by_element.items()},
        of_pair={pair: Tally(k_of[pair], n) for pair, n in n_of.items()},
        questions=questions,
    )


def gather(level: PoolLevel, name: str, pools: Iterable[Pool], *, named: bool = True) -> Pool:
    """Several pools as one, their accounts still apart. pools: without a case in common. named: keep
    which account is which; without, equal ones share a line, so that thousands of accounts stay small."""
    whole: list[Tally] = []
    of_element: defaultdict[str, list[Tally]] = defaultdict(list)
    of_pair: defaultdict[Pair, list[Tally]] = defaultdict(list)
    asked: defaultdict[Pair, list[Question]] = defaultdict(list)
    for part in pools:
        whole.append(part.all)
        for element, tally in part.of_element.items():
            of_element[element].append(tally)
        for pair, tally in part.of_pair.items():
            of_pair[pair].append(tally)
        for pair, question in part.questions.items():
            asked[pair].append(question)
    return Pool(
        level=level,
        name=name,
        all=_sum(whole),
        of_element={element: _sum(tallies) for element, tallies in of_element.items()},
        of_pair={pair: _sum(tallies) for pair, tallies in of_pair.items()},
        questions={pair: _one_question(parts, named) for pair, parts in asked.items()},
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    parts = tuple(tallies)
    return Tally(sum(tally.k for tally in parts), sum(tally.n for tally in parts))


def _one_question(parts: Iterable[Question], named: bool) -> Question:
    strata: Counter[Stratum] = Counter()
    won = 0
    for part in parts:
        won += part.k
        for one, times in part.strata.items():
            strata[one if named else one._replace(name="")] += times
    return Question(won, dict(strata))
