"""Team outputs hold no phone number and no mail address (§8), and text from a book or an export is text
everywhere, whatever it starts with (pitfall 56)."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
from books_of import ON, book_of

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Row, Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang, Party, RequestStatus
from kasales_xl.files.book.book import write_book
from kasales_xl.files.crm.folder import import_crm
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.text.private import _ADDRESSES, HIDDEN, without_addresses

PHONES = ("13812345678", "010-62345678", "+86 139 1234 5678")
PRIVATE = f"打{PHONES[0]}或{PHONES[1]}，{PHONES[2]}，邮箱li.ming@huadong.com"
LEAKS = re.compile(r"13812345678|62345678|1234 5678|huadong\.com")
#: Columns that hold text as people write it.
NAMES = {
    "seller": ("name", "team", "manager", "track", "industry"),
    "accounts": ("account", "objective", "next_action", "note", "parent", "industry", "track"),
    "contacts": ("name", "title", "note"),
    "deals": ("deal", "note", "deciding_department", "competitor"),
    "support": ("request",),
    "practices": ("practice", "evidence"),
}


def filled(book: Book, texts: dict[str, str]) -> Book:
    """The book with something before or behind every text of its rows, and a support request and an
    overdue next action besides. texts: pattern by sheet, ``""`` for all others; ``%s`` is the text."""

    def said(row: Row) -> Row:
        pattern = texts.get(row.sheet, texts[""])
        return row.model_copy(update={key: pattern % getattr(row, key) for key in NAMES[row.sheet]})

    late = {"next_action": "打电话", "next_action_date": ON - dt.timedelta(days=9)}
    first = book.accounts[0].model_copy(update=late)
    waits = Support(
        request_id="R1",
        deal=book.deals[0].deal_id,
        party=Party.EXECUTIVE,
        request="见面",
        requested_on=ON - dt.timedelta(days=40),
        needed_by=ON - dt.timedelta(days=5),
        status=RequestStatus.WAITING,
    )
    rows = dataclasses.replace(book, accounts=(first, *book.accounts[1:]), support=(waits,))
    changed = {
        sheet: tuple(said(row) for row in getattr(rows, sheet)) for sheet in NAMES if sheet != "seller"
    }
    return dataclasses.replace(rows, seller=said(rows.seller), **changed)  # type: ignore[arg-type]


def write(path: Path, book: Book, lang: Lang = "zh") -> Path:
    write_book(path, book, policy=DEFAULT_POLICY, on=ON, lang=lang)
    return path


def contents(folder: Path) -> Iterable[tuple[str, str]]:
    """Every text of every file below a folder, parts of workbooks one by one."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path.name}!{name}", archive.read(name).decode("utf-8", "replace")
        elif path.suffix != ".sqlite":
            yield path.name, path.read_text("utf-8")


