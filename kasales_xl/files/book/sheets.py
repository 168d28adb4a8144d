"""The data sheets: one table each, hidden keys above its headers, calculated columns to its right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.book.filling import References, data_cells
from kasales_xl.core.rows.book import Book
from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import DealStage, KeyAccount, LoopStage, MoneyUnit, Stance, Term, Tier
from kasales_xl.files.book.departments import department_rule
from kasales_xl.files.book.findings import mark_cells
from kasales_xl.files.book.rules import CALCULATED_RULE, cell_rule, header_rule
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import BAR_FILL, NAVY, NEWS, TEAL, share_bar
from kasales_xl.layout.formulas import calculated_formula
from kasales_xl.layout.sheets import FIRST_ROW, HEADER_ROW, KEY_ROW, Calculated, Column, SheetLayout
from kasales_xl.layout.template import TYPING_ROWS, UNIT_NAME
from kasales_xl.reading.typed_book import ExtraColumn, TypedSheet
from kasales_xl.text.book import OWN_COLUMN

#: How many columns stay in sight while the rest scrolls.
FROZEN = {"accounts": 1, "contacts": 2, "deals": 2, "support": 1, "links": 3, "practices": 4, "career": 3}
#: Words that stand out, by column, and what news they are.
_MARKED: dict[str, dict[Term, str]] = {
    "accounts.tier": {Tier.STRONG: "good", Tier.MID: "fair"},
    "accounts.is_key": {KeyAccount.YES: "good", KeyAccount.UNDECIDED: "fair"},
    "contacts.stance": {Stance.OPPOSED: "poor", Stance.CHAMPION: "good"},
    "deals.stage": {
        DealStage.CONTRACT: "good", DealStage.DELIVER: "good", DealStage.WON: "good",
        DealStage.LOST: "poor",
    },
}  # fmt: skip

#: Steps taken of those there are, before a relation tier: small bars that need no colour.
_STEPS: dict[Term, str] = {Tier.NONE: "□□□", Tier.JUNIOR: "■□□", Tier.MID: "■■□", Tier.STRONG: "■■■"}
#: What a full bar of the relation score is.
_FULL_SCORE = 100

#: A column of the closed group; the width of the column behind one that ends the table.
_FOLDED = {"level": 1, "hidden": True}
_BUTTON_WIDTH = 4
_OWN_WIDTH = 18

_KEYS, _HEADERS, _FIRST = KEY_ROW - 1, HEADER_ROW - 1, FIRST_ROW - 1


def write_data_sheet(
    tab: Tab, layout: SheetLayout, book: Book, known: References, typed: TypedSheet | None = None
) -> None:
    """The whole tab: keys, table with ready rows, rules, formats, print set-up, protection. typed: cells as
    somebody typed them into another copy of the sheet, in place of the book's rows."""
    rows = data_cells(book, layout.key, known) if typed is None else []
    filled = len(rows) if typed is None else len(typed.rows)
    count = max(1, filled + layout.ready_rows)
    extra = () if typed is None else typed.extra
    _columns(tab, layout)
    _table(tab, layout, count, extra)
    styles = [tab.styles.input(column) for column in layout.columns]
    for at, cells in enumerate(rows, start=_FIRST):
        for column, (value, style) in enumerate(zip(cells, styles, strict=True)):
            tab.put(at, column, value, style)
    if typed is not None:
        _typed_rows(tab, layout, typed, count)
    for at in range(_FIRST + filled, _FIRST + count):
        for column, style in enumerate(styles):
            tab.put(at, column, None, style)
    for column, calculated in enumerate(layout.calculated, start=len(layout.columns)):
        formula, style = tab.book.pick(calculated_formula(calculated)), tab.styles.calculated(calculated)
        for at in range(_FIRST, _FIRST + count):
            tab.formula(at, column, formula, style)
    _rules(tab, layout, count)
    mark_cells(tab, layout)
    _colours(tab, layout)
    tab.sheet.freeze_panes(_FIRST, FROZEN[layout.key])
    tab.sheet.set_tab_color(TEAL)
    _printing(tab, layout)
    tab.protect(switched_on=False)


def _typed_rows(tab: Tab, layout: SheetLayout, typed: TypedSheet, count: int) -> None:
    for at, row in enumerate(typed.rows, start=_FIRST):
        for column, declared in enumerate(layout.columns):
            style, day = tab.styles.input(declared), tab.styles.input(declared, day=True)
            tab.typed(at, column, row.get(declared.key), style, day)
    for column, own in enumerate(typed.extra, start=len(_every(layout))):
        tab.sheet.set_column(column, column, _OWN_WIDTH)
        for n in range(count):
            tab.typed(_FIRST + n, column, own.values.get(n), tab.styles.own(), tab.styles.own(day=True))


def _columns(tab: Tab, layout: SheetLayout) -> None:
    """Widths, and the closed group; the format of a column is that of rows typed below its table."""
    for at, column in enumerate(layout.columns):
        group = _FOLDED if column.folded else {}
        tab.sheet.set_column(at, at, tab.styles.width(column), tab.styles.input(column, ready=False), group)
    for at, calculated in enumerate(layout.calculated, start=len(layout.columns)):
        tab.sheet.set_column(at, at, tab.styles.width(calculated))
    # the button that opens the group stands over the column behind it
    if layout.columns[-1].folded:
        at = len(layout.columns)
        width = tab.styles.width(layout.calculated[0]) if layout.calculated else _BUTTON_WIDTH
        tab.sheet.set_column(at, at, width, None, {"collapsed": True})


