"""A sentence with its two sides, zh beside en: a value that whoever decides hands on; the last step picks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kasales_xl.core.terms import Lang, Term


@dataclass(frozen=True, slots=True)
class Text:
    """``Text("还差 {n} 位", "{n} more")(n=2)``: fields in braces are filled when a side is picked, from plain
    values, terms or other texts. Without fields its sides stand as they are, braces included."""

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
        return side.format_map({name: pick(value, lang) for name, value in self.fields})

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def __reduce__(self) -> tuple[type[Text], tuple[object, ...]]:
        # many wait on disk during a run: this way takes half of the time
        return Text, (self.zh, self.en, self.fields)

    def __str__(self) -> str:
        # an f-string around a text would show its insides to a user
        raise TypeError(f"pick a side before showing this: {self!r}")


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


def pick(value: Any, lang: Lang) -> Any:
    """The side of a text or the label of a term; any other value as it is."""
    if isinstance(value, Text):
        return value.pick(lang)
    return value.label(lang) if isinstance(value, Term) else value
