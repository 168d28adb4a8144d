"""A formula as a file holds it → a tree. Only its spelling is known here; nothing is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.reading.grid import column_number


class NotUnderstood(Exception):
    """A formula, or a part of one, whose value cannot be told: it keeps what the file says."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """An error value: ``#N/A``."""

    text: str


Value = str | float | bool | Wrong | None


@dataclass(frozen=True, slots=True)
class Literal:
    value: Value


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of a sheet (blank: the formula's own), 1-based and inclusive; no last row: down to the end.
    ``fixed``: whether the first row, first column, last row and last column have a ``$``."""

    sheet: str
    rows: tuple[int, int | None]
    columns: tuple[int, int]
    fixed: tuple[bool, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class TablePart:
    """``tblAccounts[[#This Row],[客户名称]]``; a blank table is the one that the formula stands in."""

    table: str
    items: tuple[str, ...]
    columns: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """``name`` in capitals, without the prefix that names an add-in."""

    name: str
    args: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Node


Node = Literal | Area | TablePart | Name | Call | Operation | Negative


class _Token(NamedTuple):
    kind: str
    text: str
    sheet: str = ""


#: Operators from weakest to strongest.
_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))
#: A sheet's name has 31 characters; before it may stand where its workbook lies.
_SHEET = re.compile(r"(?:'((?:[^']|''){1,300}+)'|([\w.\[\]]{1,300}+))!")
_TOKENS = re.compile(
    r"""(?P<text>"(?:[^"]|"")*+")
    |(?P<error>\#(?:N/A|VALUE!|REF!|DIV/0!|NUM!|NAME\?|NULL!))
    |(?P<area>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(.\[])
        |\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(.]))
    |(?P<number>(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?)
    |(?P<word>[^\W\d][\w.\\?]*+)
    |(?P<sign><>|<=|>=|[-+*/^&=<>%(),])""",
    re.VERBOSE,
)
_CORNER = re.compile(r"(\$?)([A-Z]{1,3})(?:(\$?)(\d+))?")
_RELATIVE = re.compile(r"(\$?[A-Za-z]{1,3})(\d+)")
_PART = re.compile(r"\[((?:[^\[\]']|'.)*)\]")
_ESCAPED = re.compile(r"'(.)")


def parse(formula: str) -> Node:
    """formula: without its ``=``. Raises NotUnderstood."""
    try:
        return _Parser(list(_tokens(formula))).whole()
    except RecursionError:
        raise NotUnderstood("too deep") from None


def moved(formula: str, down: int) -> str:
    """The formula as it reads so many rows further down: what has no ``$`` before its row moves along. One
    that is not understood stays as it is."""
    if down == 0:
        return formula
    try:
        areas = [(token.text, start) for token, start in _placed(formula) if token.kind == "area"]
    except NotUnderstood:
        return formula
    pieces, done = [], 0
    for text, start in areas:
        there = _RELATIVE.sub(lambda corner: f"{corner[1]}{int(corner[2]) + down}", text)
        pieces += [formula[done:start], there]
        done = start + len(text)
    return "".join(pieces) + formula[done:]


def _tokens(formula: str) -> Iterator[_Token]:
    return (token for token, _ in _placed(formula))


def _placed(formula: str) -> Iterator[tuple[_Token, int]]:
    """Each token and where its text begins."""
    at = 0
    while at < len(formula):
        if formula[at].isspace():
            at += 1
            continue
        sheet = ""
        if formula[at] != '"' and (prefix := _SHEET.match(formula, at)):
            sheet = prefix[1].replace("''", "'") if prefix[1] else prefix[2]
            at = prefix.end()
        match = _TOKENS.match(formula, at)
        if match is None and formula[at : at + 1] != "[":
            raise NotUnderstood(formula[at : at + 20])
        word, kind = (match[0], str(match.lastgroup)) if match else ("", "word")
        start, at = at, at + len(word)
        if kind == "word" and formula[at : at + 1] == "[":
            end = _closing(formula, at)
            yield _Token("part", word, formula[at + 1 : end]), start
            at = end + 1
            continue
        yield _Token(kind, word, sheet), start


def _closing(formula: str, at: int) -> int:
    depth = 0
    while at < len(formula):
        if formula[at] == "'":
            at += 1
        elif formula[at] in "[]":
            depth += 1 if formula[at] == "[" else -1
            if depth == 0:
                return at
        at += 1
    raise NotUnderstood("[")


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens, self.at = tokens, 0

    def whole(self) -> Node:
        node = self.binary(0)
        if self.at < len(self.tokens):
            raise NotUnderstood(self.tokens[self.at].text)
        return node

    def peek(self) -> str:
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        return token.text if token and token.kind == "sign" else ""

    def take(self) -> _Token:
        if self.at >= len(self.tokens):
            raise NotUnderstood("ends early")
        self.at += 1
        return self.tokens[self.at - 1]

    def binary(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self.signed()
        node = self.binary(level + 1)
        while self.peek() in _LEVELS[level]:
            node = Operation(self.take().text, node, self.binary(level + 1))
        return node

    def signed(self) -> Node:
        if self.peek() in ("-", "+"):
            sign = self.take().text
            operand = self.signed()
            return Negative(operand) if sign == "-" else operand
        node = self.primary()
        while self.peek() == "%":
            self.take()
            node = Operation("/", node, Literal(100.0))
        return node

    def primary(self) -> Node:
        token = self.take()
        if token.text == "(" and token.kind == "sign":
            node = self.binary(0)
            self.close()
            return node
        if token.kind == "text":
            return Literal(token.text[1:-1].replace('""', '"'))
        if token.kind == "number":
            return Literal(int(token.text) if token.text.isdecimal() else float(token.text))
        if token.kind == "error":
            return Literal(Wrong(token.text))
        if token.kind == "area":
            return _area(token)
        if token.kind == "part":
            return _part(token.text, token.sheet)
        if token.kind != "word":
            raise NotUnderstood(token.text)
        return self.word(token)

    def word(self, token: _Token) -> Node:
        name = token.text.upper()
        if self.peek() == "(":
            self.take()
            return Call(name.removeprefix("_XLL.").removeprefix("_XLFN."), self.arguments())
        if name in ("TRUE", "FALSE"):
            return Literal(name == "TRUE")
        return Name(token.text)

    def arguments(self) -> tuple[Node, ...]:
        args: list[Node] = []
        if self.peek() == ")":
            self.take()
            return ()
        while True:
            args.append(Literal(None) if self.peek() in (",", ")") else self.binary(0))
            if self.peek() != ",":
                self.close()
                return tuple(args)
            self.take()

    def close(self) -> None:
        if self.take() != _Token("sign", ")"):
            raise NotUnderstood(")")


def _area(token: _Token) -> Area:
    if "[" in token.sheet:
        raise NotUnderstood("another workbook")
    corners = [_CORNER.fullmatch(text) for text in token.text.upper().split(":")]
    first, last = corners[0], corners[-1]
    if first is None or last is None:
        raise NotUnderstood(token.text)
    rows = (int(first[4]), int(last[4])) if first[4] and last[4] else (1, None)
    columns = column_number(first[2]), column_number(last[2])
    return Area(token.sheet, rows, columns, (bool(first[3]), bool(first[1]), bool(last[3]), bool(last[1])))


def _part(table: str, inside: str) -> TablePart:
    items: list[str] = []
    if inside.startswith("@"):
        items.append("#This Row")
        inside = inside[1:]
    parts = _PART.findall(inside) or ([inside] if inside else [])
    items += [part for part in parts if part.startswith("#")]
    columns = [_ESCAPED.sub(r"\1", part) for part in parts if not part.startswith("#")]
    if len(columns) > 2:
        raise NotUnderstood(inside)
    return TablePart(table, tuple(items), (columns[0], columns[-1]) if columns else None)
