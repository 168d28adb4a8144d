"""The plan of a key account: one page, the same facts as the card."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile

import pytest
from books_of import ON, book_of, card_of

from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage, Lang, Stance, Tier
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.pages.account.plan import plan_link, plan_pages
from kasales_xl.pages.page import Bullets, Figures, Page, Picture, blocks, table, value
from kasales_xl.pages.paint import paint
from kasales_xl.pages.workbooks import Sheets, seller_parts, team_pages


def with_open_deal(book: Book, amount: float) -> Book:
    like = book.deals[0]
    deal = like.model_copy(
        update={
            "deal_id": "N1",
            "deal": "电网扩容",
            "stage": DealStage.QUALIFY,
            "amount": amount,
            "closed": None,
            "expected_close": ON + dt.timedelta(days=60),
        }
    )
    return dataclasses.replace(book, deals=(*book.deals, deal))


def plans(book: Book, lang: Lang = "zh") -> list[Page]:
    card = card_of(book)
    return [paint(page, lang) for page in plan_pages(card, None, "截至今天")]


def test_every_account_that_counts_has_a_plan_and_no_other() -> None:
    made = plans(book_of(strong=1, mid=1, junior=1, undecided=1, small=1))
    assert [page.key for page in made] == [plan_link("S001", f"A{n:03}") for n in (1, 2, 3)]
    assert {page.form for page in made} == {"card"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_plan_says_tier_gap_moves_and_deals_of_its_account(lang: Lang) -> None:
    book = with_open_deal(book_of(mid=1, grade=2), 500)
    (page,) = plans(book, lang)
    card = card_of(book)
    (verdict,) = card.accounts
    tier, *_ = next(block for block in blocks(page) if isinstance(block, Figures)).items
    assert str(value(tier.value)).endswith(Tier.MID.label(lang))
    lacking = next(block for block in blocks(page) if isinstance(block, Bullets))
    assert len(lacking.items) == len(verdict.lacking) > 0
    (deal,) = table(page, "deals").rows
    told = card.dimensions.tas.card("N1")
    assert told is not None
    assert told.chance is not None
    assert [value(cell) for cell in deal][2:5] == [500, told.chance.value, told.expected]


def test_the_map_is_that_of_the_account() -> None:
    (page,) = plans(book_of(mid=1, grade=2))
    (picture,) = (block for block in page.blocks if isinstance(block, Picture))
    assert (picture.facts["account_id"], picture.facts["account"]) == ("A001", "客户001")


def test_plans_are_in_the_workbook_only_when_asked_for_and_lead_back_to_the_seller() -> None:
    parts = [seller_parts(card_of(book_of(junior=2, grade=1)), plans=True)]
    assert not [page for page in team_pages("华东", parts) if page.key.startswith("plan:")]
    made = [page for page in team_pages("华东", parts, None, Sheets(plans=True)) if "plan:" in page.key]
    assert len(made) == 2
    assert {page.back.link for page in made if page.back} == {"seller:S001"}


def test_an_account_without_deals_people_or_past_has_a_plan_that_says_so() -> None:
    bare = book_of(junior=1, grade=1)
    (account,) = bare.accounts
    kept = account.model_copy(update={"objective": "找li@a.cn 13800000000", "next_action": ""})
    (page,) = plans(dataclasses.replace(bare, accounts=(kept,)))
    assert table(page, "deals").rows == ()
    said = [str(value(item)) for block in blocks(page) if isinstance(block, Bullets) for item in block.items]
    assert any("***" in line for line in said)
    assert not any("13800000000" in line for line in said)


def test_a_plan_is_written_with_its_map_as_a_picture() -> None:
    book = book_of(mid=1, grade=2)
    people = (book.contacts[0].model_copy(update={"stance": Stance.OPPOSED}), *book.contacts[1:])
    file = io.BytesIO()
    write_pages(file, plans(dataclasses.replace(book, contacts=people), "en"), "en")
    with zipfile.ZipFile(file) as parts:
        (picture,) = [name for name in parts.namelist() if name.startswith("xl/media/")]
        image = parts.read(picture)
        assert image[:4] == b"\x89PNG"
        drawn = parts.read("xl/drawings/drawing1.xml").decode()
    # a size of its own, in the shape of the picture, however wide a program makes the columns
    assert "twoCellAnchor" not in drawn
    (size,) = re.findall(r'<xdr:oneCellAnchor>.*?<xdr:ext cx="(\d+)" cy="(\d+)"/>', drawn)
    wide, high = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))
    assert int(size[0]) / int(size[1]) == pytest.approx(wide / high, rel=0.01)
