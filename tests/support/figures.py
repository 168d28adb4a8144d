"""The figures that people read in a workbook, found by the words over them: whatever page they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

#: Two letters of a word, or a Chinese one that is no unit.
_WORDS = re.compile(r"[A-Za-z]{2}|[\u4e00-\u9fff]")
#: Money units, the longer words first.
_UNIT = re.compile("万元|10k yuan|元|yuan")
_NUMBER = re.compile(r"[▲✓=•▼]?\s*(-?[\d,]+(?:\.\d+)?)(%?)(?:/\S+)?")


class Figure(NamedTuple):
    """``who``: the seller, team or company it is said of; ``label`` with its group where a table has the label
    twice; ``value``: shares as parts of one; ``shown``: to how many digits it can be trusted; ``note``: below."""

    who: str
    label: str
    value: float
    exact: bool
    share: bool
    place: str
    note: str


def number(shown: object) -> tuple[float, bool, bool] | None:
    """The number that a cell says, whether it is exact, and whether it is a share; None for other words."""
    if isinstance(shown, bool) or shown is None:
        return None
    if isinstance(shown, int | float):
        return float(shown), True, False
    match = _NUMBER.fullmatch(str(shown).strip())
    if match is None:
        return None
    value = float(match[1].replace(",", ""))
    return (value / 100, False, True) if match[2] else (value, True, False)


class Words(NamedTuple):
    """The words of a language by which a page is found: the header of a column of sellers and of teams, the tab
    of the overview, and what stands before a name on the tab of its details."""

    seller: str
    team: str
    overview: str
    detail: str


def of_workbook(path: Path, words: Words, whole: str) -> Iterator[Figure]:
    """whole: whom the overview speaks of. A tab named after somebody, with or without the word for details,
    speaks of that person; what stands in tables is said of the seller or team of its row."""
    for sheet in openpyxl.load_workbook(path):
        scope = whole if sheet.title == words.overview else sheet.title.removeprefix(words.detail)
        yield from _of_sheet(sheet, f"{path.name}!{sheet.title}", words, scope)


def _of_sheet(sheet: Worksheet, place: str, words: Words, scope: str) -> Iterator[Figure]:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for at in (r for r in range(len(rows) - 1) if _is_header(rows[r])):
        columns = [c for c, value in enumerate(rows[at]) if value is not None]
        labels, last = _labels(rows, at, columns), _end(rows, at, columns[0])
        head = {str(rows[at][c]): c for c in columns}
        key = head.get(words.seller, head.get(words.team))
        if key is None:
            # a key figure stands alone below its label, a table goes on
            if last - at == 2 or not any(number(rows[at + 2][c]) for c in columns if at + 2 < len(rows)):
                lines = [(scope, at + 1)]
            else:
                continue
        else:
            lines = [(str(rows[r][key]), r) for r in range(at + 1, last)]
            if len({who for who, _ in lines}) < len(lines):
                continue
        for who, r in lines:
            for c in columns:
                found = number(rows[r][c]) if c != key else None
                if found:
                    value, exact, share = found
                    cell = sheet.cell(r + 1, c + 1)
                    note = rows[r + 1][c] if key is None and r + 1 < len(rows) else ""
                    share = share or "%" in cell.number_format
                    yield Figure(
                        who, labels[c], value, exact, share, f"{place}!{cell.coordinate}", str(note or "")
                    )


def _end(rows: list[list[Any]], at: int, first: int) -> int:
    """Behind the last row of what begins with the header in row ``at``; a row of one cell is a heading."""

    def ends(row: list[Any]) -> bool:
        return row[first] is None or sum(value is not None for value in row) == 1

    return next((r for r in range(at + 1, len(rows)) if ends(rows[r])), len(rows))


def _is_header(row: list[Any]) -> bool:
    said = [value for value in row if value is not None]
    return bool(said) and all(isinstance(value, str) and _WORDS.search(value) for value in said)


def _labels(rows: list[list[Any]], at: int, columns: list[int]) -> dict[int, str]:
    """Labels by column; one that stands there twice takes the heading of its group along, and each the unit
    of the words over it, in square brackets."""
    plain = {c: str(rows[at][c]) for c in columns}
    groups, last = {}, ""
    above = rows[at - 1] if at else []
    for c in columns:
        last = str(above[c]) if c < len(above) and above[c] is not None else last
        groups[c] = last
    twice = {label for label in plain.values() if list(plain.values()).count(label) > 1}
    units = {c: f" [{unit[0]}]" for c in columns if (unit := _UNIT.search(groups[c]))}
    named = {c: f"{groups[c]}: {label}" if label in twice else label for c, label in plain.items()}
    return {c: label + units.get(c, "") for c, label in named.items()}


def table(path: Path, title: str) -> list[dict[str, Any]]:
    """The rows of the first table of a sheet, by the words of its headers."""
    sheet = openpyxl.load_workbook(path)[title]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    wide = [r for r in range(len(rows)) if _is_header(rows[r]) and sum(v is not None for v in rows[r]) > 3]
    # a row of groups may stand over the headers
    at = wide[1] if len(wide) > 1 and wide[1] == wide[0] + 1 else wide[0]
    head = rows[at]
    found = []
    for row in rows[at + 1 :]:
        if row[0] is None:
            break
        found.append({str(h): v for h, v in zip(head, row, strict=True) if h is not None})
    return found
