"""Which language the commands speak: ``--lang``, then KASALES_LANG, then the locale; Chinese first."""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import click

from kasales_xl.commands.terminal.exit_codes import WRONG_USE
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text, pick, stand_alone

_SPOKEN: ContextVar[Lang] = ContextVar("language of this run", default="zh")
#: Where gettext looks for the command-line library's own sentences, and by which variable it picks.
_CATALOGUE = Path(__file__).parents[2] / "data" / "locale"
_VARIABLE, _CHINESE, _ENGLISH = "LANGUAGE", "zh_CN", "C"


def detect(arguments: Sequence[str], environment: Mapping[str, str], system: str = "") -> Lang:
    """``--lang en`` or ``--lang=en`` anywhere on the line; else the environment; else ``system``, the
    name of the system's locale. Anything that is not clearly another language is Chinese."""
    wanted = environment.get("KASALES_LANG", "")
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            wanted = arguments[number + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = wanted or environment.get(name, "")
    wanted = (wanted or system).replace("-", "_").lower()
    return "en" if wanted.startswith("en") else "zh"


@contextmanager
def speaking(arguments: Sequence[str]) -> Iterator[None]:
    """Inside, everything is said in the language that this line, the environment or the system asks for:
    our texts, and the command-line library's own sentences from our catalogue."""
    lang = detect(arguments, os.environ, locale.getlocale()[0] or "")
    before = os.environ.get(_VARIABLE)
    token = _SPOKEN.set(lang)
    os.environ[_VARIABLE] = _CHINESE if lang == "zh" else _ENGLISH
    gettext.bindtextdomain("messages", str(_CATALOGUE))
    try:
        yield
    finally:
        _SPOKEN.reset(token)
        del os.environ[_VARIABLE]
        if before is not None:
            os.environ[_VARIABLE] = before


def language() -> Lang:
    """The language of this run."""
    return _SPOKEN.get()


def speak(lang: Lang) -> None:
    """From here on, this run speaks another language."""
    _SPOKEN.set(lang)
    os.environ[_VARIABLE] = _CHINESE if lang == "zh" else _ENGLISH


def spoken(value: Any) -> Any:
    """The side of a text, or the label of a term, in the language of this run; other values as they are."""
    return pick(value, language())


def tell(text: Text | str, *, err: bool = False) -> None:
    """Print one text."""
    click.echo(stand_alone(text, language()), err=err)


class Stop(click.ClickException):
    """Ends a command with a sentence; nothing was done."""

    exit_code = WRONG_USE

    def __init__(self, text: Text) -> None:
        super().__init__(stand_alone(text, language()))
