"""Calls as people write them, apart from any host, and how each host spells them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kasales_xl.functions import FUNCTIONS, CellError, Function
from kasales_xl.hosts.excel.dialects import MISSING


@dataclass(frozen=True)
class At:
    """A value that stands in a cell, or rows of values that stand in a range."""

    value: Any


class Handle:
    """The cell named KA."""


class LeftOut:
    """Nothing between two commas."""


HANDLE, LEFT_OUT, BLANK_CELL, ERROR_CELL = Handle(), LeftOut(), At(None), At(CellError.NA)
_COM_NA = -2146826246

#: One answer, an unknown one, and what else an argument may be, by its name.
KNOWN: dict[str, tuple[Any, ...]] = {
    "account": (
        "客户001",
        "A002",
        At("A001"),
        "没有这家",
        BLANK_CELL,
        ERROR_CELL,
        At([["A001"], ["?"], [None]]),
    ),
    "contact": ("A001-0", At("A002-9"), "没有这人", BLANK_CELL, ERROR_CELL),
    "deal": ("D001-1", At("D002-2"), "没有这单", BLANK_CELL),
    "tier": ("强", "mid", At("初级"), "高级", BLANK_CELL, At([["强", "中级"]])),
    "dimension": ("道", "TAS+", At("律"), "气", BLANK_CELL),
    "what": ("等级", "客户002", At("A001-1"), "势", "卡点", "way up", "没有这个", BLANK_CELL),
}
OPTIONS: dict[str, tuple[Any, ...]] = {
    "KA_LEVEL": ("code", "数字", At("客户"), "奇怪", BLANK_CELL),
    "KA_TIER": ("claimed", "确认", At("confirmed"), "奇怪", BLANK_CELL),
    "KA_KEY": ("依据", At("reason"), "奇怪", BLANK_CELL),
    "KA_GAP": ("高级", 2.0, At("senior"), 9.0, "奇怪"),
    "KA_SEATS": ("高级", 3.0, At("senior"), "奇怪", BLANK_CELL),
    "KA_NEXT": (2.0, At(1.0), 0.0, "三"),
    "KA_DEAL": ("score", "expected", "提醒", At("fit"), "奇怪"),
    "KA_WINRATE": ("客户001", At("A002"), "没有这家", BLANK_CELL),
    "KA_FORECAST": ("2026Q3", "三季度", At("全年"), "1999Q1", "奇怪", BLANK_CELL),
    "KA_SUPPORT": ("聚", "match", "奇怪"),
}
PLAIN: dict[str, tuple[tuple[Any, ...], ...]] = {
    "KA_VERSION": ((),),
    "KA_ADVICE": (("中级",), ("senior",), (2.0,), (At("顶级"),), (HANDLE,), (), ("大师",), (ERROR_CELL,)),
    "KA_LEVEL_OF": (
        (1.0, 3.0, 5.0), (1.0, 3.0, 5.0, 3.0), (1.0, 3.0, 5.0, 3.0, "是"), (At(0.0), At(3.0), 5.0, 2.0),
        (1.0, 3.0, 5.0, LEFT_OUT, 1.0), (-1.0, 0.0, 0.0), (At([[1.0], [0.0]]), 3.0, 5.0), (ERROR_CELL, 1.0, 1.0),
        ("很多", 1.0, 1.0),
    ),
    "KA_TIER_OF": ((2.0, 2.0, 4.0, 3.0, 0.0, 3.0), (2.0, 1.0, 4.0, At(3.0), 0.0, 3.0), (1.0, 2.0, 4.0, 3.0, 0.0, 3.0)),
}  # fmt: skip


def cases() -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every function in every form: with the handle, with the book blank, with the book left out."""
    for function in FUNCTIONS.values():
        if not function.takes_book:
            for args in PLAIN.get(function.name, ()):
                yield function.name, args
            continue
        for rest in _rests(function):
            yield function.name, (HANDLE, *rest)
        first = next(iter(_rests(function)))
        yield function.name, (LEFT_OUT, *first)
        yield function.name, first
        yield function.name, (ERROR_CELL, *first)
        yield function.name, ("KA#0123456789abcdef", *first)


def _rests(function: Function) -> Iterator[tuple[Any, ...]]:
    """What may follow the book."""
    required = [a.name for a in function.arguments[1:] if not a.optional]
    usual = tuple(KNOWN[name][0] for name in required)
    yield usual
    for at, name in enumerate(required):
        for value in KNOWN[name][1:]:
            yield (*usual[:at], value, *usual[at + 1 :])
    for option in OPTIONS.get(function.name, ()):
        yield (*usual, option)


def for_core(args: tuple[Any, ...], handle: str) -> list[Any]:
    given = {Handle: handle, LeftOut: None}
    return [given.get(type(a), a.value if isinstance(a, At) else a) for a in args]


def for_com(args: tuple[Any, ...], handle: str) -> list[Any]:
    """As Excel hands arguments over: errors and what is left out as numbers of their own."""
    return [MISSING if isinstance(a, LeftOut) else _com(handle if isinstance(a, Handle) else a) for a in args]


def _com(value: Any) -> Any:
    if isinstance(value, At):
        value = value.value
    if isinstance(value, list):
        return tuple(tuple(_com(cell) for cell in row) for row in value)
    return _COM_NA if value is CellError.NA else value


def for_office(args: tuple[Any, ...], handle: str) -> list[Any]:
    """As Office hands arguments over: always a range, an error as an object, what is left out as null."""
    return [None if isinstance(a, LeftOut) else _office(handle if isinstance(a, Handle) else a) for a in args]


def _office(value: Any) -> list[list[Any]]:
    if isinstance(value, At):
        value = value.value
    rows = value if isinstance(value, list) else [[value]]
    return [
        [{"code": c.value} if isinstance(c, CellError) else "" if c is None else c for c in row]
        for row in rows
    ]
