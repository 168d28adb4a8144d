"""The bytes of a worksheet as many programs spell them, and formulas around ours."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.files.formulas.functions import FUNCTIONS
from kasales_xl.files.formulas.lookups import Block, Positions, positions_of
from kasales_xl.files.formulas.tables import SheetTable, cells_of
from kasales_xl.files.formulas.tree import Area, NotUnderstood, TablePart, Wrong, parse
from kasales_xl.files.formulas.values import Place, evaluate
from kasales_xl.files.refresh.sheet_cells import read_sheet, stored
from kasales_xl.files.refresh.sheet_values import New, replaced
from kasales_xl.files.refresh.workbook_parts import Parts
from kasales_xl.files.xlsx_in.refusal import Refused

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
VALUES = st.one_of(
    NAMES,
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.sampled_from([Wrong("#N/A"), Wrong("#VALUE!")]),
)


@st.composite
def cells(draw: st.DrawFn, prefix: str, place: str) -> str:
    """One cell with a formula, spelled in one of many ways."""
    quote = draw(st.sampled_from("\"'"))
    gap = draw(st.sampled_from(["", " ", "\n "]))
    kind = draw(st.sampled_from(["", "str", "s", "e", "b", "n"]))
    attributes = [f"r={quote}{place}{quote}", f"s={quote}3{quote}"] + (
        [f"t={quote}{kind}{quote}"] if kind else []
    )
    tag = f"<{prefix}c {' '.join(draw(st.permutations(attributes)))}{gap}>"
    formula = draw(st.sampled_from(["1&gt;0", '<![CDATA[A1>"x"]]>', "B1<!-- v -->+1"]))
    old = draw(
        st.sampled_from(["", f"<{prefix}v/>", f"<{prefix}v>1</{prefix}v>", f"<{prefix}v></{prefix}v >"])
    )
    more = draw(st.sampled_from(["", f"<{prefix}extLst><{prefix}ext uri='u>v'/></{prefix}extLst>"]))
    return f"{tag}{gap}<{prefix}f ca={quote}1{quote}>{formula}</{prefix}f>{old}{more}</{prefix}c>"


@given(st.data(), st.sampled_from(["", "x:"]), VALUES, st.booleans())
def test_a_value_goes_into_its_cell_and_everything_around_stays(
    data: st.DataObject, prefix: str, value: str | float | bool | Wrong, bom: bool
) -> None:
    cell = data.draw(cells(prefix, "C7"))
    row = f"<{prefix}row r='7'><{prefix}c r='A7' s='1'/>{cell}<{prefix}c r='D7'><{prefix}v>5</{prefix}v></{prefix}c></{prefix}row>"
    space = "xmlns:x='u'" if prefix else "xmlns='u'"
    text = f"<?xml version='1.0'?>\n<{prefix}worksheet {space} a='>'><{prefix}sheetData><!-- <c r='C7'/> -->{row}</{prefix}sheetData></{prefix}worksheet>"
    xml = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    new = replaced(xml, {(7, 3): New(value)})
    after = read_sheet(new)
    assert stored(after.cells[7, 3], []) == value
    assert stored(after.cells[7, 4], []) == 5
    before, start = read_sheet(xml).cells[7, 3], after.cells[7, 3].span[0]
    assert new[:start] == xml[: before.span[0]]
    assert new[after.cells[7, 3].span[1] :] == xml[before.span[1] :]
    assert after.cells[7, 3].text["f"] == before.text["f"]
    assert replaced(new, {(7, 3): New(value)}) == new


@given(st.sets(st.tuples(st.integers(1, 6), st.integers(1, 5)), max_size=8),
       st.dictionaries(st.tuples(st.integers(1, 7), st.integers(1, 6)), VALUES, max_size=8))  # fmt: skip
def test_typed_values_stand_where_they_belong_also_where_no_cell_was(
    there: set[tuple[int, int]], typed: dict[tuple[int, int], str | float | bool | Wrong]
) -> None:
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{"ABCDEF"[c - 1]}{row}" s="2"/>' for r, c in sorted(there) if r == row) + "</row>"
        for row in sorted({row for row, _ in there})
    )  # fmt: skip
    xml = f'<worksheet xmlns="u"><sheetData>{rows}</sheetData></worksheet>'.encode()
    new = replaced(xml, {spot: New(value, typed=True) for spot, value in typed.items()})
    found = read_sheet(new).cells
    assert {spot: stored(cell, []) for spot, cell in found.items()} == typed
    order = [(int(row), column) for column, row in re.findall(rb'<c r="([A-Z])(\d+)"', new)]
    assert order == sorted(order)
    assert len(set(order)) == len(there | typed.keys())
    rows_in_order = [int(row) for row in re.findall(rb'<row r="(\d+)"', new)]
    assert rows_in_order == sorted(set(rows_in_order))


def test_a_sheet_that_is_cut_off_is_refused() -> None:
    with pytest.raises(Refused):
        read_sheet(b"<worksheet><sheetData><row r='1'><c r='A1'>")


def test_cells_without_a_reference_follow_one_another() -> None:
    xml = b"<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>"
    assert {spot: stored(cell, []) for spot, cell in read_sheet(xml).cells.items()} == {
        (1, 1): 1.0,
        (1, 2): 2.0,
        (2, 1): 3.0,
    }


def test_how_to_pronounce_a_name_is_no_part_of_it() -> None:
    xml = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><r><t>李</t></r><r><t>总</t></r><rPh><t>li</t></rPh></is></c></row></sheetData></worksheet>"
    assert stored(read_sheet(xml.encode()).cells[1, 1], []) == "李总"


class Sheet:
    """A2:C4 of 表: 1 2 3 / 4 甲 blank / #N/A TRUE 乙."""

    cells: tuple[tuple[object, ...], ...] = ((1.0, 2.0, 3.0), (4.0, "甲", None), (Wrong("#N/A"), True, "乙"))
    parts = Parts({}, {}, {"t": SheetTable(("表", 1, 1, 4, 3), ("a", "b", "c"))}, {"n": "表!$A$2"})

    def block(self, block: Block) -> list[list[object]]:
        _, top, left, bottom, right = block
        found = {(r + 2, c + 1): cell for r, row in enumerate(self.cells) for c, cell in enumerate(row)}
        return [[found.get((r, c)) for c in range(left, right + 1)] for r in range(top, bottom + 1)]

    def positions(self, block: Block) -> Positions:
        return positions_of(self.block(block))  # type: ignore[arg-type]

    def extent(self, sheet: str) -> int:
        return 4

    def named(self, name: str) -> object:
        return self.parts.named(name)

    def part(self, part: TablePart, place: Place) -> Block:
        return cells_of(part, place, self.parts.tables)


