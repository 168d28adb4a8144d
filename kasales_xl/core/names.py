"""Names: how two spellings are compared (``财务部`` = `` 财务部``, ``ＡＢＣ`` = ``abc``), which row a name
means, and how a person is named with the department."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Named = TypeVar("Named")

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@lru_cache(maxsize=16384)
def name_key(text: str) -> str:
    """The comparable form of a name, an ID or a department: NFKC, no white space or zero-width
    characters, lower case. Never shown to anybody."""
    # almost every name takes one of these two short ways; normalising is what costs
    if text.isascii():
        return "".join(text.lower().split())
    if text.isalnum() and unicodedata.is_normalized("NFKC", text):
        return text.casefold()
    return "".join(unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold().split())


class NameIndex(Generic[Named]):
    """What people may call a row: its ID, or its name where no other row has it. IDs go before names."""

    def __init__(self, rows: Iterable[tuple[str, str, Named]]) -> None:
        """rows: ID, name and what they stand for."""
        self._by_id: dict[str, Named] = {}
        self._by_name: dict[str, list[Named]] = {}
        for row_id, name, row in rows:
            self._by_id[name_key(row_id)] = row
            self._by_name.setdefault(name_key(name), []).append(row)

    def find(self, text: str) -> Named | None:
        """The one row that is meant; None where there is none or there are several."""
        key = name_key(text)
        if key in self._by_id:
            return self._by_id[key]
        namesakes = self._by_name.get(key, ())
        return namesakes[0] if len(namesakes) == 1 else None

    def namesakes(self, name: str) -> Sequence[Named]:
        """All rows of this name."""
        return self._by_name.get(name_key(name), ())


#: From here on scripts are written without spaces: Chinese, its punctuation, full-width forms.
_FIRST_WIDE = "\u2e80"


def person(department: str, name: str) -> str:
    """``财务部李总``, ``Finance Ann Lee``, ``IT 李总``: a space wherever letters of the alphabet meet the
    other part. A name that starts with the department is not given it twice; blank parts are left out."""
    if not department or not name or name_key(name).startswith(name_key(department)):
        return name or department
    wide = department[-1] >= _FIRST_WIDE and name[0] >= _FIRST_WIDE
    return f"{department}{name}" if wide else f"{department} {name}"
