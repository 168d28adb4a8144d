"""The account book as a professional's template: tabs, tables, keys, printing, locking."""

from __future__ import annotations

import csv
import datetime as dt
import re
from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from paths import TESTS
from template_files import (
    part,
    rules_at,
    workbook,
)

from kasales_xl.core.policy.fields import POLICY_FIELDS
from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import LANGS, Lang
from kasales_xl.core.text import pick
from kasales_xl.layout.practices import default_practices
from kasales_xl.layout.sheets import FIRST_ROW, HEADER_ROW, LAYOUT, TAB_TITLES, SheetLayout
from kasales_xl.layout.template import choices

HERE = TESTS
DATA = [layout for layout in LAYOUT.values() if not layout.form]
WITH_CALCULATED = [layout for layout in DATA if layout.calculated]
by_key = pytest.mark.parametrize("layout", DATA, ids=lambda layout: layout.key)
calculating = pytest.mark.parametrize("layout", WITH_CALCULATED, ids=lambda layout: layout.key)
in_both_languages = pytest.mark.parametrize("lang", LANGS)


def test_every_column_of_the_contract_is_declared_as_it_says() -> None:
    with (HERE / "spec" / "columns.csv").open(encoding="utf-8-sig", newline="") as file:
        wanted = list(csv.DictReader(file))
    assert len(wanted) > 80
    for row in wanted:
        layout = LAYOUT[row["sheet_key"]]
        column = layout.by_key[row["column_key"]]
        assert (layout.zh, layout.en) == (row["sheet_zh"], row["sheet_en"])
        assert (column.zh, column.en, str(column.kind)) == (row["zh"], row["en"], row["kind"])
        assert column.required == (row["required"] == "yes")
        assert "|".join(str(pick(choice, "zh")) for choice in choices(column)) == row["choices_zh"]
        if column.kind is Kind.CHOICE:
            assert "|".join(term.value for term in column.choices) == row["choices_code"]


def test_every_column_is_in_the_contract_and_every_sheet_keeps_its_place() -> None:
    with (HERE / "spec" / "columns.csv").open(encoding="utf-8-sig", newline="") as file:
        wanted = [(row["sheet_key"], row["column_key"]) for row in csv.DictReader(file)]
    ours = [(layout.key, column.key) for layout in LAYOUT.values() for column in layout.columns]
    assert sorted(ours) == sorted(wanted)
    assert list(dict.fromkeys(sheet for sheet, _ in ours)) == list(dict.fromkeys(key for key, _ in wanted))


@pytest.mark.parametrize(
    ("sheet", "names", "deciding"),
    [("accounts", ["account"], 6), ("contacts", ["account", "name"], 8), ("deals", ["account", "deal"], 8)],
)
def test_what_decides_stands_after_the_name_and_the_results_beside_it(
    sheet: str, names: list[str], deciding: int
) -> None:
    layout = LAYOUT[sheet]
    light = [column.key for column in layout.columns if not column.folded]
    assert [column.key for column in layout.columns][: len(light)] == light
    assert light[: len(names)] == names
    assert len(light) - len(names) == deciding
    assert {c.key for c in layout.columns if c.scores} <= set(light)
    assert layout.columns[-1].kind is Kind.ID


@in_both_languages
@by_key
def test_the_rest_is_one_closed_group_of_columns_right_before_the_results(
    layout: SheetLayout, lang: Lang
) -> None:
    sheet = workbook(lang)[layout.title(lang)]
    for at, column in enumerate(layout.columns, start=1):
        look = sheet.column_dimensions[get_column_letter(first_of_its_span(sheet, at))]
        assert (look.hidden, look.outlineLevel) == (column.folded, int(column.folded)), column.key
    button = sheet.column_dimensions[get_column_letter(len(layout.columns) + 1)]
    assert button.collapsed == layout.columns[-1].folded
    assert not button.hidden


def first_of_its_span(sheet: Any, at: int) -> int:
    """Neighbours with equal looks are one entry of the file, under the first of them."""
    spans = [(look.min, look.max) for look in sheet.column_dimensions.values() if look.min]
    return next((low for low, high in spans if low <= at <= high), at)


@in_both_languages
def test_what_scores_has_the_input_colour_and_a_mark_and_the_rest_is_paler(lang: Lang) -> None:
    for layout in DATA:
        sheet = workbook(lang)[layout.title(lang)]
        for at, column in enumerate(layout.columns, start=1):
            fill = sheet.cell(FIRST_ROW, at).fill.fgColor.rgb
            assert fill == ("FFFFF9E6" if column.scores else "FFFFFFFF"), column.full_key
            assert ("●" in sheet.cell(HEADER_ROW, at).number_format) == column.scores


@in_both_languages
def test_tabs_stand_in_the_order_of_the_book_and_only_ours_are_hidden(lang: Lang) -> None:
    book = workbook(lang)
    assert book.sheetnames == [title.pick(lang) for title in TAB_TITLES.values()]
    hidden = {sheet.title for sheet in book if sheet.sheet_state != "visible"}
    assert hidden == {TAB_TITLES[key].pick(lang) for key in ("lists", "results", "_meta")}
    assert book.active.title == TAB_TITLES["guide"].pick(lang)


