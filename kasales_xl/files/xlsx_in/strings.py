"""The strings that cells share: text of plain and of rich ones, not how to pronounce them."""

from __future__ import annotations

import re
from typing import IO

from kasales_xl.files.xlsx_in.markup import local, pairs, parser_of, walk
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FILE_DAMAGED, FILE_TOO_BIG

#: Letters of all strings together; the largest book we know of has a hundredth.
MOST_LETTERS = 30_000_000
#: Not halves of a character: no file could hold them again.
_CODED = re.compile(r"_x(?![dD][89a-fA-F])([0-9A-Fa-f]{4})_")


def decoded(text: str) -> str:
    """Characters that XML cannot hold are spelled ``_x000D_``."""
    return _CODED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def read_strings(part: IO[bytes] | bytes, name: str = "xl/sharedStrings.xml") -> list[str]:
    """In their order. Raises Refused, also where there are fewer than declared: the rest is lost (11)."""
    strings: list[str] = []
    text: list[str] = []
    declared = letters = 0
    taken = aside = inside = False

    def start(tag: str, attributes: list[str]) -> None:
        nonlocal declared, taken, aside, inside
        plain = local(tag)
        if plain == "si":
            if inside:
                raise Refused(FILE_DAMAGED, "sharedStrings: a string in a string")
            inside = True
            text.clear()
        elif plain == "t":
            taken = not aside
        elif plain == "rPh":
            aside = True
        elif plain == "sst":
            count = pairs(attributes).get("uniqueCount", "0")
            declared = int(count) if count.isdecimal() and len(count) < 10 else MOST_LETTERS

    def end(tag: str) -> None:
        nonlocal taken, aside, inside
        plain = local(tag)
        if plain == "si":
            inside = False
            strings.append(decoded("".join(text)))
        elif plain == "t":
            taken = False
        elif plain == "rPh":
            aside = False

    def characters(some: str) -> None:
        nonlocal letters
        if taken:
            text.append(some)
            letters += len(some)
            if letters > MOST_LETTERS:
                raise Refused(FILE_TOO_BIG, name)

    walk(part, parser_of(start, end, characters), name)
    if declared > len(strings):
        raise Refused(FILE_DAMAGED, f"sharedStrings {declared}")
    return strings
