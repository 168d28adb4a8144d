"""True values into a rep's own workbook: the results of formulas that ask us, nothing else touched.

The file may come from Excel, WPS, LibreOffice or a script; every byte stays but the values of those
cells. A formula that is not understood, or that our answers can't be told for, keeps what it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kasales_xl.core.history.past import Past
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.files.formulas.functions import is_number
from kasales_xl.files.formulas.tree import NotUnderstood, Value
from kasales_xl.files.refresh.engine import with_engine
from kasales_xl.files.refresh.last_results import last_results, results_title, with_results
from kasales_xl.files.refresh.row_formulas import WithFormulas, with_formulas
from kasales_xl.files.refresh.sheet_cells import Spot
from kasales_xl.files.refresh.sheet_values import New, replaced
from kasales_xl.files.refresh.signature import is_signed, without_signature
from kasales_xl.files.refresh.trend_cells import trend_cells, trend_chart
from kasales_xl.files.refresh.values import Calculation
from kasales_xl.files.refresh.workbook_cells import WorkbookCells
from kasales_xl.files.refresh.workbook_parts import read_parts, with_parts
from kasales_xl.files.styles.text_size import writable
from kasales_xl.files.xlsx_in.book import open_sheets
from kasales_xl.functions.spelling import Host

SheetSpot = tuple[str, Spot]


@dataclass(frozen=True)
class Refreshed:
    """``data``: the file, the same object where nothing had to change. ``changed``: cells with another
    value than before; ``left``: formulas that ask us and whose value could not be told, as ``客户!H3``;
    ``given``: cells that got the formula of their column; ``respelled``: formulas with other names of ours
    than before; ``unsigned``: the file carried a digital signature, which holds no longer and is gone."""

    data: bytes
    changed: int
    left: tuple[str, ...]
    given: int = 0
    respelled: int = 0
    unsigned: bool = False


def refresh_book(
    data: bytes,
    book: Book,
    *,
    policy: Policy,
    on: dt.date,
    trend: Past | None = None,
    host: Host | None = None,
) -> Refreshed:
    """data: the bytes that ``book`` was read from. policy: what to judge by; where it is not the
    book's own, formulas that look things up on 规则 find its values there too. trend: the steps and
    changes to show on My scorecard; None leaves its trend as it is. host: in whose spelling the formulas
    shall be; None leaves them in theirs. Raises Refused."""
    open_sheets(data)
    done = _with_values(with_formulas(data, book, host), book, policy=policy, on=on, trend=trend)
    if done.data is data or not is_signed(done.data):
        return done
    return replace(done, data=without_signature(done.data), unsigned=True)


def _with_values(
    ready: WithFormulas, book: Book, *, policy: Policy, on: dt.date, trend: Past | None
) -> Refreshed:
    data = ready.data
    cells = WorkbookCells(read_parts(data))
    alive = Calculation(cells, book, policy, on, alive=True)
    results = {spot: _shown(value) for spot, value in last_results(cells, alive, on).items()}
    title = results_title(cells) or ""
    # what stood there before and is not written again is gone, and found by nothing
    stale = (cells.sheet(title).cells.keys() if title else set()) - results.keys()
    given = {(title, *spot): results.get(spot) for spot in (*results, *stale)}
    calculation = Calculation(cells, book, policy, on, given=given)
    new: dict[SheetSpot, New] = {}
    left: list[str] = []
    for cell in calculation.asking:
        try:
            result = calculation.value(cell.sheet, cell.spot)
            new.update(((cell.sheet, spot), New(_shown(cell.at(result, spot)))) for spot in cell.spots)
        except NotUnderstood:
            left.append(cell.address)
    block = {} if trend is None else trend_cells(cells, trend, book.lang)
    new.update(block)
    new = {place: value for place, value in new.items() if _differs(cells, place, value)}
    parts = dict(_parts(cells, new))
    if trend is not None:
        parts.update(trend_chart(cells, trend, book.lang, anew=bool(block.keys() & new.keys())))
    if stale or any(_differs(cells, (title, spot), New(value)) for spot, value in results.items()):
        part = cells.parts.sheets[title]
        parts[part] = with_results(cells.parts.content[part], results)
    parts |= with_engine({**cells.parts.content, **parts})
    if not parts:
        return Refreshed(data, 0, tuple(left), ready.given, ready.respelled)
    done = with_parts(data, parts)
    _prove(done, cells, new)
    return Refreshed(done, len(new), tuple(left), ready.given, ready.respelled)


def _prove(data: bytes, before: WorkbookCells, new: Mapping[SheetSpot, New]) -> None:
    """Read what is about to replace somebody's file: it must hold the new values, and no other cell or
    formula may have changed. Raises ValueError, which would be our own fault."""
    after = WorkbookCells(read_parts(data))
    for title in {sheet for sheet, _ in new}:
        spots = before.sheet(title).cells.keys() | after.sheet(title).cells.keys()
        wanted = {spot: new[title, spot].value for spot in spots if (title, spot) in new}
        for spot in spots:
            expected = wanted[spot] if spot in wanted else before.stored(title, spot)
            if after.stored(title, spot) != expected:
                raise ValueError(f"{title} {spot}: {expected!r} was not written")
        if after.formulas(title) != before.formulas(title):
            raise ValueError(f"{title}: a formula changed")


def _shown(value: Value) -> Value:
    """As files hold it: a formula that points at a blank cell shows 0; a text is as long as a cell takes."""
    if isinstance(value, str):
        return writable(value)
    return float(value or 0) if value is None or is_number(value) else value


def _differs(cells: WorkbookCells, place: SheetSpot, new: New) -> bool:
    """Numbers are compared by the 15 digits that every program keeps."""
    old = cells.stored(*place)
    if type(old) is not type(new.value):
        return True
    if isinstance(old, float) and isinstance(new.value, float):
        return f"{old:.15g}" != f"{new.value:.15g}"
    return old != new.value


def _parts(cells: WorkbookCells, new: Mapping[SheetSpot, New]) -> Iterator[tuple[str, bytes]]:
    by_sheet: dict[str, dict[Spot, New]] = {}
    for (sheet, spot), value in new.items():
        by_sheet.setdefault(sheet, {})[spot] = value
    for sheet, values in by_sheet.items():
        yield cells.parts.sheets[sheet], replaced(cells.parts.content[cells.parts.sheets[sheet]], values)
