"""The last step before a page is written: every text picks its side."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

from kasales_xl.core.terms import Lang
from kasales_xl.core.text import stand_alone
from kasales_xl.pages.page import Block, Cell, Column, Figure, Page, Picture, Way
from kasales_xl.pages.style import Style

#: What pages are made of, and the names of the parts of each.
_PARTS = {
    kind: tuple(field.name for field in dataclasses.fields(kind))
    for kind in (Page, Column, Figure, *get_args(Block))
}
#: What is the same in every language.
_PLAIN = frozenset({str, int, float, bool, type(None), Style})


def paint(page: Page, lang: Lang) -> Page:
    """The same page in one language: no text with two sides is left in it."""
    painted: Page = _painted(page, lang)
    return painted


def _painted(part: Any, lang: Lang) -> Any:
    # thousands of cells a page: what occurs most is asked for first, by its exact class
    kind = part.__class__
    if kind in _PLAIN:
        return part
    if kind is Cell:
        return Cell(stand_alone(part.value, lang), part.style, part.link)
    if kind is Picture:
        return Picture(part.facts, stand_alone(part.about, lang), part.lines)
    if kind is Way:
        return Way(stand_alone(part.name, lang), part.values)
    if kind is tuple:
        return tuple([_painted(member, lang) for member in part])
    if kind in _PARTS:
        return kind(*[_painted(getattr(part, name), lang) for name in _PARTS[kind]])
    return stand_alone(part, lang)
