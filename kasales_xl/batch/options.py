"""What one scoring is asked for, beside the books and the folder: handed on whole from the command to the
workers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.batch.workers.pool import LIMITS, Limits
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.terms import Lang
from kasales_xl.files.cards_json.write import NEWEST
from kasales_xl.pages.workbooks import USUAL_SHEETS, Sheets

#: Days after which a book that was not saved again is an old one: a month, and the days to send it in.
OLD_AFTER = 35


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """``company``: its policy, None for the books' own. ``roster``: who is expected to send a book;
    ``old_after``: days; ``redact``: contacts under other names in all that is written; ``cards``: the version
    of cards.json; ``web``: is index.html wanted; ``png``, ``pdf``: a share card, a printed page of each
    seller. ``jobs``: processes at a time, all cores by default, the
    same bytes for any number; ``limits``: of one file. ``cache``: the folder of what earlier runs made of
    books that have not changed, None to read all of them. ``engine``: the address of
    a cluster, blank for this machine. ``sheets``: how much the teams' workbooks hold."""

    on: dt.date
    lang: Lang
    company: Policy | None = None
    roster: Path | None = None
    redact: bool = False
    cards: int = NEWEST
    web: bool = True
    png: bool = False
    pdf: bool = False
    old_after: int = OLD_AFTER
    jobs: int | None = None
    limits: Limits = LIMITS
    cache: Path | None = None
    engine: str = ""
    sheets: Sheets = USUAL_SHEETS

    @property
    def policy(self) -> Policy:
        """For what belongs to no single book."""
        return self.company or DEFAULT_POLICY
