"""``examples.xlsx``: one worked sheet per worksheet function, in both languages, over one sample book.

The same bytes every time; every formula has its true value in store, as of the sample's day."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.book.filling import PlainCell, book_tables
from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.build.example_calls import BLANK, EXAMPLES, KA, Example
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import LANGS
from kasales_xl.core.text import Text
from kasales_xl.functions import FUNCTIONS, Answer, Answers, CellError, Function, answers_for
from kasales_xl.layout.formulas import handle_formula
from kasales_xl.layout.sheets import HEADER_ROW, KEY_ROW, LAYOUT, TAB_TITLES
from kasales_xl.layout.template import HANDLE_NAME, POLICY_TABLE
from kasales_xl.text.functions import ERRORS, WORDS

FILE = "examples.xlsx"
INDEX = "目录 Index"
_MADE = dt.datetime.combine(SAMPLE_DAY, dt.time())
_FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "top"}
_BLUE, _PALE = "#1F4E78", "#DDEBF7"
#: Where the examples stand on a function's sheet: formula, answer, its columns to the right.
_FORMULA, _ANSWER, _WIDTH = 1, 2, 6
#: Columns under a single answer, its characters a line, points a line.
_MERGED, _TEXT_LINE, _LINE = 4, 50, 15


def build() -> bytes:
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"title": "KA_* functions", "author": "kasales", "created": _MADE})
    workbook.set_size(2400, 1500)
    _Examples(workbook).write()
    workbook.close()
    return stream.getvalue()


class _Examples:
    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        book = sample_book("zh")
        self.tables = book_tables(book, DEFAULT_POLICY, "zh")
        self.answers: Answers = answers_for(book, DEFAULT_POLICY, SAMPLE_DAY, "zh")
        style = workbook.add_format
        self.text = style({**_FONT, "text_wrap": True})
        self.title = style({**_FONT, "font_size": 16, "bold": True, "font_color": _BLUE})
        self.head = style({**_FONT, "bold": True, "font_color": "white", "bg_color": _BLUE})
        self.code = style({**_FONT, "font_name": "Consolas", "text_wrap": True})
        self.result = style(
            {**_FONT, "bg_color": _PALE, "border": 1, "border_color": "#9DC3E6", "text_wrap": True}
        )
        self.date = style({**_FONT, "num_format": "yyyy-mm-dd"})
        self.plain = style(_FONT)
        self.link = style({**_FONT, "font_color": "#0563C1", "underline": 1})

    def write(self) -> None:
        index = self._sheet(INDEX)
        for function in FUNCTIONS.values():
            self._function(function)
        for key in (*LAYOUT, "policy"):
            self._data(key)
        self._index(index)

    def _sheet(self, name: str) -> Worksheet:
        sheet: Worksheet = self.workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _index(self, sheet: Worksheet) -> None:
        sheet.set_column(0, 0, 16, self.text)
        sheet.set_column(1, 2, 62, self.text)
        sheet.write_string(0, 0, WORDS["examples-title"].zh, self.title)
        sheet.write_string(1, 0, WORDS["examples-title"].en, self.plain)
        how = WORDS["examples-how"](day=SAMPLE_DAY.isoformat())
        for row, lang in enumerate(LANGS, start=2):
            sheet.write_string(row, 0, how.pick(lang), self.plain)
        sheet.write_row(5, 0, ["函数 Function", "做什么", "What it does"], self.head)
        for row, function in enumerate(FUNCTIONS.values(), start=6):
            sheet.write_url(row, 0, f"internal:'{function.name}'!A1", self.link, function.name)
            sheet.write_string(row, 1, function.help.zh, self.text)
            sheet.write_string(row, 2, function.help.en, self.text)
        row = 7 + len(FUNCTIONS)
        sheet.write_string(row, 0, HANDLE_NAME, self.head)
        formula, handle = handle_formula().pick("zh"), self.answers("KA_BOOK", ())
        sheet.write_formula(row, 1, formula, self.result, str(handle))
        sheet.write_string(row, 2, formula, self.code)
        self.workbook.define_name(HANDLE_NAME, f"='{INDEX}'!$B${row + 1}")
        sheet.freeze_panes(6, 0)

    def _function(self, function: Function) -> None:
        sheet = self._sheet(function.name)
        sheet.set_column(0, 0, 34, self.text)
        sheet.set_column(_FORMULA, _FORMULA, 44, self.text)
        sheet.set_column(_ANSWER, _ANSWER + _WIDTH - 1, 20, self.text)
        sheet.write_string(0, 0, function.signature, self.title)
        sheet.write_url(3, 0, f"internal:'{INDEX}'!A1", self.link, "← " + INDEX)
        sheet.write_string(1, 0, function.help.zh, self.plain)
        sheet.write_string(2, 0, function.help.en, self.plain)
        row = self._arguments(sheet, function, 5)
        row = self._errors(sheet, function, row)
        sheet.write_row(row, 0, ["例子 Example", "公式 Formula", "结果 Answer"], self.head)
        row += 1
        if function.name == "KA_BOOK":
            handle = WORDS["example-handle"]
            sheet.write_string(row, 0, f"{handle.zh}\n{handle.en}", self.text)
            sheet.write_string(row, _FORMULA, handle_formula().pick("zh"), self.code)
            sheet.write_formula(
                row, _ANSWER, f"={HANDLE_NAME}", self.result, str(self.answers("KA_BOOK", ()))
            )
        for example in EXAMPLES.get(function.name, ()):
            row = self._example(sheet, function, example, row)

    def _arguments(self, sheet: Worksheet, function: Function, row: int) -> int:
        if not function.arguments:
            return row
        sheet.write_row(row, 0, ["参数 Argument", "说明", "Meaning"], self.head)
        for argument in function.arguments:
            row += 1
            name = f"[{argument.name}]" if argument.optional else argument.name
            self._entry(sheet, row, name, argument.help)
        return row + 2

    def _entry(self, sheet: Worksheet, row: int, name: str, text: Text) -> None:
        sheet.write_string(row, 0, name, self.code)
        sheet.write_string(row, 1, text.zh, self.text)
        sheet.merge_range(row, 2, row, 4, text.en, self.text)

    def _errors(self, sheet: Worksheet, function: Function, row: int) -> int:
        for error in function.errors:
            self._entry(sheet, row, error.value, ERRORS[error.name])
            row += 1
        return row + bool(function.errors)

    def _example(self, sheet: Worksheet, function: Function, example: Example, row: int) -> int:
        """The call as text beside its live formula; a table as an array formula of its size."""
        formula = example.formula(function.name)
        sheet.write_string(row, 0, f"{example.zh}\n{example.en}", self.text)
        sheet.write_string(row, _FORMULA, formula, self.code)
        rows = _rows(self._answer(function, example))
        last = row + len(rows) - 1, _ANSWER + len(rows[0]) - 1
        if len(rows) * len(rows[0]) == 1:
            self._single(sheet, row, formula, rows[0][0])
            return row + 2
        sheet.write_array_formula(row, _ANSWER, *last, f"{{{formula}}}", self.result, rows[0][0])
        for down, line in enumerate(rows):
            for right, value in enumerate(line):
                if down or right:
                    sheet.write(row + down, _ANSWER + right, value, self.result)
        return last[0] + 2

    def _single(self, sheet: Worksheet, row: int, formula: str, value: Any, lines: int = 2) -> None:
        """One answer over the width of a table; a long text gets the lines it needs."""
        sheet.merge_range(row, _ANSWER, row, _ANSWER + _MERGED - 1, "", self.result)
        sheet.write_formula(row, _ANSWER, formula, self.result, value)
        sheet.set_row(row, _LINE * max(lines, -(-len(str(value)) // _TEXT_LINE)))

    def _answer(self, function: Function, example: Example) -> Answer:
        args = [None if arg is BLANK else arg for arg in example.args]
        if function.takes_book:
            given = args[1:] if args and (args[0] in (None, KA)) else args
            return self.answers(function.name, given)
        handle = self.answers("KA_BOOK", ())
        return self.answers(function.name, [handle if arg is KA else arg for arg in args])

    def _data(self, key: str) -> None:
        """One sheet of the sample book: hidden keys above its table, inputs only."""
        sheet = self._sheet(TAB_TITLES[key].pick("zh"))
        cells = self.tables[key]
        layout = LAYOUT.get(key)
        form = layout is None or layout.form
        sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
        if layout is not None and not form:
            sheet.write_row(KEY_ROW - 1, 0, [column.full_key for column in layout.columns], self.plain)
        sheet.set_column(0, len(cells[0]) - 1, 16, self.plain)
        for down, line in enumerate(cells[1:], start=HEADER_ROW):
            for right, value in enumerate(line):
                self._cell(sheet, down, right, value)
        table = POLICY_TABLE if layout is None else layout.table
        last = HEADER_ROW + max(len(cells) - 1, 1) - 1, len(cells[0]) - 1
        columns = [{"header": str(header)} for header in cells[0]]
        options = {"name": table, "columns": columns, "style": "Table Style Light 9", "autofilter": not form}
        sheet.add_table(HEADER_ROW - 1, 0, *last, options)
        sheet.freeze_panes(HEADER_ROW, 0)

    def _cell(self, sheet: Worksheet, row: int, column: int, value: PlainCell) -> None:
        if isinstance(value, str):
            sheet.write_string(row, column, value, self.plain)
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), self.date)
        elif value is not None:
            sheet.write_number(row, column, value, self.plain)


def _rows(answer: Answer) -> list[list[Any]]:
    rows = answer if isinstance(answer, list) else [[answer]]
    return [[cell.value if isinstance(cell, CellError) else cell for cell in row] for row in rows]
