"""How much room text takes in a sheet: widths in characters of the default font, lines when wrapped."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import east_asian_width

_WIDE = frozenset("WFA")
#: What XML cannot hold, or what a program outside Python cannot encode.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LATIN = 0.9
_WORDS = re.compile(r"[\x21-\x7e]+| |[^\x20-\x7e]")
#: Points in a pixel.
POINTS = 0.75
#: The most a cell holds, in UTF-16 units.
CELL_LIMIT = 32_767


class _Widths(dict[str, int]):
    """Columns of one letter; those of a language are soon all known."""

    def __missing__(self, letter: str) -> int:
        self[letter] = 2 if east_asian_width(letter) in _WIDE else 1
        return self[letter]


_WIDTHS = _Widths()


@lru_cache(maxsize=8192)
def width(text: str) -> int:
    """Columns that one line of text takes: a CJK character is two wide."""
    if text.isascii():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


@lru_cache(maxsize=8192)
def line_count(text: str, room: float) -> int:
    """Lines of a wrapped text in a cell ``room`` characters wide."""
    usable = max(2.0, room - 1)
    return sum(1 if width(line) <= usable else _wrapped(line, usable) for line in text.split("\n"))


def _wrapped(line: str, usable: float) -> int:
    """Words stay whole, CJK breaks anywhere. Running Latin text is narrower than digits."""
    lines, taken = 1, 0.0
    for word in _WORDS.findall(line):
        wide = len(word) * _LATIN if word.isascii() else _WIDTHS[word]
        if taken and taken + wide > usable:
            lines, taken = lines + 1, 0.0
        taken += wide
        if taken > usable:
            lines, taken = lines + int(taken // usable), taken % usable
    return lines


@lru_cache(maxsize=4096)
def writable(text: str) -> str:
    """The text without what a workbook cannot hold, cut to what a cell takes."""
    if not text.isascii() or not text.isprintable():
        text = _UNWRITABLE.sub("", text)
    if len(text) > CELL_LIMIT // 2 and len(text.encode("utf-16-le")) // 2 > CELL_LIMIT:
        text = text.encode("utf-16-le")[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"
    return text
