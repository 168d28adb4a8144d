"""The rows of one sheet: which lines are data, and their cells as typed columns (25, 28–31, 35, 43–47)."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.rows.columns import Kind
from kasales_xl.layout.sheets import Column
from kasales_xl.reading.cells.cell import Context, Noted, is_error, shown, tidy
from kasales_xl.reading.cells.values import Memos, blank_of, read_column
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.people.names import judge_names
from kasales_xl.reading.shape.headers import Head
from kasales_xl.reading.shape.merged import fill_merged
from kasales_xl.reading.shape.money_columns import far_off, in_unit_of_format, in_unit_of_header
from kasales_xl.reading.shape.no_rows import examples, not_a_row
from kasales_xl.reading.shape.row_ids import blank_ids, make_ids
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.rows import ID_MISSING, MISSING_VALUE, NAME_MISSING, ROW_FAULTY

#: So far below the last value a formula without a stored result is still looked for.
FAULTY_ROWS = 10_000

#: By column key and row index: what was noted there.
Notes = dict[str, dict[int, Noted]]


def read_body(head: Head, context: Context, journal: Journal, memos: Memos) -> Table:
    """All lines below the headers that hold data. Rows with a held cell are kept, marked ``held``."""
    lines = _filled_lines(head)
    first = head.grid.first_row
    raws = _columns(head, [line for _, line in lines])
    context = replace(context, dates_1904=head.grid.dates_1904)
    table = Table(head.layout, [r + first for r, _ in lines], raws, {})
    fill_merged(head, table, journal)
    _put_errors(head, table)
    notes: Notes = {}
    for key in head.columns:
        column, own = head.layout.by_key[key], context
        if column.kind is Kind.MONEY:
            in_unit_of_format(head, table, column)
            own = in_unit_of_header(head, column, context, journal)
        table.values[key], noted = read_column(column, table.raws[key], own, memos)
        if noted:
            notes[key] = noted
    dropped = _lines_that_are_no_rows(table, head, journal, dict(lines), notes)
    for column in head.layout.columns:
        if column.kind is Kind.MONEY and column.key in table.values:
            _hold_far_off(table, column.key, context, dropped, journal, notes)
    _write_notes(table, notes, dropped, journal)
    table.drop(dropped)
    judge_names(table, journal)
    return table


def _filled_lines(head: Head) -> list[tuple[int, list[object]]]:
    """Lines below the headers that hold something: a value, or in one of our columns an error or a formula
    without a stored result, which readers deliver as blanks (54)."""
    grid = head.grid
    cells = list(grid.cells)
    ours = {c + grid.first_column for c in head.columns.values()}
    faulty = {row - grid.first_row for row, column in grid.errors if column in ours}
    last = max((r for r in faulty if r < len(cells) + FAULTY_ROWS), default=-1)
    cells += [[] for _ in range(last + 1 - len(cells))]
    lines = enumerate(cells[head.header + 1 :], start=head.header + 1)
    return [(r, list(line)) for r, line in lines if any(line) or line.count("") < len(line) or r in faulty]


def _columns(head: Head, lines: list[list[object]]) -> dict[str, list[object]]:
    """The cells of each known column, top down."""
    if len(set(map(len, lines))) == 1:
        turned = list(zip(*lines, strict=True))
        return {
            key: list(turned[c]) if c < len(turned) else [""] * len(lines) for key, c in head.columns.items()
        }
    return {key: [line[c] if c < len(line) else "" for line in lines] for key, c in head.columns.items()}


def _put_errors(head: Head, table: Table) -> None:
    if not head.grid.errors:
        return
    index = {row: i for i, row in enumerate(table.rows)}
    at = {c + head.grid.first_column: key for key, c in head.columns.items()}
    for (row, column), text in head.grid.errors.items():
        if row in index and column in at:
            table.raws[at[column]][index[row]] = text


def _lines_that_are_no_rows(
    table: Table, head: Head, journal: Journal, lines: dict[int, list[object]], notes: Notes
) -> set[int]:
    """Lines that are no rows: blank but for formulas, totals (29), examples (30), remarks (31); and
    what is missing in the others."""
    required = [c for c in table.layout.columns if c.required and c.key in table.values]
    unnamed = blank_ids(table)
    lacking: dict[int, list[Column]] = {}
    for column in required:
        blank = blank_of(column)
        if column.key != "practice" and blank in table.values[column.key]:
            for i, value in enumerate(table.values[column.key]):
                if value == blank:
                    lacking.setdefault(i, []).append(column)
    dropped = examples(table, journal)
    complete = max((i for i in range(len(table.rows)) if i not in lacking and i not in dropped), default=-1)
    for i in sorted((lacking.keys() | unnamed) - dropped):
        line = [tidy(shown(cell)) for cell in lines[table.rows[i] - head.grid.first_row]]
        foreign, kind = not_a_row(table, i, line, i > complete)
        if not foreign:
            if _is_faulty_throughout(table, i):
                _leave_out_faulty(table, i, notes, journal)
                continue
            for column in lacking.get(i, ()):
                if not ((said := notes.get(column.key, {}).get(i)) and said.held):
                    _missing(table, i, column, journal)
            continue
        dropped.add(i)
        if kind:
            text = next((cell for cell in line if cell), "")
            journal.add(kind, table.key, table.rows[i], got=text)
    make_ids(table, unnamed - dropped)
    return dropped


def _is_faulty_throughout(table: Table, i: int) -> bool:
    """Nothing but errors and formulas without a stored result (54)."""
    cells = [cells[i] for cells in table.raws.values() if cells[i] not in ("", None)]
    return bool(cells) and all(map(is_error, cells))


def _leave_out_faulty(table: Table, i: int, notes: Notes, journal: Journal) -> None:
    """Said once for the row, not cell by cell."""
    faulty = [key for key in table.raws if is_error(table.raws[key][i])]
    table.held.add(i)
    table.unread[i] = set(faulty)
    for noted in notes.values():
        noted.pop(i, None)
    journal.add(ROW_FAULTY, table.key, table.rows[i], got=table.got(faulty[0], i))


def _missing(table: Table, i: int, column: Column, journal: Journal) -> None:
    """A practice's missing ID is made up from the place; a missing account name is the account's ID; else
    the row is held."""
    row, values = table.rows[i], table.values
    if column.kind is Kind.ID:
        values[column.key][i] = made = f"{table.key}@{row}"
        journal.add(ID_MISSING, table.key, row, column.key, now=made)
    elif column.full_key == "accounts.account" and (name := str(values["account_id"][i])):
        values[column.key][i] = name
        journal.add(NAME_MISSING, table.key, row, column.key, now=name)
    else:
        table.held.add(i)
        journal.add(
            MISSING_VALUE, table.key, row, column.key,
            got=table.got(column.key, i),
        )  # fmt: skip


def _is_vital(column: Column) -> bool:
    """Is a row left out for a cell of this column that cannot be read? Without the manager's grade the rep's
    own would count, which may be the better one."""
    return column.required or column.full_key == "practices.manager_grade"


def _write_notes(table: Table, notes: Notes, dropped: set[int], journal: Journal) -> None:
    for key, noted in notes.items():
        for i, value in noted.items():
            if i in dropped:
                continue
            vital = _is_vital(table.layout.by_key[key])
            journal.add_notes(value, table.key, table.rows[i], key, table.got(key, i), row_out=vital)
            if value.held:
                table.unread.setdefault(i, set()).add(key)
                if vital:
                    table.held.add(i)


def _hold_far_off(
    table: Table, key: str, context: Context, dropped: set[int], journal: Journal, notes: Notes
) -> None:
    """What else there was to say of the amount goes: it is not used after all."""
    amounts = [None if i in dropped else v for i, v in enumerate(table.values[key])]
    for i, kind, words in far_off(table.raws[key], amounts, context.annual_target):
        table.values[key][i] = blank_of(table.layout.by_key[key])
        table.unread.setdefault(i, set()).add(key)
        notes.get(key, {}).pop(i, None)
        at = journal.place(table.key, table.rows[i], key)
        journal.add_at(kind, at, table.got(key, i), "", **words)
