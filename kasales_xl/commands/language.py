"""Which language the commands speak: ``--lang``, then KASALES_LANG, then the locale; Chinese first."""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kasales_xl.core.terms import Lang


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


def _system() -> str:
    return locale.getlocale()[0] or ""


def _translate_click() -> None:
    """The command-line library's own sentences come from our catalogue too (it asks gettext)."""
    folder = Path(__file__).parent.parent / "data" / "locale"
    os.environ["LANGUAGE"] = "zh_CN" if LANG == "zh" else "C"
    gettext.bindtextdomain("messages", str(folder))


LANG: Lang = detect(sys.argv[1:], os.environ, _system())

_translate_click()


def t(zh: str, en: str) -> str:
    """The text in the language of this run."""
    return zh if LANG == "zh" else en
