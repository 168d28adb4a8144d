"""How a worksheet function is declared: its name, arguments, help, result, errors and example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from kasales_xl.core.terms import Term
from kasales_xl.core.text import Text

Shape = Literal["book", "table", "text", "number", "any"]
Result = Literal["text", "number", "table"]
Scalar = str | float
Cells = Sequence[Sequence[object]]
#: What a function answers, and a table of it with its header row; ``call`` picks the side of its words.
Value = Text | Term | str | float
Rows = list[Sequence[Value]]

#: What Excel's function wizard can show: help of a function or argument; names with their arguments.
HELP_LIMIT, SIGNATURE_LIMIT = 255, 254


class CellError(Enum):
    """A real spreadsheet error; each host spells it in its own way."""

    NA = "#N/A"
    VALUE = "#VALUE!"
    REF = "#REF!"


class Refusal(Exception):
    """The answer is a spreadsheet error. Never leaves ``functions.call``."""

    def __init__(self, error: CellError) -> None:
        super().__init__(error.value)
        self.error = error


@dataclass(frozen=True)
class Argument:
    """``shape``: ``book`` a handle of KA_BOOK; ``table`` cells with their header row; ``text`` and
    ``number`` one value; ``any`` either. Help has at most 255 characters."""

    name: str
    help: Text
    shape: Shape
    optional: bool = False


@dataclass(frozen=True)
class Function:
    """``run`` gets the open book where ``takes_book``, else who asks; then the other arguments,
    ``None`` for those left out; it returns a value or rows, or raises ``Refusal``. ``example`` is a
    formula for a cell, ``KA`` being the book's handle. ``errors``: the error values it may answer.
    ``asks_workbook``: takes no book, yet reads the calling workbook when its first argument is left
    out."""

    name: str
    arguments: tuple[Argument, ...]
    help: Text
    result: Result
    example: str
    run: Callable[..., Any]
    errors: tuple[CellError, ...] = (CellError.VALUE,)
    asks_workbook: bool = False

    @property
    def takes_book(self) -> bool:
        return bool(self.arguments) and self.arguments[0].shape == "book"

    @property
    def least(self) -> int:
        """How many arguments cannot be left out."""
        return sum(not argument.optional for argument in self.arguments)

    @property
    def signature(self) -> str:
        """``KA_TIER([book], account)``"""
        shown = (f"[{a.name}]" if a.optional else a.name for a in self.arguments)
        return f"{self.name}({', '.join(shown)})"
