"""Prints what a doctor of an add-in found, each with its next step."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.core.text import Text, same
from kasales_xl.text.addin import SENTENCES

if TYPE_CHECKING:
    from kasales_xl.install.doctor import Check

_MARKS = {"well": ("✓", "green"), "note": ("·", "yellow"), "wrong": ("✗", "red")}
_LOCKED = Text("（由单位统一管理，请找 IT）", " (set by your organisation: ask IT)")


def report(
    checks: Iterable[Check], diagnoses: Mapping[str, Text], steps: Mapping[str, Text], prove: Text
) -> None:
    """prove: how to see that it works. Ends the command: with findings where something is wrong."""
    wrong = 0
    for check in checks:
        wrong += check.state.value == "wrong"
        mark, colour = _MARKS[check.state.value]
        tell(click.style(mark, fg=colour) + " " + spoken(diagnoses[check.code](**check.fields)))
        if check.code in steps:
            locked = _LOCKED if check.fields.get("locked") else ""
            tell(same("    {step}{locked}")(step=next_step(steps[check.code](**check.fields)), locked=locked))
    tell(SENTENCES["problems"](n=wrong) if wrong else SENTENCES["well"])
    tell(prove)
    sys.exit(FINDINGS if wrong else FINE)


def next_step(advice: Text) -> Text:
    return same("{next}{advice}")(next=SENTENCES["next"], advice=advice)
