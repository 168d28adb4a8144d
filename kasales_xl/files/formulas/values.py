"""A formula's tree → its value, as the spreadsheet program with our functions in it would have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from kasales_xl.files.formulas.functions import (
    DIVIDED,
    FUNCTIONS,
    Range,
    Result,
    compared,
    number,
    rows_of,
    text,
    truth,
)
from kasales_xl.files.formulas.lookups import (
    Block,
    Positions,
    match,
    picked,
    positions_of,
    single,
)
from kasales_xl.files.formulas.tree import (
    Area,
    Call,
    Literal,
    Name,
    Negative,
    Node,
    NotUnderstood,
    Operation,
    TablePart,
    Value,
    Wrong,
)

#: What becomes of a call that spreadsheet programs don't know: its name and its arguments.
Ours = Callable[[str, list[Result]], Result]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a formula stands, and how far from the formula that it is written like."""

    sheet: str
    row: int
    column: int
    down: int = 0
    right: int = 0


class Surroundings(Protocol):
    """What a formula can point at. Each raises NotUnderstood for what it doesn't know."""

    def block(self, block: Block) -> Range: ...
    def positions(self, block: Block) -> Positions: ...
    def extent(self, sheet: str) -> int: ...
    def named(self, name: str) -> Node: ...
    def part(self, part: TablePart, place: Place) -> Block: ...


def walk(node: Node) -> Iterator[Node]:
    """A formula and all it is made of, from the outside in."""
    yield node
    match node:
        case Call():
            parts: tuple[Node, ...] = node.args
        case Operation():
            parts = (node.left, node.right)
        case Negative():
            parts = (node.operand,)
        case _:
            return
    for part in parts:
        yield from walk(part)


def blocks(node: Node, place: Place, around: Surroundings) -> Iterator[Block]:
    """Every block of cells that a formula points at, by names and tables too; what is not known is
    left out."""
    for part in walk(node):
        with suppress(NotUnderstood):
            if isinstance(part, Name):
                yield from blocks(around.named(part.name), place, around)
            elif isinstance(part, Area | TablePart):
                yield _block(part, place, around)


def evaluate(node: Node, place: Place, around: Surroundings, ours: Ours) -> Result:
    """The value, a range where the formula answers one. Raises NotUnderstood."""

    def value(node: Node) -> Result:
        match node:
            case Literal():
                return node.value
            case Area() | TablePart():
                return _content(_block(node, place, around), around)
            case Name():
                return value(around.named(node.name))
            case Negative():
                return _cellwise(_minus, 0, value(node.operand))
            case Operation():
                return _cellwise(_OPERATIONS[node.sign], value(node.left), value(node.right))
            case Call(name="INDEX" | "MATCH"):
                return _looked_up(node, place, around, value)
            case Call():
                return _call(node, value, ours)

    return value(node)


def _content(block: Block, around: Surroundings) -> Result:
    area = around.block(block)
    return area[0][0] if len(area) == 1 and len(area[0]) == 1 else area


def _looked_up(node: Call, place: Place, around: Surroundings, value: Callable[[Node], Result]) -> Result:
    """INDEX and MATCH; in cells of a sheet they look only at what they need."""
    args = node.args
    if node.name == "MATCH":
        if len(args) != 3 or value(args[2]) != 0:
            raise NotUnderstood("MATCH")
        wanted, block = single(value(args[0]), "MATCH"), _cells_named(args[1], place, around)
        return match(wanted, around.positions(block) if block else positions_of(rows_of(value(args[1]))))
    if not 2 <= len(args) <= 3:
        raise NotUnderstood("INDEX")
    row = single(value(args[1]), "INDEX")
    column = single(value(args[2]), "INDEX") if len(args) > 2 else None
    block = _cells_named(args[0], place, around)
    if block is not None:
        wanted_cells = picked(block, row, column)
        return wanted_cells if isinstance(wanted_cells, Wrong) else _content(wanted_cells, around)
    area = value(args[0])
    if isinstance(area, Wrong):
        return area
    rows = rows_of(area)
    inside = picked(("", 1, 1, len(rows), len(rows[0])), row, column)
    if isinstance(inside, Wrong):
        return inside
    _, top, left, bottom, right = inside
    cut = [line[left - 1 : right] for line in rows[top - 1 : bottom]]
    return cut[0][0] if len(cut) == 1 and len(cut[0]) == 1 else cut


