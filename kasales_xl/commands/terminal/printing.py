"""How findings, tables and progress look on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.core.findings import Finding, Severity, tally
from kasales_xl.core.text import Text, join, same
from kasales_xl.text.findings.grouped import grouped, groups_of
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.findings.severities import NAMES

_COLOURS = {Severity.FIX: "blue", Severity.WARN: "yellow", Severity.HOLD: "red", Severity.REJECT: "red"}
_BETWEEN = same(" · ")
_SENTENCE = Text("{what}。{fix}", "{what}. {fix}")


def print_findings(findings: Iterable[Finding]) -> None:
    """One finding a paragraph: severity, place, what was found and done, how to fix it."""
    for finding in findings:
        place = " ".join(part for part in (finding.at.file, str(finding.at)) if part)
        name = spoken(NAMES[finding.severity])
        head = click.style(f"[{name}]", fg=_COLOURS[finding.severity], bold=True)
        tell(f"{head} {place}  {spoken(what(finding))}")
        advice = spoken(fix(finding))
        if advice:
            how = Text("怎么改：{advice}", "How to fix: {advice}")(advice=advice)
            tell("       " + click.style(spoken(how), dim=True))


def print_groups(findings: Iterable[Finding], *, every: bool = False) -> None:
    """One line a kind with its places, the worst first; ``every``: what was understood too."""
    for group in groups_of(findings) if every else grouped(findings):
        head = click.style(f"[{spoken(NAMES[group.severity])}]", fg=_COLOURS[group.severity], bold=True)
        sentence = _SENTENCE(what=group.example, fix=group.fix) if group.fix else group.example
        tell(f"{head} {spoken(group.places) or group.at.file}  {spoken(sentence)}")


def tally_line(findings: Iterable[Finding]) -> Text:
    """``先不算 2 · 请核对 5 · 已读懂 9``, the worst first; blank for none."""
    counts = tally(list(findings))
    return count_line({severity: n for severity in Severity if (n := counts[severity.value])})


def count_line(counts: dict[Severity, int]) -> Text:
    """The worst first, as they are given."""
    worst_first = (severity for severity in reversed(Severity) if severity in counts)
    return join(
        (same("{name} {n}")(name=NAMES[severity], n=counts[severity]) for severity in worst_first), _BETWEEN
    )


def print_table(
    head: Sequence[Text],
    rows: Iterable[Sequence[str]],
    *,
    title: Text | None = None,
    folding: Sequence[Text] | None = None,
) -> None:
    """A table as wide as the terminal. Long cells of the ``folding`` columns go on in the next line, by
    default of all; the others keep to one line, so that no day, level or code is cut in two."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(
        title=spoken(title) if title else None,
        title_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
    )
    for name in head:
        folds = folding is None or name in folding
        table.add_column(spoken(name), overflow="fold" if folds else "ellipsis", no_wrap=not folds)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@contextmanager
def progress(doing: Text, *, shown: bool = True) -> Iterator[Callable[..., None]]:
    """A bar on standard error where that is a terminal. Yields what is called with done and total."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn(spoken(doing)), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    hidden = not shown or not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, *_: bar.update(task, completed=done, total=total)
