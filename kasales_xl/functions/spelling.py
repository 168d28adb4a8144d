"""How formulas of each host spell our functions, and formulas from one spelling into another.

A book is one: its formulas say the same in every host, some under another name. An Office add-in's functions
stand behind its namespace: people read ``KASALES.KA_TIER``, files hold ``_xldudf_KASALES_KA_TIER``.
LibreOffice without our extension keeps the name that it knew, ``KASALES.CALC.FUNCTIONS.KATIER``."""

from __future__ import annotations

import re
from typing import Literal

from kasales_xl.functions.registry import FUNCTIONS

#: Who opens the book next: the Office add-in, Excel with Python, LibreOffice.
Host = Literal["office", "xlwings", "calc"]
HOSTS: tuple[Host, ...] = ("office", "xlwings", "calc")
#: What stands before the names of an Office add-in's functions, for people and in files.
NAMESPACE = "KASALES"
SHOWN, STORED = f"{NAMESPACE}.", f"_xldudf_{NAMESPACE}_"
#: How LibreOffice spells a function of its extension where it does not know the plain name.
CALC_PREFIX = "KASALES.CALC.FUNCTIONS."
_OF_CALC = {name.replace("_", ""): name for name in FUNCTIONS}
#: Before our names in files, by host.
PREFIXES: dict[Host, str] = {"office": STORED, "xlwings": "", "calc": ""}
_KNOWN = frozenset({"", SHOWN.upper(), STORED.upper()})

#: What a name may be hidden in, so that it is none: a text, a sheet, a column of a table. Then names, with
#: the workbook they are linked to, where they are called.
_TOKEN = re.compile(
    r"""(?P<link>\[\d++\]!|'[^']*\.xlam'!)?(?P<name>\w[\w.]*+)(?P<called>\s*+\()?
    |(?P<other>"[^"]*+(?:""[^"]*+)*+"|'[^']*+(?:''[^']*+)*+'|\[(?:[^\[\]']|'.)*+\])""",
    re.VERBOSE,
)


def our_name(name: str) -> str:
    """The function of ours that a name in a formula means, in capitals; blank for any other. Prefixes of
    some hosts go before it."""
    if name.startswith(CALC_PREFIX):
        return _OF_CALC.get(name.removeprefix(CALC_PREFIX), "")
    at = name.find("KA_")
    while at >= 0:
        if name[at:] in FUNCTIONS and (at == 0 or name[at - 1] in "_."):
            return name[at:]
        at = name.find("KA_", at + 1)
    return ""


def respelled(formula: str, prefix: str) -> str:
    """The formula with every call of a function of ours under ``prefix``, whichever of our hosts wrote it;
    the same text where nothing is ours. Functions of others that end like ours are theirs."""

    def spelt(match: re.Match[str]) -> str:
        if not match["called"]:
            return match[0]
        name = match["name"].upper()
        ours = our_name(name)
        if not ours or (not name.startswith(CALC_PREFIX) and name.removesuffix(ours) not in _KNOWN):
            return match[0]
        return f"{prefix}{ours}{match['called']}"

    return _TOKEN.sub(spelt, formula)
