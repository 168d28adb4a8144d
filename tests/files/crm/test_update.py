"""A newer export into books in use: what the rep typed stays, what the CRM changed is taken, nothing is lost."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from command_line import digests, kasales
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage
from kasales_xl.files.book.book import book_bytes
from kasales_xl.files.crm.books import crm_books
from kasales_xl.files.crm.mapping import parse_mapping
from kasales_xl.files.crm.suggest import suggest
from kasales_xl.files.crm.update.cells import Updated, updated_book
from kasales_xl.files.crm.update.compare import differences
from kasales_xl.files.crm.update.record import RECORD, SellerRecord, plain, record_of
from kasales_xl.files.xlsx_in.book import read_book, read_book_bytes
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.book import read_tables

ON = dt.date(2026, 11, 28)
MAPPING = """
title = "CRM"
date_formats = ["%Y-%m-%d"]
[deals]
file = "deals.csv"
[deals.columns]
deal_id = "编号"
deal = "商机"
seller = "负责人"
account = "客户"
stage = "阶段"
amount = "金额"
closed = "关闭日期"
[deals.values.stage]
"孵化" = "incubate"
"方案" = "solution"
"赢单" = "won"
[contacts]
file = "contacts.csv"
[contacts.columns]
account = "客户"
name = "姓名"
department = "部门"
"""
DEAL = ("编号", "商机", "负责人", "客户", "阶段", "金额", "关闭日期")
DEALS = (
    ("D1", "二期", "王芳", "华能电力", "孵化", "500000", "2026-12-20"),
    ("D2", "数据中心", "王芳", "华能电力", "方案", "1200000", "2026-12-30"),
    ("D3", "园区", "王芳", "江南集团", "方案", "800000", "2027-01-20"),
)
PEOPLE = (("华能电力", "张建国", "采购部"), ("江南集团", "钱伟", "信息中心"))
Rows = tuple[tuple[str, ...], ...]


def export(folder: Path, deals: Rows = DEALS, people: Rows = PEOPLE) -> Path:
    folder.mkdir(exist_ok=True)
    for name, head, rows in (("deals", DEAL, deals), ("contacts", ("客户", "姓名", "部门"), people)):
        with (folder / f"{name}.csv").open("w", encoding="gbk", newline="") as file:
            csv.writer(file).writerows([head, *rows])
    return folder


def in_crm(folder: Path, deals: Rows = DEALS, people: Rows = PEOPLE) -> Book:
    made = crm_books(export(folder, deals, people), parse_mapping(MAPPING, "m.toml"), ON, "zh")
    return made.books[0]


def with_deal(number: int, **changed: str) -> Rows:
    row = dict(zip(DEAL, DEALS[number], strict=True)) | changed
    return (*DEALS[:number], tuple(row.values()), *DEALS[number + 1 :])


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, SellerRecord]:
    """The book as imported, and what the import recorded."""
    book = in_crm(tmp_path_factory.mktemp("crm") / "old")
    (record,) = record_of((book,)).sellers.values()
    return book_bytes(book, policy=DEFAULT_POLICY, on=ON, lang="zh"), record


def typed(data: bytes, *cells: tuple[str, int, str, object]) -> bytes:
    """As a rep types: sheet, row and header, and what goes there; None empties a cell."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    for sheet, row, header, value in cells:
        there = {cell.value: cell.column for cell in workbook[sheet][2]}
        workbook[sheet].cell(row, there[header]).value = value
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def update(data: bytes, theirs: Book, record: SellerRecord | None) -> tuple[Updated, Book]:
    done = updated_book(data, "王芳.xlsx", theirs, record, on=ON)
    return done, read_book_bytes(done.data, "王芳.xlsx", on=ON)


def deal(book: Book, name: str) -> Any:
    return next(deal for deal in book.deals if deal.deal == name)


def codes(done: Updated) -> list[str]:
    return [finding.code for finding in done.findings]


def test_what_only_the_crm_changed_is_taken(first: Any, tmp_path: Path) -> None:
    theirs = in_crm(tmp_path / "new", with_deal(1, 阶段="赢单", 关闭日期="2026-11-20", 金额="1300000"))
    done, book = update(first[0], theirs, first[1])
    won = deal(book, "数据中心")
    assert (won.stage, won.amount, won.closed) == (DealStage.WON, 1_300_000, dt.date(2026, 11, 20))
    assert won.expected_close is None
    assert (set(codes(done)), done.added) == ({"crm-taken"}, 0)


