"""The Excel add-in ``kasales.xlam``, built on any system from the list of worksheet functions.

It holds VBA only: generated wrappers, the code kept in ``data/excel``, xlwings' own module. The functions
run from the installed ``kasales_xl`` package."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

from kasales_xl.build.excel import xlwings_vba
from kasales_xl.build.excel.function_sheets import fill_reference, fill_table, function_rows
from kasales_xl.build.zipped import zipped
from kasales_xl.files.vba.project import Module, vba_project
from kasales_xl.functions import FUNCTIONS, HELP_LIMIT, Argument
from kasales_xl.hosts import CATEGORY
from kasales_xl.hosts.excel.vba import EVENTS, KEPT, PROJECT, WORKBOOK, WRAPPERS, kept_source, wrappers
from kasales_xl.text.ribbon import LABELS

FILE = "kasales.xlam"
#: Hidden sheets of the add-in with the VBA names of their modules.
SHEETS = {"words": "KaWords", "functions": "KaHelps", "help_zh": "KaHelpZh", "help_en": "KaHelpEn"}
#: Buttons by group: ID, picture, large.
RIBBON: dict[str, tuple[tuple[str, str], ...]] = {
    "kaBook": (
        ("kaCheck", "ErrorChecking"),
        ("kaRefresh", "CalculateNow"),
        ("kaScorecard", "ChartInsert"),
    ),
    "kaMore": (("kaFreeze", "PasteValues"), ("kaHelp", "Help")),
}
_CREATED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_SHEET_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_ADDIN_TYPE = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
_RIBBON_PART = "customUI/customUI14.xml"
_RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_RIBBON_SCHEMA = "http://schemas.microsoft.com/office/2009/07/customui"
_HELPS = "{8193D73E-4604-4355-AFF4-8A2333D13BE4}"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
#: Excel's own categories before the first of ours.
_BUILT_IN_GROUPS = 19


def build(xlwings_source: str | None = None) -> bytes:
    """The add-in's bytes, equal for equal functions and xlwings version. xlwings_source: its VBA module,
    that of the installed package where left out. Raises UnknownXlwings."""
    source = xlwings_vba.shipped() if xlwings_source is None else xlwings_source
    parts = _workbook(vba_project(PROJECT, modules(source)))
    parts["[Content_Types].xml"] = _replaced(parts["[Content_Types].xml"], _SHEET_TYPE, _ADDIN_TYPE)
    relation = f'<Relationship Id="rIdRibbon" Type="{_RIBBON_RELATION}" Target="{_RIBBON_PART}"/>'
    parts["_rels/.rels"] = _replaced(parts["_rels/.rels"], "</Relationships>", relation + "</Relationships>")
    workbook = _replaced(parts["xl/workbook.xml"], "</sheets>", "</sheets>" + _groups())
    workbook = _replaced(workbook, "<workbookView ", '<workbookView visibility="hidden" ')
    parts["xl/workbook.xml"] = _replaced(workbook, "</workbook>", _argument_helps() + "</workbook>")
    parts[_RIBBON_PART] = ribbon().encode()
    return zipped(parts)


def modules(xlwings_source: str) -> Sequence[Module]:
    """Every module of the add-in, in order."""
    return (
        Module(WORKBOOK, "workbook", kept_source(WORKBOOK, "cls")),
        *(Module(name, "sheet") for name in SHEETS.values()),
        Module(WRAPPERS, "module", wrappers()),
        *(Module(name, "module", kept_source(name)) for name in KEPT),
        Module(EVENTS, "class", kept_source(EVENTS, "cls")),
        Module(xlwings_vba.NAME, "module", xlwings_vba.ours(xlwings_source)),
    )


def _replaced(part: bytes, old: str, new: str) -> bytes:
    if part.count(old.encode()) != 1:
        raise ValueError(f"XlsxWriter wrote no single {old}")
    return part.replace(old.encode(), new.encode())


def _workbook(project: bytes) -> dict[str, bytes]:
    """The parts of a macro workbook with the texts that the VBA reads."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": LABELS["label-kaTab"].zh, "created": _CREATED})
    book.set_vba_name(WORKBOOK)
    sheets = {}
    for title, code in SHEETS.items():
        sheets[title] = book.add_worksheet(title)
        sheets[title].set_vba_name(code)
    fill_table(
        sheets["words"], [["key", "zh", "en"], *([key, text.zh, text.en] for key, text in LABELS.items())]
    )
    fill_table(sheets["functions"], function_rows())
    fill_reference(book, sheets["help_zh"], "zh")
    fill_reference(book, sheets["help_en"], "en")
    book.add_vba_project(io.BytesIO(project), is_stream=True)
    book.close()
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def argument_help(argument: Argument) -> str:
    """Both languages where they fit the wizard, Chinese alone where they don't."""
    both = f"{argument.help.zh} · {argument.help.en}"
    return both if len(both) <= HELP_LIMIT else argument.help.zh


def _groups() -> str:
    group = f"<functionGroup name={quoteattr(CATEGORY)}/>"
    return f'<functionGroups builtInGroupCount="{_BUILT_IN_GROUPS}">{group}</functionGroups>'


def _argument_helps() -> str:
    """The wizard's help for each argument, where Excel itself stores it."""
    names = ""
    for function in sorted(FUNCTIONS.values(), key=lambda function: function.name):
        if not function.arguments:
            continue
        texts = "".join(
            f'<x14:argumentDescription index="{i}">{escape(argument_help(a))}</x14:argumentDescription>'
            for i, a in enumerate(function.arguments)
        )
        count = len(function.arguments)
        names += f'<x14:definedName name="{function.name}"><x14:argumentDescriptions count="{count}">{texts}'
        names += "</x14:argumentDescriptions></x14:definedName>"
    inside = f"<x14:definedNames>{names}</x14:definedNames>"
    return f'<extLst><ext uri="{_HELPS}" xmlns:x14="{_X14}">{inside}</ext></extLst>'


def ribbon() -> str:
    """The tab: labels and tips are asked for, since they follow the language of Excel."""
    groups = ""
    for group, buttons in RIBBON.items():
        inside = "".join(
            f'<button id="{button}" imageMso="{picture}" size="large" getLabel="KaRibbon.KaLabel" '
            f'getSupertip="KaRibbon.KaTip" onAction="KaRibbon.KaPress"/>'
            for button, picture in buttons
        )
        groups += f'<group id="{group}" getLabel="KaRibbon.KaLabel">{inside}</group>'
    tab = f'<tab id="kaTab" getLabel="KaRibbon.KaLabel">{groups}</tab>'
    body = f'<customUI xmlns="{_RIBBON_SCHEMA}"><ribbon><tabs>{tab}</tabs></ribbon></customUI>'
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body
