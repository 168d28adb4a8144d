"""What the lists of a team and of the organisation have in common: one long table below its title, sellers
linked to their pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.rows import Seller
from kasales_xl.core.text import NOTHING
from kasales_xl.pages.page import Cell, Note, Page, Paragraph, Table, Words
from kasales_xl.pages.parts import people_link
from kasales_xl.pages.style import LINK
from kasales_xl.pages.table import Field
from kasales_xl.text.pages.words import WORDS

Fact = TypeVar("Fact")


class Line(NamedTuple, Generic[Fact]):
    """A fact of a card, with whose it is."""

    seller: Seller
    fact: Fact


def lines_of(card: SellerCard, facts: Iterable[Fact]) -> tuple[Line[Fact], ...]:
    return tuple(Line(card.seller, fact) for fact in facts)


class OfSeller(Protocol):
    """A seller, or a line that is about one."""

    @property
    def seller_id(self) -> str: ...

    @property
    def name(self) -> str: ...


def seller_link(line: OfSeller) -> Cell:
    """The seller's name, leading to the seller's own page."""
    return Cell(line.name, LINK, people_link(line.seller_id))


#: The column of whose a line is.
SELLER: Field[Line[Any]] = Field("seller", WORDS["seller"], lambda line: seller_link(line.seller))


def list_page(
    key: str, listed: Table, subtitle: Words, *remarks: Paragraph | Note, team: Words = NOTHING
) -> Page:
    """key: of the page, by which its title and its tab go; team: its name as the title shows it; remarks
    stand above the table."""
    title, tab = WORDS[f"title-{key}"](team=team), WORDS[f"tab-{key}"]
    return Page(key, title, tab, (*remarks, listed), subtitle, "list")
