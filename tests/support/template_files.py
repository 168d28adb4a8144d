"""Reading a written book the way its tests need it: openpyxl for cells, plain XML for the rest."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from functools import cache
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from kasales_xl.build.templates import sample_bytes, template_bytes
from kasales_xl.core.terms import Lang


@cache
def content(lang: Lang, sample: bool) -> bytes:
    return sample_bytes(lang) if sample else template_bytes(lang)


@cache
def workbook(lang: Lang, sample: bool = False, values: bool = False) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(content(lang, sample)), data_only=values)


@cache
def part(lang: Lang, name: str, sample: bool = False) -> str:
    with zipfile.ZipFile(io.BytesIO(content(lang, sample))) as archive:
        return archive.read(name).decode()


@cache
def parts(lang: Lang, sample: bool = False) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content(lang, sample))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def formulas(lang: Lang, sample: bool = False) -> dict[tuple[str, str], str]:
    """Every formula by sheet title and address."""
    found = {}
    for sheet in workbook(lang, sample):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found[sheet.title, cell.coordinate] = str(getattr(cell.value, "text", cell.value))
    return found


def rules_at(sheet: Any, row: int, column: int) -> list[Any]:
    """The data validations of a cell, 1-based."""
    return [
        rule
        for rule in sheet.data_validations.dataValidation
        for block in rule.sqref.ranges
        if block.min_row <= row <= block.max_row and block.min_col <= column <= block.max_col
    ]


def table_xml(lang: Lang, table: str, sample: bool = False) -> str:
    return next(
        text
        for name, text in parts(lang, sample).items()
        if name.startswith("xl/tables/") and f'name="{table}"' in text
    )


def calculated_formulas(xml: str) -> list[str]:
    found = re.findall(r"<calculatedColumnFormula>(.*?)</calculatedColumnFormula>", xml)
    return [text.replace("&quot;", '"').replace("&amp;", "&") for text in found]
