"""Commands, groups and options whose words are texts with two sides, picked when they are shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from gettext import gettext
from importlib import import_module
from typing import Any

import click

from kasales_xl.commands.terminal.exit_codes import WRONG_USE
from kasales_xl.commands.terminal.language import speaking, spoken, tell
from kasales_xl.core.text import Text
from kasales_xl.files.whole import CannotWrite
from kasales_xl.text.commands import EXIT_CODES, HELPS

CANNOT_WRITE = Text(
    "写不进去：{path}（{reason}）。文件是不是正开着？换个位置或关掉再试。",
    "Cannot write {path} ({reason}). Close it elsewhere, or choose another place.",
)


class Picked:
    """An attribute that click reads as a plain text: the side, in the language of this run, of the text
    that was put there."""

    def __init__(self, text: Text | None = None) -> None:
        self._text = text

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: object, kind: type | None = None) -> Any:
        return spoken(getattr(owner, "__dict__", {}).get(self._name, self._text))

    def __set__(self, owner: object, value: object) -> None:
        owner.__dict__[self._name] = value


class Option(click.Option):
    help = Picked()
    metavar = Picked()
    default = Picked()
    show_default = Picked()

    def __init__(self, declared: Sequence[str], help: Text, **attributes: Any) -> None:
        super().__init__(declared, **attributes)
        self.help = help


def option(*declared: str, **attributes: Any) -> Callable[[Any], Any]:
    """``click.option`` with texts for ``help``, ``metavar``, ``default`` and ``show_default``."""
    return click.option(*declared, cls=Option, **attributes)


def language_option() -> Option:
    """``--lang`` is read from the whole line before anything else; here it is only allowed."""
    words = Text("界面和输出的语言", "Language of messages and output")
    return Option(["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=words)


class Speaking(click.Command):
    """Speaks the language of its line, also where it is called without its group. A place that cannot be
    written to ends it in one plain line."""

    help = Picked()
    epilog = Picked(EXIT_CODES)

    def __init__(self, *given: Any, **attributes: Any) -> None:
        super().__init__(*given, **attributes)
        self.epilog = EXIT_CODES

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        with speaking(sys.argv[1:] if args is None else args):
            try:
                return super().main(args, *rest, **extra)
            except CannotWrite as error:
                tell(CANNOT_WRITE(path=error.path, reason=error.reason), err=True)
                sys.exit(WRONG_USE)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            # click keeps the option with the words of the language that it was first shown in
            option.help = gettext("Show this message and exit.")
        return option


class Command(Speaking):
    """Takes ``--lang`` behind its own options."""

    def __init__(self, *given: Any, **attributes: Any) -> None:
        super().__init__(*given, **attributes)
        self.params.append(language_option())


class Group(Speaking, click.Group):
    command_class = Command


class Later(Speaking):
    """A command that is loaded when it is called: lists of commands need no more than what it is for."""

    def __init__(self, name: str, place: str) -> None:
        """place: ``module:name`` below ``kasales_xl.commands``."""
        super().__init__(name)
        self.help = HELPS[name]
        self._place = place

    def make_context(self, *given: Any, **extra: Any) -> click.Context:
        module, _, name = self._place.partition(":")
        command: click.Command = getattr(import_module(f"kasales_xl.commands.{module}"), name)
        return command.make_context(*given, **extra)


def command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """Declares a command that is described in ``text.commands``."""
    return click.command(name, cls=Command, help=HELPS[name])
