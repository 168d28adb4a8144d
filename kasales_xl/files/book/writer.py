"""The book being written. Whoever lays it out hands over texts and terms; the writer knows the language,
paints them, and knows what every formula comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.book.filling import BookCell, PlainCell
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.core.text import Text, pick, same
from kasales_xl.files.book.calculation import Address, Values, WrittenCells
from kasales_xl.files.book.rules import Rule
from kasales_xl.files.book.styles import Styles
from kasales_xl.files.formulas.tables import SheetTable
from kasales_xl.files.formulas.tree import Value, Wrong
from kasales_xl.files.styles.look import print_setup
from kasales_xl.files.styles.text_size import writable
from kasales_xl.layout.last_results import FIRST_CELL, VALUE_COLUMN, or_last
from kasales_xl.text.book import TEXT_LIMIT, TITLE_LIMIT, short

#: What a protected sheet still allows. The data sheets carry the same list but are not switched on:
#: spreadsheet programs neither grow nor sort a table that is protected, so a rep could not add a row
#: and the worksheet functions would not see it. There a validation guards the calculated cells.
_ALLOWED = (
    "format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter",
    "objects",
)  # fmt: skip
_MOST_PREPARED = 4096
_DAY_ZERO = dt.date(1899, 12, 30)
#: The texts of a validation, and how long each may be.
_LIMITS = {
    "input_title": TITLE_LIMIT,
    "input_message": TEXT_LIMIT,
    "error_title": TITLE_LIMIT,
    "error_message": TEXT_LIMIT,
}


class FormulaSheet(Worksheet):  # type: ignore[misc]
    """Formulas down a column are one text, and the library looks through each for the names of thirty newer
    functions: once is enough."""

    _prepared: ClassVar[dict[tuple[object, ...], str]] = {}

    def _prepare_formula(self, formula: str, *how: object, **more: object) -> str:
        key = (formula, self.use_future_functions, how, *more.items())
        if key not in self._prepared:
            if len(self._prepared) >= _MOST_PREPARED:
                self._prepared.clear()
            self._prepared[key] = super()._prepare_formula(formula, *how, **more)
        return self._prepared[key]


class BookWriter:
    """``tabs``: the sheets by key, in their order; ``kept``: the cells outside tables whose last result is
    kept, in the order of the hidden sheet."""

    def __init__(self, workbook: Workbook, *, lang: Lang, unit: MoneyUnit, on: dt.date) -> None:
        self.workbook, self.lang, self.on = workbook, lang, on
        self.styles = Styles(workbook, lang, unit)
        self.cells = WrittenCells(on, lang)
        self.tabs: dict[str, Tab] = {}
        self.kept: list[Address] = []

    def add_tabs(self, titles: Mapping[str, Text]) -> None:
        self.tabs |= {key: Tab(self, self.pick(title)) for key, title in titles.items()}

    def pick(self, text: Text | str) -> str:
        return text.pick(self.lang) if isinstance(text, Text) else text

    def name(self, name: str, stands_for: Text | str) -> None:
        """A name of the workbook. stands_for: with its ``=``."""
        picked = self.pick(stands_for)
        self.workbook.define_name(name, picked)
        self.cells.names[name.casefold()] = picked

    def calculate(self) -> None:
        """Every formula onto its sheet with its value, once all else is written."""
        values = Values(self.cells, alive=False)
        for tab in self.tabs.values():
            tab.write_formulas(values)


class Tab:
    """One sheet. Rows and columns are 0-based, as the library counts them."""

    def __init__(self, book: BookWriter, title: str) -> None:
        self.book, self.title, self.styles = book, title, book.styles
        self.sheet: Worksheet = book.workbook.add_worksheet(title, FormulaSheet)
        self._formulas: dict[tuple[int, int], tuple[str, Format]] = {}

    def put(self, row: int, column: int, value: BookCell, style: Format) -> None:
        """A constant. Text that starts with ``=`` or ``+`` is text, never a formula."""
        painted: PlainCell = pick(value, self.book.lang)
        if painted is None or painted == "":
            self.sheet.write_blank(row, column, None, style)
        elif isinstance(painted, str):
            self.say(row, column, painted, style)
        elif isinstance(painted, dt.date):
            self.sheet.write_datetime(row, column, dt.datetime.combine(painted, dt.time()), style)
            self._keep(row, column, (painted - _DAY_ZERO).days)
        else:
            self.sheet.write_number(row, column, painted, style)
            self._keep(row, column, painted)

    def say(self, row: int, column: int, text: Text | str, style: Format) -> None:
        """Words of ours, also where they are none."""
        said = writable(self.book.pick(text))
        self.sheet.write_string(row, column, said, style)
        self._keep(row, column, said)

    def constant(self, row: int, column: int, value: Value, style: Format) -> None:
        """A plain value as formulas have it: a text, a number or a truth."""
        if isinstance(value, str):
            self.say(row, column, value, style)
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, style)
            self._keep(row, column, value)
        else:
            self.put(row, column, value if isinstance(value, float | int) else None, style)

    def typed(self, row: int, column: int, value: object, style: Format, day_style: Format) -> None:
        """What somebody typed, as a reader of files delivers it. day_style: for a day or a time that stands
        where none belongs."""
        if isinstance(value, dt.date | dt.time | dt.timedelta):
            self.put(row, column, serial(value), day_style)
        elif value is None or isinstance(value, str | bool | float | int):
            self.constant(row, column, float(value) if type(value) is int else value, style)
        else:
            raise TypeError(f"{type(value).__name__} is no cell")

    def formula(self, row: int, column: int, formula: Text | str, style: Format) -> None:
        """The one place where formulas are declared, with their ``=``. What other programs show before
        they calculate follows from it."""
        picked = self.book.pick(formula)
        self._formulas[row, column] = picked, style
        self.book.cells.formulas[self.title, row + 1, column + 1] = picked

    def asks(self, row: int, column: int, live: Text | str, style: Format) -> None:
        """A formula that asks our functions, and shows its last result where nothing answers. live: without
        its ``=``, with ``KA`` for the book's handle."""
        self.book.kept.append((self.title, row + 1, column + 1))
        last = same("'{tab}'!${column}${row}")(
            tab=self.book.tabs["results"].title,
            column=xl_col_to_name(VALUE_COLUMN - 1),
            row=FIRST_CELL + len(self.book.kept) - 1,
        )
        self.formula(row, column, same("={asked}")(asked=or_last(last, live)), style)

    def write_formulas(self, values: Values) -> None:
        for (row, column), (formula, style) in self._formulas.items():
            value = values.value((self.title, row + 1, column + 1))
            self.sheet.write_formula(row, column, formula, style, _cached(value))

    def _keep(self, row: int, column: int, value: Value) -> None:
        self.book.cells.constants[self.title, row + 1, column + 1] = value

    def band(self, row: int, first: int, last: int, style: Format) -> None:
        """Blank cells side by side."""
        for column in range(first, last + 1):
            self.sheet.write_blank(row, column, None, style)

    def table(
        self, name: str, top: int, bottom: int, columns: Sequence[Mapping[str, Any]], **options: Any
    ) -> None:
        """A table from the first column on. columns: as the library takes them, with texts."""
        picked = [{key: self._picked(value) for key, value in column.items()} for column in columns]
        last = len(picked) - 1
        looks = {"name": name, "columns": picked, "style": None, "banded_rows": False}
        self.sheet.add_table(top, 0, bottom, last, looks | options)
        for at, column in enumerate(picked):
            self._keep(top, at, column["header"])
        titles = tuple(column["header"].casefold() for column in picked)
        place = (self.title, top + 1, 1, bottom + 1, last + 1)
        self.book.cells.tables[name.casefold()] = SheetTable(place, titles)

    def rule(self, first_row: int, first_column: int, last_row: int, last_column: int, rule: Rule) -> None:
        """A drop-down, a message or a limit; nothing for an empty rule."""
        if rule:
            picked = {key: self._picked(value) for key, value in rule.items()}
            picked |= {key: short(picked[key], limit) for key, limit in _LIMITS.items() if key in picked}
            self.sheet.data_validation(first_row, first_column, last_row, last_column, picked)

    def mark(self, place: tuple[int, int, int, int], word: BookCell, look: Format) -> None:
        """Another look for the cells that say a word."""
        value = f'"{pick(word, self.book.lang)}"'
        self.sheet.conditional_format(
            *place, {"type": "cell", "criteria": "==", "value": value, "format": look}
        )

    def mark_where(self, place: tuple[int, int, int, int], condition: str, look: Format) -> None:
        """Another look where a formula holds. condition: with its ``=``."""
        self.sheet.conditional_format(*place, {"type": "formula", "criteria": condition, "format": look})

    def _picked(self, value: object) -> Any:
        if isinstance(value, list):
            return [pick(member, self.book.lang) for member in value]
        return pick(value, self.book.lang)

    def protect(self, *, switched_on: bool = True) -> None:
        """Protection without a password; ``switched_on=False`` only states what it would allow."""
        self.sheet.protect("", dict.fromkeys(_ALLOWED, True) | {"sheet": switched_on})

    def landscape(self, *, header_row: int | None = None) -> None:
        """One page wide and as long as it takes, its header repeated."""
        print_setup(self.sheet, self.title, landscape=True, pages=(1, 0))
        if header_row is not None:
            self.sheet.repeat_rows(header_row)

    def close(self, colour: str, last: tuple[int, int] | None = None) -> None:
        """A sheet without grid lines, protected. last: row and column where its printed area ends."""
        self.sheet.hide_gridlines(2)
        self.sheet.set_tab_color(colour)
        if last is not None:
            self.sheet.print_area(0, 0, *last)
        self.protect()

    def widths(self, widths: Mapping[int, float]) -> None:
        for column, width in widths.items():
            self.sheet.set_column(column, column, width)


def serial(value: dt.date | dt.time | dt.timedelta) -> float:
    """The number by which spreadsheet programs know a day, a time of it, or a span."""
    if isinstance(value, dt.timedelta):
        return value / dt.timedelta(days=1)
    if isinstance(value, dt.time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86400
    days = float((dt.date(value.year, value.month, value.day) - _DAY_ZERO).days)
    return days + serial(value.time()) if isinstance(value, dt.datetime) else days


def _cached(value: Value) -> str | float | bool:
    """A value as files hold it: errors by name; a formula that points at a blank cell shows 0."""
    if value is None:
        return 0
    if isinstance(value, Wrong):
        return value.text
    return writable(value) if isinstance(value, str) else value
