"""The sheets with one field a line: 我的信息, 规则 and the hidden ``_meta``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Sheet
from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.cells.cell import Context, Noted, shown, tidy
from kasales_xl.reading.cells.choices import read_choice
from kasales_xl.reading.cells.units import Foreign, header_unit, unit_named
from kasales_xl.reading.cells.values import blank_of, read_value
from kasales_xl.reading.grid import Grid, letters
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.shape.header_words import header_key, labels, synonyms
from kasales_xl.reading.shape.tabs import Tab
from kasales_xl.text.findings.amounts import BOOK_CURRENCY, BOOK_UNIT, HEADER_CURRENCY, HEADER_UNIT
from kasales_xl.text.findings.files import SELLER_MISSING
from kasales_xl.text.findings.rows import PROFILE_BLANK

#: A value stands two cells right of its hidden key and one right of its label.
_AFTER_KEY, _AFTER_LABEL = 2, 1
_VALUE_HEADERS = frozenset(map(name_key, ["内容", "取值", "值", "填写", "填写内容", "value", "answer"]))


@dataclass(frozen=True, slots=True)
class FormCell:
    """A field of a form with its cell: ``row`` and ``column`` 1-based; ``label`` as the sheet spells it."""

    key: str
    raw: object
    row: int
    column: int
    label: str = ""

    @property
    def address(self) -> str:
        return f"{letters(self.column)}{self.row}"


def form_cells(tab: Tab, by_label: Callable[[str], str | None]) -> Iterator[FormCell]:
    """Every field of the form, once: by its hidden key, else by its label. ``by_label`` names the
    field of a label."""
    grid = tab.grid
    value_column = _value_column(grid)
    seen: set[str] = set()
    keys = _keys(tab)
    for r, line in enumerate(grid.cells):
        spot = keys.get(r)
        if spot is not None:
            key, at = spot[1], (value_column if value_column is not None else spot[0] + _AFTER_KEY)
            label = shown(line[spot[0] + 1]) if spot[0] + 1 < len(line) else ""
        else:
            labelled = next(((c, k) for c, cell in enumerate(line) if (k := _label(cell, by_label))), None)
            if labelled is None:
                continue
            label = shown(line[labelled[0]])
            key, at = labelled[1], (value_column if value_column is not None else labelled[0] + _AFTER_LABEL)
        if key in seen:
            continue
        seen.add(key)
        row, column = r + grid.first_row, at + grid.first_column
        raw = line[at] if at < len(line) else ""
        yield FormCell(key, grid.errors.get((row, column), raw), row, column, label)


def _keys(tab: Tab) -> dict[int, tuple[int, str]]:
    """Row index → (column index, field key) of the hidden keys, all the way down the sheet."""
    keys = {}
    prefix = tab.key + "."
    for r, line in enumerate(tab.grid.cells):
        for c, cell in enumerate(line[:3]):
            if isinstance(cell, str) and cell.strip().startswith(prefix):
                keys[r] = (c, cell.strip()[len(prefix) :])
                break
    return keys


def _label(cell: object, by_label: Callable[[str], str | None]) -> str | None:
    return by_label(header_key(cell)) if isinstance(cell, str) and cell else None


def _value_column(grid: Grid) -> int | None:
    for line in grid.cells[:5]:
        for c, cell in enumerate(line):
            if isinstance(cell, str) and name_key(cell) in _VALUE_HEADERS:
                return c
    return None


def read_profile(tab: Tab | None, context: Context, journal: Journal) -> tuple[Seller | None, Context]:
    """The seller, None where ID or name is missing, and the context with the book's money unit."""
    if tab is None:
        return None, context
    cells = {cell.key: cell for cell in profile_form_cells(tab) if cell.key in LAYOUT["seller"].by_key}
    at = {key: letters(cell.column) for key, cell in cells.items()}
    rows = {key: cell.row for key, cell in cells.items()}
    journal.sheets["seller"] = Sheet(tab.grid.title, at, rows)
    context = replace(context, dates_1904=tab.grid.dates_1904)
    context = _unit(cells.get("money_unit"), context, journal)
    values: dict[str, object] = {}
    for column in LAYOUT["seller"].columns:
        cell = cells.get(column.key)
        raw = "" if cell is None else cell.raw
        row = 0 if cell is None else cell.row
        own = in_unit_of_label(cell, context, journal) if cell and column.kind is Kind.MONEY else context
        value = read_value(column, raw, own)
        if column.key == "money_unit" and isinstance(value, Noted) and value.held:
            # what is wrong with it is said already, and amounts are in the usual unit
            value = blank_of(column)
        if isinstance(value, Noted):
            journal.add_notes(value, "seller", row, column.key, shown(raw))
            held = value.held
            value = blank_of(column) if held else value.value
        elif column.required and shown(raw).strip() == "" and column.key not in ("seller_id", "name"):
            journal.add(PROFILE_BLANK, "seller", row, column.key)
        values[column.key] = value
    start = values["period_start"]
    target = values["annual_target"]
    context = replace(
        context,
        period_start=start if isinstance(start, dt.date) else None,
        annual_target=target if isinstance(target, float) else None,
    )
    return _seller(values, cells, journal), context


