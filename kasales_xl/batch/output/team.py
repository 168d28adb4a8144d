"""One team's workbook, written wherever there is a processor for it."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.batch.grading.packing import unpacked
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.core.terms import Lang
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.pages.workbooks import team_pages, team_past


@dataclass(frozen=True, slots=True)
class TeamTask:
    """``parts``: packed SellerParts of its members, in the order of the pages."""

    team: str
    path: Path
    parts: Sequence[bytes]
    on: dt.date
    lang: Lang


def write_team(task: TeamTask) -> Pooled:
    """Returns what the closed deals of the team come to. Raises OSError."""
    parts = [unpacked(one) for one in task.parts]
    past = team_past(parts)
    write_pages(task.path, team_pages(task.team, parts, past), task.lang, created=midnight(task.on))
    # one team at a time in memory
    del parts
    gc.collect(0)
    return past


def midnight(on: dt.date) -> dt.datetime:
    """The scoring day as a moment, for the properties of the workbooks: the clock has no say."""
    return dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)