def test_what_only_the_rep_changed_stays_without_a_word(first: Any, tmp_path: Path) -> None:
    data = typed(
        first[0], ("商机", 3, "金额", 650000), ("联系人", 3, "立场", "支持"), ("商机", 3, "备注", "急")
    )
    done, book = update(data, in_crm(tmp_path / "new"), first[1])
    assert (done.data is data, codes(done)) == (True, [])
    assert deal(book, "二期").amount == 650_000


def test_where_both_changed_a_cell_the_book_stays_and_both_values_are_said(
    first: Any, tmp_path: Path
) -> None:
    data = typed(first[0], ("商机", 3, "金额", 650000))
    done, book = update(data, in_crm(tmp_path / "new", with_deal(0, 金额="700000")), first[1])
    assert deal(book, "二期").amount == 650_000
    (kept,) = done.findings
    words = dict(kept.words)
    assert (kept.code, str(kept.at), words["here"], words["there"]) == (
        "crm-kept",
        "商机!C3",
        "650,000",
        "700,000",
    )


def test_where_both_came_to_the_same_there_is_nothing_to_say(first: Any, tmp_path: Path) -> None:
    data = typed(first[0], ("商机", 3, "金额", 700000))
    done, _ = update(data, in_crm(tmp_path / "new", with_deal(0, 金额="700000")), first[1])
    assert (done.data is data, codes(done)) == (True, [])


@pytest.mark.parametrize("value", ["等客户定", "=300000+400000"], ids=["unreadable", "a formula"])
def test_what_cannot_be_read_was_still_typed_by_somebody_and_stays(
    first: Any, tmp_path: Path, value: str
) -> None:
    data = typed(first[0], ("商机", 3, "金额", value))
    done, _ = update(data, in_crm(tmp_path / "new", with_deal(0, 金额="700000")), first[1])
    workbook = openpyxl.load_workbook(io.BytesIO(done.data))
    assert workbook["商机"]["C3"].value == value
    assert codes(done) == ["crm-kept"]


def test_new_rows_come_behind_those_of_the_rep_with_their_formulas_and_results(
    first: Any, tmp_path: Path
) -> None:
    mine = (
        ("联系人", 5, "客户名称", "华能电力"),
        ("联系人", 5, "姓名", "刘敏"),
        ("联系人", 5, "部门", "财务部"),
    )
    data = typed(first[0], *mine)
    more = (*DEALS, ("D4", "三期", "王芳", "长江水务", "孵化", "200000", "2027-03-01"))
    people = (("长江水务", "周强", "运营部"), *PEOPLE)
    done, book = update(data, in_crm(tmp_path / "new", more, people), first[1])
    assert done.added == 3
    assert [person.name for person in book.contacts] == ["张建国", "钱伟", "刘敏", "周强"]
    assert [account.account for account in book.accounts] == ["华能电力", "江南集团", "长江水务"]
    results = openpyxl.load_workbook(io.BytesIO(done.data), data_only=True)["客户"]
    tiers = {
        results.cell(row, 1).value: results.cell(row, _column(results, "关系等级")).value for row in (3, 4, 5)
    }
    assert tiers["长江水务"] in ("无", "未知")


def _column(sheet: Any, header: str) -> int:
    return next(cell.column for cell in sheet[2] if cell.value == header)


def test_a_row_that_the_rep_typed_before_the_crm_had_it_is_not_there_twice(
    first: Any, tmp_path: Path
) -> None:
    mine = (
        ("商机", 6, "客户名称", "江南集团"),
        ("商机", 6, "商机名称", "二期园区"),
        ("商机", 6, "阶段", "孵化"),
    )
    data = typed(first[0], *mine)
    more = (*DEALS, ("D9", "二期园区", "王芳", "江南集团", "孵化", "300000", "2027-03-01"))
    done, book = update(data, in_crm(tmp_path / "new", more), first[1])
    assert [deal.deal for deal in book.deals].count("二期园区") == 1
    assert (done.added, deal(book, "二期园区").amount) == (0, 300_000)


