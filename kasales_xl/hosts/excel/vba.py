"""The add-in's VBA: one wrapper per worksheet function, generated; the rest as it stands in ``data``."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources

from kasales_xl.functions import FUNCTIONS, Argument, Function
from kasales_xl.hosts import may_read_workbook, opens_book

PROJECT = "kasales"
#: The generated module, and the modules kept as VBA, by name.
WRAPPERS = "KaFunctions"
KEPT = ("KaRuntime", "KaPython", "KaProcess", "KaBinding", "KaLanguage", "KaRibbon")
#: What the wrappers send behind the arguments: the add-in's number of the calculation, within which the
#: tables of a workbook are read once, or the calling cell, which keeps its book open. People see neither.
CALCULATION, CELL = "calculation", "cell"
EVENTS, WORKBOOK = "KaEvents", "ThisWorkbook"
#: The function wizard's first category of our own, in Excel's own notation.
_CATEGORY = r" \n20"
_OUTER = '"'


def kept_source(name: str, ending: str = "bas") -> str:
    """A module of ours that is kept as VBA."""
    return (resources.files("kasales_xl") / "data" / "excel" / f"{name}.{ending}").read_text("ascii")


def wrappers(functions: Iterable[Function] = FUNCTIONS.values()) -> str:
    """The module through which cells call Python; help in English, for a project has one code page."""
    head = ["Option Explicit", "' Generated from the list of worksheet functions; changes will be lost."]
    return "\n\n".join(["\n".join(head), *map(wrapper, functions)]) + "\n"


def wrapper(function: Function) -> str:
    """One worksheet function. The form without a book follows the whole workbook: volatile, and only
    then."""
    name = function.name
    lines = [*_signature(function), *_attributes(function)]
    given = f"Array({', '.join(argument.name for argument in function.arguments)})"
    if may_read_workbook(function):
        first = function.arguments[0].name
        test = "KaAlone" if function.takes_book else "KaLeftOut"
        lines += [
            "    Dim alone As Boolean",
            f"    alone = {test}({first})",
            "    Application.Volatile alone",
        ]
        lines.append(f'    {name} = KaCall("{name}", {given}, "{CALCULATION}", alone)')
    else:
        hidden = CELL if opens_book(function) else ""
        lines.append(f'    {name} = KaCall("{name}", {given}, "{hidden}", False)')
    return "\n".join([*lines, "End Function"])


def _signature(function: Function) -> list[str]:
    """Every argument may be left out in VBA: it is Python that says what is missing."""
    parameters = [f"Optional ByVal {argument.name} As Variant" for argument in function.arguments]
    if len(parameters) < 3:
        return [f"Public Function {function.name}({', '.join(parameters)}) As Variant"]
    body = ", _\n        ".join(parameters)
    return [f"Public Function {function.name}( _\n        {body}) As Variant"]


def _attributes(function: Function) -> list[str]:
    """Hidden lines that Excel reads when it loads the module: the wizard's help and category."""
    return [
        f"Attribute {function.name}.VB_Description = {quoted(ascii_help(function))}",
        f'Attribute {function.name}.VB_ProcData.VB_Invoke_Func = "{_CATEGORY}"',
    ]


def ascii_help(described: Function | Argument) -> str:
    """English help in ASCII."""
    text = described.help.en
    for fancy, plain in {"–": "-", "—": "-", "…": "...", "×": "x", "≥": ">=", "≤": "<=", "’": "'"}.items():
        text = text.replace(fancy, plain)
    return text.encode("ascii").decode()


def quoted(text: str) -> str:
    """A VBA string literal."""
    doubled = text.replace(_OUTER, _OUTER * 2)
    return f"{_OUTER}{doubled}{_OUTER}"
