"""Snapshots as rows and back; no statement is run here."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from kasales_xl.core.history.snapshot import AccountSnapshot, Snapshot
from kasales_xl.core.terms import KeyAccount, Level, Tier
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.history.schema import ID_LENGTH

Values = dict[str, Any]
_GRADE, _INDICATOR = "grade", "indicator"


class Point(NamedTuple):
    """One step of a seller's trend; ``progress`` 0–1 inside the level."""

    on: dt.date
    level: Level
    accounts_level: Level
    capability_level: Level
    counts: Counts
    progress: float
    edition: str
    policy: str
    program: str
    seller_id: str
    name: str
    team: str
    key: str

    @property
    def standing(self) -> tuple[int, float]:
        """Sorts steps from worse to better."""
        return self.level.rank, self.progress


def packed(facts: str) -> tuple[str, bytes]:
    """A reduced book as its hash and its bytes."""
    content = facts.encode()
    return hashlib.blake2b(content, digest_size=16).hexdigest(), zlib.compress(content, 6)


def unpacked(content: bytes) -> str:
    """Raises zlib.error or UnicodeDecodeError for bytes that are not what was stored."""
    return zlib.decompress(content).decode()


def storable(text: str) -> str:
    """What people typed as every database takes it: one odd cell must not cost everybody's history."""
    return text.replace("\x00", "")


def seller_key(seller_id: str) -> str:
    """A seller ID as the history knows it."""
    return storable(seller_id)[:ID_LENGTH]


def snapshot_values(one: Snapshot, sequence: int) -> Values:
    return {
        "snapshot": one.key,
        "seller_id": seller_key(one.seller_id),
        "on_day": one.on,
        "sequence": sequence,
        "program": one.program,
        "edition": storable(one.edition),
        "policy": one.policy,
        "book": one.book,
        "facts": packed(one.facts)[0],
        "name": storable(one.name),
        "team": storable(one.team),
        "level": one.level.value,
        "accounts_level": one.accounts_level.value,
        "capability_level": one.capability_level.value,
        "strong": one.counts.strong,
        "mid": one.counts.mid,
        "junior": one.counts.junior,
        "progress": one.progress,
    }


def measure_values(one: Snapshot) -> list[Values]:
    kinds: tuple[tuple[str, Mapping[str, float | None]], ...] = (
        (_GRADE, one.grades),
        (_INDICATOR, one.indicators),
    )
    return [
        {"snapshot": one.key, "kind": kind, "code": code, "value": value}
        for kind, values in kinds
        for code, value in values.items()
    ]


def account_values(one: Snapshot) -> list[Values]:
    return [
        {
            "snapshot": one.key,
            "position": position,
            "account_id": storable(account.account_id),
            "account": storable(account.account),
            "key": account.key.value,
            "tier": account.tier.value,
            "score": account.score,
            "counted": account.counted,
        }
        for position, account in enumerate(one.accounts)
    ]


def _term(kind: Any, code: str) -> Any:
    """A member by its code: a type checker wants the labels too."""
    return kind(code)


def to_points(rows: Iterable[Any]) -> Iterator[Point]:
    """rows: of the snapshots table. One with a term that this program doesn't know is passed over: it
    must not stop everybody's scoring, and ``verify`` tells."""
    for row in rows:
        with suppress(ValueError):
            yield _point(row)


def _point(row: Any) -> Point:
    return Point(
        row.on_day,
        _term(Level, row.level),
        _term(Level, row.accounts_level),
        _term(Level, row.capability_level),
        Counts(row.strong, row.mid, row.junior),
        row.progress,
        row.edition,
        row.policy,
        row.program,
        row.seller_id,
        row.name,
        row.team,
        row.snapshot,
    )


def to_snapshot(
    row: Any, policy_text: str, facts: bytes, measures: Iterable[Any], accounts: Sequence[Any]
) -> Snapshot:
    """row: of the snapshots table, with its policy, its facts, its measures and its accounts by
    position. Facts that are damaged are blank. Raises ValueError for a term that this program doesn't
    know."""
    kept = list(measures)
    point = _point(row)
    remembered = ""
    with suppress(zlib.error, UnicodeDecodeError):
        remembered = unpacked(facts)
    return Snapshot(
        seller_id=row.seller_id,
        name=row.name,
        team=row.team,
        on=row.on_day,
        program=row.program,
        edition=row.edition,
        policy=row.policy,
        policy_text=policy_text,
        book=row.book,
        facts=remembered,
        level=point.level,
        accounts_level=point.accounts_level,
        capability_level=point.capability_level,
        counts=point.counts,
        progress=row.progress,
        grades={m.code: int(m.value) for m in kept if m.kind == _GRADE},
        indicators={m.code: m.value for m in kept if m.kind == _INDICATOR},
        accounts=tuple(
            AccountSnapshot(
                a.account_id,
                a.account,
                _term(KeyAccount, a.key),
                _term(Tier, a.tier),
                a.score,
                bool(a.counted),
            )
            for a in accounts
        ),
    )
