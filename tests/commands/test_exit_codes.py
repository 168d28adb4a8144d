"""How commands end: 0 done, 1 done with something left out, 2 nothing done; each says why, and a mistyped
path makes no folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from books_of import ON, book_of
from click.testing import CliRunner
from command_line import EVERY_COMMAND
from paths import ROOT

from kasales_xl.cli import kasales
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import book_bytes

GROUPS = {(), ("policy",), ("history",), ("addin",), ("cache",), ("import",)}
COMMANDS = [typed for typed in EVERY_COMMAND if typed not in GROUPS]
#: What each command is given to read, where it reads something; ``{}`` is the place.
READS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("check",): ("{}",),
    ("explain",): ("{}",),
    ("map",): ("{}",),
    ("refresh",): ("{}",),
    ("repair",): ("{}",),
    ("upgrade",): ("{}",),
    ("return",): ("{}", "-o", "out"),
    ("score",): ("{}", "-o", "out"),
    ("init",): ("company", "--roster", "{}", "--yes"),
    ("import", "crm"): ("{}", "-o", "out"),
    ("policy", "show"): ("{}",),
    ("policy", "check"): ("{}",),
    ("policy", "diff"): ("{}",),
    ("policy", "export"): ("--from", "{}"),
    ("history", "show"): ("{}",),
    ("history", "export"): ("{}",),
    ("history", "forecast"): ("{}",),
    ("history", "trend"): ("{}",),
    ("history", "verify"): ("{}",),
    ("history", "prune"): ("{}", "--before", "2026-01-01"),
    ("addin", "serve"): ("{}",),
}
#: Where each command is told to write, into a folder that is not there.
WRITES: dict[tuple[str, ...], tuple[str, ...]] = {
    ("demo",): ("--book", "{}.xlsx"),
    ("init",): ("{}", "--yes"),
    ("new",): ("--name", "张三", "--seller-id", "S1", "--team", "华东", "-o", "{}.xlsx"),
    ("map",): ("book.xlsx", "-o", "{}"),
    ("refresh",): ("book.xlsx", "-o", "{}.xlsx"),
    ("repair",): ("book.xlsx", "-o", "{}.xlsx"),
    ("upgrade",): ("book.xlsx", "-o", "{}.xlsx"),
    ("return",): ("book.xlsx", "-o", "{}"),
    ("score",): ("book.xlsx", "-o", "{}"),
    ("import", "crm"): (".", "-o", "{}"),
    ("policy", "export"): ("-o", "{}.toml"),
    ("history", "export"): (".", "-o", "{}.jsonl"),
    ("addin", "build"): ("-o", "{}"),
}


@pytest.fixture(scope="module")
def good_book() -> bytes:
    return book_bytes(book_of(mid=1), policy=DEFAULT_POLICY, on=ON, lang="zh")


@pytest.fixture(autouse=True)
def here(good_book: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good book in it; commands run there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "book.xlsx").write_bytes(good_book)
    return tmp_path


def run(typed: tuple[str, ...], *rest: str, lang: str = "zh") -> tuple[int, str]:
    done = CliRunner().invoke(kasales, [*typed, *rest], env={"KASALES_LANG": lang}, input="")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def at(place: str, arguments: tuple[str, ...]) -> list[str]:
    return [argument.replace("{}", place) for argument in arguments]


def test_every_command_is_walked() -> None:
    silent = {("addin", "install"), ("addin", "uninstall"), ("addin", "doctor")}
    silent |= {("cache", "show"), ("cache", "verify"), ("cache", "prune")}
    assert READS.keys() | WRITES.keys() == set(COMMANDS) - silent


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("typed", COMMANDS, ids=" ".join)
def test_an_option_that_does_not_exist_is_wrong_use(typed: tuple[str, ...], lang: str, here: Path) -> None:
    code, said = run(typed, "--nonsense", lang=lang)
    assert code == 2
    assert "--nonsense" in said
    assert [path.name for path in here.iterdir()] == ["book.xlsx"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("typed", READS, ids=" ".join)
def test_what_is_not_there_is_named_and_nothing_is_made(
    typed: tuple[str, ...], lang: str, here: Path
) -> None:
    code, said = run(typed, *at("nowhere.xlsx", READS[typed]), lang=lang)
    assert code == 2
    assert "nowhere.xlsx" in said
    assert "Traceback" not in said
    assert [path.name for path in here.iterdir()] == ["book.xlsx"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("typed", READS, ids=" ".join)
def test_an_empty_folder_is_named_and_nothing_is_made(typed: tuple[str, ...], lang: str, here: Path) -> None:
    (here / "empty").mkdir()
    code, said = run(typed, *at("empty", READS[typed]), lang=lang)
    assert code == 2
    assert "empty" in said
    assert sorted(path.name for path in here.rglob("*")) == ["book.xlsx", "empty"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("typed", WRITES, ids=" ".join)
def test_a_mistyped_place_to_write_makes_no_folder(typed: tuple[str, ...], lang: str, here: Path) -> None:
    code, said = run(typed, *at("mistyped/out", WRITES[typed]), lang=lang)
    assert code == 2
    assert "mistyped" in said
    assert [path.name for path in here.iterdir()] == ["book.xlsx"]


@pytest.mark.parametrize(
    "typed", [("check",), ("explain",), ("refresh",), ("return",), ("score",)], ids=" ".join
)
def test_a_good_book_ends_in_0_and_a_file_that_is_no_book_in_1(typed: tuple[str, ...], here: Path) -> None:
    code, said = run(typed, *at("book.xlsx", READS[typed]), "--on", ON.isoformat())
    assert code == 0, said
    (here / "broken.xlsx").write_bytes(b"no workbook")
    code, said = run(typed, *at("broken.xlsx", READS[typed]), "--on", ON.isoformat())
    assert code == 1, said
    assert "broken.xlsx" in said


def test_the_page_on_commands_names_every_command_and_the_three_codes() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for typed in COMMANDS:
        assert f"`kasales {' '.join(typed)}`" in page
    for code in ("0", "1", "2"):
        assert page.count(f"| **{code}** |") == 2