def _table(tab: Tab, layout: SheetLayout, count: int, extra: Sequence[ExtraColumn]) -> None:
    """extra: columns of somebody's own, inside the table, so that they are sorted with it."""
    keys = tab.styles.text(num_format="@", font_color="#8A94A0", font_size=8)
    tab.sheet.set_row(_KEYS, None, None, {"hidden": True})
    columns: list[dict[str, Any]] = []
    for at, column in enumerate(_every(layout)):
        tab.say(_KEYS, at, f"{column.sheet}.{column.key}", keys)
        looks = {"header": column.header, "header_format": tab.styles.header(column)}
        if isinstance(column, Calculated):
            looks["formula"] = calculated_formula(column)
        columns.append(looks)
    taken = {tab.book.pick(column.header).casefold() for column in _every(layout)}
    for own in extra:
        name = first_free_name(own.header.strip() or tab.book.pick(OWN_COLUMN), taken)
        columns.append({"header": name, "header_format": tab.styles.own_header()})
    tab.table(layout.table, _HEADERS, _FIRST + count - 1, columns)
    tab.sheet.set_row(_HEADERS, 34)


def first_free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where a column has it already; it is taken from then on."""
    tried, number = name, 2
    while tried.casefold() in taken:
        tried, number = f"{name} {number}", number + 1
    taken.add(tried.casefold())
    return tried


def _every(layout: SheetLayout) -> tuple[Column | Calculated, ...]:
    return (*layout.columns, *layout.calculated)


def _rules(tab: Tab, layout: SheetLayout, count: int) -> None:
    for at, column in enumerate(layout.columns):
        tab.rule(_HEADERS, at, _HEADERS, at, header_rule(column))
        first = xl_rowcol_to_cell(_FIRST, at)
        rule = cell_rule(column, first)
        if column.full_key == "contacts.department":
            rule = department_rule(rule, FIRST_ROW)
        tab.rule(_FIRST, at, TYPING_ROWS - 1, at, rule)
        if column.kind is Kind.ID:
            last = xl_rowcol_to_cell(TYPING_ROWS - 1, at)
            tab.sheet.ignore_errors({"number_stored_as_text": f"{first}:{last}"})
    for at, calculated in enumerate(layout.calculated, start=len(layout.columns)):
        tab.rule(_HEADERS, at, _HEADERS, at, header_rule(calculated))
        tab.rule(_FIRST, at, _FIRST + count - 1, at, CALCULATED_RULE)


def _colours(tab: Tab, layout: SheetLayout) -> None:
    """The words say it all; colour only helps the eye."""
    add_format = tab.book.workbook.add_format
    looks = {news: add_format(NEWS[news]) for news in ("good", "fair")}
    looks["poor"] = add_format(NEWS["poor"] | {"bold": True})
    if layout.key == "practices":
        _blocks(tab, layout, add_format({"top": 1, "top_color": NAVY}))
    for at, column in enumerate(_every(layout)):
        place = (_FIRST, at, TYPING_ROWS - 1, at)
        marked = _MARKED.get(f"{column.sheet}.{column.key}", {})
        if column.style == "tier":
            _tier_steps(tab, place, marked)
            continue
        for word, news in marked.items():
            tab.mark(place, word, looks[news])
        if column.style == "score":
            tab.sheet.conditional_format(*place, share_bar(BAR_FILL, full=_FULL_SCORE))
        if column.style == "money":
            _unit_in_header(tab, at, column)


def _tier_steps(tab: Tab, place: tuple[int, int, int, int], marked: Mapping[Term, str]) -> None:
    """``■■□ 中级``: the steps are the cell's number format, so that what stands in it stays the tier alone.
    Steps and colour are one look, for some programs show the first that fits and no other."""
    for tier, steps in _STEPS.items():
        colour = NEWS[marked[tier]] if tier in marked else {}
        tab.mark(place, tier, tab.book.workbook.add_format(colour | {"num_format": f'"{steps} "@'}))


def _blocks(tab: Tab, layout: SheetLayout, line: Format) -> None:
    """A line above each dimension's first practice."""
    first = xl_rowcol_to_cell(_FIRST, list(layout.by_key).index("stage"), col_abs=True)
    stage = LoopStage.INCUBATE.label(tab.book.lang)
    place = (_FIRST, 0, TYPING_ROWS - 1, len(layout.columns) - 1)
    tab.mark_where(place, f'={first}="{stage}"', line)


def _unit_in_header(tab: Tab, at: int, column: Column | Calculated) -> None:
    """The header follows the money unit when somebody changes it on 我的信息."""
    for unit in MoneyUnit:
        if unit is tab.styles.unit:
            continue
        look = tab.book.workbook.add_format({"num_format": tab.styles.header_format(column, unit)})
        condition = f'={UNIT_NAME}="{unit.label(tab.book.lang)}"'
        tab.mark_where((_HEADERS, at, _HEADERS, at), condition, look)


def _printing(tab: Tab, layout: SheetLayout) -> None:
    """One page wide: a closed group is not printed, an opened one makes the rest smaller."""
    tab.landscape(header_row=_HEADERS)
    tab.sheet.repeat_columns(0, FROZEN[layout.key] - 1)
