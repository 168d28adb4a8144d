"""Who on the roster has sent nothing, nothing readable, several books or an old one; and who is not on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kasales_xl.core.text import CLAUSES, Text, join
from kasales_xl.pages.list_page import list_page
from kasales_xl.pages.page import Cell, Page, Paragraph, Words
from kasales_xl.pages.parts import marked, team_name
from kasales_xl.pages.style import BAD, STRONG, WATCH
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS


class RosterState(Enum):
    """From worse to better; whoever is not among them has sent one recent book."""

    MISSING = "missing"
    UNREAD = "unread"
    TWICE = "twice"
    OLD = "old"
    STRANGER = "stranger"

    @property
    def absent(self) -> bool:
        """Is there no book that could be graded?"""
        return self in (RosterState.MISSING, RosterState.UNREAD)


@dataclass(frozen=True, slots=True)
class RosterLine:
    """``files``: what was sent; ``saved``: the day as yyyy-mm-dd where it matters; ``row`` on the roster, 0
    for whoever is not on it."""

    seller_id: str
    name: str
    team: str
    state: RosterState
    files: str = ""
    saved: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Attendance:
    """``members``: how many are on the roster; ``lines``: what there is to say, the worst first."""

    members: int
    lines: tuple[RosterLine, ...]
    roster: str = ""

    @property
    def absent(self) -> list[RosterLine]:
        """Those without a book that could be graded."""
        return self.of(RosterState.MISSING, RosterState.UNREAD)

    def of(self, *states: RosterState) -> list[RosterLine]:
        return [line for line in self.lines if line.state in states]


def roster_page(attendance: Attendance, subtitle: Words) -> Page:
    """How many handed in a recent book, and one line for everybody whose book is not simply there."""
    listed = table("roster", _FIELDS, attendance.lines, empty=WORDS["all-sent"])
    return list_page("roster", listed, subtitle, Paragraph(roster_text(attendance), STRONG))


def roster_text(attendance: Attendance) -> Text:
    """``名单 30 人：交来一本新的 26 人，没交 2 人，…``; a state that nobody is in is left out."""
    of_state = {state: len(attendance.of(state)) for state in RosterState}
    good = attendance.members - sum(n for state, n in of_state.items() if state is not RosterState.STRANGER)
    told = [WORDS["roster-good"](n=good)]
    told += [
        WORDS["roster-count"](state=WORDS[f"roster-{s.value}-plain"], n=n) for s, n in of_state.items() if n
    ]
    return WORDS["roster-sum"](members=attendance.members, told=join(told, CLAUSES))


def roster_attention(attendance: Attendance | None) -> tuple[Cell, ...]:
    """The overview's line about those who are missing."""
    if attendance is None or not attendance.absent:
        return ()
    words = WORDS["attention-roster"](
        n=len(attendance.absent), members=attendance.members, tab=WORDS["tab-roster"]
    )
    return (Cell(marked(words), BAD, "roster"),)


def _state(line: RosterLine) -> Cell:
    return Cell(WORDS[f"roster-{line.state.value}"], BAD if line.state.absent else WATCH)


_FIELDS: tuple[Field[RosterLine], ...] = (
    Field("seller_id", WORDS["seller-id"], lambda line: line.seller_id),
    Field("seller", WORDS["seller"], lambda line: line.name),
    Field("team", WORDS["team"], lambda line: team_name(line.team)),
    Field("state", WORDS["roster-state"], _state),
    Field("file", WORDS["file"], lambda line: line.files),
    Field("saved", WORDS["roster-saved"], lambda line: line.saved),
)
