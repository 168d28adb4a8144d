"""The site of the Office add-in: every file by its path, the same bytes for the same address and parts."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from kasales_xl.build.office.core_archive import FILE as CORE
from kasales_xl.build.office.core_archive import core_archive
from kasales_xl.build.office.headers import PAGE_POLICY, iis_settings
from kasales_xl.build.office.icons import SIZES, icon
from kasales_xl.build.office.manifest import FILE as MANIFEST
from kasales_xl.build.office.manifest import manifest
from kasales_xl.build.office.pinned import WHEELS
from kasales_xl.build.office.sources import others_files, site_name
from kasales_xl.core.terms import LANGS
from kasales_xl.files.relation_map.scripts import map_script
from kasales_xl.functions import FUNCTIONS
from kasales_xl.functions.spelling import NAMESPACE
from kasales_xl.hosts import may_read_workbook
from kasales_xl.hosts.excel.tables import TABLES
from kasales_xl.hosts.officejs.metadata import metadata
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.office import WORDS

#: Scripts and pages that are kept as they are.
KEPT = (
    "begin.js", "cells.js", "kernel.js", "main.js", "pane.css", "pane.js", "python.js", "spelling.js",
    "workbook.js", "worker.js",
)  # fmt: skip


def site(url: str, parts: Path) -> dict[str, bytes]:
    """url: where the site will stand. parts: the folder of the pinned archives. Raises OddUrl."""
    files = {MANIFEST: manifest(url).encode()}
    files |= own_files()
    return files | others_files(parts)


def own_files() -> dict[str, bytes]:
    """What is ours and the same at every address."""
    kept = resources.files("kasales_xl") / "data" / "office"
    files = {name: (kept / name).read_bytes() for name in KEPT}
    files["pane.html"] = (kept / "pane.html").read_text("utf-8").replace("{policy}", PAGE_POLICY).encode()
    files["map.js"] = map_script().encode()
    files["web.config"] = iis_settings().encode()
    for lang in LANGS:
        files[f"functions.{lang}.json"] = _json(metadata(lang))
    files["functions.js"] = _functions_script().encode()
    files["words.js"] = _words_script().encode()
    files |= {f"icons/{side}.png": icon(side) for side in SIZES}
    files[f"python/{CORE}"] = core_archive()
    files["python/packages.json"] = _json({"archives": [*map(site_name, WHEELS), CORE]})
    return files


def _functions_script() -> str:
    functions = {
        function.name: {"arguments": len(function.arguments), "workbook": may_read_workbook(function)}
        for function in FUNCTIONS.values()
    }
    tables = {name: {"grows": key in LAYOUT and not LAYOUT[key].form} for name, key in TABLES.items()}
    return (
        "// Made from the list of worksheet functions; changes will be lost.\n"
        f"export const NAMESPACE = {json.dumps(NAMESPACE)};\n"
        f"export const FUNCTIONS = {json.dumps(functions, indent=1)};\n"
        f"export const TABLES = {json.dumps(tables, indent=1)};\n"
    )


def _words_script() -> str:
    words = {lang: {code: text.pick(lang) for code, text in WORDS.items()} for lang in LANGS}
    return f"export const WORDS = {json.dumps(words, ensure_ascii=False, indent=1)};\n"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
