"""``kasales map``: one account, all key accounts, and what to do where neither can be drawn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from books_of import ON, book_of
from click.testing import CliRunner
from needed import needs_chinese_font

from kasales_xl.cli import kasales
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import book_bytes


@pytest.fixture(scope="module")
def written() -> bytes:
    return book_bytes(book_of(mid=1, junior=1, small=1), policy=DEFAULT_POLICY, on=ON, lang="zh")


@pytest.fixture(autouse=True)
def here(written: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "张三.xlsx").write_bytes(written)
    return tmp_path


def draw(*typed: str, lang: str = "zh") -> tuple[int, str]:
    line = ["map", "张三.xlsx", "--on", ON.isoformat(), *typed]
    done = CliRunner().invoke(kasales, line, env={"KASALES_LANG": lang, "COLUMNS": "120"})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_without_an_account_and_a_place_the_key_accounts_are_listed(here: Path) -> None:
    code, said = draw()
    assert code == 0
    assert "客户001" in said
    assert "客户002" in said
    assert "客户003" not in said
    assert "kasales map 张三.xlsx --account A001 -o A001.svg" in said
    assert [path.name for path in here.iterdir()] == ["张三.xlsx"]


@pytest.mark.parametrize("name", ["A001", "客户001"])
def test_an_account_is_drawn_by_its_id_or_its_name(name: str, here: Path) -> None:
    assert draw("--account", name, "-o", "图.svg") == (0, "画好了：图.svg\n")
    assert "客户001 · 关系地图" in (here / "图.svg").read_text("utf-8")


def test_an_account_that_is_no_key_account_is_drawn_when_asked_for(here: Path) -> None:
    assert draw("--account", "A003", "-o", "图.svg")[0] == 0
    assert "客户003" in (here / "图.svg").read_text("utf-8")


def test_a_folder_gets_one_picture_for_each_key_account(here: Path) -> None:
    needs_chinese_font()
    code, said = draw("-o", "图", "--format", "png")
    assert code == 0
    assert said.count("画好了") == 2
    made = sorted((here / "图").iterdir())
    assert [path.name for path in made] == ["客户001.png", "客户002.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in made)


def test_the_facts_of_a_picture_can_be_had_as_json(here: Path) -> None:
    draw("--account", "A001", "-o", "图.json")
    read = json.loads((here / "图.json").read_text("utf-8"))
    assert read["account"] == "客户001"
    assert [person["power"] for person in read["people"]] == ["decides", "decides", "other"]


def test_names_stay_out_of_a_redacted_picture(here: Path) -> None:
    draw("--account", "A001", "-o", "图.svg")
    assert "决策人A0010" in (here / "图.svg").read_text("utf-8")
    draw("--account", "A001", "-o", "图.svg", "--redact")
    redacted = (here / "图.svg").read_text("utf-8")
    assert "决策人A0010" not in redacted
    assert ">联系人" in redacted


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("-o", "图.png"), "加 --account"),
        (("--account", "A001", "-o", "图.docx"), ".svg、.png、.json"),
        (("--account", "客户01", "-o", "图.svg"), "客户001"),
    ],
)
def test_what_cannot_be_drawn_names_the_way_out_and_writes_nothing(
    typed: tuple[str, ...], says: str, here: Path
) -> None:
    code, said = draw(*typed)
    assert code == 2
    assert says in said
    assert [path.name for path in here.iterdir()] == ["张三.xlsx"]


def test_english_is_spoken_when_asked_for(here: Path) -> None:
    code, said = draw("--account", "A001", "-o", "map.svg", lang="en")
    assert (code, said) == (0, "Drawn: map.svg\n")
    assert "relationship map" in (here / "map.svg").read_text("utf-8")
