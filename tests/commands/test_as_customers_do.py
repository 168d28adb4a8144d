"""What reps, managers and analysts do at the edges of the commands, and what they are told."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from books_of import ON, book_of, card_of
from click.testing import CliRunner
from grids_of import profile, sheet

import kasales_xl as ka
from kasales_xl.batch.grading.file import grade_file
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.batch.sources.discover import Source
from kasales_xl.cli import kasales
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang, Stance
from kasales_xl.files.book.book import write_book
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.reading.book import read_grids
from kasales_xl.text.findings.sentences import say
from kasales_xl.text.verdicts.verdicts import blocks_sentence

NEW = ("new", "--name", "张三", "--seller-id", "S1", "--team", "华东")


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(kasales, list(arguments))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def written(path: Path, book: Book, lang: Lang = "zh") -> Path:
    write_book(path, book, policy=DEFAULT_POLICY, on=ON, lang=lang)
    return path


def test_a_mistyped_path_leaves_no_folder_and_no_history_behind(tmp_path: Path) -> None:
    code, said = run("score", str(tmp_path / "没有这里"), "-o", str(tmp_path / "out"))
    assert code == 2
    assert "没有这里" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("typed", "target"), [("800", 800.0), ("800万", 800.0), ("0.08亿", 800.0), ("8,000,000元", 800.0)]
)
def test_a_target_is_typed_as_people_say_it(typed: str, target: float, tmp_path: Path) -> None:
    path = tmp_path / "张三.xlsx"
    assert run(*NEW, "--target", typed, "--unit", "万元", "-o", str(path))[0] == 0
    sheet = openpyxl.load_workbook(path)["我的信息"]
    values = {row[0].value: row[2].value for row in sheet.iter_rows()}
    assert values["seller.annual_target"] == target


@pytest.mark.parametrize("typed", ["0", "-5", "nan", "inf", "很多", "500-800", "USD 5"])
def test_a_target_that_is_no_amount_is_asked_for_again(typed: str, tmp_path: Path) -> None:
    path = tmp_path / "张三.xlsx"
    code, said = run(*NEW, "--target", typed, "-o", str(path))
    assert code == 2
    assert typed in said
    assert not path.exists()


@pytest.mark.parametrize("option", ["--name", "--seller-id", "--team"])
def test_a_book_belongs_to_somebody_with_a_name_an_id_and_a_team(option: str, tmp_path: Path) -> None:
    path = tmp_path / "张三.xlsx"
    code, said = run(*NEW, option, "  ", "-o", str(path))
    assert code == 2
    assert option in said
    assert not path.exists()


def test_python_takes_the_day_as_text_as_a_date_and_with_a_time(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", book_of(mid=1))
    days = [ON, ON.isoformat(), dt.datetime.combine(ON, dt.time(18, 30))]
    assert [ka.score(path, on=day)[0].on for day in days] == [ON, ON, ON]
    assert len({ka.read_book(path, on=day).findings for day in days}) == 1
    with pytest.raises(ValueError, match="明天"):
        ka.score(path, on="明天")


@pytest.mark.parametrize(("lang", "typed", "computed"), [("zh", "强", "中级"), ("en", "strong", "mid")])
def test_a_tier_typed_over_is_shown_beside_the_tier_that_counts(
    lang: Lang, typed: str, computed: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.xlsx", book_of(mid=2), lang)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["客户" if lang == "zh" else "Accounts"]
    column = next(cell.column_letter for cell in sheet[1] if cell.value == "accounts.tier")
    sheet[f"{column}3"] = typed
    workbook.save(path)
    graded = grade_file(Source(path, path.name), ON, None)
    [finding] = [f for f in graded.findings if f.code == "typed-over"]
    assert (finding.at.cell, finding.got, finding.now) == (f"{column}3", typed, computed)
    assert typed in say(finding).pick(lang)
    assert computed in say(finding).pick(lang)
    code, said = run("check", str(path), "--on", ON.isoformat())
    assert code == 0
    assert said.count(f"!{column}3") == 1


def test_an_account_of_two_sellers_is_told_at_the_owners_cell_of_both_books(tmp_path: Path) -> None:
    books = tmp_path / "books"
    books.mkdir()
    for seller_id in ("S1", "S2"):
        book = book_of(mid=1)
        assert book.seller is not None
        seller = book.seller.model_copy(update={"seller_id": seller_id, "name": f"销售{seller_id}"})
        written(books / f"{seller_id}.xlsx", Book(seller, book.accounts, book.contacts, book.deals))
    score([books], tmp_path / "out", RunOptions(on=ON, lang="zh"))
    lines = (tmp_path / "out" / "findings.csv").read_text("utf-8-sig").splitlines()
    owner = read_book(books / "S1.xlsx", on=ON).sheets["accounts"].letters["owner"]
    shared = [line.split(",")[:5] for line in lines if "shared-account" in line]
    assert shared == [[f"{s}.xlsx", "客户", f"{owner}3", "warn", "shared-account"] for s in ("S1", "S2")]
    told = json.loads((tmp_path / "out" / "cards.json").read_text("utf-8"))
    assert len(told["cards"]) == 2


def test_a_calculated_column_pasted_as_values_is_named_once_and_not_believed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", book_of(mid=3))
    workbook = openpyxl.load_workbook(path)
    for row in workbook["客户"].iter_rows(min_row=3):
        for cell in row:
            if str(cell.value).startswith("="):
                cell.value = "强" if cell.row < 6 else None
    workbook.save(path)
    book = read_book(path, on=ON)
    gone = [(str(f.at), f.at.column) for f in book.findings if f.code == "formulas-gone"]
    assert gone == [("客户", key) for key in ("is_key", "tier", "score", "lacking")]
    assert "typed-over" not in {f.code for f in book.findings}
    assert card_of(book).counts.mid == 3


def _typed(*accounts: str, named: str) -> Book:
    """Accounts with these IDs, and one contact whose account cell says ``named``."""
    grids = [
        profile(),
        sheet("accounts", [{"account_id": a, "account": f"客户{a}公司"} for a in accounts]),
        sheet("contacts", [{"contact_id": "C1", "account": named, "name": "李明华"}]),
    ]
    return read_grids(grids, on=ON)


def test_an_account_id_that_lost_its_zeros_in_a_number_cell_still_finds_its_account() -> None:
    book = _typed("007", "012", named="7")
    assert [c.account for c in book.contacts] == ["007"]
    [finding] = [f for f in book.findings if f.code == "ref-zeros-lost"]
    assert (finding.severity.value, finding.got, finding.now) == ("warn", "7", "007")


@pytest.mark.parametrize("accounts", [("007", "07"), ("008", "012")])
def test_zeros_are_not_guessed_where_two_accounts_or_none_could_be_meant(accounts: tuple[str, str]) -> None:
    book = _typed(*accounts, named="7")
    assert book.contacts == ()
    assert [f.code for f in book.findings if f.severity.value == "hold"] == ["orphan-account"]


def test_an_account_whose_id_is_the_bare_number_is_meant_before_one_with_zeros() -> None:
    assert [c.account for c in _typed("007", "7", named="7").contacts] == ["7"]


def test_an_amount_in_the_wrong_unit_is_said_to_be_left_out_and_nothing_else() -> None:
    amounts = [50.0, 60.0, 70.0, 80.0, 90.0, 1e12]
    rows = [
        {"deal_id": f"D{i}", "account": "A1", "deal": f"项目{i}", "amount": a, "stage": "方案"}
        for i, a in enumerate(amounts)
    ]
    grids = [profile(), sheet("accounts", [{"account_id": "A1", "account": "海尔"}]), sheet("deals", rows)]
    book = read_grids(grids, on=ON)
    assert [deal.amount for deal in book.deals] == [*amounts[:5], None]
    assert [f.code for f in book.findings if f.at.column == "amount"] == ["money-unit-slip"]


def test_a_senior_seller_hears_that_the_accounts_suffice_and_the_expert_is_missing() -> None:
    card = card_of(book_of(strong=2, mid=3, junior=5, grade=3))
    assert card.ladders.blocked_by == "expert"
    assert blocks_sentence(card.ladders).pick("zh") == "客户数和五维都够了，只差专家确认"
    assert "only the expert's confirmation is missing" in blocks_sentence(card.ladders).pick("en")


def test_a_reminder_typed_over_is_shown_beside_what_it_would_remind_of(tmp_path: Path) -> None:
    made = book_of(mid=1)
    people = [p.model_copy(update={"stance": Stance.OPPOSED}) for p in made.contacts]
    path = written(tmp_path / "a.xlsx", replace(made, contacts=tuple(people)))
    workbook = openpyxl.load_workbook(path)
    contacts = workbook["联系人"]
    column = next(cell.column_letter for cell in contacts[1] if cell.value == "contacts.reminder")
    for row in (3, 4):
        contacts[f"{column}{row}"] = "没事"
    workbook.save(path)
    graded = grade_file(Source(path, path.name), ON, None)
    computed = [f.now for f in graded.findings if f.code == "typed-over"]
    assert any("反对" in text for text in computed)
    assert not any("手填" in text for text in computed)