HERE = Place("表", 3, 9)


def worked_out(formula: str, place: Place = HERE) -> object:
    def nobody(name: str, args: object) -> object:
        raise NotUnderstood(name)

    return evaluate(parse(formula), place, Sheet(), nobody)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1+2*3^2", 19.0),
        ("-2^2", 4.0),
        ("(1+2)*3%", 0.09),
        ('"a"&1&TRUE', "a1TRUE"),
        ('"""q"""', '"q"'),
        ("1/0", Wrong("#DIV/0!")),
        ('"x"+1', Wrong("#VALUE!")),
        ('"甲"="甲"', True),
        ('"A"="a"', True),
        ('2<"1"', True),
        ('C3=""', True),
        ("C3=0", True),
        ("C3&\"\"", ""),
        ("A4", Wrong("#N/A")),
        ("IFERROR(A4,7)", 7.0),
        ("IFNA(A4,7)", 7.0),
        ("IFNA(1/0,7)", Wrong("#DIV/0!")),
        ("IF(FALSE,A4,5)", 5.0),
        ("IF(FALSE(),1,TRUE())", True),
        ("IF(A4,1,2)", Wrong("#N/A")),
        ("IF(FALSE,1)", False),
        ("AND(TRUE,1)", True),
        ("OR(FALSE,0)", False),
        ("NOT(0)", True),
        ("ISERROR(A4)", True),
        ("ISNUMBER(B3)", False),
        ("ISBLANK(C3)", True),
        ("INDEX(A2:C4,2,2)", "甲"),
        ("INDEX(A2:C4,4,1)", Wrong("#REF!")),
        ("INDEX(A2:C2,3)", 3.0),
        ("MATCH(\"甲\",B2:B4,0)", 2.0),
        ("MATCH(9,A2:C2,0)", Wrong("#N/A")),
        ("SUM(A2:C3)", 10.0),
        ("SUM(A2:A4)", Wrong("#N/A")),
        ("MAX(A2:C2)-MIN(A2:C2)", 2.0),
        ("COUNT(A2:C4)", 4.0),
        ("COUNTA(A2:C4)", 8.0),
        ("COUNTBLANK(A2:C4)", 1.0),
        ("ROWS(A2:C4)*COLUMNS(A2:C4)", 9.0),
        ("COUNTIF(A2:C4,\">=2\")", 3.0),
        ("COUNTIF(A2:C4,\"<>甲\")", 8.0),
        ("COUNTIF(A2:C4,\"?\")", 2.0),
        ("COUNTIF(A2:C4,\"~?\")", 0.0),
        ("COUNTIF(A2:C4,4)", 1.0),
        ("COUNTIF(A2:C4,\"<b>\")", 0.0),
        ("COUNTIF(A2:C4,\">b>\")", 2.0),
        ("COUNTIF(A2:C4,\">=甲\")", 1.0),
        ("SUMPRODUCT((A2:C2>1)*A2:C2)", 5.0),
        ("SUMPRODUCT(A2:C2,A2:C2)", 14.0),
        ("n*2", 2.0),
        ("t[[#This Row],[b]]", "甲"),
        ("[@a]", 4.0),
        ("SUM(t[[#Data],[a]:[b]])", Wrong("#N/A")),
        ("COUNTA(t[#All])", 8.0),
        ("SUM($A$2:B2)", 3.0),
        ("SUM(B:B)", 2.0),
        ("'表'!C2", 3.0),
    ],
)  # fmt: skip
def test_formulas_mean_what_spreadsheet_programs_mean(formula: str, value: object) -> None:
    place = Place("表", 3, 2) if formula.startswith("[@") else HERE
    assert worked_out(formula, place) == value


