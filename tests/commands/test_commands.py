"""The commands as people type them, on the sample organisation."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from command_line import digests, kasales
from sample_organisation import Organisation

import kasales_xl as ka
from kasales_xl.core.terms import LANGS, Lang

pytestmark = pytest.mark.slow
ON = "2026-06-30"
CJK = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def sample(organisations: Callable[[Lang], Organisation]) -> Path:
    return organisations("zh").folder


def cards(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((folder / "cards.json").read_text("utf-8"))["cards"]
    return found


def test_the_command_says_where_to_look(organisations: Callable[[Lang], Organisation]) -> None:
    for lang in LANGS:
        assert "organisation.xlsx" in organisations(lang).said


def test_the_sample_has_sellers_on_every_level_in_two_teams(sample: Path) -> None:
    found = cards(sample / "记分卡")
    assert len(found) >= 14
    assert {c["level"] for c in found} == {"novice", "junior", "intermediate", "senior", "top"}
    assert len({c["team"] for c in found}) == 2
    assert {a["tier"] for c in found for a in c["accounts"]} >= {"none", "junior", "mid", "strong"}  # type: ignore[attr-defined]


def test_every_team_has_a_scorecard_and_findings_open_in_excel(sample: Path) -> None:
    out = sample / "记分卡"
    teams = {str(c["team"]) for c in cards(out)}
    assert {p.stem for p in out.glob("*.xlsx")} == teams | {"organisation"}
    assert (out / "findings.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_scoring_twice_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = kasales("score", str(sample / "账簿"), "-o", str(tmp_path / name), "--on", ON, "--no-history")
        assert done.returncode == 1, "files that could not be read are named"
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert cards(tmp_path / "one") == cards(sample / "记分卡")


def test_python_grades_as_the_command_does(sample: Path) -> None:
    found = ka.score(sample / "账簿", on=dt.date.fromisoformat(ON))
    told = cards(sample / "记分卡")
    assert [(c.seller.seller_id, c.level.value) for c in found] == [
        (c["seller_id"], c["level"]) for c in told
    ]
    tables = ka.frames(found)
    assert list(tables.sellers["seller_id"]) == [c["seller_id"] for c in told]
    assert len(tables.accounts) == sum(len(c["accounts"]) for c in told)  # type: ignore[arg-type]
    assert set(tables.gaps["seller_id"]) <= set(tables.sellers["seller_id"])
    assert {"file", "cell", "what", "fix"} <= set(tables.findings.columns)


def test_frames_of_nothing_have_their_columns() -> None:
    assert "seller_id" in ka.frames([]).sellers.columns


def test_the_summary_can_be_read_by_a_program(sample: Path, tmp_path: Path) -> None:
    done = kasales("score", str(sample / "账簿"), "-o", str(tmp_path), "--on", ON, "--json", "--no-history")
    told = json.loads(done.stdout)
    assert told["sellers"] == len(cards(sample / "记分卡"))
    assert told["findings"]["reject"] >= 1
    assert len(told["rejected"]) >= 3


def test_a_fresh_book_is_not_filled_in_rather_than_a_novice(tmp_path: Path) -> None:
    path = tmp_path / "张三.xlsx"
    assert (
        kasales("new", "--name", "张三", "--seller-id", "S1", "--team", "华东", "-o", str(path)).returncode
        == 0
    )
    done = kasales("check", str(path))
    assert done.returncode == 1
    assert "还没填" in done.stdout
    again = kasales("new", "--name", "张三", "--seller-id", "S1", "--team", "华东", "-o", str(path))
    assert again.returncode != 0
    forced = kasales(
        "new", "--name", "李四", "--seller-id", "S1", "--team", "华东", "-o", str(path), "--force"
    )
    assert forced.returncode == 0
    assert (tmp_path / "张三.bak1.xlsx").exists()


def test_check_says_which_cell_and_how_to_fix_it_and_fails_on_what_is_held(sample: Path) -> None:
    held = [
        line.split(",")
        for line in (sample / "记分卡" / "findings.csv").read_text("utf-8-sig").splitlines()
        if ",hold," in line
    ]
    done = kasales("check", str(sample / "账簿" / held[0][0]), "--on", ON)
    assert done.returncode == 1
    assert f"[先不算] {held[0][1]}!{held[0][2]}" in done.stdout


@cache
def clean_book(sample: Path) -> Path:
    team, *_ = sorted(p for p in (sample / "账簿").iterdir() if p.is_dir())
    return next(
        p for p in sorted(team.glob("*.xlsx")) if kasales("check", str(p), "--on", ON).returncode == 0
    )


def test_explain_names_level_gap_and_every_account(sample: Path) -> None:
    book = clean_book(sample)
    done = kasales("explain", str(book), "--on", ON)
    card = next(c for c in cards(sample / "记分卡") if str(c["name"]) == book.stem)
    for account in card["accounts"]:  # type: ignore[attr-defined]
        assert account["account"] in done.stdout
    assert "等级：" in done.stdout
    name = card["accounts"][0]["account"]  # type: ignore[index]
    only = kasales("explain", str(book), "--on", ON, "--account", name)
    assert name in only.stdout
    assert len(only.stdout) < len(done.stdout)
    missing = kasales("explain", str(book), "--account", name[:-1] + "么")
    assert missing.returncode != 0
    assert name in missing.stderr


def test_a_better_relation_is_shown_before_and_after(sample: Path) -> None:
    book = clean_book(sample)
    read = ka.read_book(book, on=dt.date.fromisoformat(ON))
    contact = next(c for c in read.contacts if c.can_influence.value != "yes")
    done = kasales("explain", str(book), "--on", ON, "--if", f"影响 {contact.contact_id}")
    assert done.returncode == 0, done.stderr
    assert "等级：" in done.stdout
    nobody = kasales("explain", str(book), "--if", "影响 查无此人某某某")
    assert nobody.returncode != 0
    assert "查无此人某某某" in nobody.stderr


def test_a_path_without_books_and_a_bad_day_end_in_one_plain_line(tmp_path: Path) -> None:
    nothing = kasales("score", str(tmp_path), "-o", str(tmp_path / "out"))
    assert nothing.returncode != 0
    assert "没有账簿" in nothing.stderr
    assert "Traceback" not in nothing.stderr
    bad = kasales("score", str(tmp_path), "-o", str(tmp_path / "out"), "--on", "30/6/2026")
    assert bad.returncode == 2
    assert "2026-01-31" in bad.stderr


def test_a_folder_that_cannot_be_written_is_said_before_any_work(sample: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    done = kasales("score", str(sample / "账簿"), "-o", str(blocked / "out"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_sample_speaks_english(organisations: Callable[[Lang], Organisation]) -> None:
    sample = organisations("en")
    assert not CJK.search(sample.said)
    with (sample.scorecards / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            said = re.sub("[万亿元]", "", line["How to fix"] + line["Sheet"] + line["File"])
            assert not CJK.search(said), line
