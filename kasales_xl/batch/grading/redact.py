"""``--redact``: the names of a customer's people out of everything that a team reads. Each person gets a name
of our own that stays the same from run to run, so that pages, trends and lists still tell people apart."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

from kasales_xl.core.findings import Finding
from kasales_xl.core.history.reduced_book import people_renamed
from kasales_xl.core.history.snapshot import Snapshot
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Row
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text

Rename = Callable[[str], str]
_PERSON = Text("联系人{code}", "Contact {code}")
#: What names an account, a department or a colleague is no name of a customer's person.
_KEPT = frozenset(
    {"account", "account_id", "department", "deciding_department", "industry", "track", "company", "owner"}
)
_SHEETS = ("accounts", "contacts", "deals", "support", "links", "practices", "career")
#: A shorter name is only replaced where it stands alone in its cell.
_LETTERS = 2


def pseudonym(name: str, lang: Lang) -> str:
    """The same for every spelling of a name."""
    code = hashlib.blake2b(name_key(name).encode(), digest_size=2, person=b"kasales").hexdigest()
    return _PERSON(code=code).pick(lang)


def redacted(book: Book) -> Book:
    """The book with its contacts renamed: in their rows, in whatever refers to them, in free text, and in
    findings. Verdicts are the same: none rests on a name."""
    rename = _renaming(book)
    sheets = {key: tuple(_row(row, rename) for row in getattr(book, key)) for key in _SHEETS}
    doubts = tuple(replace(doubt, row_id=rename(doubt.row_id)) for doubt in book.doubts)
    findings = tuple(_finding(one, rename) for one in book.findings)
    return replace(book, doubts=doubts, findings=findings, **sheets)  # type: ignore[arg-type]


def redacted_snapshot(one: Snapshot, lang: Lang) -> Snapshot:
    """A remembered scoring as it is compared with a redacted one."""
    return replace(one, facts=people_renamed(one.facts, lambda name: pseudonym(name, lang)))


def _renaming(book: Book) -> Rename:
    names = {contact.name: pseudonym(contact.name, book.lang) for contact in book.contacts if contact.name}
    for contact in book.contacts:
        # an ID that was made of the name tells it
        if contact.name and name_key(contact.name) in name_key(contact.contact_id):
            names[contact.contact_id] = contact.contact_id.replace(contact.name, names[contact.name])
    long = sorted((name for name in names if len(name) >= _LETTERS), key=len, reverse=True)
    inside = re.compile("|".join(map(re.escape, long))) if long else None

    def rename(text: str) -> str:
        if text in names:
            return names[text]
        return inside.sub(lambda match: names[match[0]], text) if inside and text else text

    return rename


def _row(row: Row, rename: Rename) -> Row:
    said = {
        key: rename(value)
        for key, value in row
        if isinstance(value, str) and type(value) is str and key not in _KEPT
    }
    return row.model_copy(update=said)


def _finding(one: Finding, rename: Rename) -> Finding:
    words = tuple((key, _said(value, rename)) for key, value in one.words)
    return replace(one, got=rename(one.got), now=rename(one.now), words=words)


def _said(value: object, rename: Rename) -> object:
    if isinstance(value, str):
        return rename(value)
    if isinstance(value, Text):
        fields = value.fields and tuple((key, _said(inner, rename)) for key, inner in value.fields)
        return Text(rename(value.zh), rename(value.en), fields)
    return value
