"""Which language a command speaks: asked once a run, in one process as often as one likes."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from command_line import EVERY_COMMAND

from kasales_xl.cli import kasales
from kasales_xl.commands.terminal.language import detect

CJK = re.compile(r"[\u4e00-\u9fff]")


def said(*arguments: str, lang: str = "") -> str:
    return CliRunner().invoke(kasales, arguments, env={"KASALES_LANG": lang or None}).output


def test_every_command_is_looked_at() -> None:
    assert {(), ("score",), ("import", "crm"), ("policy", "diff"), ("addin", "doctor")} <= set(EVERY_COMMAND)
    assert len(EVERY_COMMAND) > 20


@pytest.mark.parametrize("typed", EVERY_COMMAND, ids=" ".join)
def test_help_is_in_the_language_asked_for_with_examples(typed: tuple[str, ...]) -> None:
    chinese, english = (said(*typed, "--help", lang=lang) for lang in ("zh", "en"))
    assert not CJK.search(english), english
    assert len(CJK.findall(chinese)) > 20
    assert "选项" in chinese
    assert "显示这段说明。" in chinese
    assert "Show this message and exit." in english
    if typed not in ((), ("import",)):
        for told in (chinese, english):
            assert f"kasales {' '.join(typed)}" in told.partition("\n\n")[2], "an example to type"
    assert "退出码" in chinese
    assert "Exit code" in english
    assert said(*typed, "--help", lang="zh") == chinese


def test_the_option_may_stand_anywhere_and_goes_before_the_environment() -> None:
    for typed in (("--lang", "en", "policy", "check"), ("policy", "check", "--lang=en")):
        assert "Missing argument" in said(*typed, lang="zh")
    for typed in (("--lang", "zh", "policy", "check"), ("policy", "check", "--lang=zh")):
        assert "缺少参数" in said(*typed, lang="en")


def test_values_and_their_names_are_in_the_language_too() -> None:
    assert "--target 金额" in said("new", "--help", lang="zh")
    assert "[元|万元]" in said("new", "--help", lang="zh")
    assert "[default: yuan]" in said("new", "--help", lang="en")
    assert "[default: (today)]" in said("check", "--help", lang="en")


def test_the_version_is_told_in_both_languages() -> None:
    from kasales_xl import __version__

    assert said("--version", lang="zh") == f"kasales {__version__}\n"
    assert said("--version", lang="en") == f"kasales version {__version__}\n"


def test_the_language_is_the_options_then_the_environments_then_the_locales_and_chinese_first() -> None:
    assert detect(["score", "--lang", "en"], {"KASALES_LANG": "zh"}) == "en"
    assert detect(["--lang=zh"], {"LANG": "en_US.UTF-8"}) == "zh"
    assert detect([], {"KASALES_LANG": "en"}) == "en"
    assert detect([], {"LANG": "en_US.UTF-8"}) == "en"
    assert detect([], {"LANG": "zh_CN.UTF-8"}) == "zh"
    assert detect([], {"LANG": "C"}) == "zh"
    assert detect([], {}, "English_United States") == "en"
