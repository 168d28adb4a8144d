"""Many snapshots at once, what everybody comes to over time, and the history as columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from books_of import ON, book_of

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Level
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.history.adding import AT_ONCE
from kasales_xl.files.history.parquet import export_parquet
from kasales_xl.files.history.store import History, open_history

CARD = snapshot(make_card(book_of(mid=2, junior=1), DEFAULT_POLICY, ON), "1")


def one(seller: str, on: dt.date = ON, book: str = "a", level: Level = Level.JUNIOR) -> Snapshot:
    return replace(CARD, seller_id=seller, on=on, book=book, level=level, counts=Counts(1, 2, 3))


def days(history: History) -> Sequence[tuple[dt.date, dict[Level, int], Counts]]:
    return [(day.on, dict(day.levels), day.counts) for day in history.organisation()]


def test_batches_add_what_single_ones_add(tmp_path: Path) -> None:
    many = [one(f"S{number % (AT_ONCE + 7)}", book=f"{number // 400}") for number in range(2 * AT_ONCE + 60)]
    many += [*many[:3], one("S1", book="z"), one("S1", book="0")]
    with open_history(tmp_path / "one.db") as singly, open_history(tmp_path / "many.db") as together:
        assert together.append(many) == sum(singly.append([each]) for each in many)
        assert together.sellers() == singly.sellers()
        assert together.series("S1") == singly.series("S1")
        assert together.load(many[0].key) == singly.load(many[0].key)
        assert together.append(many[:3]) == 0


def test_a_scoring_that_is_tried_again_is_the_last_of_its_day_also_within_one_batch(tmp_path: Path) -> None:
    with open_history(tmp_path / "h.db") as history:
        history.append([one("S1", book="a"), one("S1", book="b"), one("S1", book="a")])
        assert [point.book for point in history.series("S1")] == ["a"]
        history.append([one("S1", book="b")])
        assert [point.book for point in history.series("S1")] == ["b"]


def test_the_organisation_is_counted_by_the_last_scoring_of_each_day(tmp_path: Path) -> None:
    before = ON - dt.timedelta(days=7)
    with open_history(tmp_path / "h.db") as history:
        history.append([one("S1", before), one("S2", before, level=Level.SENIOR)])
        history.append([one("S1", book="b"), one("S1", book="c", level=Level.SENIOR)])
        assert days(history) == [
            (before, {Level.JUNIOR: 1, Level.SENIOR: 1}, Counts(2, 4, 6)),
            (ON, {Level.SENIOR: 1}, Counts(1, 2, 3)),
        ]


def test_whose_latest_step_is_of_an_unknown_level_is_told_by_the_one_before(tmp_path: Path) -> None:
    before = ON - dt.timedelta(days=7)
    with open_history(tmp_path / "h.db") as history:
        history.append([one("S1", before), one("S1")])
        with history.write() as connection:
            connection.exec_driver_sql(
                "UPDATE ka_snapshots SET level = 'legend' WHERE on_day = ?", (str(ON),)
            )
        assert [point.on for point in history.sellers()] == [before]
        assert [day.on for day in history.organisation()] == [before]


def test_the_tables_as_columns_hold_what_the_database_holds(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with open_history(tmp_path / "h.db") as history:
        history.append([one("S2"), one("S1", level=Level.SENIOR), one("S1", ON - dt.timedelta(days=7))])
        written = dict(export_parquet(history, tmp_path))
    assert {path.name: rows for path, rows in written.items()} == {
        "snapshots.parquet": 3,
        "accounts.parquet": 3 * len(CARD.accounts),
        "measures.parquet": 3 * (len(CARD.grades) + len(CARD.points) + len(CARD.indicators)),
    }
    told = parquet.read_table(tmp_path / "snapshots.parquet").to_pylist()
    assert [(row["seller_id"], row["on_day"], row["level"]) for row in told] == [
        ("S1", ON - dt.timedelta(days=7), "junior"),
        ("S1", ON, "senior"),
        ("S2", ON, "junior"),
    ]
    accounts = parquet.read_table(tmp_path / "accounts.parquet").to_pylist()
    assert [row["account"] for row in accounts[:3]] == [account.account for account in CARD.accounts]
