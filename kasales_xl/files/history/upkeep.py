"""Looking after a history: is everything in it whole, and what may go."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from kasales_xl.core.history.snapshot import Snapshot, judge_again, policy_of
from kasales_xl.core.terms import Term
from kasales_xl.core.text import Text
from kasales_xl.files.history.rows import Point, facts_name, to_points, unpacked
from kasales_xl.files.history.schema import BY_AGE, FACTS, POLICIES, SNAPSHOTS
from kasales_xl.files.history.store import History, last_of_days
from kasales_xl.version import __version__

PROBLEMS: dict[str, Text] = {
    "database-damaged": Text("数据库文件损坏：{what}", "the database file is damaged: {what}"),
    "link-broken": Text("表之间对不上：{what}", "rows point to nothing: {what}"),
    "facts-damaged": Text("{what} 的事实读不出来", "the facts of {what} cannot be read"),
    "row-unreadable": Text(
        "{what} 的结论这个版本的程序看不懂，评分时当作没有",
        "this version of the program does not understand {what}; scoring passes over it",
    ),
    "key-differs": Text("{what} 的内容和编号对不上，可能被改过", "{what} is not what it was stored as"),
    "policy-unknown": Text(
        "{what} 的规则现在读不了，只能看结果", "the policy of {what} cannot be read any more"
    ),
    "verdict-differs": Text("{what} 重算的等级和存的不一样", "{what} is judged differently now"),
}


@dataclass(frozen=True, slots=True)
class HistoryProblem:
    """``what``: seller and day, or the database's own words."""

    code: str
    what: str

    @property
    def text(self) -> Text:
        return PROBLEMS[self.code](what=self.what)


def verify(history: History) -> tuple[int, tuple[HistoryProblem, ...]]:
    """Read every snapshot, check it against its own hashes, and judge those of this program version
    again. Returns how many there are, and every problem."""
    with history.read() as connection:
        problems = list(_database(connection))
        rows = connection.execute(select(SNAPSHOTS).order_by(SNAPSHOTS.c.seller_id, *BY_AGE)).all()
        damaged = set(_damaged(connection))
    for row in rows:
        what = f"{row.seller_id} {row.on_day}"
        if row.facts in damaged:
            problems.append(HistoryProblem("facts-damaged", what))
            continue
        one = history.load(row.snapshot)
        doubts = ["row-unreadable"] if one is None else _doubts(one, row)
        problems += (HistoryProblem(code, what) for code in doubts)
    return len(rows), tuple(problems)


def _database(connection: Connection) -> Iterator[HistoryProblem]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield HistoryProblem("database-damaged", str(line))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield HistoryProblem("link-broken", f"{row[0]} → {row[2]}")


def _damaged(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(FACTS)):
        name = ""
        with suppress(zlib.error, UnicodeDecodeError):
            name = facts_name(unpacked(row.content))
        if name != row.facts:
            yield row.facts


def _doubts(one: Snapshot, row: Any) -> Iterator[str]:
    if one.key != row.snapshot:
        yield "key-differs"
    policy = policy_of(one)
    if policy is None:
        yield "policy-unknown"
    elif one.program == __version__:
        card = judge_again(one, policy, one.on)
        if policy.fingerprint != one.policy:
            yield "key-differs"
        elif card is None:
            yield "facts-damaged"
        elif (card.level, card.counts) != (one.level, one.counts):
            yield "verdict-differs"


def prune(history: History, *, before: dt.date, really: bool) -> list[Point]:
    """Remove snapshots of days before ``before``, except each seller's best and last ones; facts and
    policies that nothing uses any more go too. Returns what goes, or would go without ``really``."""
    with history.write() as connection:
        sellers: defaultdict[str, list[Point]] = defaultdict(list)
        for point in to_points(connection.execute(select(SNAPSHOTS).order_by(*BY_AGE))):
            sellers[point.seller_id].append(point)
        doomed = [
            point
            for points in sellers.values()
            for point in points
            if point.on < before and point.key not in _kept(points)
        ]
        if really:
            for point in doomed:
                connection.execute(delete(SNAPSHOTS).where(SNAPSHOTS.c.snapshot == point.key))
            connection.execute(delete(FACTS).where(FACTS.c.facts.not_in(select(SNAPSHOTS.c.facts))))
            connection.execute(delete(POLICIES).where(POLICIES.c.policy.not_in(select(SNAPSHOTS.c.policy))))
    return doomed


def _kept(points: list[Point]) -> set[str]:
    """A scoring that a later one of the same day replaced is no best one."""
    days = last_of_days(points)
    return {days[-1].key, max(days, key=lambda p: p.standing).key}


#: What is told of a snapshot before its counts.
_TOLD = (
    "seller_id", "name", "team", "on", "edition", "policy", "program", "book", "level", "accounts_level",
    "capability_level", "progress",
)  # fmt: skip


def export(history: History) -> Iterator[str]:
    """Every snapshot as one line of JSON, by seller and day: codes as in ``cards.json``; people and
    deals stay in the database."""
    with history.read() as connection:
        order = (SNAPSHOTS.c.seller_id, *BY_AGE)
        keys = connection.execute(select(SNAPSHOTS.c.snapshot).order_by(*order)).scalars().all()
    for key in keys:
        one = history.load(key)
        if one is not None:
            yield json.dumps(_object(one), ensure_ascii=False, default=_code)


def _object(one: Snapshot) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _TOLD} | {
        "counts": one.counts._asdict(),
        "grades": one.grades,
        "points": one.points,
        "indicators": one.indicators,
        "accounts": list(map(asdict, one.accounts)),
    }


def _code(value: Term | dt.date) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value.value)