def _cells_named(node: Node, place: Place, around: Surroundings) -> Block | None:
    """The cells that a reference, or a name that stands for one, means; None for any other formula."""
    if isinstance(node, Name):
        node = around.named(node.name)
    return _block(node, place, around) if isinstance(node, Area | TablePart) else None


def _block(node: Area | TablePart, place: Place, around: Surroundings) -> Block:
    if isinstance(node, TablePart):
        return around.part(node, place)
    sheet = node.sheet or place.sheet
    (top, bottom), (left, right) = node.rows, node.columns
    fixed = node.fixed
    if bottom is None:
        bottom = max(1, around.extent(sheet))
    else:
        top += 0 if fixed[0] else place.down
        bottom += 0 if fixed[2] else place.down
    left += 0 if fixed[1] else place.right
    right += 0 if fixed[3] else place.right
    return sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def _call(node: Call, value: Callable[[Node], Result], ours: Ours) -> Result:
    """IF and IFERROR look only at what they need; everything else has its arguments worked out."""
    args = node.args
    if node.name == "IF" and 2 <= len(args) <= 3:
        asked = value(args[0])
        if isinstance(asked, list):
            raise NotUnderstood("IF")
        given = truth(asked)
        if isinstance(given, Wrong):
            return given
        if given:
            return value(args[1])
        return value(args[2]) if len(args) > 2 else False
    if node.name in ("IFERROR", "IFNA") and len(args) == 2:
        first = value(args[0])
        if isinstance(first, list):
            raise NotUnderstood(node.name)
        missing = isinstance(first, Wrong) and (node.name == "IFERROR" or first.text == "#N/A")
        return value(args[1]) if missing else first
    known = FUNCTIONS.get(node.name)
    given_args = [value(arg) for arg in args]
    if known is None:
        return ours(node.name, given_args)
    try:
        return known(*given_args)
    except TypeError:
        raise NotUnderstood(node.name) from None


def _cellwise(work: Callable[[Value, Value], Value], left: Result, right: Result) -> Result:
    if not isinstance(left, list) and not isinstance(right, list):
        return work(left, right)
    a, b = rows_of(left), rows_of(right)
    height, width = max(len(a), len(b)), max(len(a[0]), len(b[0]))
    for grid in (a, b):
        if len(grid) not in (1, height) or len(grid[0]) not in (1, width):
            raise NotUnderstood("ranges of different shapes")
    return [
        [
            work(a[y % len(a)][x % len(a[0])], b[y % len(b)][x % len(b[0])])
            for x in range(width)
        ]
        for y in range(height)
    ]  # fmt: skip


def _arithmetic(work: Callable[[float, float], float]) -> Callable[[Value, Value], Value]:
    def run(left: Value, right: Value) -> Value:
        a, b = number(left), number(right)
        if isinstance(a, Wrong):
            return a
        if isinstance(b, Wrong):
            return b
        try:
            answer = work(a, b)
        except ZeroDivisionError:
            return DIVIDED
        except (OverflowError, ValueError):
            return Wrong("#NUM!")
        return Wrong("#NUM!") if isinstance(answer, complex) else answer

    return run


def _joined(left: Value, right: Value) -> Value:
    a, b = text(left), text(right)
    if isinstance(a, Wrong):
        return a
    return b if isinstance(b, Wrong) else a + b


def _comparing(sign: str) -> Callable[[Value, Value], Value]:
    return lambda left, right: compared(sign, left, right)


_minus = _arithmetic(lambda a, b: a - b)
_OPERATIONS: dict[str, Callable[[Value, Value], Value]] = {
    "+": _arithmetic(lambda a, b: a + b),
    "-": _minus,
    "*": _arithmetic(lambda a, b: a * b),
    "/": _arithmetic(lambda a, b: a / b),
    "^": _arithmetic(lambda a, b: float(a) ** b),
    "&": _joined,
    **{sign: _comparing(sign) for sign in ("=", "<>", "<", ">", "<=", ">=")},
}