def test_a_row_removed_by_the_rep_stays_away_and_one_gone_from_the_crm_stays(
    first: Any, tmp_path: Path
) -> None:
    gone = [
        ("商机", 5, cell, None) for cell in ("客户名称", "商机名称", "阶段", "金额", "预计成交", "商机编号")
    ]
    data = typed(first[0], *gone)
    done, book = update(data, in_crm(tmp_path / "new", DEALS[1:]), first[1])
    assert [deal.deal for deal in book.deals] == ["二期", "数据中心"]
    assert sorted(codes(done)) == ["crm-gone", "crm-removed"]


def test_a_deal_that_is_open_again_loses_its_closing_date(first: Any, tmp_path: Path) -> None:
    won = in_crm(tmp_path / "won", with_deal(0, 阶段="赢单", 关闭日期="2026-11-20"))
    (record,) = record_of((won,)).sellers.values()
    data = book_bytes(won, policy=DEFAULT_POLICY, on=ON, lang="zh")
    _, book = update(data, in_crm(tmp_path / "new"), record)
    assert (deal(book, "二期").closed, deal(book, "二期").expected_close) == (None, dt.date(2026, 12, 20))


def test_what_the_crm_no_longer_says_is_no_reason_to_lose_it(first: Any, tmp_path: Path) -> None:
    done, book = update(first[0], in_crm(tmp_path / "new", with_deal(0, 金额="")), first[1])
    assert (deal(book, "二期").amount, done.data is first[0]) == (500_000, True)


def test_without_a_record_blank_cells_are_filled_and_others_stay(first: Any, tmp_path: Path) -> None:
    data = typed(first[0], ("商机", 4, "金额", None))
    theirs = in_crm(tmp_path / "new", with_deal(0, 金额="700000"))
    done, book = update(data, theirs, None)
    assert (deal(book, "二期").amount, deal(book, "数据中心").amount) == (500_000, 1_200_000)
    assert sorted(codes(done)) == ["crm-kept", "crm-taken"]


def test_a_book_in_another_unit_of_money_is_left_as_it_is(first: Any, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(first[0]))
    unit = next(c for row in workbook["我的信息"].iter_rows() for c in row if c.value == "元")
    unit.value = "万元"
    out = io.BytesIO()
    workbook.save(out)
    done, _ = update(out.getvalue(), in_crm(tmp_path / "new", with_deal(0, 金额="700000")), first[1])
    assert (codes(done), done.changed) == (["crm-unit"], 0)


AMOUNTS = st.sampled_from(["", "100", "200", "300"])
STAGES = st.sampled_from(["孵化", "方案"])


@given(st.lists(st.tuples(*[AMOUNTS] * 3, *[STAGES] * 3), min_size=1, max_size=4))
def test_a_cell_is_changed_only_where_nobody_but_the_crm_touched_it(cells: list[tuple[str, ...]]) -> None:
    def rows(amount: int, stage: int) -> list[list[str]]:
        return [[f"D{n}", f"商机{n}", "客户甲", row[stage], row[amount]] for n, row in enumerate(cells)]

    before, mine, theirs = (_book(rows(state, state + 3)) for state in range(3))
    (record,) = record_of((before,)).sellers.values()
    found = differences(mine, theirs, record, held={}, unread=lambda *_: False)
    changed = {(change.row, change.key) for change in found.changes}
    for old, here, there in zip(before.deals, mine.deals, theirs.deals, strict=True):
        for key in ("amount", "stage"):
            was, now, crm = plain(old, key), plain(here, key), plain(there, key)
            assert ((here.row, key) in changed) == (now == was != crm is not None)
    assert not any(found.added.values())