@pytest.mark.parametrize(
    "formula",
    ["", "1+", "(1", "VLOOKUP(1,A2:C4,2)", "MATCH(1,A2:A4)", "[1]表!A2", "{1,2}", "A2 B2", "nobody", "t[d]",
     "t[#Totals]", "other[a]", "IF(A2:C2,1)", "A2:A4+A2:C2*B2:B3", "(" * 5000, "t[a"],
)  # fmt: skip
def test_what_is_not_understood_is_said_so_and_never_guessed(formula: str) -> None:
    with pytest.raises(NotUnderstood):
        worked_out(formula)


def test_a_formula_written_once_for_many_cells_moves_with_them() -> None:
    assert worked_out("A2+$A$2", Place("表", 3, 9, down=1, right=0)) == 5.0
    assert parse("Sheet1!$A2:B$3") == Area("Sheet1", (2, 3), (1, 2), (False, True, True, False))
    assert parse("t[[#This Row],[a'[b']]]") == TablePart("t", ("#This Row",), ("a[b]", "a[b]"))


@given(
    st.lists(
        st.sampled_from(
            [
                "甲",
                "A1",
                "a1",
                "ß",
                "12",
                "0012",
                12.0,
                "A*",
                ">5",
                "<b>",
                ">x",
                "<>",
                "=1+1",
                "",
                None,
                True,
                "_x",
            ]
        )
    )
)
def test_a_column_counted_against_itself_is_each_cell_counted_alone(cells: list[Any]) -> None:
    count, column = FUNCTIONS["COUNTIF"], [[cell] for cell in cells]
    assert count(column, column) == [[count(column, cell)] for cell in cells]


@given(st.text("KA_LEVEL()[]'\"!#@&<>=:,. $A1表\\", max_size=30))
def test_any_text_as_a_formula_is_parsed_or_not_understood(formula: str) -> None:
    try:
        parse(formula)
    except NotUnderstood:
        return
