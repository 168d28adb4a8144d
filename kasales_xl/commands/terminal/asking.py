"""Questions that a command asks, each with the answer that Enter gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kasales_xl.commands.terminal.language import Stop, language, speak, spoken
from kasales_xl.core.text import Text

NOBODY_ANSWERED = Text(
    "问题没人回答，什么也没建。放在脚本里用，加 --yes：没给的都按默认",
    "Nobody answered the questions; nothing was made. In a script add --yes: the rest takes its defaults",
)
STOPPED = Text("没有建", "Nothing was made")


class Asking:
    """silent: nothing is asked, the default is the answer."""

    def __init__(self, *, silent: bool) -> None:
        self.silent = silent

    def answer(self, question: Text, default: str, read: Callable[[str], Any]) -> Any:
        """Asked again until ``read`` takes it. Ends the command where nobody answers."""
        if self.silent:
            return read(default)
        try:
            return click.prompt(
                spoken(question), default=default, value_proc=read, show_default=bool(default)
            )
        except click.Abort:
            raise Stop(NOBODY_ANSWERED) from None

    def whether(self, question: Text) -> None:
        """Ends the command on a no, and where nobody answers."""
        try:
            if click.confirm(spoken(question), default=True):
                return
        except click.Abort:
            raise Stop(NOBODY_ANSWERED) from None
        raise Stop(STOPPED)


def pick_language(ask: Asking, question: Text) -> None:
    """Asked for unless the line says it; from then on this run speaks it."""
    context: click.Context | None = click.get_current_context()
    while context is not None:
        if context.get_parameter_source("lang") is click.core.ParameterSource.COMMANDLINE:
            return
        context = context.parent
    speak(ask.answer(question, language(), _language))


def _language(text: str) -> Any:
    return click.Choice(["zh", "en"]).convert(text, None, None)
