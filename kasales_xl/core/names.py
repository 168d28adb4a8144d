"""How two spellings of one name are compared: ``财务部`` = `` 财务部``, ``ＡＢＣ`` = ``abc``."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """The comparable form of a name, an ID or a department: NFKC, no white space or zero-width
    characters, lower case. Never shown to anybody."""
    return "".join(unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold().split())
