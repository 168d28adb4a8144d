"""What the lists of a team and of the organisation have in common: one long table below its title, sellers
linked to their pages."""

from __future__ import annotations

from typing import Protocol

from kasales_xl.core.text import NOTHING
from kasales_xl.pages.page import Cell, Page, Paragraph, Table, Words
from kasales_xl.pages.parts import people_link
from kasales_xl.pages.style import LINK
from kasales_xl.text.pages.words import WORDS


class OfSeller(Protocol):
    """A line that is about one seller."""

    @property
    def seller_id(self) -> str: ...

    @property
    def name(self) -> str: ...


def seller_link(line: OfSeller) -> Cell:
    """The seller's name, leading to the seller's own page."""
    return Cell(line.name, LINK, people_link(line.seller_id))


def list_page(key: str, listed: Table, subtitle: Words, *remarks: Paragraph, team: Words = NOTHING) -> Page:
    """key: of the page, by which its title and its tab go; team: its name as the title shows it; remarks
    stand above the table."""
    title, tab = WORDS[f"title-{key}"](team=team), WORDS[f"tab-{key}"]
    return Page(key, title, tab, (*remarks, listed), subtitle, "list")
