"""A column of amounts as a whole: the unit that its header or its cells' format names (D6, 36), and figures
far off their neighbours (35)."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kasales_xl.core.findings import FindingKind
from kasales_xl.layout.sheets import Column
from kasales_xl.reading.cells.cell import Context, number_text
from kasales_xl.reading.cells.money import names_unit
from kasales_xl.reading.cells.units import Foreign, header_unit
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.headers import Head
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.amounts import (
    HEADER_CURRENCY,
    HEADER_UNIT,
    MONEY_FAR_OFF,
    MONEY_UNIT_SLIP,
    OF_COLUMN,
    OF_TARGET,
)

#: A bare figure this many times above or below the column's median is in the other unit: 10^4 with half a
#: decade of room for the spread of real amounts.
UNIT_SLIP = 3162
#: This many times above the column's median, or the year's target, a figure is a question: three decades
#: lie between the smallest and the largest deal of any book we know of.
FAR_OFF = 1000
#: Fewer amounts than this have no median worth comparing with.
LEAST_AMOUNTS = 5


def in_unit_of_header(head: Head, column: Column, context: Context, journal: Journal) -> Context:
    """The context for a column of money: a unit in its header goes before the book's."""
    at = head.columns[column.key]
    unit = header_unit(head.texts[at])
    if unit is None:
        return context
    top = head.header + head.grid.first_row
    if isinstance(unit, Foreign):
        journal.add(HEADER_CURRENCY, head.layout.key, top, column.key, got=head.texts[at])
        return replace(context, scale=None)
    scale = unit / context.unit.yuan
    if scale != 1:
        journal.add(HEADER_UNIT, head.layout.key, top, column.key, got=head.texts[at], unit=context.unit)
    return replace(context, scale=scale)


def in_unit_of_format(head: Head, table: Table, column: Column) -> None:
    """A figure is read with the unit that its cell's number format shows: ``$12,000`` is no 12,000."""
    if not head.grid.units:
        return
    place, raws = head.columns[column.key] + head.grid.first_column, table.raws[column.key]
    for i, raw in enumerate(raws):
        unit = head.grid.units.get((table.rows[i], place))
        if unit and isinstance(raw, int | float) and not isinstance(raw, bool):
            raws[i] = f"{number_text(float(raw))}{unit}"


def far_off(
    raws: Sequence[object], amounts: Sequence[object], target: float | None
) -> Iterator[tuple[int, FindingKind, dict[str, object]]]:
    """Indexes of bare figures far off the median of their column or, in the book's unit too, the target of
    the year, with what to say. Amounts typed with their unit are never doubted."""
    known = [a for a in amounts if isinstance(a, float) and a > 0]
    if not known:
        return
    median = statistics.median(known) if len(known) >= LEAST_AMOUNTS else None
    low, high = (median / UNIT_SLIP, median * FAR_OFF) if median else (0.0, math.inf)
    if target and target > 0:
        high = min(high, target * FAR_OFF)
    if low <= min(known) and max(known) <= high:
        return
    for i, amount in enumerate(amounts):
        if not isinstance(amount, float) or amount <= 0 or names_unit(raws[i]):
            continue
        if median and not median / UNIT_SLIP <= amount <= median * UNIT_SLIP:
            yield i, MONEY_UNIT_SLIP, {}
        elif median and amount > median * FAR_OFF:
            yield i, MONEY_FAR_OFF, {"of": OF_COLUMN, "times": f"{amount / median:,.0f}"}
        elif target and target > 0 and amount > target * FAR_OFF:
            yield i, MONEY_FAR_OFF, {"of": OF_TARGET, "times": f"{amount / target:,.0f}"}
