"""``kasales check``: what is wrong in a book, cell by cell."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from kasales_xl.commands.language import t
from kasales_xl.commands.options import lang_option, on_option
from kasales_xl.commands.printing import print_findings, tally_line


@click.command(
    help=t(
        """检查账簿：哪一格有问题、怎么改。有先不算或未读的，退出码为 1。

        \b
        例：
          kasales check 张三.xlsx
          kasales check 账簿/*.xlsx
        """,
        """Check books: which cell is wrong and how to fix it. Exit code 1 if anything is held or rejected.

        \b
        Examples:
          kasales check ann.xlsx
          kasales check books/*.xlsx
        """,
    )
)
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@on_option
@lang_option
def check(books: tuple[str, ...], on: dt.date) -> None:
    from kasales_xl.batch.policies import policy_for
    from kasales_xl.files.xlsx_in.book import read_book, structure
    from kasales_xl.functions.recomputed import with_computed

    blocked = False
    for source in _sources(books):
        book = read_book(source, on=on)
        findings = list(book.findings)
        if book.seller is not None:
            known = {(f.code, f.at.title, f.at.cell) for f in findings}
            also = (f.in_file(book.file) for f in structure(source))
            findings += [f for f in also if (f.code, f.at.title, f.at.cell) not in known]
            findings = list(with_computed(findings, book, policy_for(book, None)[0], on))
        blocked |= any(finding.severity.blocks for finding in findings)
        print_findings(findings)
        summary = tally_line(findings) or t("没有发现问题", "nothing found")
        click.echo(f"{source}: {summary}")
    sys.exit(1 if blocked else 0)


def _sources(books: tuple[str, ...]) -> list[Path]:
    from kasales_xl.batch.discover import NothingToRead, discover

    try:
        return [source.path for source in discover(books)]
    except NothingToRead as error:
        raise click.ClickException(
            t(f"找不到账簿：{error.path}", f"No book found at {error.path}")
        ) from error
