"""Books brought up to date, one after the other. ``refresh``, ``upgrade`` and ``repair`` differ only in when
a template is renewed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kasales_xl.batch.sources.discover import Source
from kasales_xl.commands.bringing_up.one import Job, Outcome, bring_one
from kasales_xl.commands.terminal.declaring import option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.commands.terminal.options import NEW_PLACE, books_at
from kasales_xl.commands.terminal.printing import progress
from kasales_xl.core.text import Text
from kasales_xl.files.leftovers import clear_leftovers

out_option = option(
    "-o",
    "--out",
    "out",
    type=NEW_PLACE,
    help=Text(
        "写到别处：一本写成文件，多本写进文件夹；默认改原文件",
        "Write elsewhere: a file for one book, a folder for several; by default the book itself",
    ),
)


def bring_up(books: tuple[str, ...], out: Path | None, job: Job, *, doing: Text) -> None:
    """Ends the program with exit code 1 where a book failed."""
    sources = books_at(books, locks=False)
    many = len(sources)
    several = many > 1 or any(Path(book).is_dir() for book in books)
    targets = [target_of(source, out, several=several) for source in sources]
    for folder in {Path(os.path.realpath(target)).parent for target in targets}:
        clear_leftovers(folder)
    failed = 0
    with progress(doing, shown=many > 1) as watch:
        for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
            watch(number, many)
            failed += bring_one(source, target, job).outcome is not Outcome.DONE
    if many > 1:
        words = Text(
            "{n} 本：{fresh} 本是最新的，{failed} 本没更新。",
            "{n} books: {fresh} are up to date, {failed} failed.",
        )
        tell(words(n=many, fresh=many - failed, failed=failed))
    sys.exit(FINDINGS if failed else FINE)


def target_of(source: Source, out: Path | None, *, several: bool) -> Path:
    if out is None:
        return source.path
    if several or out.is_dir():
        return out / source.name
    if out.suffix.lower() != source.path.suffix.lower():
        words = Text("文件名要以 {suffix} 结尾：{out}", "The name must end in {suffix}: {out}")
        raise click.UsageError(spoken(words(suffix=source.path.suffix, out=out)))
    return out
