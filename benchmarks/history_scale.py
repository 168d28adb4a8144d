"""What a history of many sellers over years costs: adding a week, one seller's trend, the organisation's
trend, and how the database goes about it.

    python benchmarks/history_scale.py [--sellers 5000] [--weeks 260] [--url postgresql://…] [--plans]

Weeks but the last are written as rows by the tables themselves, all of ``ka_snapshots`` and the accounts and
measures of every hundredth seller; the last week is added as the program adds it. Prints seconds, and how
many times longer each question takes than looking one snapshot up."""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

from sqlalchemy import select, text
from typical_books import ON, typical_book

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Level
from kasales_xl.files.history.adding import batched
from kasales_xl.files.history.marks import marks_before
from kasales_xl.files.history.rows import (
    Values,
    account_values,
    facts_name,
    measure_values,
    packed,
    snapshot_values,
)
from kasales_xl.files.history.schema import ACCOUNTS, BY_AGE, FACTS, MEASURES, POLICIES, SNAPSHOTS
from kasales_xl.files.history.store import History, open_history
from kasales_xl.files.history.trends import latest_rows, organisation_rows, repeated_rows
from kasales_xl.version import __version__

T = TypeVar("T")
#: Every how many sellers have accounts and measures in the weeks that are only written as rows.
_SAMPLE = 100
_BATCH = 5000


def of_seller(model: Snapshot, number: int, on: dt.date) -> Snapshot:
    dice = Random(f"{number} {on}")
    level = list(Level)[min(len(Level) - 1, number % 3 + (dice.random() < 0.1))]
    return replace(
        model,
        seller_id=f"S{number:05d}",
        name=f"销售{number}",
        team=f"第{number // 12 + 1}团队",
        on=on,
        book=f"{number}-{on.toordinal()}",
        level=level,
        progress=dice.random(),
    )


def fill(history: History, model: Snapshot, sellers: int, days: list[dt.date]) -> None:
    def rows() -> Iterator[Snapshot]:
        for on in days:
            for number in range(sellers):
                yield of_seller(model, number, on)

    name, content = facts_name(model.facts), packed(model.facts)
    with history.write() as connection:
        connection.execute(POLICIES.insert(), [{"policy": model.policy, "content": model.policy_text}])
        connection.execute(FACTS.insert(), [{"facts": name, "content": content}])
        known = {"facts": name}
        for some in batched(rows(), _BATCH):
            values: list[Values] = []
            for one in some:
                # packing the same facts a million times is not what is measured
                values.append(snapshot_values(replace(one, facts=""), 1) | known)
            connection.execute(SNAPSHOTS.insert(), values)
            whole = [one for one in some if int(one.seller_id[1:]) % _SAMPLE == 0]
            for table, of in ((MEASURES, measure_values), (ACCOUNTS, account_values)):
                found = [row for one in whole for row in of(one)]
                if found:
                    connection.execute(table.insert(), found)
    with history.write() as connection:
        connection.execute(text("ANALYZE"))


def timed(what: str, work: Callable[[], T], base: float | None = None, times: int = 1) -> tuple[T, float]:
    began = time.perf_counter()
    for _ in range(times):
        result = work()
    seconds = (time.perf_counter() - began) / times
    ratio = f"  {seconds / base:10.0f} × one snapshot" if base else ""
    print(f"{what:44} {seconds:9.4f} s{ratio}", flush=True)
    return result, seconds


def plan(history: History, name: str, query: object) -> None:
    with history.read() as connection:
        dialect = connection.dialect
        said = str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))  # type: ignore[attr-defined]
        explain = "EXPLAIN QUERY PLAN " if dialect.name == "sqlite" else "EXPLAIN "
        print(f"-- plan of {name}")
        for row in connection.exec_driver_sql(
            (explain + said).replace("%", "%%") if dialect.name != "sqlite" else explain + said
        ):
            print("  ", row[-1])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--sellers", type=int, default=5000)
    options.add_argument("--weeks", type=int, default=260)
    options.add_argument("--url", default="", help="a database server; a SQLite file where left out")
    options.add_argument("--plans", action="store_true")
    given = options.parse_args()
    book = typical_book(1)
    book = replace(book, accounts=book.accounts[:12], contacts=book.contacts[:72], deals=book.deals[:36])
    model = snapshot(make_card(book, DEFAULT_POLICY, ON), __version__)
    days = [ON - dt.timedelta(weeks=week) for week in range(given.weeks, 0, -1)]
    with tempfile.TemporaryDirectory() as folder, open_history(given.url or Path(folder, "h.db")) as history:
        timed(
            f"fill {given.sellers:,} sellers × {given.weeks} weeks",
            lambda: fill(history, model, given.sellers, days),
        )
        week = [of_seller(model, number, ON) for number in range(given.sellers)]
        added, _ = timed("add a week, as a run does", lambda: history.append(week))
        again, _ = timed("add it once more: nothing new", lambda: history.append(week))
        assert (added, again) == (given.sellers, 0)
        one = week[given.sellers // 2 // _SAMPLE * _SAMPLE]
        _, base = timed("one snapshot", lambda: history.load(one.key), times=20)
        steps, _ = timed("one seller's trend", lambda: history.series(one.seller_id), base, 20)
        assert len(steps) == given.weeks + 1
        timed("one seller's past, as a card needs it", lambda: history.past(one), base, 5)
        latest, _ = timed("everybody's latest step", history.sellers, base)
        assert len(latest) == given.sellers
        trend, _ = timed("the organisation's trend", history.organisation, base)
        assert {day.sellers for day in trend} == {given.sellers}
        timed("what may be reused (marks)", lambda: marks_before(history, ON), base)
        if given.plans:
            of = SNAPSHOTS.c
            plan(
                history,
                "one seller's trend",
                select(SNAPSHOTS).where(of.seller_id == one.seller_id).order_by(*BY_AGE),
            )
            plan(history, "everybody's latest step", latest_rows())
            plan(history, "the organisation's trend", organisation_rows())
            plan(history, "several scorings on a day", repeated_rows())


if __name__ == "__main__":
    main()
