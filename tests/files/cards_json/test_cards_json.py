"""``cards.json``: what stands in it is what the card, the tables and the schema say."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker
from paths import ROOT
from sample_organisation import ON as DAY
from sample_organisation import Organisation

import kasales_xl as ka
from kasales_xl.build.reference.cards import schema
from kasales_xl.commands.score import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Lang
from kasales_xl.files.cards_json.write import NEWEST, VERSIONS, card_line, write_cards


@pytest.fixture(scope="module")
def sample(organisations: Callable[[Lang], Organisation]) -> Organisation:
    return organisations("zh")


@pytest.fixture(scope="module")
def found(sample: Organisation) -> list[Any]:
    return ka.score(sample.books, on=DAY)


@pytest.fixture(scope="module")
def written(sample: Organisation) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((sample.scorecards / "cards.json").read_text("utf-8"))
    return document


def test_what_a_run_writes_keeps_to_the_published_schema(written: dict[str, Any]) -> None:
    published = json.loads((ROOT / "docs" / "cards.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(published)
    Draft202012Validator(published, format_checker=FormatChecker()).validate(written)
    assert written["version"] == NEWEST == 2


def test_the_schema_refuses_a_level_that_the_method_does_not_know(written: dict[str, Any]) -> None:
    wrong = json.loads(json.dumps(written))
    wrong["cards"][0]["level"] = "wizard"
    assert list(Draft202012Validator(schema()).iter_errors(wrong))
    del wrong["cards"][0]["level"]
    assert list(Draft202012Validator(schema()).iter_errors(wrong))


def test_the_file_and_the_tables_tell_one_story(found: list[Any], written: dict[str, Any]) -> None:
    tables = ka.frames(found)
    assert [c["seller_id"] for c in written["cards"]] == list(tables.sellers["seller_id"])
    for name, frame in (("accounts", tables.accounts), ("deals", tables.deals), ("gap", tables.gaps)):
        assert sum(len(card[name]) for card in written["cards"]) == len(frame) > 0
    assert sum(len(card["plan"]["moves"]) for card in written["cards"]) == len(tables.moves) > 0
    expected = {c["seller_id"]: c["money"]["expected"]["value"] for c in written["cards"]}
    of_deals = tables.deals.groupby("seller_id")["expected"].sum()
    for seller, value in expected.items():
        assert (value or 0) == pytest.approx(of_deals.get(seller, 0.0))


def test_the_tables_hold_people_and_indicators_of_every_seller(found: list[Any]) -> None:
    tables = ka.frames(found)
    sellers = set(tables.sellers["seller_id"])
    assert set(tables.people["seller_id"]) == set(tables.indicators["seller_id"]) == sellers
    assert len(tables.people) == sum(len(card.book.contacts) for card in found)
    assert not {"phone", "mobile", "mail"} & set(tables.people.columns)


def test_version_1_is_still_written_for_those_who_read_it(found: list[Any], tmp_path: Path) -> None:
    path = tmp_path / "cards.json"
    write_cards(path, [card_line(card, 1) for card in found], DAY, DEFAULT_POLICY, 1)
    document = json.loads(path.read_text("utf-8"))
    assert document["version"] == 1
    assert document["cards"][0].keys() == {
        "seller_id", "name", "team", "level", "accounts_level", "capability_level", "counts", "grades",
        "accounts", "gap", "findings",
    }  # fmt: skip
    assert sorted(VERSIONS) == [1, 2]


def test_a_history_that_python_writes_is_read_back_as_a_table(sample: Organisation, tmp_path: Path) -> None:
    where = tmp_path / "history.db"
    earlier = DAY - dt.timedelta(days=7)
    for day in (earlier, DAY):
        cards = ka.score(sample.books, on=day, history=where)
    steps = ka.frames(cards, history=where).history
    assert len(steps) == 2 * len(cards)
    last = steps[steps["on"] == DAY].set_index("seller_id")["level"]
    assert last.to_dict() == {card.seller.seller_id: card.level.value for card in cards}
    assert ka.frames(cards).history.empty


def test_the_command_writes_the_version_that_is_asked_for(sample: Organisation, tmp_path: Path) -> None:
    book, out = str(sample.sellers_books[0]), tmp_path / "out"
    given = ["--on", DAY.isoformat(), "--no-history", "--cards", "1"]
    done = CliRunner().invoke(score, [book, "-o", str(out), *given])
    assert done.exit_code == 0, done.output
    document = json.loads((out / "cards.json").read_text("utf-8"))
    assert document["version"] == 1
    assert "money" not in document["cards"][0]
