"""The five dimensions of a team or an organisation: heat-map, support waiting, patterns of all (F).

Team outputs are for coaching: no ranking, and people of the customers by department and name only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.agreement import DimensionLine
from kasales_xl.core.dimensions.evidence.deal_elements import Closed, case_of, spellings
from kasales_xl.core.dimensions.evidence.fit import Fit, fit
from kasales_xl.core.dimensions.evidence.patterns import Laws, Pattern, laws, patterns
from kasales_xl.core.dimensions.evidence.pools import Pool, PoolLevel, gather, pool
from kasales_xl.core.dimensions.evidence.statistics import median
from kasales_xl.core.dimensions.evidence.winrate import WinRate, win_rate
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Dimension


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One seller in the heat-map: grade, headline indicator and flag of each dimension, 道术本势律."""

    seller_id: str
    name: str
    cells: tuple[DimensionLine, ...]


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """One dimension over the team: middle grade, middle indicator (None: nobody has one), how many
    sellers have an indicator, how many are flagged."""

    dimension: Dimension
    grade: float | None
    indicator: float | None
    told: int
    unbacked: int


@dataclass(frozen=True)
class PatternPage:
    """The pooled closed deals of all members: won of closed, every pattern (laws first), and how
    names are spelt. Laws are controlled for false discoveries over this page."""

    rate: WinRate
    patterns: tuple[Pattern, ...]
    spelt: dict[str, str]

    @property
    def laws(self) -> tuple[Pattern, ...]:
        return tuple(pattern for pattern in self.patterns if pattern.law)


def heat_columns(rows: Sequence[HeatRow]) -> tuple[HeatColumn, ...]:
    """The team's middle of each dimension."""
    columns = []
    for place, dimension in enumerate(Dimension):
        cells = [row.cells[place] for row in rows]
        told = [cell.measure.value for cell in cells if cell.measure.value is not None]
        columns.append(
            HeatColumn(
                dimension=dimension,
                grade=median(cell.grade.grade for cell in cells),
                indicator=median(told),
                told=len(told),
                unbacked=sum(cell.unbacked for cell in cells),
            )
        )
    return tuple(columns)


@dataclass(frozen=True)
class Pooled:
    """The closed deals of a team, counted, and how names are spelt: small however many deals there are."""

    pool: Pool
    spelt: dict[str, str]


def pooled(deals: Iterable[Closed], policy: Policy) -> Pooled:
    """deals: of all members."""
    rows = list(deals)
    spelt = spellings(name for deal in rows for name in deal.names)
    return Pooled(pool(PoolLevel.TEAM, "", (case_of(deal, policy) for deal in rows)), spelt)


def together(teams: Iterable[Pooled]) -> Pooled:
    """Several teams as one; of several spellings the first in text order."""
    parts = tuple(teams)
    spelt: dict[str, str] = {}
    for team in parts:
        for key, text in team.spelt.items():
            spelt[key] = min(spelt.get(key, text), text)
    return Pooled(gather(PoolLevel.TEAM, "", (team.pool for team in parts), named=False), spelt)


def pattern_page(together: Pooled, policy: Policy) -> PatternPage:
    """Every pattern of the pooled deals. Rates are shrunk to the pool's own."""
    group = together.pool
    told = patterns(group, laws([group], policy), policy, mean=group.rate, usual=group.rate)
    return PatternPage(win_rate(group.all.k, group.all.n, policy), told, together.spelt)


@dataclass(frozen=True)
class TeamPast:
    """The pooled closed deals of a team, the last to speak of an open deal: account → industry → seller
    → team. A single book does without it, so that its cells and the team's pages say the same."""

    pool: Pool
    policy: Policy

    @cached_property
    def _laws(self) -> Laws:
        return laws([self.pool], self.policy)

    def fit(self, elements: Mapping[str, str]) -> Fit | None:
        """elements: of an open deal that nothing narrower speaks of. None: the team's past is silent
        too."""
        return fit(elements, [self.pool], self.policy, self._laws)