@in_both_languages
@by_key
def test_a_data_sheet_is_one_table_under_hidden_keys_without_merged_cells(
    layout: SheetLayout, lang: Lang
) -> None:
    sheet = workbook(lang)[layout.title(lang)]
    every = [*layout.columns, *layout.calculated]
    keys = [sheet.cell(1, at).value for at in range(1, len(every) + 1)]
    titles = [sheet.cell(HEADER_ROW, at).value for at in range(1, len(every) + 1)]
    assert keys == [f"{layout.key}.{column.key}" for column in every]
    assert titles == [column.header.pick(lang) for column in every]
    assert sheet.row_dimensions[1].hidden
    assert list(sheet.tables) == [layout.table]
    table = sheet.tables[layout.table]
    rows = layout.ready_rows or len(default_practices(lang))
    assert table.ref == f"A{HEADER_ROW}:{get_column_letter(len(every))}{HEADER_ROW + rows}"
    assert table.autoFilter.ref == table.ref
    assert not sheet.merged_cells.ranges


@in_both_languages
def test_no_sheet_at_all_has_merged_cells(lang: Lang) -> None:
    assert not any(sheet.merged_cells.ranges for sheet in workbook(lang, sample=True))


@in_both_languages
@pytest.mark.parametrize("key", ["seller", "policy"])
def test_a_form_has_its_keys_in_a_hidden_first_column(key: str, lang: Lang) -> None:
    sheet = workbook(lang)[TAB_TITLES[key].pick(lang)]
    assert sheet.column_dimensions["A"].hidden
    found = [sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    if key == "seller":
        assert found == [column.full_key for column in LAYOUT["seller"].columns]
    else:
        shown = {key for key, field in POLICY_FIELDS.items() if field.kind != "content"}
        assert set(found) == {f"policy.{key}" for key in shown}
    assert len(sheet.tables) == 1


@in_both_languages
@by_key
def test_headers_and_first_columns_stay_in_sight_and_print_again(layout: SheetLayout, lang: Lang) -> None:
    sheet = workbook(lang)[layout.title(lang)]
    assert sheet.freeze_panes.endswith(str(FIRST_ROW))
    assert not sheet.freeze_panes.startswith("A")
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToHeight == 0


@in_both_languages
def test_every_visible_sheet_prints_its_page_number(lang: Lang) -> None:
    for sheet in workbook(lang):
        if sheet.sheet_state == "visible":
            at = workbook(lang).sheetnames.index(sheet.title) + 1
            assert "&amp;P/&amp;N" in part(lang, f"xl/worksheets/sheet{at}.xml"), sheet.title


@in_both_languages
def test_a_unit_is_shown_in_the_header_while_its_text_stays_the_columns_label(lang: Lang) -> None:
    sheet = workbook(lang)[LAYOUT["accounts"].title(lang)]
    at = list(LAYOUT["accounts"].by_key).index("potential_12m") + 1
    header = sheet.cell(HEADER_ROW, at)
    assert header.value == LAYOUT["accounts"].by_key["potential_12m"].header.pick(lang)
    assert ("万元" if lang == "zh" else "10k yuan") in header.number_format
    assert sheet.cell(HEADER_ROW, 1).number_format.endswith('* ●"')
    assert sheet.cell(HEADER_ROW, len(LAYOUT["accounts"].columns) + 1).number_format.startswith('"ƒ')


@in_both_languages
def test_dates_are_real_dates_shown_year_month_day(lang: Lang) -> None:
    sheet = workbook(lang, sample=True)[LAYOUT["deals"].title(lang)]
    at = list(LAYOUT["deals"].by_key).index("created") + 1
    cell = sheet.cell(FIRST_ROW, at)
    assert cell.value == dt.datetime(2024, 2, 5)  # noqa: DTZ001
    assert cell.number_format == "yyyy-mm-dd"


@in_both_languages
def test_the_normal_style_is_unlocked_so_that_blank_cells_can_be_typed_into(lang: Lang) -> None:
    styles = part(lang, "xl/styles.xml")
    normal = re.search(r"<cellStyleXfs[^>]*>(.*?)</cellStyleXfs>", styles)
    plain = re.search(r"<cellXfs[^>]*>(<xf[^>]*>.*?</xf>)", styles)
    assert normal
    assert plain
    assert '<protection locked="0"/>' in normal[1]
    assert '<protection locked="0"/>' in plain[1]


@in_both_languages
@calculating
def test_calculated_cells_are_locked_and_inputs_are_not(layout: SheetLayout, lang: Lang) -> None:
    sheet = workbook(lang)[layout.title(lang)]
    last = len(layout.columns)
    assert all(not sheet.cell(FIRST_ROW, at).protection.locked for at in range(1, last + 1))
    for at in range(last + 1, last + 1 + len(layout.calculated)):
        assert sheet.cell(FIRST_ROW, at).protection.locked


@in_both_languages
def test_protection_has_no_password_and_allows_sort_filter_rows_and_widths(lang: Lang) -> None:
    for sheet in workbook(lang):
        lock = sheet.protection
        assert not lock.password
        assert lock.hashValue is None
        # openpyxl reads what is forbidden
        forbidden = (lock.sort, lock.autoFilter, lock.insertRows, lock.formatColumns, lock.formatRows)
        assert not any(forbidden), sheet.title


@in_both_languages
def test_data_sheets_are_not_switched_to_protected_because_their_tables_must_grow(lang: Lang) -> None:
    book = workbook(lang)
    on = {sheet.title for sheet in book if sheet.protection.sheet}
    data = {layout.title(lang) for layout in DATA}
    assert on == set(book.sheetnames) - data


@in_both_languages
@calculating
def test_typing_over_a_calculated_cell_is_refused_with_the_reason(layout: SheetLayout, lang: Lang) -> None:
    sheet = workbook(lang)[layout.title(lang)]
    for at in range(len(layout.columns) + 1, len(layout.columns) + 1 + len(layout.calculated)):
        (rule,) = rules_at(sheet, FIRST_ROW, at)
        assert (rule.type, rule.formula1, rule.errorStyle) == ("custom", "FALSE", None)
        assert rule.showErrorMessage
        assert rule.error
