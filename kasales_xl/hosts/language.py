"""The language of answers that belong to no book: the office program's, unless the environment says."""

from __future__ import annotations

import os

from kasales_xl.core.terms import Lang

#: ``zh`` or ``en``: overrides what the office program speaks.
VARIABLE = "KASALES_LANG"


def language(office: str = "zh") -> Lang:
    """office: its language as two letters; anything but Chinese reads English."""
    named = os.environ.get(VARIABLE, "").lower()[:2]
    return "zh" if (named if named in ("zh", "en") else office) == "zh" else "en"
