"""A workbook as it was read, without its bytes: what reading it again on another day needs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kasales_xl.files.xlsx_in.workbook import Page, Sheets
from kasales_xl.reading.grid import Grid

TypedOver = tuple[list[tuple[int, str]], frozenset[str]]


@dataclass(frozen=True)
class KeptPage:
    """``typed``: what was typed over in the calculated columns that were asked for."""

    grid: Grid
    many_blank: bool
    typed: dict[frozenset[str], TypedOver] = field(default_factory=dict)

    def typed_over(self, columns: Collection[str]) -> TypedOver:
        return self.typed[frozenset(columns)]


@dataclass(frozen=True)
class AskedPage:
    """A page that remembers what it was asked."""

    page: Page
    typed: dict[frozenset[str], TypedOver] = field(default_factory=dict)

    @property
    def grid(self) -> Grid:
        return self.page.grid

    @property
    def many_blank(self) -> bool:
        return self.page.many_blank

    def typed_over(self, columns: Collection[str]) -> TypedOver:
        answer = self.page.typed_over(columns)
        self.typed[frozenset(columns)] = answer
        return answer


def asked(sheets: Sheets) -> Sheets:
    """The same sheets, remembering what they are asked for."""
    pages = {title: AskedPage(page) for title, page in sheets.pages.items()}
    return Sheets(pages, sheets.dates_1904)  # type: ignore[arg-type]


def kept(sheets: Sheets) -> Sheets:
    """What is worth keeping of sheets that a book has been made of."""
    pages = {
        title: KeptPage(page.grid, page.many_blank, getattr(page, "typed", {}))
        for title, page in sheets.pages.items()
    }
    return Sheets(pages, sheets.dates_1904)  # type: ignore[arg-type]
