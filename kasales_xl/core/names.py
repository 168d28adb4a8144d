"""Names: how two spellings are compared (``财务部`` = `` 财务部``, ``ＡＢＣ`` = ``abc``), and how a person
is named with the department."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@lru_cache(maxsize=16384)
def name_key(text: str) -> str:
    """The comparable form of a name, an ID or a department: NFKC, no white space or zero-width
    characters, lower case. Never shown to anybody."""
    if text.isascii():
        return "".join(text.lower().split())
    if text.isalnum() and unicodedata.is_normalized("NFKC", text):
        return text.casefold()
    return "".join(unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold().split())


#: From here on scripts are written without spaces: Chinese, its punctuation, full-width forms.
_FIRST_WIDE = "\u2e80"


def person(department: str, name: str) -> str:
    """``财务部李总``, ``Finance Ann Lee``, ``IT 李总``: a space wherever letters of the alphabet meet the
    other part. A name that starts with the department is not given it twice; blank parts are left out."""
    if not department or not name or name_key(name).startswith(name_key(department)):
        return name or department
    wide = department[-1] >= _FIRST_WIDE and name[0] >= _FIRST_WIDE
    return f"{department}{name}" if wide else f"{department} {name}"
