"""``kasales check``: what is wrong in a book, the worst first, one line a kind with its cells."""

from __future__ import annotations

import datetime as dt
import sys

import click

from kasales_xl.batch.policies import policy_for
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import tell
from kasales_xl.commands.terminal.options import books_at, on_option
from kasales_xl.commands.terminal.printing import print_groups, tally_line
from kasales_xl.core.findings import Severity
from kasales_xl.core.text import NOTHING, Text, same
from kasales_xl.files.xlsx_in.book import read_book, refused_book, structure
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.functions.recomputed import with_computed

_EVERY = Text("连读懂了的写法也逐类列出", "List what was understood too, kind by kind")
_SUMMARY = same("{path}: {summary}{more}")
_MORE = Text("（读懂了的写法：--all 列出）", " (--all lists what was understood)")


@command("check")
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@on_option
@option("--all", "every", is_flag=True, help=_EVERY)
def check(books: tuple[str, ...], on: dt.date, every: bool) -> None:
    blocked = False
    for source in books_at(books):
        path = source.path
        try:
            source.check()
            book = read_book(path, on=on)
        except Refused as refused:
            book = refused_book(refused, source.name)
        findings = list(book.findings)
        if book.seller is not None:
            known = {(f.code, f.at.title, f.at.cell) for f in findings}
            also = (f.in_file(book.file) for f in structure(path))
            findings += [f for f in also if (f.code, f.at.title, f.at.cell) not in known]
            findings = list(with_computed(findings, book, policy_for(book, None)[0], on))
        blocked |= any(finding.severity.blocks for finding in findings)
        print_groups(findings, every=every)
        summary = tally_line(findings) or Text("没有发现问题", "Nothing found")
        understood = any(finding.severity is Severity.FIX for finding in findings) and not every
        tell(_SUMMARY(path=path, summary=summary, more=_MORE if understood else NOTHING))
    sys.exit(FINDINGS if blocked else FINE)
