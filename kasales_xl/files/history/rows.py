"""Snapshots as rows and back; no statement is run here."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any, NamedTuple, cast

from kasales_xl.core.history.calibration import Tiers
from kasales_xl.core.history.snapshot import AccountSnapshot, Snapshot, points_in
from kasales_xl.core.terms import KeyAccount, KeyGround, Level, Tier
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.history.schema import ID_LENGTH

Values = dict[str, Any]
#: Members by their codes: a type checker wants the labels too.
Codes = Callable[[str], Any]
_GRADE, _POINTS, _INDICATOR = "grade", "points", "indicator"
#: Fields of a snapshot that are columns too: as they are, as any database takes them, by their codes.
_PLAIN = ("program", "policy", "book", "progress")
_TEXTS = ("edition", "name", "team")
_LEVELS = ("level", "accounts_level", "capability_level")


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
    book: str
    program: str
    seller_id: str
    name: str
    team: str
    key: str

    @property
    def standing(self) -> tuple[int, float]:
        """Sorts steps from worse to better."""
        return self.level.rank, self.progress


def facts_name(facts: str) -> str:
    """A reduced book's own hash, under which it is kept once."""
    return hashlib.blake2b(facts.encode(), digest_size=16).hexdigest()


def packed(facts: str) -> bytes:
    """A reduced book as it is stored."""
    return zlib.compress(facts.encode(), 6)


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
        "facts": facts_name(one.facts),
        **{name: getattr(one, name) for name in _PLAIN},
        **{name: storable(getattr(one, name)) for name in _TEXTS},
        **{name: getattr(one, name).value for name in _LEVELS},
        **one.counts._asdict(),
    }


def measure_values(one: Snapshot) -> list[Values]:
    return [
        {"snapshot": one.key, "kind": kind, "code": code, "value": value}
        for kind, values in ((_GRADE, one.grades), (_POINTS, one.points), (_INDICATOR, one.indicators))
        for code, value in values.items()
    ]


def account_values(one: Snapshot) -> list[Values]:
    return [
        asdict(account)
        | {
            "snapshot": one.key,
            "position": position,
            "account_id": storable(account.account_id),
            "account": storable(account.account),
            "key": account.key.value,
            "tier": account.tier.value,
            "confirmed": account.confirmed and account.confirmed.value,
            "ground": account.ground and account.ground.value,
        }
        for position, account in enumerate(one.accounts)
    ]


def tiers_of(rows: Iterable[Any]) -> dict[str, Tiers]:
    """rows: accounts of one snapshot. Those with a tier that this program doesn't know are passed over."""
    tier = cast(Codes, Tier)
    found = {}
    for row in rows:
        with suppress(ValueError):
            confirmed = tier(row.confirmed) if row.confirmed else None
            found[row.account_id] = Tiers(tier(row.tier), confirmed)
    return found


def to_points(rows: Iterable[Any]) -> Iterator[Point]:
    """rows: of the snapshots table. One with a term that this program doesn't know is passed over: it
    must not stop everybody's scoring, and ``verify`` tells."""
    for row in rows:
        with suppress(ValueError):
            yield _point(row)


def _point(row: Any) -> Point:
    return Point(key=row.snapshot, **_judged(row))


def _judged(row: Any) -> Values:
    """What steps and snapshots have in common. Raises ValueError for a term unknown."""
    level = cast(Codes, Level)
    return {
        "on": row.on_day,
        "seller_id": row.seller_id,
        "counts": Counts(row.strong, row.mid, row.junior),
        **{name: getattr(row, name) for name in (*_PLAIN, *_TEXTS)},
        **{name: level(getattr(row, name)) for name in _LEVELS},
    }


def to_snapshot(
    row: Any, policy_text: str, facts: bytes, measures: Iterable[Any], accounts: Sequence[Any]
) -> Snapshot:
    """row: of the snapshots table, with its policy, its facts, its measures and its accounts by
    position. Facts that are damaged are blank. Raises ValueError for a term that this program doesn't
    know."""
    kept = list(measures)
    remembered = ""
    with suppress(zlib.error, UnicodeDecodeError):
        remembered = unpacked(facts)
    key, tier, ground = cast(Codes, KeyAccount), cast(Codes, Tier), cast(Codes, KeyGround)
    return Snapshot(
        **_judged(row),
        policy_text=policy_text,
        facts=remembered,
        grades={m.code: int(m.value) for m in kept if m.kind == _GRADE},
        # the first program kept no points, but the practices they come from
        points={m.code: int(m.value) for m in kept if m.kind == _POINTS} or points_in(remembered),
        indicators={m.code: m.value for m in kept if m.kind == _INDICATOR},
        accounts=tuple(
            AccountSnapshot(
                account_id=a.account_id,
                account=a.account,
                key=key(a.key),
                tier=tier(a.tier),
                score=a.score,
                counted=bool(a.counted),
                confirmed=tier(a.confirmed) if a.confirmed else None,
                ground=ground(a.ground) if a.ground else None,
                influenced=a.influenced,
                evidenced=a.evidenced,
            )
            for a in accounts
        ),
    )
