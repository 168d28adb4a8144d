"""Shared strings as Excel, WPS, LibreOffice and our own writer spell them, by one pattern that knows every
byte between the first and the last; all others are read tag by tag (``strings.py``)."""

from __future__ import annotations

import re

from kasales_xl.files.xlsx_in.markup import MALFORMED, local, pairs, parser_of
from kasales_xl.files.xlsx_in.plain_cells import OTHERS
from kasales_xl.files.xlsx_in.plain_text import Unusual, is_text, only_tags, unescaped
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.files.xlsx_in.strings import decoded
from kasales_xl.text.findings.files import FILE_DAMAGED

#: One string, with what Excel says of how it is pronounced; or, in the second group, all that is none.
_STRING = re.compile(
    rb'\s*+<si>(?:<t(?: xml:space="preserve")?+>([^<]*+)</t>|<t(?: xml:space="preserve")?+/>)'
    rb"(?:<phoneticPr" + OTHERS + rb"/>)?+</si>\s*+|((?s:.+))"
)
_CLOSE = b"</sst>"


def plain_strings(xml: bytes, name: str) -> list[str] | None:
    """In their order; None where they are not plain, or fewer than declared. Raises Refused."""
    start, end = xml.find(b"<si>"), xml.rfind(_CLOSE)
    start = end if start < 0 else start
    if end < 0 or start > end or not is_text(section := xml[start:end]):
        return None
    found = _STRING.findall(section)
    if found and found[-1][1]:
        return None
    if _declared(xml[:start], xml[end:], name) not in range(len(found) + 1):
        return None
    texts = b"\0".join([text for text, _rest in found]).decode().split("\0") if found else []
    return [decoded(unescaped(text)) if "&" in text or "_x" in text else text for text in texts]


def _declared(head: bytes, tail: bytes, name: str) -> int:
    """How many strings there are said to be; -1 where something else stands around them."""
    opened: list[str] = []
    declared = -1

    def start(tag: str, attributes: list[str]) -> None:
        nonlocal declared
        opened.append(tag)
        count = pairs(attributes).get("uniqueCount", "0")
        declared = int(count) if count.isdecimal() and len(count) < 10 else -1

    parser = parser_of(start, None, None)
    only_tags(parser)
    try:
        parser.Parse(head, False)
        # the strings are proven already
        parser.Parse(tail, True)
    except Unusual:
        return -1
    except MALFORMED as error:
        raise Refused(FILE_DAMAGED, f"{local(name)}: {error}"[:80]) from error
    return declared if opened == ["sst"] else -1
