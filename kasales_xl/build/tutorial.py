"""``docs/tutorial.*.md``: what its commands print is put in by running them, in the order of the page, in an
empty folder. The prose is written by hand.

A fence ``csv NAME`` is a file that the reader saves. ``bash`` holds commands; the ``text`` below it what
they print, all of it or, with a number, so many lines. ``<!-- type: FILE | SHEET | ROW | KEY | VALUE -->``
stands beside the sentence that asks the reader to type something into a book: the row that has a cell reading
so, and the key of the column."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from unittest import mock

from kasales_xl.core.terms import LANGS, Lang

#: In the checkout.
PAGES: dict[Lang, str] = {lang: f"docs/tutorial.{lang}.md" for lang in LANGS}
_PIECE = re.compile(
    r"^```(?P<kind>csv|bash|text)(?: (?P<word>\S+))?\n(?P<body>.*?)^```$"
    r"|^<!-- type: (?P<typed>.*?) -->$",
    re.MULTILINE | re.DOTALL,
)
#: Stands for the lines that are left out.
_MORE = "…"


class TutorialError(Exception):
    """A command of the page that isn't ours, or a cell that it names and that is not there."""


def updated(page: str, lang: Lang) -> str:
    """The page with what its commands print now. Raises TutorialError."""
    with tempfile.TemporaryDirectory() as name:
        return "".join(_pieces(page, Path(name), lang))


def all_updated(checkout: Path) -> dict[str, str]:
    """Each page of the checkout as it would be now, by its path; what somebody has yet to write is none."""
    pages = {lang: checkout / name for lang, name in PAGES.items() if (checkout / name).is_file()}
    return {PAGES[lang]: updated(path.read_text("utf-8"), lang) for lang, path in pages.items()}


def _pieces(page: str, folder: Path, lang: Lang) -> Iterator[str]:
    """The page, piece by piece, its commands run on the way."""
    end, printed = 0, ""
    for piece in _PIECE.finditer(page):
        yield page[end : piece.start()]
        end = piece.end()
        kind, word, body = piece["kind"], piece["word"] or "", piece["body"]
        if kind == "text":
            yield f"```text{f' {word}' if word else ''}\n{_shown(printed, word)}```"
            continue
        yield piece[0]
        if kind == "csv":
            (folder / word).write_text(body, "utf-8")
        elif kind == "bash":
            printed = "".join(_run(line, folder, lang) for line in body.splitlines())
        else:
            _type(piece["typed"], folder)
    yield page[end:]


def _shown(printed: str, lines: str) -> str:
    shown = printed.splitlines()
    if lines and len(shown) > int(lines):
        shown = [*shown[: int(lines)], _MORE]
    return "".join(f"{line.rstrip()}\n" for line in shown)


def _run(line: str, folder: Path, lang: Lang) -> str:
    """What one line prints, both of its streams as a terminal mixes them."""
    program, *arguments = shlex.split(line, comments=True)
    if program == "cp":
        shutil.copy(*(folder / argument for argument in arguments))
        return ""
    if program == "cat":
        return (folder / arguments[0]).read_text("utf-8-sig")
    if program != "kasales":
        raise TutorialError(line)
    return _kasales(arguments, folder, lang)


def _kasales(arguments: list[str], folder: Path, lang: Lang) -> str:
    """By the installed entry point, as a terminal calls it; in this process, since starting one for each line
    would take most of the time, but for ``score``, whose workers stay in the folder of the first run."""
    settings = {"KASALES_LANG": lang, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    if arguments[0] == "score":
        return subprocess.run(  # noqa: S603  our own command, as our own page writes it
            [sys.executable, "-m", "kasales_xl", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            env=os.environ | settings, cwd=folder, check=False,
        ).stdout  # fmt: skip
    (entry,) = entry_points(group="console_scripts", name="kasales")
    said = io.StringIO()
    with (
        mock.patch.dict(os.environ, settings),
        mock.patch.object(sys, "argv", ["kasales", *arguments]),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        contextlib.suppress(SystemExit),
    ):
        entry.load()()
    return said.getvalue()


def _type(told: str, folder: Path) -> None:
    """Into the row that has a cell reading so, in the column with this key (the first row holds the keys)."""
    import openpyxl

    name, title, row_name, key, value = map(str.strip, told.split("|"))
    book = openpyxl.load_workbook(folder / name)
    sheet = book[title]
    columns = [cell for cell in sheet[1] if cell.value == key]
    rows = [cell.row for row in sheet.iter_rows() for cell in row if cell.value == row_name]
    if not columns or not rows:
        raise TutorialError(told)
    sheet.cell(rows[0], columns[0].column).value = value
    book.save(folder / name)
