"""The last step before a page is written: every text picks its side."""

from __future__ import annotations

import dataclasses
from typing import TypeVar

from kasales_xl.core.terms import Lang
from kasales_xl.core.text import pick
from kasales_xl.pages.page import Cell, Content, Page, Table

_Block = TypeVar("_Block")


def paint(page: Page, lang: Lang) -> Page:
    """The same page in one language: no text with two sides is left in it."""
    return _painted(page, lang)


def _painted(block: _Block, lang: Lang) -> _Block:
    changes: dict[str, object] = {}
    for field in dataclasses.fields(block):  # type: ignore[arg-type]
        value = getattr(block, field.name)
        if isinstance(block, Table) and field.name == "rows":
            changes["rows"] = tuple(tuple(_content(cell, lang) for cell in row) for row in value)
        elif type(value) is tuple:
            changes[field.name] = tuple(_member(member, lang) for member in value)
        else:
            changes[field.name] = _member(value, lang)
    return type(block)(**changes)


def _member(value: object, lang: Lang) -> object:
    if isinstance(value, Cell):
        return _content(value, lang)
    return _painted(value, lang) if _is_block(value) else pick(value, lang)


def _is_block(value: object) -> bool:
    return type(value).__module__ == Page.__module__ and dataclasses.is_dataclass(value)


def _content(content: Content, lang: Lang) -> Content:
    if content.__class__ is str or content.__class__ is int:
        return content
    if isinstance(content, Cell):
        return content._replace(value=pick(content.value, lang))
    painted: Content = pick(content, lang)
    return painted
