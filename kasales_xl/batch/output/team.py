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
from kasales_xl.files.web.team import team_parts
from kasales_xl.pages.workbooks import USUAL_SHEETS, Sheets, TeamPages, team_past


@dataclass(frozen=True, slots=True)
class TeamTask:
    """``parts``: packed SellerParts of its members, in the order of the pages; ``web``: where its parts of
    the web page are wanted; ``sheets``: how much the workbook holds."""

    team: str
    path: Path
    parts: Sequence[bytes]
    on: dt.date
    lang: Lang
    web: Path | None = None
    sheets: Sheets = USUAL_SHEETS


def write_team(task: TeamTask) -> Pooled:
    """Returns what the closed deals of the team come to. Raises OSError."""
    parts = [unpacked(one) for one in task.parts]
    past = team_past(parts)
    pages = TeamPages(task.team, parts, past)
    write_pages(task.path, pages.workbook(task.sheets), task.lang, created=midnight(task.on))
    if task.web:
        task.web.write_bytes(team_parts(task.team, pages.everything(), parts))
    # one team at a time in memory
    del parts, pages
    gc.collect(0)
    return past


def midnight(on: dt.date) -> dt.datetime:
    """The scoring day as a moment, for the properties of the workbooks: the clock has no say."""
    return dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)
