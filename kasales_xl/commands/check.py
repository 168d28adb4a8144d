"""``kasales check``: what is wrong in a book, the worst first, one line a kind with its cells."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence

import click

from kasales_xl.batch.one_book.apart import checked_apart
from kasales_xl.batch.workers.pool import Limits
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import tell
from kasales_xl.commands.terminal.options import books_at, on_option, timeout_option
from kasales_xl.commands.terminal.printing import print_groups, tally_line
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.text import NOTHING, Text, same
from kasales_xl.text.findings.grouped import stages_read

_EVERY = Text("连读懂了的写法也逐类列出", "List what was understood too, kind by kind")
_SUMMARY = same("{path}: {summary}{more}")
_MORE = Text("（读懂了的写法：--all 列出）", " (--all lists what was understood)")
_STAGES = Text(
    "（阶段{stages}；读懂了的写法：--all 列出）", " (stages: {stages}; --all lists what was understood)"
)


@command("check")
@click.argument("books", nargs=-1, required=True, metavar="BOOK...")
@on_option
@option("--all", "every", is_flag=True, help=_EVERY)
@timeout_option
def check(books: tuple[str, ...], on: dt.date, every: bool, timeout: float) -> None:
    blocked = False
    for source in books_at(books):
        checked = checked_apart(source, on, Limits(timeout))
        findings, path = list(checked.findings), source.path
        blocked |= checked.blocked
        print_groups(findings, every=every)
        summary = tally_line(findings) or Text("没有发现问题", "Nothing found")
        tell(_SUMMARY(path=path, summary=summary, more=NOTHING if every else _understood(findings)))
    sys.exit(FINDINGS if blocked else FINE)


def _understood(findings: Sequence[Finding]) -> Text:
    """That more was understood than is listed, and how stages in other words were read."""
    stages = stages_read(findings)
    if stages:
        return _STAGES(stages=stages)
    return _MORE if any(finding.severity is Severity.FIX for finding in findings) else NOTHING
