"""A page before anybody paints it: blocks of plain values and texts with styles. No file format, no
colour, no language: ``paint`` picks the side of every text as the last step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from kasales_xl.core.terms import Term
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.pages.style import INT, TEXT, WRAP, Style

if TYPE_CHECKING:
    from kasales_xl.pages.relations.plain import MapOut

# No slots on the parts of a page: thousands wait on disk in a run, and pickling slots takes twice as long.

#: Words of ours, with two sides until a page is painted; or a name as people wrote it.
Words = Text | Term | str
Value = Words | int | float | dt.date | None


class Cell(NamedTuple):
    """A value with a style of its own (None: its column's) and a link to another page by key."""

    value: Value
    style: Style | None = None
    link: str = ""


Content = Value | Cell


@dataclass(frozen=True)
class Column:
    """``weight``: share of the page's width; ``group``: a heading over neighbouring columns."""

    key: str
    label: Words
    style: Style = TEXT
    weight: int = 2
    group: Words = NOTHING


@dataclass(frozen=True)
class Heading:
    """``new_page``: what follows starts a page of a printed report."""

    text: Words
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: ``WRAP`` as it is, ``STRONG`` for a verdict, ``QUIET`` for small print."""

    text: Words
    style: Style = WRAP


@dataclass(frozen=True)
class Bullets:
    """Short sentences one below the other; ``empty`` stands for none."""

    items: tuple[Content, ...]
    empty: Words = NOTHING
    caption: Words = NOTHING


@dataclass(frozen=True)
class Note:
    """A framed remark that must not be overlooked."""

    text: Words


@dataclass(frozen=True)
class Figure:
    """One key figure: what, how much, and what to hold it against."""

    label: Words
    value: Content
    style: Style = INT
    note: Words = NOTHING


@dataclass(frozen=True)
class Figures:
    """Key figures side by side; ``caption`` says of which kind they are."""

    items: tuple[Figure, ...]
    caption: Words = NOTHING


@dataclass(frozen=True)
class Table:
    """``key`` is how a chart of the same page refers to it; ``empty`` stands for no rows."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]
    caption: Words = NOTHING
    empty: Words = NOTHING


@dataclass(frozen=True)
class Chart:
    """A picture of columns of a table on the same page. ``low`` and ``high`` fix the value axis;
    ``line``: columns drawn as a line over the others; ``rows``: how many of the table's rows, all by default;
    ``about`` says in words what it shows, for those who cannot see it."""

    kind: Literal["radar", "bar", "line", "stacked", "columns"]
    title: Words
    table: str
    categories: str
    series: tuple[str, ...]
    about: Words = NOTHING
    low: float | None = None
    high: float | None = None
    lines: int = 11
    line: tuple[str, ...] = ()
    rows: int = 0


@dataclass(frozen=True)
class Beside:
    """Two stacks of blocks side by side; ``share`` of the width, 0–1, goes to the left one."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


class Way(NamedTuple):
    """One small picture of many: values from old to new, None where nothing was known."""

    name: Words
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Multiples:
    """Small pictures of one shape and scale side by side, one a seller. ``points``: what the values stand at;
    ``low`` and ``high``: their scale, one line a whole step; ``about`` says in words what they show."""

    ways: tuple[Way, ...]
    points: tuple[Words, ...]
    low: float
    high: float
    about: Words = NOTHING


@dataclass(frozen=True)
class Slopes:
    """Lines between few dates in one picture, ``lines`` rows high. ``points``: the dates."""

    ways: tuple[Way, ...]
    points: tuple[Words, ...]
    about: Words = NOTHING
    lines: int = 8


@dataclass(frozen=True)
class Picture:
    """The relationship map of an account, whose ``facts`` the writer has drawn; ``lines`` rows high."""

    facts: MapOut
    about: Words = NOTHING
    lines: int = 22


Block = Heading | Paragraph | Bullets | Note | Figures | Table | Chart | Multiples | Slopes | Picture | Beside


@dataclass(frozen=True)
class Page:
    """``sheet`` is the tab's name as wished; ``form``: a ``card`` fits one A4 page, a ``report`` runs on
    over several, a ``list`` is one long table after some lines of text, to be filtered and sorted.
    ``fixed`` columns of a list stay in sight; ``back`` leads to the page that it is reached from;
    ``one_sheet``: it is printed on one sheet of paper, whatever its form."""

    key: str
    title: Words
    sheet: Words
    blocks: tuple[Block, ...]
    subtitle: Words = NOTHING
    form: Literal["card", "report", "list"] = "card"
    fixed: int = 1
    back: Cell | None = None
    one_sheet: bool = False


def blocks(page: Page) -> Iterator[Block]:
    """Every block of a page, those side by side one after the other."""
    yield from _flat(page.blocks)


def _flat(stack: tuple[Block, ...]) -> Iterator[Block]:
    for block in stack:
        if isinstance(block, Beside):
            yield from _flat(block.left)
            yield from _flat(block.right)
        else:
            yield block


def table(page: Page, key: str) -> Table:
    """The table of that key. Raises KeyError where the page has none."""
    for block in blocks(page):
        if isinstance(block, Table) and block.key == key:
            return block
    raise KeyError(key)


def value(content: Content) -> Value:
    """What stands in a cell, with or without a style of its own."""
    return content.value if isinstance(content, Cell) else content