def profile_form_cells(tab: Tab) -> Iterator[FormCell]:
    known = labels("seller")
    words = synonyms("seller")
    lines = [line for line in tab.grid.cells if any(cell not in ("", None) for cell in line)]
    across = max((sum(1 for cell in line if _label(cell, known.get)) for line in lines[:5]), default=0)
    if across >= 3 and not tab.keys:
        yield from _across(tab.grid, known)
        return
    yield from form_cells(tab, lambda label: known.get(label) or words.get(label))


def _across(grid: Grid, known: dict[str, str]) -> Iterator[FormCell]:
    """A profile laid out as a table of one row."""
    counts = [sum(1 for cell in line if _label(cell, known.get)) for line in grid.cells]
    top = counts.index(max(counts))
    below = grid.cells[top + 1] if top + 1 < len(grid.cells) else []
    for c, cell in enumerate(grid.cells[top]):
        key = _label(cell, known.get)
        if key:
            raw = below[c] if c < len(below) else ""
            yield FormCell(key, raw, top + 1 + grid.first_row, c + grid.first_column)


def _unit(cell: FormCell | None, context: Context, journal: Journal) -> Context:
    """Amounts are read in yuan or 万元. Another unit of yuan is converted; where it is none, bare figures
    mean nothing (36)."""
    if cell is None or shown(cell.raw).strip() == "":
        return context
    value = read_choice(cell.raw, None, context, tuple(MoneyUnit))
    value = value.value if isinstance(value, Noted) else value
    if isinstance(value, MoneyUnit):
        return replace(context, unit=value)
    unit = unit_named(shown(cell.raw))
    place = "seller", cell.row, "money_unit"
    if isinstance(unit, Decimal):
        journal.add(BOOK_UNIT, *place, got=shown(cell.raw), unit=context.unit)
        return replace(context, scale=unit / context.unit.yuan)
    journal.add(BOOK_CURRENCY, *place, got=shown(cell.raw))
    return replace(context, scale=None)


def in_unit_of_label(cell: FormCell, context: Context, journal: Journal) -> Context:
    """A unit in the label goes before the book's: ``年度目标（千元）``."""
    unit = header_unit(cell.label)
    if unit is None:
        return context
    place = "seller", cell.row, cell.key
    if isinstance(unit, Foreign):
        journal.add(HEADER_CURRENCY, *place, got=cell.label)
        return replace(context, scale=None)
    if unit != context.unit.yuan:
        journal.add(HEADER_UNIT, *place, got=cell.label, unit=context.unit)
    return replace(context, scale=unit / context.unit.yuan)


def _seller(values: dict[str, object], cells: dict[str, FormCell], journal: Journal) -> Seller | None:
    missing = [key for key in ("seller_id", "name") if not values[key]]
    for key in missing:
        row = cells[key].row if key in cells else 0
        journal.add(SELLER_MISSING, "seller", row, key)
    if missing:
        return None
    row = cells["seller_id"].row if "seller_id" in cells else 0
    return Seller.model_validate(values | {"row": row})


@dataclass(frozen=True)
class Meta:
    """``_meta``: what the book says about itself; blank where it says nothing."""

    template_id: str = ""
    version: str = ""
    seller_id: str = ""
    lang: Lang | None = None
    created: dt.datetime | None = None


def read_meta(grid: Grid | None) -> Meta:
    if grid is None:
        return Meta()
    said: dict[str, object] = {}
    for line in grid.cells:
        cells = [cell for cell in line if cell not in ("", None)]
        if len(cells) > 1 and isinstance(cells[0], str):
            said.setdefault(tidy(cells[0]).removeprefix("_meta."), cells[1])
    lang = shown(said.get("language")).strip()
    created = said.get("created_on")
    if isinstance(created, str):
        try:
            created = dt.datetime.fromisoformat(created.strip())
        except ValueError:
            created = None
    elif isinstance(created, dt.date) and not isinstance(created, dt.datetime):
        created = dt.datetime.combine(created, dt.time())
    return Meta(
        shown(said.get("template_id")).strip(),
        shown(said.get("template_version")).strip(),
        tidy(shown(said.get("seller_id"))),
        "zh" if lang.startswith("zh") else "en" if lang.startswith("en") else None,
        created if isinstance(created, dt.datetime) else None,
    )
