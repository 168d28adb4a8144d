"""Who is missing: a roster beside what was sent."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from books_of import ON, book_of
from click.testing import CliRunner, Result
from scorecards import cells_of

from kasales_xl.batch.across.similar import core, likeness
from kasales_xl.commands.score import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book

ROSTER = "销售编号,姓名,团队,邮箱\nS001,张三,华东,z@x.cn\nS002,李四,华东,\nS003,王五,华北,\nS004,赵六,华北,\n"
FRESH, STALE = "2026-06-20T08:00:00Z", "2026-03-01T08:00:00Z"


def write(path: Path, seller_id: str, name: str, saved: str = FRESH, **given: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = book_of(seller_id=seller_id, name=name, **given)  # type: ignore[arg-type]
    write_book(path, book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    with zipfile.ZipFile(path) as package:
        parts = {item: package.read(item) for item in package.namelist()}
    text = parts["docProps/core.xml"].decode()
    day = text.partition("<dcterms:modified")[2].partition(">")[2].partition("<")[0]
    parts["docProps/core.xml"] = text.replace(day, saved).encode()
    with zipfile.ZipFile(path, "w") as package:
        for item, content in parts.items():
            package.writestr(item, content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "books" / "张三.xlsx", "S001", "张三", junior=1)
    write(tmp_path / "books" / "李四.xlsx", "S002", "李四", junior=1)
    (tmp_path / "名单.csv").write_bytes(ROSTER.encode("gbk"))
    return tmp_path


def run(folder: Path, *more: object) -> Result:
    line = (folder / "books", "-o", folder / "out", "--on", ON, "--no-history", *more)
    return CliRunner().invoke(score, [str(one) for one in line])


def test_who_has_sent_nothing_is_named_at_the_end_on_the_page_and_in_the_findings(folder: Path) -> None:
    (folder / "books" / "王五 6月.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    done = run(folder, "--roster", folder / "名单.csv")
    assert done.exit_code == 1
    assert "名单 4 人，2 人的账簿已评。" in done.output
    assert "没交：赵六 (S004)" in done.output
    assert "交了读不出来：王五 (S003)" in done.output
    page = cells_of(folder / "out" / "organisation.xlsx", "收齐情况")
    assert {"赵六", "▲ 没交", "王五", "▲ 交了，读不出来", "王五 6月.xlsx"} <= set(page)
    assert "张三" not in page
    overview = " ".join(cells_of(folder / "out" / "organisation.xlsx", "总览"))
    assert "名单 4 人，2 人没有交来读得出的账簿" in overview
    findings = (folder / "out" / "findings.csv").read_text("utf-8-sig")
    assert "名单上的赵六（S004）没有交账簿" in findings
    assert "z@x.cn" not in findings + " ".join(page) + done.output


def test_several_books_an_old_one_and_somebody_who_is_not_on_the_roster_are_named(folder: Path) -> None:
    write(folder / "books" / "张三 旧.xlsx", "S001", "张三", STALE, junior=2)
    write(folder / "books" / "王五.xlsx", "S003", "王五", STALE, junior=1)
    write(folder / "books" / "钱七.xlsx", "S009", "钱七", junior=1)
    done = run(folder, "--roster", folder / "名单.csv", "--json")
    said = json.loads(done.output)["roster"]
    assert (said["members"], said["twice"], said["old"], said["stranger"], said["missing"]) == (
        4, ["S001"], ["S003"], ["S009"], ["S004"],
    )  # fmt: skip
    page = cells_of(folder / "out" / "organisation.xlsx", "收齐情况")
    assert {"张三 旧.xlsx、张三.xlsx", "2026-03-01", "● 名单上没有"} <= set(page)
    later = json.loads(run(folder, "--roster", folder / "名单.csv", "--old-after", 200, "--json").output)
    assert later["roster"]["old"] == []


@pytest.mark.parametrize(("saved", "old"), [("2026-05-26T00:00:00Z", []), ("2026-05-25T23:59:59Z", ["S002"])])
def test_a_book_is_old_after_five_weeks_without_a_save(folder: Path, saved: str, old: list[str]) -> None:
    assert ON.isoformat() == "2026-06-30"
    write(folder / "books" / "李四.xlsx", "S002", "李四", saved, junior=1)
    said = json.loads(run(folder, "--roster", folder / "名单.csv", "--json").output)["roster"]
    assert said["old"] == old


def test_when_everybody_has_sent_one_recent_book_the_page_says_so(folder: Path) -> None:
    (folder / "名单.csv").write_text("Seller ID,Name\nS001,张三\nS002,李四\n", "utf-8")
    done = run(folder, "--roster", folder / "名单.csv")
    assert done.exit_code == 0
    assert "名单 2 人，2 人的账簿已评。" in done.output
    assert any("都交了" in cell for cell in cells_of(folder / "out" / "organisation.xlsx", "收齐情况"))


def test_a_roster_that_cannot_be_used_ends_the_command_before_any_work(folder: Path) -> None:
    (folder / "名单.csv").write_text("姓名\n张三\n", "utf-8")
    done = run(folder, "--roster", folder / "名单.csv")
    assert done.exit_code == 2
    assert "名单.csv" in done.output
    assert "找不到表头" in done.output
    assert not (folder / "out").exists()


def test_the_roster_tells_whose_an_id_is(folder: Path) -> None:
    write(folder / "books" / "假.xlsx", "S001", "孙八", junior=1)
    done = run(folder, "--roster", folder / "名单.csv")
    findings = (folder / "out" / "findings.csv").read_text("utf-8-sig")
    assert "名单上编号 S001 是张三的，这本账簿写的是孙八" in findings
    assert "sellers-share-id" not in findings
    assert "交了几本" not in done.output


def test_look_alikes_among_accounts_and_people_of_two_sellers_are_suggested_and_never_merged(
    folder: Path,
) -> None:
    from dataclasses import replace

    for seller_id, name, account in (("S001", "张三", "海康威视"), ("S002", "李四", "海康威视股份有限公司")):
        book = book_of(seller_id=seller_id, name=name, strong=1)
        first = book.accounts[0].model_copy(update={"account": account})
        book = replace(book, accounts=(first, *book.accounts[1:]))
        write_book(folder / "books" / f"{name}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    assert "评了 2 位销售" in run(folder).output
    page = cells_of(folder / "out" / "organisation.xlsx", "账簿待办")
    assert {"海康威视", "海康威视股份有限公司"} <= set(page)
    assert "联系人" in page


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("华东医药", "华东医药股份有限公司", True),
        ("Acme Manufacturing Ltd.", "ACME Manufacturing, Inc", True),
        ("浙江海康威视数字技术", "浙江海康威视数字技木", True),
        ("海康威视", "杭州海康威视", True),
        ("华东医药", "华北医药", False),
        ("浙江第一建设工程集团", "浙江第二建设工程集团", False),
        ("Acme East Plant 1", "Acme East Plant 2", False),
        ("中石油", "中石化", False),
        ("公司", "集团", False),
    ],
)
def test_names_that_differ_in_what_every_company_has_are_alike_and_numbered_ones_are_not(
    one: str, other: str, alike: bool
) -> None:
    assert (likeness(core(one), core(other)) >= 0.85) is alike
