"""The relationship map as plain values: ready for JSON, without phone numbers, without names in its nodes."""

from __future__ import annotations

import json

from dimension_books import DM, ON, OURS, SELLER, account, contact, days_ago, link

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Contact, Link
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LinkRelation
from kasales_xl.pages.relations.plain import MapOut, key_account_plain_maps
from kasales_xl.pages.seller_parts import seller_parts

PEOPLE = (
    contact(1, reports_to="C2", last_contact=days_ago(200), **DM),
    contact(2, title="总监 13800138000", **OURS),
)


def plain(*people: Contact, links: tuple[Link, ...] = ()) -> list[MapOut]:
    book = Book(SELLER, (account(),), people, links=links)
    return key_account_plain_maps(make_card(book, DEFAULT_POLICY, ON))


def test_a_map_comes_back_from_json_as_it_went() -> None:
    made = plain(*PEOPLE)
    assert json.loads(json.dumps(made)) == made
    assert made[0]["people"][0] == {
        "id": "p1",
        "contact_id": "C1",
        "name": "人1",
        "title": "",
        "department": "采购部",
        "role": "unknown",
        "power": "decides",
        "stance": "unknown",
        "backing": "none",
        "freshness": "stale",
        "days": 200,
        "elsewhere": "",
    }
    assert made[0]["ties"] == [{"start": "p2", "end": "p1", "line": "reports", "strength": None}]
    assert made[0]["next"] == {
        "person": "p1",
        "planned": True,
        "path": [
            {"end": "p2", "tie": "influenced", "strength": 3},
            {"end": "p1", "tie": "subordinate", "strength": 2},
        ],
    }


def test_a_phone_number_in_a_title_is_struck_out() -> None:
    assert "13800138000" not in json.dumps(plain(*PEOPLE))


def test_our_own_people_are_the_seller_and_the_colleagues_who_lead_here() -> None:
    (one,) = plain(*PEOPLE, links=(link("王工", LinkRelation.INTRODUCES, "C1"),))
    assert one["ours"] == [{"id": "me", "name": "张三"}, {"id": "c1", "name": "王工"}]


def test_what_waits_on_disk_until_the_pages_are_written_holds_the_maps() -> None:
    card = make_card(Book(SELLER, (account(),), PEOPLE), DEFAULT_POLICY, ON)
    assert seller_parts(card).maps == key_account_plain_maps(card)
