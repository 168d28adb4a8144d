"""The reference page holds every function as the registry declares it, and is up to date."""

from __future__ import annotations

from pathlib import Path

from paths import ROOT

from kasales_xl.build.reference import functions as reference
from kasales_xl.functions import FUNCTIONS

PAGE = ROOT / reference.PATH


def test_every_function_argument_and_help_text_is_on_the_page() -> None:
    page = reference.page()
    for function in FUNCTIONS.values():
        section = page.split(f"## {function.name}\n")[1].split("\n## ")[0]
        assert f"`{function.signature}`" in section
        for text in (function.help.zh, function.help.en, function.example):
            assert text in section
        for argument in function.arguments:
            assert argument.help.zh in section
            assert argument.help.en in section


def test_the_page_in_docs_is_the_one_that_would_be_written_now(tmp_path: Path) -> None:
    assert reference.main([str(PAGE), "--check"]) == 0
    other = tmp_path / "functions.md"
    assert reference.main([str(other), "--check"]) == 1
    assert reference.main([str(other)]) == 0
    assert other.read_text("utf-8") == PAGE.read_text("utf-8")
