"""Which calculation engine a file names. One that names none, as LibreOffice saves it, Excel calculates anew
on opening, and a desk without the add-in then has only what formulas fall back to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kasales_xl.files.calc_engine import CALC_ENGINE
from kasales_xl.files.refresh.workbook_parts import workbook_part

_SETTINGS = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*)>")
#: What stands before the settings in a workbook's part, the nearest first.
_BEFORE = (b"definedNames", b"externalReferences", b"functionGroups", b"sheets")


def with_engine(content: Mapping[str, bytes]) -> dict[str, bytes]:
    """The part that has to be another, by its name; none where the file names an engine."""
    name = workbook_part(content)
    text = content[name]
    stated = f'calcId="{CALC_ENGINE}"'.encode()
    settings = _SETTINGS.search(text)
    if settings and b"calcId=" in settings[2]:
        return {}
    if settings:
        at = settings.start(2)
        return {name: text[:at] + b" " + stated + text[at:]}
    for tag in _BEFORE:
        if end := re.search(rb"</((?:\w+:)?)" + tag + rb"\s*>", text):
            return {name: text[: end.end()] + b"<" + end[1] + b"calcPr " + stated + b"/>" + text[end.end() :]}
    return {}
