"""A sentence with its two sides, zh beside en: a value that whoever decides hands on; the last step picks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kasales_xl.core.terms import Lang, Term


@dataclass(frozen=True, slots=True)
class Text:
    """``Text("还差 {n} 位", "{n} more")(n=2)``: fields in braces are filled when a side is picked, from plain
    values, terms or other texts. Without fields its sides stand as they are, braces included. A field with
    two words gives the first for 1, else the second: ``"{n} {n:step|steps}"``."""

    zh: str
    en: str
    fields: tuple[tuple[str, object], ...] | None = None

    def __call__(self, **fields: object) -> Text:
        """The same sentence with these fields filled in, beside those it has already."""
        return Text(self.zh, self.en, (self.fields or ()) + tuple(fields.items()))

    def pick(self, lang: Lang) -> str:
        """One side with its fields filled in. Raises KeyError for a field left out."""
        side = self.zh if lang == "zh" else self.en
        if self.fields is None:
            return side
        if "|" in side:
            return side.format_map({name: _Counted(pick(value, lang)) for name, value in self.fields})
        return side.format_map({name: pick(value, lang) for name, value in self.fields})

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def __reduce__(self) -> tuple[type[Text], tuple[object, ...]]:
        # many wait on disk during a run: this way takes half of the time
        return Text, (self.zh, self.en, self.fields)

    def __str__(self) -> str:
        # an f-string around a text would show its insides to a user
        raise TypeError(f"pick a side before showing this: {self!r}")


class _Counted:
    """A filled-in value that can also choose between the word for one and the word for several."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __format__(self, words: str) -> str:
        one, between, several = words.partition("|")
        if between:
            return one if self.value in (1, "1") else several
        return format(self.value, words)


#: What people write between the members of a list, between clauses, and between half sentences.
LISTED = Text("、", ", ")
CLAUSES = Text("，", ", ")
HALVES = Text("；", "; ")
NOTHING = Text("", "")


def same(side: str) -> Text:
    """A text that is the same in both languages: names, figures, ``same("{a} → {b}")(a=…, b=…)``."""
    return Text(side, side)


def join(parts: Iterable[object], between: Text = LISTED) -> Text:
    """Parts that are not blank, one after the other: plain values, terms or texts."""
    kept = {f"part{n}": part for n, part in enumerate(part for part in parts if part or part == 0)}
    fields = [f"{{{name}}}" for name in kept]
    return Text(between.zh.join(fields), between.en.join(fields))(**kept) if kept else NOTHING


def as_line(text: Text, lang: Lang) -> str:
    """As a line of its own: an English one starts upper-case where the words are ours, after any indent;
    what people typed keeps its spelling."""
    said = text.pick(lang)
    if lang != "en" or not _starts_small(text):
        return said
    at = len(said) - len(said.lstrip())
    return f"{said[:at]}{said[at : at + 1].upper()}{said[at + 1 :]}"


def _starts_small(text: Text) -> bool:
    side = text.en.lstrip()
    if not side.startswith("{") or text.fields is None:
        return side[:1].islower()
    first = dict(text.fields).get(side[1:].partition("}")[0])
    return isinstance(first, Text) and _starts_small(first)


def pick(value: Any, lang: Lang) -> Any:
    """The side of a text or the label of a term; any other value as it is."""
    if isinstance(value, Text):
        return value.pick(lang)
    return value.label(lang) if isinstance(value, Term) else value


def stand_alone(value: Any, lang: Lang) -> Any:
    """As ``pick``, for what stands by itself in a cell or on a line: in English it begins with a capital
    letter, unless it begins with somebody else's words, such as a name or a file, or with a command."""
    said = pick(value, lang)
    if lang == "zh" or not said or not _ours_to_open(value):
        return said
    first = _FIRST.search(said)
    at = first.start() if first else 0
    if said.startswith(_COMMAND, at):
        return said
    return said[:at] + said[at].upper() + said[at + 1 :]


#: The first letter, figure or field of a side, after marks and bullets.
_FIRST = re.compile(r"[\w{]")
_COMMAND = "kasales "


def _ours_to_open(value: object) -> bool:
    if not isinstance(value, Text):
        return isinstance(value, Term)
    first = _FIRST.search(value.en)
    if not value.fields or not first or first.group() != "{":
        return True
    name = re.split(r"\W", value.en[first.end() :], maxsplit=1)[0]
    return _ours_to_open(dict(value.fields).get(name))
