"""A page before anybody paints it: blocks of plain values with style names. No file format, no colour.

Styles of values: ``text strong quiet wrap long link center int number money score date share ratio bar``
and the words of the trade with their code behind a colon, so that a writer may paint them: ``tier:mid``,
``level:senior``, ``grade:2``, ``severity:hold``, ``state:good`` (``good watch bad none``). Meaning is always
in the text too, never in the colour alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Value = str | int | float | dt.date | None


class Cell(NamedTuple):
    """A value with a style of its own (blank: its column's) and a link to another page by key."""

    value: Value
    style: str = ""
    link: str = ""


Content = Value | Cell


@dataclass(frozen=True, slots=True)
class Column:
    """``weight``: share of the page's width; ``group``: a heading over neighbouring columns."""

    key: str
    label: str
    style: str = "text"
    weight: int = 2
    group: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """``new_page``: what follows starts a page of a printed report."""

    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: ``wrap`` as it is, ``strong`` for a verdict, ``quiet`` for small print."""

    text: str
    style: str = "wrap"


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short sentences one below the other; ``empty`` stands for none."""

    items: tuple[Content, ...]
    empty: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A framed remark that must not be overlooked."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: what, how much, and what to hold it against."""

    label: str
    value: Content
    style: str = "int"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures side by side; ``caption`` says of which kind they are."""

    items: tuple[Figure, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``key`` is how a chart of the same page refers to it; ``empty`` stands for no rows."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]
    caption: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of columns of a table on the same page. ``low`` and ``high`` fix the value axis;
    ``about`` says in words what it shows, for those who cannot see it."""

    kind: Literal["radar", "bar", "line"]
    title: str
    table: str
    categories: str
    series: tuple[str, ...]
    about: str = ""
    low: float | None = None
    high: float | None = None
    lines: int = 11


@dataclass(frozen=True, slots=True)
class Beside:
    """Two stacks of blocks side by side; ``share`` of the width, 0–1, goes to the left one."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


Block = Heading | Text | Bullets | Note | Figures | Table | Chart | Beside


@dataclass(frozen=True, slots=True)
class Page:
    """``sheet`` is the tab's name as wished; ``form``: a ``card`` fits one A4 page, a ``report`` runs on
    over several, a ``list`` is one long table after some lines of text, to be filtered and sorted.
    ``fixed`` columns of a list stay in sight."""

    key: str
    title: str
    sheet: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    form: Literal["card", "report", "list"] = "card"
    fixed: int = 1


def blocks(page: Page) -> Iterator[Block]:
    """Every block of a page, those side by side one after the other."""
    yield from _flat(page.blocks)


def _flat(found: tuple[Block, ...]) -> Iterator[Block]:
    for block in found:
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
