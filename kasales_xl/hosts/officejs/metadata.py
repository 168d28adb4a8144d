"""``functions.json``: how Office learns which functions the add-in has, made from the list of them."""

from __future__ import annotations

from typing import Any

from kasales_xl.core.terms import Lang
from kasales_xl.functions import FUNCTIONS, Argument, Function
from kasales_xl.hosts import may_read_workbook


def metadata(lang: Lang) -> dict[str, Any]:
    """Every function once. All arguments are ranges of anything, errors among them, and may be left out,
    for it is Python that says what is missing; every answer is a range."""
    return {
        "allowErrorForDataTypeAny": True,
        "functions": [_function(function, lang) for function in FUNCTIONS.values()],
    }


def _function(function: Function, lang: Lang) -> dict[str, Any]:
    declared: dict[str, Any] = {
        "id": function.name,
        "name": function.name,
        "description": function.help.pick(lang),
        "parameters": [_parameter(argument, lang) for argument in function.arguments],
        "result": {"dimensionality": "matrix"},
    }
    if may_read_workbook(function):
        # the cells of the form without a book are known by their addresses and follow the workbook
        declared["options"] = {"requiresAddress": True}
    return declared


def _parameter(argument: Argument, lang: Lang) -> dict[str, Any]:
    return {
        "name": argument.name,
        "description": argument.help.pick(lang),
        "type": "any",
        "dimensionality": "matrix",
        "optional": True,
    }
