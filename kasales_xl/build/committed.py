"""Every file that is built and committed, and whether it is what would be built now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kasales_xl.build import examples, templates, web
from kasales_xl.build.calc import oxt
from kasales_xl.build.excel import xlam
from kasales_xl.build.lite import project
from kasales_xl.build.reference import (
    cards,
    columns,
    findings,
    functions,
    indicators,
    policy,
    relationship_map,
)
from kasales_xl.build.zipped import differing_parts
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import LANGS
from kasales_xl.files.policy.write import policy_text
from kasales_xl.files.web.shell import PAGE

#: The reference pages, zh beside en, each made from the table that the product runs on.
PAGES: dict[str, Callable[[], str]] = {
    "templates/COLUMNS.md": columns.page,
    "templates/policy.toml": partial(policy_text, DEFAULT_POLICY, "zh"),
    "docs/cards.schema.json": cards.page,
    "docs/findings.md": findings.page,
    "docs/functions.md": functions.page,
    "docs/indicators.md": indicators.page,
    "docs/policy.md": policy.page,
    **{f"docs/relationship_map.{lang}.svg": partial(relationship_map.picture, lang) for lang in LANGS},
}
#: What spreadsheet programs load, below ``workbook``; a company's IT hands these out.
FOR_PROGRAMS: dict[str, Callable[[], bytes]] = {
    f"excel/{xlam.FILE}": xlam.build,
    "calc/kasales.oxt": oxt.build,
    f"lite/{project.MAIN}": lambda: project.main_py().encode(),
    f"lite/{project.REQUIREMENTS}": lambda: project.requirements().encode(),
    examples.FILE: examples.build,
}


def _as_bytes(page: Callable[[], str]) -> bytes:
    return page().encode()


#: How each file of the repository is made, by its path.
FILES: dict[str, Callable[[], bytes]] = {
    **{f"templates/account_book.{lang}.xlsx": partial(templates.template_bytes, lang) for lang in LANGS},
    **{f"templates/account_book.sample.{lang}.xlsx": partial(templates.sample_bytes, lang) for lang in LANGS},
    **{f"workbook/{name}": build for name, build in FOR_PROGRAMS.items()},
    **{name: partial(_as_bytes, page) for name, page in PAGES.items()},
    f"kasales_xl/data/{PAGE}": web.build,
}


def differences(path: Path, content: bytes) -> list[str] | None:
    """The parts in which a file isn't this content, one blank part for a file that is no archive; None
    where there is no file."""
    return differing_parts(path.read_bytes(), content) if path.is_file() else None
