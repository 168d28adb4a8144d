"""The files of a CRM export as tables of text: read, compared with their mapping, put right.

Nothing is guessed: a correction is named in the mapping, or differs from the listed spelling by case,
spaces and width only. Every cell that is changed is a finding at its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.names import name_key
from kasales_xl.files.crm.mapping import CannotImport, CrmMapping, TableMap, fields
from kasales_xl.files.xlsx_in.book import file_bytes, open_sheets
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.reading.cells.cell import tidy
from kasales_xl.reading.grid import letters
from kasales_xl.text.findings.crm import CRM_COLUMN_UNUSED, CRM_CORRECTED, CRM_NOT_LISTED, CRM_SPELLING

if TYPE_CHECKING:
    import pandas as pd

#: Workbooks; their first sheet is read.
SHEETS = frozenset({".xlsx", ".xlsm"})
ENCODINGS = ("utf-8-sig", "gb18030")
#: A line of the file as spreadsheets number it: the header is line 1.
FIRST_LINE = 2


@dataclass(frozen=True)
class CrmTable:
    """``sheet`` is the key of the sheet its rows go to. ``frame``: text cells, blanks as ``""``, rows in
    file order. ``findings``: what was put right while reading."""

    sheet: str
    file: str
    map: TableMap
    frame: pd.DataFrame
    findings: tuple[Finding, ...]

    def place(self, row: int, column: str = "") -> Place:
        """``row`` counts from 0; 0 with no column is the file itself."""
        line = row + FIRST_LINE if row >= 0 else 0
        names = list(self.frame.columns)
        letter = letters(names.index(column) + 1) if column in names else ""
        return Place(
            self.file, self.sheet, self.file, line, column, f"{letter}{line}" if letter and line else ""
        )

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row with its number from 0, by the export's own column names."""
        names = list(self.frame.columns)
        for number, cells in enumerate(self.frame.itertuples(index=False, name=None)):
            yield number, dict(zip(names, cells, strict=True))

    def source(self, key: str) -> str:
        """The (first) column of the export behind one of our columns; blank where it is not mapped."""
        text = self.map.columns.get(key, "")
        return fields(text)[0] if text else ""

    def text(self, record: dict[str, str], key: str) -> str:
        """What the mapping makes of one of our columns in this row; blank where it is not mapped."""
        text = self.map.columns.get(key, "")
        if "{" not in text:
            return record[text] if text else ""
        filled = [name for name in fields(text) if record[name]]
        return text.format_map(record).strip(" \t-–—·/;,()") if filled else ""


def read_frame(directory: Path, file: str, mapping: CrmMapping) -> pd.DataFrame:
    """One file as text cells. Raises CannotImport when it is missing or cannot be read."""
    import pandas as pd

    path = directory / file
    if not path.is_file():
        there = sorted(entry.name for entry in directory.iterdir() if entry.is_file())
        raise CannotImport("no-file", file=file, folder=str(directory), there=", ".join(there[:12]))
    if path.suffix.lower() in SHEETS:
        return _sheet(path)
    encodings = (mapping.encoding,) if mapping.encoding else ENCODINGS
    for encoding in encodings:
        try:
            frame = pd.read_csv(
                path,
                dtype=str,
                keep_default_na=False,
                encoding=encoding,
                sep=mapping.delimiter,
                skipinitialspace=True,
                index_col=False,
            )
        except (UnicodeDecodeError, LookupError) as error:
            reason = f"{encoding}: {error}"
        except (OSError, ValueError) as error:
            raise CannotImport("unreadable", file=file, reason=str(error)) from error
        else:
            frame = frame.fillna("").rename(columns=lambda name: tidy(str(name)))
            return frame.map(tidy)
    raise CannotImport("encoding", file=file, reason=reason)


def _sheet(path: Path) -> pd.DataFrame:
    """The first sheet of a workbook, as the text that a csv of it would hold, its first line the header."""
    import pandas as pd

    try:
        grids = open_sheets(file_bytes(path)).grids
    except Refused as refused:
        reason = refused.kind.what(got=refused.got, **refused.words)
        raise CannotImport("unreadable", file=path.name, reason=reason) from refused
    rows = grids[0].cells if grids else []
    head, *lines = [[tidy(_cell(cell)) for cell in row] for row in rows] or [[]]
    wide = len(head)
    return pd.DataFrame([(line + [""] * wide)[:wide] for line in lines], columns=head, dtype=str)


def _cell(cell: object) -> str:
    """A day without its midnight, a whole number without decimals."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _need(frame: pd.DataFrame, file: str, columns: tuple[str, ...]) -> None:
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        there = ", ".join(str(name) for name in frame.columns)
        raise CannotImport("no-column", file=file, column=", ".join(missing), there=there)


def read_table(directory: Path, sheet: str, table: TableMap | None, mapping: CrmMapping) -> CrmTable | None:
    """One mapped file, its columns checked and its cells put right. Raises CannotImport."""
    if table is None:
        return None
    frame = read_frame(directory, table.file, mapping)
    _need(frame, table.file, table.sources())
    lists = {}
    for column, listed in table.listed.items():
        listing = read_frame(directory, listed.file, mapping)
        _need(listing, listed.file, (listed.column,))
        lists[column] = {name_key(name): name for name in listing[listed.column] if name}
    blank = CrmTable(sheet, table.file, table, frame, ())
    findings = [*_unused(blank, mapping), *_corrected(blank)]
    for column, names in lists.items():
        findings += _listed(blank, column, names)
    return CrmTable(sheet, table.file, table, frame, tuple(findings))


def _unused(table: CrmTable, mapping: CrmMapping) -> Iterator[Finding]:
    """Columns that no sheet is made of, said once of a file that several are made of."""
    sheets = [map for map in mapping.tables if map.file == table.file]
    used = {name for map in sheets for name in map.sources()}
    unused = [str(name) for name in table.frame.columns if name not in used]
    if unused and table.map == sheets[0]:
        yield Finding(CRM_COLUMN_UNUSED, table.place(-1), words=(("columns", ", ".join(unused)),))


def _corrected(table: CrmTable) -> Iterator[Finding]:
    for column, words in table.map.corrections.items():
        cells = table.frame[column]
        wrong = cells[cells.isin(list(words))]
        for number, cell in wrong.items():
            at = table.place(int(str(number)), column)
            yield Finding(CRM_CORRECTED, at, got=cell, now=words[cell])
        table.frame[column] = cells.replace(words)


def _listed(table: CrmTable, column: str, names: dict[str, str]) -> Iterator[Finding]:
    """Cells that a list does not hold as they are spelled; ``names`` by comparable form."""
    cells = table.frame[column]
    strange = cells[~cells.isin(list(names.values())) & (cells != "")]
    for number, cell in strange.items():
        at = table.place(int(str(number)), column)
        known = names.get(name_key(cell))
        if known is None:
            listed = table.map.listed[column].file
            yield Finding(CRM_NOT_LISTED, at, got=cell, words=(("list", listed),))
        else:
            yield Finding(CRM_SPELLING, at, got=cell, now=known)
    table.frame[column] = cells.map(lambda cell: names.get(name_key(cell), cell))
