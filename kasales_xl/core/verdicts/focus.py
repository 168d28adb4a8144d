"""How long a seller has stayed on one track and in one industry (P5). Never part of the level.

E: company, role and company type may change; track and industry should not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from kasales_xl.core.calendar import DAYS_A_YEAR
from kasales_xl.core.names import name_key
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Career, Seller


@dataclass(frozen=True, slots=True)
class Stretch:
    """One field (track or industry): what it is now, years on it without leaving it for another,
    and how often it changed. ``years`` is None and ``name`` blank where the career sheet says nothing."""

    name: str
    years: float | None
    switches: int


@dataclass(frozen=True, slots=True)
class Focus:
    """``notes`` in plain words (F). Companies are not counted: they may change freely."""

    track: Stretch
    industry: Stretch
    notes: tuple[Reason, ...]


def focus(career: Iterable[Career], seller: Seller | None, on: dt.date) -> Focus:
    """career: rows of the career sheet in any order; a row without an end runs until ``on``, rows that
    begin later are not counted. seller: whose profile may name another track or industry than the
    latest row, which is noted. Rule P5."""
    rows = sorted((row for row in career if row.start <= on), key=lambda r: (r.start, r.end or on))
    track = stretch([(row, row.track) for row in rows], on)
    industry = stretch([(row, row.industry) for row in rows], on)
    notes = (
        *_notes("track", track, seller.track if seller else ""),
        *_notes("industry", industry, seller.industry if seller else ""),
    )
    return Focus(track, industry, notes)


def stretch(rows: Sequence[tuple[Career, str]], on: dt.date) -> Stretch:
    """rows: by start, each with its track (or industry). Years are days present, gaps and overlaps
    counted once, / 365.25; rows that leave the field blank neither break the stretch nor add to it."""
    named = [(row, name.strip()) for row, name in rows if name.strip()]
    if not named:
        return Stretch("", None, 0)
    runs = [list(run) for _, run in groupby(named, key=lambda pair: name_key(pair[1]))]
    days = _days([row for row, _ in runs[-1]], on)
    return Stretch(named[-1][1], days / DAYS_A_YEAR, len(runs) - 1)


def _days(rows: Iterable[Career], on: dt.date) -> int:
    total, reached = 0, dt.date.min
    for row in rows:
        end = min(row.end or on, on)
        begin = max(row.start, reached)
        if end > begin:
            total += (end - begin).days
            reached = end
    return total


def _notes(kind: str, kept: Stretch, profile: str) -> tuple[Reason, ...]:
    if kept.years is None:
        return (Reason(f"focus-no-{kind}"),)
    code = f"focus-{kind}-kept" if not kept.switches else f"focus-{kind}-switched"
    notes = [Reason(code, (kept.name,), have=round(kept.years, 1), need=kept.switches)]
    if profile.strip() and name_key(profile) != name_key(kept.name):
        notes.append(Reason(f"focus-{kind}-differs", (profile.strip(), kept.name)))
    return tuple(notes)