def formulas(path: Path) -> list[str]:
    workbook = openpyxl.load_workbook(path)
    return [cell.value for ws in workbook for row in ws.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_team_outputs_hold_no_phone_number_and_no_mail_address(tmp_path: Path, lang: Lang) -> None:
    (tmp_path / "books").mkdir()
    sound = book_of(strong=1, mid=1, junior=2, undecided=1, grade=1)
    path = write(tmp_path / "books" / "a.xlsx", filled(sound, {"": f"%s {PRIVATE}", "seller": "%s"}))
    with_mistakes(path)
    out = tmp_path / "out"
    outcome = score([tmp_path / "books"], out, RunOptions(on=ON, lang=lang))
    assert outcome.sellers == 1
    assert outcome.findings["hold"] >= 2
    found = [(name, LEAKS.search(text)) for name, text in contents(out)]
    assert len(found) > 20
    assert [f"{name}: {leak[0]}" for name, leak in found if leak] == []
    assert any(HIDDEN in text for _, text in contents(out))


def with_mistakes(path: Path) -> None:
    """Phone numbers and mail addresses where they do not belong: the cell is told as it was found."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["客户"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(3, columns["accounts.potential_12m"], f"问{PHONES[0]}")
    sheet.cell(4, columns["accounts.next_action_date"], "li.ming@huadong.com")
    workbook.save(path)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"李总{PHONES[0]}", f"李总{HIDDEN}"),
        (f"电话{PHONES[1]}转8", f"电话{HIDDEN}转8"),
        (f"手机：{PHONES[2]}。", f"手机：{HIDDEN}。"),
        ("(8613812345678)", f"({HIDDEN})"),
        ("400-800-1234", HIDDEN),
        ("call 555-123-4567 now", f"call {HIDDEN} now"),
        ("邮箱li.ming@huadong.com", f"邮箱{HIDDEN}"),
        ("微信同１３８１２３４５６７８", f"微信同{HIDDEN}"),
        ("li.ming＠huadong.com", HIDDEN),
        ("0086-13812345678", HIDDEN),
        ("138.1234.5678", HIDDEN),
        ("（0571）8888 8888", HIDDEN),
        ("身份证110101199003071234", f"身份证{HIDDEN}"),
        ("证号 11010119900307123X。", f"证号 {HIDDEN}。"),
        ("卡6222 0212 3456 7890 123", f"卡{HIDDEN}"),
        ("合同号110101202613991234", "合同号110101202613991234"),
        ("成交额 1380 万，2026.06.30", "成交额 1380 万，2026.06.30"),
        ("2026-06-30 1,200,000 元", "2026-06-30 1,200,000 元"),
        ("指纹 59bd53a271e3c2c0 和 ab13812345678c", "指纹 59bd53a271e3c2c0 和 ab13812345678c"),
        ("0.13812345678", "0.13812345678"),
        ("关系+方案+价格，5+3=8", "关系+方案+价格，5+3=8"),
        ("P20260630001", "P20260630001"),
        ("2025 2026 一至三月 120 130 140", "2025 2026 一至三月 120 130 140"),
    ],
)
def test_numbers_and_mail_addresses_are_struck_out_and_dates_and_amounts_stay(text: str, shown: str) -> None:
    assert without_addresses(text) == shown


def test_no_text_takes_longer_than_its_length_asks() -> None:
    """Every repetition of the pattern is bounded, so that a place is left after so many steps."""
    assert "MAXREPEAT" not in str(re._parser.parse(_ADDRESSES.pattern, _ADDRESSES.flags))  # type: ignore[attr-defined]
    assert "MAXREPEAT" in str(re._parser.parse("a+"))  # type: ignore[attr-defined]
    assert without_addresses("a" * 70 + "@huadong.com") == "a" * 6 + HIDDEN


@pytest.mark.parametrize("start", ['=HYPERLINK("http://x","y") ', "+1 ", "-1 ", "@SUM(1) ", "\t=1 ", "＝1 "])
def test_text_of_a_book_becomes_no_formula_in_scorecards_and_tables(tmp_path: Path, start: str) -> None:
    (tmp_path / "books").mkdir()
    book = filled(book_of(strong=1, junior=1, undecided=1, grade=1), {"": f"{start}%s"})
    path = write(tmp_path / "books" / "a.xlsx", book)
    sound = write(
        tmp_path / "sound.xlsx", filled(book_of(strong=1, junior=1, undecided=1, grade=1), {"": "%s"})
    )
    assert formulas(path) == formulas(sound)
    read = read_book(path, on=ON)
    assert [c.name for c in read.contacts] == [" ".join(c.name.split()) for c in book.contacts]
    outcome = score([tmp_path / "books"], tmp_path / "out", RunOptions(on=ON, lang="zh"))
    assert outcome.sellers == 1
    for scorecard in (tmp_path / "out").glob("*.xlsx"):
        assert formulas(scorecard) == []
    assert unsafe(tmp_path / "out" / "findings.csv") == []


def unsafe(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row if cell.strip()[:1] in tuple("=+-@＝＋－＠")]


def test_text_of_a_crm_export_becomes_no_formula_in_the_books(tmp_path: Path) -> None:
    source = tmp_path / "export"
    source.mkdir()
    mapping = tmp_path / "m.toml"
    mapping.write_text(
        'title = "t"\n[deals]\nfile = "deals.csv"\n[deals.columns]\nseller = "负责人"\naccount = "客户"\n'
        'deal = "名称"\nstage = "阶段"\namount = "金额"\n[deals.values.stage]\n"跟进" = "solution"\n',
        "utf-8",
    )
    lines = ["负责人,客户,名称,阶段,金额"]
    lines += [
        f'{sign}张三,{sign}甲,"{sign}一期",{stage},5' for sign in "=+-@" for stage in ("跟进", f"{sign}停")
    ]
    (source / "deals.csv").write_text("\n".join(lines) + "\n", "utf-8")
    made = import_crm(source, tmp_path / "books", mapping, on=ON)
    assert made.deals_read == 8
    accounts = {read_book(path, on=ON).accounts[0].account for path in made.books}
    assert accounts == {f"{sign}甲" for sign in "=+-@"}
    for path in made.books:
        assert not [text for text in formulas(path) if "张三" in text or "甲" in text or "一期" in text]
    (found,) = (tmp_path / "books").glob("*.csv")
    assert unsafe(found) == []
