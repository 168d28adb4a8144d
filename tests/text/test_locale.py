"""The command-line library's own sentences in Chinese: the compiled catalogue says what its source says."""

from __future__ import annotations

import gettext
import re

from paths import ROOT

FOLDER = ROOT / "kasales_xl" / "data" / "locale" / "zh_CN" / "LC_MESSAGES"


def test_the_compiled_catalogue_is_made_from_its_source() -> None:
    with (FOLDER / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    source = (FOLDER / "messages.po").read_text("utf-8")
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', source, re.MULTILINE)
    assert len(pairs) > 25
    for english, chinese in pairs:
        assert compiled.gettext(_plain(english)) == _plain(chinese)


def _plain(text: str) -> str:
    return text.replace(r"\n", "\n").replace(r"\t", "\t").replace(r"\"", '"')


def test_translations_keep_the_fields_that_are_filled_in() -> None:
    source = (FOLDER / "messages.po").read_text("utf-8")
    for english, chinese in re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', source, re.MULTILINE):
        fields = {name.split("!")[0] for name in re.findall(r"{([^}]*)}", chinese)}
        assert fields <= {name.split("!")[0] for name in re.findall(r"{([^}]*)}", english)}, english
