"""The share card of a seller: what it says, what it keeps to itself, and that it holds any name."""

from __future__ import annotations

import dataclasses
import re
from xml.etree import ElementTree

import pytest
from books_of import ON, book_of
from needed import needs_chinese_font

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.card.standing import standing
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang, Tier
from kasales_xl.core.text import same
from kasales_xl.files.pictures.png import png
from kasales_xl.files.share_card.draw import HEIGHT, WIDTH, draw_share_card
from kasales_xl.pages.seller.share import ShareCard, SharePerson, share_card

_SVG = "{http://www.w3.org/2000/svg}"


def card_of(book: Book) -> SellerCard:
    return make_card(book, DEFAULT_POLICY, ON)


def shared(book: Book) -> ShareCard:
    card = card_of(book)
    return share_card(card, standing(card))


def shown(card: ShareCard, lang: Lang = "zh") -> list[str]:
    return [
        text.text or "" for text in ElementTree.fromstring(draw_share_card(card, lang)).iter(f"{_SVG}text")
    ]


def test_a_card_says_who_at_which_level_and_what_holds_them_back() -> None:
    words = shown(shared(book_of(mid=3, junior=5, grade=1, name="张三", team="华东")))
    assert words[0] == "张三"
    assert words[1] == "华东 · 2026-06-30"
    assert "初级" in words
    assert "客户数已达中级，五维停在初级" in "".join(words)


def test_at_the_top_nothing_is_said_to_hold_anybody_back() -> None:
    words = shown(shared(book_of(strong=1, mid=3, junior=5, grade=3, expert=True)))
    assert "已经是最高一级" in words
    assert "卡在哪里" not in words
    assert "现在怎么样" in words


def test_the_next_three_people_are_those_of_the_week_each_once() -> None:
    one = shared(book_of(junior=4, grade=1))
    assert len(one.people) == 3
    assert len({(person.account, person.who.pick("zh")) for person in one.people}) == 3


def test_who_has_nobody_to_see_is_told_so() -> None:
    one = dataclasses.replace(shared(book_of(junior=1)), people=())
    assert "眼下没有要赶着见的人" in shown(one)
    assert "Nobody in a hurry" in shown(one, "en")


@pytest.mark.parametrize(("have", "filled"), [(0, 0), (2, 2), (3, 3), (5, 3)])
def test_a_seat_is_filled_for_each_account_there_is_and_no_more_than_are_asked_for(
    have: int, filled: int
) -> None:
    one = dataclasses.replace(shared(book_of()), seats=((Tier.MID, have, 3),))
    svg = draw_share_card(one, "zh")
    seats = re.findall(r'width="34" height="34" rx="8" fill="(#\w+)"', svg)
    assert len(seats) == 3
    assert seats.count("#2A7F86") == filled


def test_without_a_target_no_share_of_it_is_told() -> None:
    words = shown(shared(book_of(junior=1, target=None)))
    assert "没填目标" in words
    assert not [word for word in words if word.endswith("%") and not word.startswith("去")]


def test_no_phone_number_is_sent_round() -> None:
    one = dataclasses.replace(
        shared(book_of(junior=1)),
        people=(SharePerson(same("李总 13800138000"), "客户 a@b.cn", same("打 010-62345678")),),
    )
    svg = draw_share_card(one, "zh")
    assert "李总 ***" in svg
    assert not re.search("13800138000|a@b.cn|62345678", svg)


HOSTILE = "</text><script>x</script>&\u202e\x0b\ud800" + "长" * 200


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_hostile_and_endless_name_stays_text_inside_the_card(lang: Lang) -> None:
    person = SharePerson(same(HOSTILE), HOSTILE, same(HOSTILE))
    one = dataclasses.replace(shared(book_of(junior=1)), name=HOSTILE, team=HOSTILE, people=(person,) * 3)
    root = ElementTree.fromstring(draw_share_card(one, lang))
    assert {element.tag.removeprefix(_SVG) for element in root.iter()} == {
        "svg",
        "title",
        "desc",
        "rect",
        "text",
    }
    assert all(len(text.text or "") < 70 for text in root.iter(f"{_SVG}text"))


def test_a_card_is_1080_pixels_wide_and_the_same_every_time() -> None:
    needs_chinese_font()
    svg = draw_share_card(shared(book_of(mid=2, junior=3)), "zh")
    assert svg == draw_share_card(shared(book_of(mid=2, junior=3)), "zh")
    picture = png(svg, width=WIDTH)
    assert [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)] == [WIDTH, HEIGHT]
    assert len(picture) > 20_000