def _book(deals: list[list[str]]) -> Book:
    empty = book_tables(Book(None), DEFAULT_POLICY, "zh")
    profile = [[*row] for row in empty["seller"]]
    for row in profile:
        row[2] = {"seller.seller_id": "S1", "seller.name": "王芳", "seller.money_unit": "元"}.get(
            str(row[0]), row[2]
        )
    heads = {key: [column.zh for column in LAYOUT[key].columns] for key in ("accounts", "deals")}
    wanted = ("deal_id", "deal", "account", "stage", "amount")
    places = [LAYOUT["deals"].columns.index(LAYOUT["deals"].by_key[key]) for key in wanted]
    lines = []
    for deal in deals:
        line = [""] * len(heads["deals"])
        for place, value in zip(places, deal, strict=True):
            line[place] = value
        lines.append(line)
    account = ["客户甲" if column.key == "account" else "" for column in LAYOUT["accounts"].columns]
    tables = {"seller": profile, "accounts": [heads["accounts"], account], "deals": [heads["deals"], *lines]}
    return read_tables(tables, on=ON)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    (tmp_path / "m.toml").write_text(MAPPING, "utf-8")
    other = ("D7", "算力", "李强", "成飞", "孵化", "100000", "2026-12-31")
    export(tmp_path / "old", (*DEALS, other))
    done = kasales("import", "crm", "old", "-o", "账簿", "--mapping", "m.toml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    export(
        tmp_path / "new",
        (*with_deal(0, 金额="700000"), other, ("D8", "新", "赵云", "蜀汉", "孵化", "1", "2027-01-01")),
    )
    return tmp_path / "账簿"


UPDATE = ("import", "crm", "new", "-o", "账簿", "--mapping", "m.toml", "--update", "--on", ON.isoformat())


@pytest.mark.slow
def test_a_folder_is_updated_with_copies_and_a_second_time_nothing_is_touched(books: Path) -> None:
    old = (books / "王芳.xlsx").read_bytes()
    done = kasales(*UPDATE, cwd=books.parent)
    assert done.returncode == 0, done.stderr
    assert "1 本有新内容（1 格、新增 0 行" in done.stdout
    assert "新建 1 本" in done.stdout
    assert (books / "王芳.bak1.xlsx").read_bytes() == old
    assert deal(read_book(books / "王芳.xlsx", on=ON), "二期").amount == 700_000
    assert (books / "赵云.xlsx").exists()
    before = digests(books)
    again = kasales(*UPDATE, cwd=books.parent, lang="en")
    before.pop("import_findings.csv")
    after = digests(books)
    after.pop("import_findings.csv")
    assert (again.returncode, after) == (0, before)
    assert "0 books have news" in again.stdout


