"""Accounts put on rungs at the least cost, so that enough of them stand on each: exact.

Rung 0 counts for nothing, then 1, 2, 3 for junior, mid and strong. Which account may stand where is one
family of sets without overlap, and so are the counts asked for, so this is a flow at least cost: demands
are raised one by one, each time by the cheapest chain of exchanges. A chain has at most one account a
rung, whatever the number of accounts, and each step is optimal for the demands raised so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

RUNGS = range(4)


class _Step(NamedTuple):
    """Something that goes from one rung to another: ``account`` by number, or one of the two below."""

    cost: int
    account: int


_NEW, _SPARE = -1, -2


class Exchange:
    """costs: per account what each rung that it may stand on costs, no two choices of all accounts
    alike. prices: of an account to be won anew, by rung; there are as many as are needed. nested: who
    stands on a higher rung counts on the lower ones too."""

    def __init__(self, costs: Sequence[Mapping[int, int]], prices: Sequence[int], *, nested: bool) -> None:
        self._costs, self._prices, self._nested = costs, prices, nested
        self.rung_of = [min(own, key=own.__getitem__) for own in costs]
        self.new = [0] * len(RUNGS)
        self._standing = [0] * len(RUNGS)
        self._asked = [0] * len(RUNGS)
        # cheapest first; an entry is stale once its account stands elsewhere
        self._heaps: list[list[list[tuple[int, int]]]] = [[[] for _to in RUNGS] for _from in RUNGS]
        for account, rung in enumerate(self.rung_of):
            self._arrive(account, rung)

    def ask(self, rung: int) -> None:
        """One more account on this rung (or a higher one, where they are nested)."""
        steps = self._steps()
        for start, end in _cheapest_chain(steps, self._below(rung), rung):
            self._take(steps[start, end], start, end)
        self._asked[rung] += 1

    def _below(self, rung: int) -> int:
        return rung - 1 if self._nested else 0

    def _spare(self, rung: int) -> bool:
        standing = self._standing[rung:] if self._nested else self._standing[rung : rung + 1]
        return sum(standing) > self._asked[rung]

    def _steps(self) -> dict[tuple[int, int], _Step]:
        """The cheapest step from each rung to each other that can be taken now."""
        steps: dict[tuple[int, int], _Step] = {}
        for start in RUNGS:
            for end in RUNGS:
                possible = [*self._by_account(start, end), *self._by_new(start, end)]
                if possible:
                    steps[start, end] = min(possible)
        free = _Step(0, _SPARE)
        for rung in RUNGS[1:]:
            below = self._below(rung)
            # more than is asked for does no harm, and what is spare can serve
            steps[rung, below] = min(free, steps.get((rung, below), free))
            if self._spare(rung):
                steps[below, rung] = min(free, steps.get((below, rung), free))
        return steps

    def _by_account(self, start: int, end: int) -> Iterator[_Step]:
        heap = self._heaps[start][end]
        while heap and self.rung_of[heap[0][1]] != start:
            heappop(heap)
        if heap:
            yield _Step(*heap[0])

    def _by_new(self, start: int, end: int) -> Iterator[_Step]:
        if start != end and (start == 0 or self.new[start]):
            yield _Step(self._prices[end] - self._prices[start], _NEW)

    def _take(self, step: _Step, start: int, end: int) -> None:
        if step.account == _SPARE:
            return
        self._standing[start] -= 1
        if step.account == _NEW:
            self.new[start] -= 1
            self.new[end] += 1
            self._standing[end] += 1
        else:
            self._arrive(step.account, end)

    def _arrive(self, account: int, rung: int) -> None:
        self.rung_of[account] = rung
        self._standing[rung] += 1
        own = self._costs[account]
        for other, cost in own.items():
            if other != rung:
                heappush(self._heaps[rung][other], (cost - own[rung], account))


def _cheapest_chain(steps: Mapping[tuple[int, int], _Step], start: int, end: int) -> list[tuple[int, int]]:
    """From start to end; what an optimal state can do holds no chain that gains on its way back."""
    reached: dict[int, tuple[int, list[tuple[int, int]]]] = {start: (0, [])}
    # taking an account back from a rung may gain, so steps can cost less than nothing: rounds over all of
    # them (Bellman–Ford), as many as a chain without a repeated rung has steps
    for _round in RUNGS[1:]:
        for (here, there), step in steps.items():
            if here not in reached:
                continue
            cost, chain = reached[here]
            if there not in reached or cost + step.cost < reached[there][0]:
                reached[there] = cost + step.cost, [*chain, (here, there)]
    return reached[end][1]
