"""The roster as people keep it: in Excel, WPS or a text editor, in Chinese or English."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kasales_xl.core.terms import Lang
from kasales_xl.files.roster import Member, RosterError, read_roster, write_roster

TWO = [("S001", "张三", "华东"), ("S002", "李四", "华北")]


def people(path: Path) -> list[tuple[str, str, str]]:
    return [(one.seller_id, one.name, one.team) for one in read_roster(path)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_roster_is_read_however_it_was_saved(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "名单.csv"
    lines = [("销售编号", "姓名", "团队"), *TWO]
    path.write_bytes("\r\n".join(delimiter.join(line) for line in lines).encode(encoding))
    assert people(path) == TWO


@pytest.mark.parametrize(
    "header", [("Seller ID", "Name", "Team"), ("工号", "销售姓名", "大区"), (" ＩＤ ", "full name", "Region")]
)
def test_headers_are_known_in_both_languages_and_by_what_people_call_them(
    tmp_path: Path, header: tuple[str, ...]
) -> None:
    path = tmp_path / "roster.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["2026 年销售名单"])
    for row in (header, (1001, "张三", "华东"), ("", "", ""), ("S002", " 李四 ", "华北")):
        workbook.active.append(row)
    workbook.save(path)
    assert people(path) == [("1001", "张三", "华东"), ("S002", "李四", "华北")]
    assert [one.row for one in read_roster(path)] == [3, 5]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_written_is_read_back(tmp_path: Path, lang: Lang) -> None:
    members = [Member("S001", "=张三", "华东", "a@b.cn"), Member("S002", "李四")]
    write_roster(tmp_path / "r.csv", members, lang)
    assert [(m.seller_id, m.name, m.team, m.mail) for m in read_roster(tmp_path / "r.csv")] == [
        ("S001", "=张三", "华东", "a@b.cn"),
        ("S002", "李四", "", ""),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("姓名,团队\n张三,华东\n", "销售编号、姓名"),
        ("销售编号,姓名\n", "没有人"),
        ("销售编号,姓名\nS001,张三\n,李四\n", "第 3 行「李四」没有编号"),
        ("销售编号,姓名\nS001,张三\ns001 ,李四\n", "第 3 行的编号 s001 和第 2 行重复"),
        ("\0" * 40, "找不到表头"),
    ],
)
def test_a_roster_that_cannot_be_used_says_which_line(tmp_path: Path, content: str, why: str) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(RosterError) as refused:
        read_roster(path)
    assert why in refused.value.text.pick("zh")
    assert refused.value.text.pick("en")


def test_every_line_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("销售编号,姓名\nS001,张三\n,李四\nS001,王五\n" + ",某人\n" * 30, "utf-8")
    with pytest.raises(RosterError) as refused:
        read_roster(path)
    said = refused.value.text.pick("zh").splitlines()
    assert said[1:3] == ["  第 3 行「李四」没有编号", "  第 4 行的编号 S001 和第 2 行重复"]
    assert (len(said), said[-1]) == (22, "  还有 12 处")


def test_other_files_are_no_roster(tmp_path: Path) -> None:
    for name, content in {"a.pdf": b"%PDF", "b.xlsx": b"PK\3\4 cut off", "c.xlsx": b""}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(RosterError):
            read_roster(tmp_path / name)
    with pytest.raises(RosterError):
        read_roster(tmp_path / "missing.csv")
