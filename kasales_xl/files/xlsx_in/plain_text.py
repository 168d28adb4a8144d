"""What is the same for any two readers: UTF-8 that XML allows, in which only the five characters are spelled
by names and none by its number."""

from __future__ import annotations

from xml.parsers import expat

_LETTERS = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_NAMED = (b"&amp;", b"&gt;", b"&lt;", b"&quot;", b"&apos;")
#: Not to be found in text, but for tabs and line feeds.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10))


class Unusual(Exception):
    """Not for the quick way."""


def is_text(section: bytes) -> bool:
    try:
        section.decode("utf-8")
    except UnicodeDecodeError:
        return False
    names = section.count(b"&")
    for name in _NAMED:
        if names:
            names -= section.count(name)
    return not names and len(section) == len(section.translate(None, _CONTROLS))


def unescaped(text: str) -> str:
    """Of text in which only the five characters are spelled by names."""
    if "&" not in text:
        return text
    for name, letter in _LETTERS.items():
        text = text.replace(name, letter)
    return text


def only_tags(parser: expat.XMLParserType) -> None:
    """The parser raises Unusual for anything but tags and text in UTF-8."""
    parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = _unusual
    parser.XmlDeclHandler = _check_encoding


def _unusual(*_found: object) -> None:
    raise Unusual


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.upper() != "UTF-8":
        raise Unusual
