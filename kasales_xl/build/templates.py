"""The files in ``templates/``: empty and sample books in both languages and the column reference.
``python -m kasales_xl.build.templates [FOLDER]`` writes them, ``--check`` compares instead."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import sys
import zipfile
from pathlib import Path

from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.build.reference.columns import column_reference
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LANGS, Lang
from kasales_xl.files.book.book import book_bytes
from kasales_xl.files.whole import whole_file

#: The day that the empty template is made on; a fixed one, so that it is the same file every time.
TEMPLATE_DAY = dt.date(2026, 1, 1)


def template_bytes(lang: Lang) -> bytes:
    return book_bytes(Book(None, lang=lang), policy=DEFAULT_POLICY, on=TEMPLATE_DAY, lang=lang)


def sample_bytes(lang: Lang) -> bytes:
    return book_bytes(sample_book(lang), policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang=lang)


def write_template(path: Path | str, lang: Lang) -> None:
    """An empty book for a rep. Raises CannotWrite."""
    _write(Path(path), template_bytes(lang))


def write_sample(path: Path | str, lang: Lang) -> None:
    """The filled sample book. Raises CannotWrite."""
    _write(Path(path), sample_bytes(lang))


def template_files() -> dict[str, bytes]:
    """Every file of ``templates/`` by name."""
    found: dict[str, bytes] = {}
    for lang in LANGS:
        found[f"account_book.{lang}.xlsx"] = template_bytes(lang)
        found[f"account_book.sample.{lang}.xlsx"] = sample_bytes(lang)
    found["COLUMNS.md"] = column_reference().encode()
    return found


def _write(path: Path, content: bytes) -> None:
    with whole_file(path) as temporary:
        temporary.write_bytes(content)


def differing(folder: Path) -> list[str]:
    """Names of files that are missing or not what the builder makes."""
    found = []
    for name, content in template_files().items():
        path = folder / name
        if not path.is_file() or _inside(path.read_bytes()) != _inside(content):
            found.append(name)
    return found


def _inside(content: bytes) -> object:
    """A workbook's parts, whatever compressed them; any other file as it is."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m kasales_xl.build.templates", description=__doc__)
    parser.add_argument("folder", nargs="?", default="templates", type=Path)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    given = parser.parse_args(argv)
    if given.check:
        stale = differing(given.folder)
        for name in stale:
            sys.stderr.write(f"{given.folder / name}: not what the builder makes; run it without --check\n")
        return 1 if stale else 0
    for name, content in template_files().items():
        _write(given.folder / name, content)
        sys.stdout.write(f"{given.folder / name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
