"""xlwings' own VBA module, as it ships with the installed package (BSD licence, see NOTICE), made ours in
four places: its functions stay out of the function wizard, its settings are read from our own file
alone, the DLL is loaded from where ``kasales addin install`` put it, and Python is found under the class
that our own module started it with. xlwings' own way starts it through the command prompt, which some desks
forbid, and then waits two minutes for it."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

NAME = "xlwings"
#: Settings of the add-in stand in ``%USERPROFILE%\.kasales\kasales.conf``.
SETTINGS = "kasales"
#: The setting that names the folder of the pinned DLL.
DLL_FOLDER = "DLL_FOLDER"

_TITLE = 'Attribute VB_Name = "xlwings"\n'
_SETTINGS = 'Public Const PROJECT_NAME As String = "xlwings"\n'
_LOADER = "Private Sub XLPyLoadDLL()\n"
#: xlwings' own switch for a Python that somebody else started.
_STARTS = '    DEBUG_UDFS = GetConfig("DEBUG UDFS", False)\n'
_FOUND_UNDER = '        XLPyCommand = "{506e67c3-55b5-48c3-a035-eed5deea7d6d}"\n'
_PINNED = f"""    Dim pinned As String
    pinned = GetConfig("{DLL_FOLDER}", "")
    If pinned <> "" Then
        If LoadLibrary(pinned & "\\" & XLPyDLLName) <> 0 Then Exit Sub
    End If
"""
_VERSION = re.compile(r'XLWINGS_VERSION As String = "([^"]+)"')


class UnknownXlwings(Exception):
    """The installed xlwings has no VBA module that can be made ours; the text says what is missing."""


def shipped() -> str:
    """The module of the installed xlwings. Raises UnknownXlwings."""
    spec = find_spec("xlwings")
    if spec is None or spec.origin is None:
        raise UnknownXlwings("xlwings")
    module = Path(spec.origin).with_name("xlwings.bas")
    if not module.exists():
        raise UnknownXlwings(module.name)
    return "\n".join(module.read_text("ascii").splitlines()) + "\n"


def version(source: str) -> str:
    """The version that the module and its DLL share. Raises UnknownXlwings."""
    stated = _VERSION.search(source)
    if stated is None:
        raise UnknownXlwings("XLWINGS_VERSION")
    return stated[1]


def dll_names(xlwings_version: str) -> dict[int, str]:
    """The file that an Excel of 64 or 32 bits loads."""
    return {bits: f"xlwings{bits}-{xlwings_version}.dll" for bits in (64, 32)}


def ours(source: str) -> str:
    """The module for the add-in, its name left out. Raises UnknownXlwings."""
    for line in (_TITLE, _SETTINGS, _LOADER, _STARTS, _FOUND_UNDER):
        if source.count(line) != 1:
            raise UnknownXlwings(line.strip())
    source = source.replace(_TITLE, "Option Private Module\n")
    source = source.replace(_SETTINGS, _SETTINGS.replace("xlwings", SETTINGS))
    source = source.replace(_STARTS, "    DEBUG_UDFS = True\n")
    source = source.replace(_FOUND_UNDER, "        XLPyCommand = KaServerClass\n")
    return source.replace(_LOADER, _LOADER + _PINNED)
