"""How findings and progress look on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kasales_xl.commands.language import LANG, t
from kasales_xl.core.findings import Finding, Severity, tally
from kasales_xl.text.findings.sentences import fix, what

_MARKS = {
    Severity.FIX: ("已规整", "tidied", "blue"),
    Severity.WARN: ("请核对", "check", "yellow"),
    Severity.HOLD: ("先不算", "held", "red"),
    Severity.REJECT: ("未读", "not read", "red"),
}


def severity_name(severity: Severity) -> str:
    zh, en, _colour = _MARKS[severity]
    return t(zh, en)


def print_findings(findings: Iterable[Finding]) -> None:
    """One finding a paragraph: severity, place, what was found and done, how to fix it."""
    for finding in findings:
        zh, en, colour = _MARKS[finding.severity]
        place = " ".join(part for part in (finding.at.file, str(finding.at)) if part)
        head = click.style(f"[{t(zh, en)}]", fg=colour, bold=True)
        click.echo(f"{head} {place}  {what(finding).pick(LANG)}")
        advice = fix(finding).pick(LANG)
        if advice:
            click.echo("       " + click.style(t("怎么改：", "How to fix: ") + advice, dim=True))


def tally_line(findings: Iterable[Finding]) -> str:
    """``先不算 2 · 请核对 5 · 已规整 9``, the worst first."""
    counts = tally(list(findings))
    named = ((severity, counts[severity.value]) for severity in reversed(Severity))
    return " · ".join(f"{severity_name(severity)} {n}" for severity, n in named if n)
