"""A part's XML, walked through by expat in pieces: what is checked is what is read, and nothing is kept that
nobody asked for.

Refused: a document type (58), what is not well-formed, one piece of markup or a nesting larger than any
program writes."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FILE_DAMAGED, FILE_TOO_BIG, FILE_UNSAFE

#: Bytes handed to the parser at a time, and the most that one tag, comment or entity may take.
PIECE, MOST_TOKEN = 1 << 18, 4 << 20
#: Elements within elements.
MOST_DEEP = 200

#: What expat raises for a part that is none: also for an encoding that it does not know, or cannot read.
MALFORMED = (expat.ExpatError, LookupError, ValueError)

#: Attributes as a flat list: name, value, name, value.
Start = Callable[[str, list[str]], None]
End = Callable[[str], None]


def parser_of(
    start: Start | None, end: End | None, text: Callable[[str], None] | None
) -> expat.XMLParserType:
    """text: called once for all that stands between two tags."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = _refuse
    if start is not None:
        parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    return parser


def walk(source: IO[bytes] | bytes, parser: expat.XMLParserType, name: str) -> None:
    """All of one part. name: how a finding names it. Raises Refused, and what the handlers raise."""
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    fed = 0
    try:
        while piece := stream.read(PIECE):
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > MOST_TOKEN + PIECE:
                raise Refused(FILE_TOO_BIG, name)
        parser.Parse(b"", True)
    except MALFORMED as error:
        raise Refused(FILE_DAMAGED, f"{name}: {error}"[:80]) from error


def _refuse(*_declared: object) -> None:
    raise Refused(FILE_UNSAFE)


def local(name: str) -> str:
    """``sheet`` of ``x:sheet``."""
    return name.rpartition(":")[2]


def pairs(attributes: list[str]) -> dict[str, str]:
    return dict(zip(attributes[::2], attributes[1::2], strict=True))


class Depth:
    """Counts elements within elements for handlers that need to know where they are."""

    def __init__(self) -> None:
        self.path: list[str] = []

    def enter(self, name: str) -> None:
        if len(self.path) >= MOST_DEEP:
            raise Refused(FILE_DAMAGED, "XML: too deep")
        self.path.append(name)

    def leave(self) -> None:
        self.path.pop()
