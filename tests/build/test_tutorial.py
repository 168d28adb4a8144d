"""``docs/tutorial.*.md``: each command is run in the order of the page, and what it prints stands below it."""

from __future__ import annotations

from difflib import unified_diff

import pytest
from paths import ROOT

from kasales_xl.build.tutorial import PAGES, TutorialError, updated
from kasales_xl.core.terms import LANGS, Lang
from kasales_xl.version import __version__


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_what_the_page_shows_is_what_its_commands_print(lang: Lang) -> None:
    page = (ROOT / PAGES[lang]).read_text("utf-8")
    now = updated(page, lang)
    differing = unified_diff(
        page.splitlines(), now.splitlines(), "the page", "what is printed now", lineterm=""
    )
    assert page == now, "run python -m kasales_xl.build\n" + "\n".join(differing)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_goes_the_whole_way_and_no_command_ends_in_an_error(lang: Lang) -> None:
    page = (ROOT / PAGES[lang]).read_text("utf-8")
    for command in ("init", "demo --book", "check", "explain", "score", "return", "history show"):
        assert f"\nkasales {command} " in page
    assert page.count("--account") == 1
    assert page.count("--if") == 1
    for failed in ("出错", "Error:", "Usage:", "用法：", "Traceback", "```text\n```"):
        assert failed not in page


def test_stale_output_is_replaced_and_a_command_that_is_not_ours_is_refused() -> None:
    page = "```bash\nkasales --version\n```\n\n```text\nold\n```\n"
    assert "old" not in updated(page, "en")
    assert __version__ in updated(page, "en")
    assert updated(page.replace("```text", "```text 1"), "en").count("\n") == page.count("\n")
    with pytest.raises(TutorialError, match="rm"):
        updated("```bash\nrm -r x\n```\n", "en")


def test_a_cell_that_the_page_names_and_the_book_lacks_is_refused() -> None:
    page = "```bash\nkasales demo --book a.xlsx\n```\n<!-- type: a.xlsx | Deals | Nobody's deal | deals.stage | won -->\n"
    with pytest.raises(TutorialError, match="Nobody's deal"):
        updated(page, "en")