@pytest.mark.slow
@pytest.mark.parametrize("problem", ["open", "twice", "damaged"])
def test_a_book_that_cannot_be_updated_is_named_and_the_next_run_takes_the_news(
    books: Path, problem: str
) -> None:
    wang, lock = books / "王芳.xlsx", books / "~$王芳.xlsx"
    good = wang.read_bytes()
    mend: dict[str, Callable[[], object]] = {
        "open": lock.unlink,
        "twice": (books / "王芳 2.xlsx").unlink,
        "damaged": lambda: wang.write_bytes(good),
    }
    if problem == "open":
        lock.write_bytes(b"")
    elif problem == "twice":
        (books / "王芳 2.xlsx").write_bytes(good)
    else:
        wang.write_bytes(good[: len(good) // 2])
    left = wang.read_bytes()
    done = kasales(*UPDATE, cwd=books.parent)
    assert done.returncode == 1
    assert "本没更新" in done.stdout
    assert wang.read_bytes() == left
    mend[problem]()
    assert [path.name for path in books.glob("王芳*")] == ["王芳.xlsx"]
    assert kasales(*UPDATE, cwd=books.parent).returncode == 0
    assert deal(read_book(wang, on=ON), "二期").amount == 700_000


@pytest.mark.slow
def test_without_the_record_of_the_last_import_it_says_so(books: Path) -> None:
    (books / RECORD).unlink()
    done = kasales(*UPDATE, cwd=books.parent)
    assert "没有上次导入的记录" in done.stdout
    assert deal(read_book(books / "王芳.xlsx", on=ON), "二期").amount == 500_000
    assert "crm-kept" in (books / "import_findings.csv").read_text("utf-8-sig")


def test_a_folder_without_books_is_no_folder_to_update(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(MAPPING, "utf-8")
    export(tmp_path / "new")
    done = kasales(*UPDATE, cwd=tmp_path)
    assert (done.returncode, "没有账簿可更新" in done.stderr) == (2, True)


def given_to_another(folder: Path, *, touched: bool) -> Path:
    """Wang's deal D2 is Li's in the newer export; ``touched``: she has written into its row."""
    (folder / "m.toml").write_text(MAPPING, "utf-8")
    other = ("D7", "算力", "李强", "成飞", "孵化", "100000", "2026-12-31")
    export(folder / "old", (*DEALS, other))
    assert kasales("import", "crm", "old", "-o", "账簿", "--mapping", "m.toml", cwd=folder).returncode == 0
    export(folder / "new", (DEALS[0], (*DEALS[1][:2], "李强", *DEALS[1][3:]), DEALS[2], other))
    books = folder / "账簿"
    if touched:
        path = books / "王芳.xlsx"
        path.write_bytes(typed(path.read_bytes(), ("商机", 4, "备注", "客户点名要她跟")))
    return books


def deals_of(books: Path, name: str) -> list[str]:
    return [deal.deal for deal in read_book(books / f"{name}.xlsx", on=ON).deals]


def said(books: Path) -> str:
    return (books / "import_findings.csv").read_text("utf-8-sig")


@pytest.mark.slow
def test_a_deal_given_to_another_seller_moves_where_nobody_had_touched_it(tmp_path: Path) -> None:
    books = given_to_another(tmp_path, touched=False)
    assert kasales(*UPDATE, cwd=tmp_path).returncode == 0
    assert (deals_of(books, "王芳"), deals_of(books, "李强")) == (["二期", "园区"], ["算力", "数据中心"])
    assert "在 CRM 里转给了李强" in said(books)
    assert "账簿是空的" not in said(books)


@pytest.mark.slow
def test_a_deal_that_was_worked_on_stays_and_never_counts_twice(tmp_path: Path) -> None:
    books = given_to_another(tmp_path, touched=True)
    for _ in range(2):
        # until somebody settles it, every run says so
        kasales(*UPDATE, cwd=tmp_path)
        assert deals_of(books, "王芳") == ["二期", "数据中心", "园区"]
        assert deals_of(books, "李强") == ["算力"]
        assert "crm-elsewhere" in said(books)
        assert "但还在 王芳.xlsx 里，先不加" in said(books)
    gone = [
        ("商机", 4, cell, None)
        for cell in ("客户名称", "商机名称", "阶段", "金额", "预计成交", "商机编号", "备注")
    ]
    path = books / "王芳.xlsx"
    path.write_bytes(typed(path.read_bytes(), *gone))
    kasales(*UPDATE, cwd=tmp_path)
    assert (deals_of(books, "王芳"), deals_of(books, "李强")) == (["二期", "园区"], ["算力", "数据中心"])


def test_what_both_changed_is_said_until_it_is_settled(first: Any, tmp_path: Path) -> None:
    data = typed(first[0], ("商机", 3, "金额", 650000))
    done, _ = update(data, in_crm(tmp_path / "new", with_deal(0, 金额="700000")), first[1])
    assert done.unsettled == (("deals", "D1", "amount"),)


def test_an_export_may_join_its_files_by_ids_as_salesforce_does(tmp_path: Path) -> None:
    files = {
        "Opportunity.csv": [
            ["Id", "AccountId", "Name", "StageName", "Amount", "CloseDate", "OwnerId"],
            ["006A", "001A", "Cold chain", "Prospecting", "600000", "2026-12-31", "005A"],
        ],
        "Account.csv": [["Id", "Name", "Industry"], ["001A", "Acme Foods", "Food"]],
        "Contact.csv": [
            ["Id", "AccountId", "Name", "Title", "Department"],
            ["003A", "001A", "Bill Nye", "CFO", "Finance"],
        ],
        "User.csv": [["Id", "Name", "Department"], ["005A", "Tom Baker", "East"]],
    }
    for name, rows in files.items():
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    made = crm_books(tmp_path, parse_mapping(suggest(tmp_path, "en").text, "m.toml"), ON, "en")
    (book,) = made.books
    assert book.seller is not None
    assert (book.seller.name, book.seller.seller_id, book.seller.team) == ("Tom Baker", "005A", "East")
    assert [account.account for account in book.accounts] == ["Acme Foods"]
    assert [(person.name, person.account) for person in book.contacts] == [("Bill Nye", "001A")]
    assert book.deals[0].account == "001A"
