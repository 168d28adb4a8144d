"""What is found while one book is read, in the order in which it is found."""

from __future__ import annotations

from dataclasses import dataclass, field

from kasales_xl.core.findings import Finding, FindingKind, Place
from kasales_xl.core.rows.book import Sheet
from kasales_xl.reading.cells.cell import Noted
from kasales_xl.text.findings.texts import ROW_OUT

#: What a finding shows of a cell at most.
LONGEST_SHOWN = 120


@dataclass
class Journal:
    """Findings of ``file``; ``sheets`` says where columns stand, and grows as sheets are matched."""

    file: str = ""
    findings: list[Finding] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def add(
        self,
        kind: FindingKind,
        sheet: str = "",
        row: int = 0,
        column: str = "",
        *,
        got: str = "",
        now: str = "",
        **words: object,
    ) -> None:
        place = self.place(sheet, row, column)
        shown = got if len(got) <= LONGEST_SHOWN else got[:LONGEST_SHOWN] + "…"
        self.findings.append(Finding(kind, place, shown, now, tuple(words.items())))

    def add_at(self, kind: FindingKind, place: Place, got: str = "", now: str = "", **words: object) -> None:
        self.findings.append(Finding(kind, place, got, now, tuple(words.items())))

    def add_notes(
        self, value: Noted, sheet: str, row: int, column: str, got: str, *, row_out: bool = False
    ) -> None:
        """``row_out``: what cannot be read takes its row along."""
        left = {"left": ROW_OUT} if row_out else {}
        for note in value.notes:
            words = dict(note.words) | (left if note.kind.severity.blocks else {})
            self.add(note.kind, sheet, row, column, got=got, now=note.now, **words)

    def place(self, sheet: str, row: int = 0, column: str = "") -> Place:
        known = self.sheets.get(sheet)
        letter = known.letters.get(column, "") if known else ""
        cell = f"{letter}{row}" if letter and row else ""
        return Place(self.file, sheet, known.title if known else "", row, column, cell)

    def blocking_places(self, sheet: str) -> dict[int, Place]:
        """Rows of a sheet → the first cell for which the row, or something in it, is left out."""
        places: dict[int, Place] = {}
        for finding in self.findings:
            if finding.severity.blocks and finding.at.sheet == sheet and finding.at.cell:
                places.setdefault(finding.at.row, finding.at)
        return places

    def sorted(self) -> tuple[Finding, ...]:
        """By sheet in the order of the book, row and column; those of the whole file first."""
        order = {sheet: n for n, sheet in enumerate(self.sheets)}
        return tuple(
            sorted(
                self.findings,
                key=lambda f: (
                    order.get(f.at.sheet, -1),
                    f.at.title,
                    f.at.row,
                    len(f.at.cell),
                    f.at.cell,
                    f.code,
                ),
            )
        )
