"""Excel over COM: xlwings' own code calls every function, in every way in which cells can ask."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Iterator
from typing import Any

import fake_excel
import fakecom
import pytest
from books_of import ON
from function_books import Tables, cell_of, handle_of
from function_cases import EACH, WITH_BOOK, WITHOUT_BOOK, case_tables
from libreoffice import TODAY
from proven import proven

from kasales_xl.functions import FUNCTIONS, Answer, CellError, call
from kasales_xl.hosts import may_read_workbook, opens_book
from kasales_xl.hosts.excel.dialects import CELL_LIMIT, ERRORS, MISSING, from_com, to_com
from kasales_xl.hosts.excel.tables import TABLES
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.layout.template import POLICY_TABLE
from kasales_xl.text.functions import WORDS
from kasales_xl.version import __version__

MODULE = "kasales_xl.hosts.excel.com"
_DAY_ZERO = dt.date(1899, 12, 30).toordinal()
ALL_CASES = [
    *((name, args, True) for name, cases in WITH_BOOK.items() for args in cases),
    *((name, args, False) for name, cases in WITHOUT_BOOK.items() for args in cases),
]


class Excel:
    """One workbook with the tables of a book, and both ways in which its cells reach Python."""

    def __init__(self, tables: Tables) -> None:
        from xlwings import com_server, udfs

        self.tables, self.udfs, self.server = tables, udfs, com_server.XLPython()
        self.application = fake_excel.Application()
        self.book = fake_excel.Book(self.application, "张三.xlsx", "C:\\books")
        self.scratch = self.book.sheet("scratch")
        names = {key: table for table, key in TABLES.items()}
        for key, cells in tables.items():
            self.book.sheet(key).put(2, 2, cells, names[key])

    def installed(self, name: str, *args: Any, alone: bool = False, calculation: float = 0) -> Any:
        """As our add-in asks: cells as stored numbers, the number of the calculation behind them."""
        sent = [_stored(arg) for arg in args]
        sent += [MISSING] * (len(FUNCTIONS[name].arguments) - len(sent))
        if may_read_workbook(FUNCTIONS[name]):
            sent.append(calculation or None)
        elif opens_book(FUNCTIONS[name]):
            sent.append(f"{self.book.FullName}\x1f_meta!$B$8")
        return self.server.CallUDF(MODULE, name, tuple(sent), self.book if alone else None, None)

    def stock(self, name: str, *args: Any) -> Any:
        """As the stock xlwings add-in asks: ranges as they are, the caller along."""
        sent = [self._range(arg, 1 + 40 * place) for place, arg in enumerate(args)]
        sent += [MISSING] * (len(FUNCTIONS[name].arguments) - len(sent))
        if may_read_workbook(FUNCTIONS[name]) or opens_book(FUNCTIONS[name]):
            sent.append(None)
        caller = fake_excel.Range(self.scratch, 1, 500)
        return self.server.CallUDF(MODULE, name, tuple(sent), self.book, caller)

    def _range(self, value: Any, column: int) -> Any:
        """Tables and single texts stand in cells of the workbook; numbers are typed into the formula."""
        if isinstance(value, list):
            return self.scratch.put(1, column, [[_dated(cell) for cell in row] for row in value])
        return self.scratch.put(1, column, [[value]]) if isinstance(value, str) else value


def _stored(value: Any) -> Any:
    """What ``Value2`` gives: dates as numbers, blanks as None, ranges as tuples of rows."""
    if isinstance(value, list):
        return tuple(tuple(_stored(cell) for cell in row) for row in value)
    if isinstance(value, dt.date):
        return float(value.toordinal() - _DAY_ZERO)
    if isinstance(value, int) and value not in (*ERRORS, MISSING):
        return float(value)
    return None if value == "" else value


def _dated(value: Any) -> Any:
    """What ``Value`` gives: dates with a time zone, as pywin32 makes them."""
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day, tzinfo=dt.UTC)
    return _stored(value)


def delivered(answer: Answer) -> Any:
    """An answer of the core as ``CallUDF`` hands it to VBA: single cells and rows lose a dimension."""
    rows = to_com(answer)
    if len(rows) > 1:
        return rows
    return rows[0] if len(rows[0]) > 1 else rows[0][0]


@pytest.fixture(scope="module")
def excel() -> Iterator[Excel]:
    with fakecom.windows(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("KASALES_TODAY", TODAY)
        patch.delenv("KASALES_LANG", raising=False)
        yield Excel(case_tables())


@pytest.fixture(scope="module")
def handle(excel: Excel) -> str:
    return handle_of(excel.tables)


def test_every_function_is_asked_here() -> None:
    assert {*WITH_BOOK, *WITHOUT_BOOK, "KA_BOOK"} == set(FUNCTIONS)


@pytest.mark.parametrize(("name", "args", "with_book"), ALL_CASES)
def test_both_add_ins_answer_as_the_core_does(
    name: str, args: tuple[Any, ...], with_book: bool, excel: Excel, handle: str
) -> None:
    asked = (handle, *args) if with_book else args
    expected = delivered(call(name, asked, on=ON))
    assert excel.installed(name, *asked) == expected
    assert excel.stock(name, *asked) == expected


@pytest.mark.parametrize(("name", "args", "with_book"), [case for case in ALL_CASES if case[2]])
def test_without_a_book_the_calling_workbook_is_read(
    name: str, args: tuple[Any, ...], with_book: bool, excel: Excel, handle: str
) -> None:
    expected = delivered(call(name, (handle, *args), on=ON))
    assert excel.installed(name, MISSING, *args, alone=True) == expected
    assert excel.stock(name, MISSING, *args) == expected


@pytest.mark.parametrize(("way", "ask"), [("excel", Excel.installed), ("excel-stock", Excel.stock)])
def test_every_function_in_every_form_is_equal_in_both_add_ins(
    way: str, ask: Any, excel: Excel, handle: str
) -> None:
    """The same once more in one go, for HOSTS.md counts what one test saw."""
    names = []
    for name, args, with_book in ALL_CASES:
        asked = (handle, *args) if with_book else args
        assert ask(excel, name, *asked) == delivered(call(name, asked, on=ON))
        names.append(name)
    tables = [excel.tables.get(key) or MISSING for key in [*LAYOUT, "policy"]]
    assert ask(excel, "KA_BOOK", *tables) == handle
    proven(way, ["KA_BOOK", *names])


def test_an_account_alone_is_enough(excel: Excel) -> None:
    assert excel.installed("KA_TIER", "客户001", alone=True) == "强"
    assert excel.stock("KA_TIER", "客户001") == "强"


def test_advice_without_a_level_follows_the_calling_workbook(excel: Excel, handle: str) -> None:
    assert excel.installed("KA_ADVICE", alone=True) == call("KA_ADVICE", [handle], on=ON)


@pytest.mark.parametrize("name", EACH)
def test_a_column_of_names_is_answered_cell_by_cell(name: str, excel: Excel, handle: str) -> None:
    expected = delivered(call(name, [handle, EACH[name]], on=ON))
    assert excel.installed(name, handle, EACH[name]) == expected
    assert excel.stock(name, handle, EACH[name]) == expected


def test_a_row_typed_into_the_formula_is_answered_as_a_row(excel: Excel, handle: str) -> None:
    rows = excel.server.CallUDF(MODULE, "KA_COUNT", (handle, ("强", "中级"), None), None, None)
    assert rows == [1.0, 3.0]
    column = excel.server.CallUDF(MODULE, "KA_COUNT", (handle, (("强",), ("中级",)), None), None, None)
    assert column == [[1.0], [3.0]]


def test_whole_tables_give_the_same_handle_in_both_add_ins(excel: Excel, handle: str) -> None:
    tables = [excel.tables.get(key) or MISSING for key in [*LAYOUT, "policy"]]
    assert excel.installed("KA_BOOK", *tables) == handle
    sent = tuple(
        excel.scratch.put(1, 1 + 40 * place, [[_dated(cell) for cell in row] for row in table])
        if isinstance(table, list)
        else table
        for place, table in enumerate(tables)
    )
    assert excel.server.CallUDF(MODULE, "KA_BOOK", (*sent, None), excel.book, None) == handle


def test_a_table_of_one_cell_or_one_column_is_still_a_table(excel: Excel) -> None:
    accounts = [["客户名称"], ["华东医药"], ["西部电力"]]
    tables = {"seller": [["销售编号"]], "accounts": accounts}
    for ask in (excel.installed, excel.stock):
        assert ask("KA_BOOK", tables["seller"], tables["accounts"]) == handle_of(tables)


def test_a_table_that_is_left_out_is_empty(excel: Excel, handle: str) -> None:
    profile, accounts = excel.tables["seller"], excel.tables["accounts"]
    alone = excel.installed("KA_BOOK", profile, accounts)
    assert alone == handle_of({"seller": profile, "accounts": accounts})
    assert alone != handle


@pytest.mark.parametrize(("number", "error"), ERRORS.items())
def test_an_error_cell_as_an_argument_is_answered_with_an_error(
    number: int, error: CellError, excel: Excel, handle: str
) -> None:
    assert excel.installed("KA_TIER", handle, number) == error.value
    assert excel.stock("KA_TIER", handle, excel.scratch.put(1, 300, [[number]])) == error.value
    assert excel.installed("KA_TIER", number, "客户001") == error.value


def test_an_error_cell_inside_a_table_spoils_only_its_row(excel: Excel) -> None:
    tables = case_tables()
    column = tables["accounts"][0].index(LAYOUT["accounts"].by_key["potential_12m"].zh)
    tables["accounts"][1][column] = -2146826246
    spoilt = excel.installed("KA_BOOK", *(tables.get(key) or MISSING for key in [*LAYOUT, "policy"]))
    assert excel.installed("KA_KEY", spoilt, "客户001") != "是"
    assert excel.installed("KA_KEY", spoilt, "客户002") == "是"


def test_unknown_names_and_stale_handles_are_real_error_texts(excel: Excel, handle: str) -> None:
    assert excel.installed("KA_TIER", handle, "没有这家") == "#N/A"
    assert excel.installed("KA_TIER", "KA#0123456789abcdef", "客户001") == "#REF!"
    assert excel.installed("KA_LEVEL_OF", "一", 2.0, 3.0) == "#VALUE!"


def test_the_version_tells_that_the_add_in_works(excel: Excel) -> None:
    assert excel.installed("KA_VERSION") == excel.stock("KA_VERSION") == __version__


def test_nothing_that_happens_inside_reaches_a_cell_as_a_trace(
    excel: Excel, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Busy:
        @property
        def sheets(self) -> Any:
            raise fakecom.ComError(-2147418111, "Call was rejected by callee", None, None)

    import xlwings

    monkeypatch.setattr(xlwings.Book, "caller", lambda: Busy())
    assert excel.installed("KA_LEVEL", alone=True) == "#VALUE!"


def test_tables_are_read_once_per_calculation_and_anew_in_the_next(excel: Excel) -> None:
    sheet = next(sheet for sheet in excel.book.Worksheets if sheet.Name == "accounts")
    place = next(place for place, value in sheet.values.items() if value == "客户001")
    assert excel.installed("KA_TIER", "客户001", alone=True, calculation=7) == "强"
    sheet.values[place] = "改名的客户"
    try:
        assert excel.installed("KA_TIER", "客户001", alone=True, calculation=7) == "强"
        assert excel.installed("KA_TIER", "客户001", alone=True, calculation=8) == "#N/A"
        assert excel.installed("KA_TIER", "改名的客户", alone=True) == "未知"
    finally:
        sheet.values[place] = "客户001"


def test_two_workbooks_taking_turns_are_each_read_once(excel: Excel) -> None:
    """Several books are open, and Excel asks for their cells in any order."""
    other = fake_excel.Book(excel.application, "李四.xlsx", "C:\\books")
    sheet = other.sheet("accounts")
    tables = case_tables()
    cell_of(tables, "accounts", 1, LAYOUT["accounts"].by_key["account"].zh, "李四的客户")
    sheet.put(2, 2, tables["accounts"], {key: table for table, key in TABLES.items()}["accounts"])
    reads: list[str] = []
    true = fake_excel.Sheet.UsedRange.fget
    assert true is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            fake_excel.Sheet, "UsedRange", property(lambda self: reads.append(self.Parent.Name) or true(self))
        )
        for _ in range(3):
            assert excel.installed("KA_TIER", "客户001", alone=True, calculation=71) == "强"
            sent = ("李四的客户", MISSING, 71.0)
            asked = (*sent[:1], *[MISSING] * (len(FUNCTIONS["KA_TIER"].arguments) - 1), 71.0)
            assert excel.server.CallUDF(MODULE, "KA_TIER", asked, other, None) == "未知"
    assert reads.count("李四.xlsx") == 1
    assert reads.count("张三.xlsx") == len(excel.tables)


def test_a_renamed_table_is_known_by_its_hidden_keys(excel: Excel) -> None:
    sheet = next(sheet for sheet in excel.book.Worksheets if sheet.Name == "accounts")
    table, area = sheet.tables[-1], sheet.tables[-1].Range
    keys = [column.full_key for column in LAYOUT["accounts"].columns]
    sheet.tables[-1] = fake_excel.Table("表1", area)
    before = dict(sheet.values)
    sheet.put(area.Row - 1, area.Column, [keys])
    try:
        assert excel.installed("KA_TIER", "客户001", alone=True) == "强"
    finally:
        sheet.tables[-1] = table
        sheet.values = before


def test_a_workbook_without_our_tables_says_so_instead_of_answering_with_nothing(excel: Excel) -> None:
    other = fake_excel.Book(excel.application, "汇总.xlsx", "C:\\books")
    other.sheet("Sheet1").put(1, 1, [["a", "b"], [1.0, 2.0]], "表1")
    for name in ("KA_LEVEL", "KA_TIER"):
        sent = [MISSING] * len(FUNCTIONS[name].arguments)
        said = excel.server.CallUDF(MODULE, name, (*sent, 5.0), other, None)
        assert said == WORDS["no-tables"](function=name).pick("zh")


def test_a_cell_in_excel_keeps_two_books_and_a_closed_workbook_none(excel: Excel) -> None:
    still = fake_excel.Book(excel.application, "还开着.xlsx", "C:\\books")
    excel.application.Workbooks.extend([excel.book, still])
    closed = fake_excel.Book(excel.application, "已关.xlsx", "C:\\books")

    def opened(book: fake_excel.Book, name: str, cell: str = "_meta!$B$8") -> str:
        tables = case_tables()
        cell_of(tables, "accounts", 1, LAYOUT["accounts"].by_key["account"].zh, name)
        sent = [_stored(tables[key]) if tables.get(key) else MISSING for key in [*LAYOUT, "policy"]]
        place = f"{book.FullName}\x1f{cell}"
        return str(excel.server.CallUDF(MODULE, "KA_BOOK", (*sent, place), book, None))

    handles = [opened(closed, f"第{n}次改") for n in range(3)]
    levels = [excel.installed("KA_LEVEL", handle) == "#REF!" for handle in handles]
    assert levels == [True, False, False]
    opened(still, "还开着的一本")
    assert {excel.installed("KA_LEVEL", handle) for handle in handles} == {"#REF!"}
    excel.application.Workbooks.clear()


def test_calculated_columns_of_the_workbook_are_no_input(excel: Excel, handle: str) -> None:
    sheet = next(sheet for sheet in excel.book.Worksheets if sheet.Name == "accounts")
    table = sheet.tables.pop()
    width = len(excel.tables["accounts"][0])
    for row in range(len(excel.tables["accounts"])):
        sheet.values[2 + row, 2 + width] = "关系等级" if row == 0 else "#N/A"
    wider = fake_excel.Range(sheet, 2, 2, len(excel.tables["accounts"]), width + 1)
    sheet.tables.append(fake_excel.Table(table.Name, wider))
    try:
        from kasales_xl.hosts.excel.calling import calling_tables

        excel.installed("KA_LEVEL", alone=True)
        assert handle_of(calling_tables()) == handle
    finally:
        sheet.tables[-1] = table


def test_a_row_pasted_below_a_table_that_did_not_grow_is_read_too(excel: Excel) -> None:
    sheet = next(sheet for sheet in excel.book.Worksheets if sheet.Name == "accounts")
    table = sheet.tables[-1].Range
    name = next(place for place, value in sheet.values.items() if value == "客户001")
    below = (table.Row + table.Rows.Count + 2, name[1])
    sheet.values[below] = "表下面的客户"
    try:
        assert excel.installed("KA_TIER", "表下面的客户", alone=True) == "未知"
    finally:
        del sheet.values[below]


def test_the_stock_add_in_imports_every_function_with_its_help(excel: Excel) -> None:
    book = fake_excel.Book(excel.application, "团队.xlsm")
    excel.application.described.clear()
    excel.udfs.import_udfs(MODULE, book)
    described = {name.rpartition("!")[2]: named for name, named in excel.application.described}
    assert set(described) == set(FUNCTIONS)
    for name, function in FUNCTIONS.items():
        shown = ", ".join(f"Optional {argument.name}" for argument in function.arguments)
        assert f"Function {name}({shown})\n" in book.imported.replace("\r", "")
        helps = described[name]["ArgumentDescriptions"] or []
        assert helps == [argument.help.zh for argument in function.arguments]
        assert described[name]["Description"] == function.help.zh
        assert described[name]["Category"] == "KA Sales"


def test_the_number_of_the_calculation_is_hidden_from_people(excel: Excel) -> None:
    book = fake_excel.Book(excel.application, "团队.xlsm")
    excel.udfs.import_udfs(MODULE, book)
    assert "calculation" not in book.imported
    assert "Array(book, account, Empty)" in book.imported


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        (None, None),
        (MISSING, None),
        (3.0, 3.0),
        (True, True),
        ("文字", "文字"),
        (decimal.Decimal("12.50"), 12.5),
        (-2146826246, CellError.NA),
        (-2146826281, CellError.VALUE),
        (((1.0, None), ("a", -2146826265)), [[1.0, None], ["a", CellError.REF]]),
        ((1.0, None), [[1.0, None]]),
    ],
)
def test_a_cell_in_excels_spelling_is_understood(spelled: object, meant: object) -> None:
    assert from_com(spelled) == meant


def test_an_answer_is_always_rows_of_texts_and_numbers() -> None:
    assert to_com(CellError.NA) == [["#N/A"]]
    assert to_com([["a", CellError.REF], ["", 2]]) == [["a", "#REF!"], ["", 2.0]]  # type: ignore[list-item]
    assert to_com([]) == [[""]]


def test_a_text_that_no_cell_can_hold_is_cut() -> None:
    assert to_com("字" * CELL_LIMIT) == [["字" * CELL_LIMIT]]
    assert to_com("字" * (CELL_LIMIT + 1)) == [["字" * CELL_LIMIT]]


def test_every_sheet_people_fill_has_its_table_in_excel() -> None:
    assert set(TABLES.values()) == {*LAYOUT, "policy"}
    assert TABLES[POLICY_TABLE] == "policy"
