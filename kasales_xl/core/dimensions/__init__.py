"""The five dimensions 道术本势律 of one seller as indicators beside the grades (G2). They never change a
level. Everything is computed when it is asked for, once, from rows that are sorted once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kasales_xl.core.dimensions.chances import Chances
from kasales_xl.core.dimensions.ecm import Ecm
from kasales_xl.core.dimensions.esp import Esp
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.evidence.winrate import Rates, won_of_closed
from kasales_xl.core.dimensions.mci import Mci
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.dimensions.pbm import Pbm
from kasales_xl.core.dimensions.tas import Tas
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Dimension
from kasales_xl.core.verdicts.tier import AccountVerdict

if TYPE_CHECKING:
    from kasales_xl.core.dimensions.forecast import ForecastLine

OneDimension = Esp | Tas | Ecm | Mci | Pbm


@dataclass(frozen=True)
class Dimensions:
    """``rows`` of one seller. The team's past is no part of it (``team.TeamPast``), so that the cells of a
    single book and the team's pages say the same."""

    rows: SortedRows

    @cached_property
    def rates(self) -> Rates:
        return Rates(won_of_closed(self.rows.closed_deals), self.rows.policy)

    @cached_property
    def chances(self) -> Chances:
        return Chances(self.rows, self.pbm)

    @cached_property
    def esp(self) -> Esp:
        return Esp(self.rows)

    @cached_property
    def tas(self) -> Tas:
        return Tas(self.rows, self.rates, self.pbm, self.chances)

    @cached_property
    def ecm(self) -> Ecm:
        return Ecm(self.rows)

    @cached_property
    def mci(self) -> Mci:
        return Mci(self.rows, self.chances)

    @cached_property
    def pbm(self) -> Pbm:
        return Pbm(self.rows, self.rates)

    @cached_property
    def forecast(self) -> tuple[ForecastLine, ...]:
        """What the open deals should bring, by quarter."""
        from kasales_xl.core.dimensions.forecast import forecast

        return forecast(self)

    def of(self, dimension: Dimension) -> OneDimension:
        one: OneDimension = getattr(self, dimension.value)
        return one

    @cached_property
    def headlines(self) -> dict[Dimension, Measure]:
        """One indicator a dimension, in the order 道术本势律."""
        return {dimension: self.of(dimension).headline for dimension in Dimension}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Every seller-level indicator by its code in the catalogue."""
        return {measure.code: measure for d in Dimension for measure in self.of(d).measures}


def indicators(book: Book, accounts: Sequence[AccountVerdict], policy: Policy, on: dt.date) -> Dimensions:
    """accounts: the verdicts on the book's accounts. Rule G2."""
    return Dimensions(SortedRows(book.as_of(on), tuple(accounts), policy, on))
