"""No pattern over what people type or send takes more than linear time: doubled inputs, compared.

Every compiled pattern of the package is found by itself, used as its module uses it, and pumped with texts made of
its own letters. Counted is processor time, only as a ratio, and only where it is long enough to mean something."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

import kasales_xl
from kasales_xl.files.xlsx_in import plain_sheet
from kasales_xl.reading.people import names

#: Other programs drive these, or nothing that people send ever reaches them.
_NOT_OURS = ("kasales_xl.hosts.excel.com", "kasales_xl.hosts.calc", "kasales_xl.__main__")
#: Letters of the shorter text, and the seconds from which on a ratio means something: what takes its square is
#: there by then, what is linear is far below.
_LENGTH, _LONG = 6_000, 0.04
_FROM_THE_START = {"match", "fullmatch"}
_UNITS = (
    *"aA1 .-@(<&\"'万人、\n_[]+=/:",
    "1 ", "a.", "a-", "1,", "1.", "''", "<c ", '<c r="A1" ', "a='1' ", "<v>", "</f>", "&#1;", "a@", "a1", "1年1月", "1万",
)  # fmt: skip
_BEFORE = ("", "1", "a", "<c", '"', "[")


class Used(NamedTuple):
    name: str
    pattern: re.Pattern[Any]
    ways: frozenset[str]


def used_patterns() -> Iterator[Used]:
    for found in pkgutil.walk_packages(kasales_xl.__path__, "kasales_xl."):
        if found.name.startswith(_NOT_OURS):
            continue
        module = importlib.import_module(found.name)
        ways = ways_of(module)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield Used(f"{found.name}.{name}", value, frozenset(ways.get(name, {"finditer"})))


def ways_of(module: ModuleType) -> dict[str, set[str]]:
    """The methods that a module calls on each name; a name that is used otherwise may be searched with."""
    tree = ast.parse(inspect.getsource(module))
    called = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    own = {id(node.value) for node in called}
    ways: dict[str, set[str]] = {}
    for node in called:
        if isinstance(node.value, ast.Name):
            ways.setdefault(node.value.id, set()).add(node.attr)
    for other in ast.walk(tree):
        if isinstance(other, ast.Name) and isinstance(other.ctx, ast.Load) and id(other) not in own:
            ways.setdefault(other.id, set()).add("finditer")
    return ways


def texts(pattern: re.Pattern[Any], length: int) -> Iterator[str]:
    """What to try: letters and the pattern's own words, over and over, behind what may come first."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = dict.fromkeys(re.findall(r"[\w<>/=\"@]{2,12}", source))
    for unit in (*_UNITS, *list(words)[:3]):
        for before in _BEFORE:
            yield before + unit * (length // len(unit)) + "\x00"


def seconds(used: Used, text: str) -> float:
    given: Any = text.encode() if isinstance(used.pattern.pattern, bytes) else text
    began = time.process_time()
    for way in sorted(used.ways & _FROM_THE_START):
        getattr(used.pattern, way)(given)
    if used.ways - _FROM_THE_START:
        sum(1 for _ in used.pattern.finditer(given))
    return time.process_time() - began


def grows(used: Used, short: str, long: str) -> bool:
    """Twice the text in three times the time or more, each time."""
    return all(seconds(used, long) > 3 * seconds(used, short) for _ in range(3))


def slow_text(used: Used) -> str | None:
    for short, long in zip(texts(used.pattern, _LENGTH), texts(used.pattern, 2 * _LENGTH), strict=True):
        if seconds(used, short) > _LONG and grows(used, short, long):
            return short[:20]
    return None


def test_a_pattern_that_takes_the_square_of_its_input_is_found() -> None:
    """As the marks of a copied sheet once were told."""
    blanks = re.compile(r"\s*副本$")
    assert slow_text(Used("blanks", blanks, frozenset({"search"}))) is not None
    assert slow_text(Used("blanks", blanks, frozenset({"fullmatch"}))) is None


def test_the_pattern_that_knows_a_whole_row_of_a_sheet_takes_linear_time() -> None:
    for columns in (8, 104):
        row = Used(f"{columns} columns", plain_sheet._pattern(columns), frozenset({"finditer"}))
        assert slow_text(row) is None


def test_the_pattern_of_two_names_in_one_cell_takes_linear_time() -> None:
    assert slow_text(Used("two names", names._two(), frozenset({"fullmatch"}))) is None


def test_no_pattern_of_the_package_takes_more_than_linear_time() -> None:
    found = list(used_patterns())
    assert len(found) > 40
    assert [(used.name, text) for used in found if (text := slow_text(used)) is not None] == []
