"""The organisation's heat-map: every seller by dimension, team by team, with each team's middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.evidence.statistics import median
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.pages.measure_cells import measure_cell
from kasales_xl.pages.page import Cell, Content, Page, Paragraph, Words
from kasales_xl.pages.parts import count_cell, team_name
from kasales_xl.pages.style import CENTER, NEUTRAL, QUIET, STRONG
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.heat import HEADLINES, Mark, Middle, brief, heat_fields
from kasales_xl.pages.team.support import aim_together
from kasales_xl.text.pages.words import WORDS

#: Counts of things to follow up, by the code of their indicator.
FOLLOW_UP = ("esp.overdue", "tas.flagged", "mci.waiting")


class TeamMiddle(NamedTuple):
    """The line below a team: its middle of each dimension, and what is to be followed up by all."""

    team: str
    sellers: int
    middles: tuple[Middle, ...]
    follow_up: dict[str, int]


def heat_all_page(sellers: Sequence[Standing], subtitle: Words, policy: Policy = DEFAULT_POLICY) -> Page:
    """sellers: by team and ID, never ranked. Grade and headline indicator of each dimension, requests
    that wait, overdue next actions, deals with red flags; below each team its middle grades; 准 of the
    company as one. policy: the company's."""
    lines: list[Standing | TeamMiddle] = []
    for team, members in groupby(sellers, key=lambda seller: seller.team):
        together = tuple(members)
        lines += [*together, _middle(team, together)]
    return Page(
        "heat",
        WORDS["title-heat-all"],
        WORDS["tab-heat"],
        (
            Paragraph(WORDS["no-ranking"], QUIET),
            *aim_together(
                [bid for seller in sellers for bid in seller.bids],
                sum(seller.requests for seller in sellers),
                policy,
            ),
            table("heat", _FIELDS, lines, empty=WORDS["no-sellers"]),
        ),
        subtitle,
        "list",
        fixed=2,
    )


def _middle(team: str, members: Sequence[Standing]) -> TeamMiddle:
    middles = []
    for place, headline in enumerate(HEADLINES):
        grade = median(seller.grades[place] for seller in members)
        told = sum(seller.measures[headline.code].value is not None for seller in members)
        middles.append(Middle(grade, told, len(members)))
    counts = {code: sum(int(seller.measures[code].value or 0) for seller in members) for code in FOLLOW_UP}
    return TeamMiddle(team, len(members), tuple(middles), counts)


def _team(line: Standing | TeamMiddle) -> Content:
    name = team_name(line.team)
    return Cell(WORDS["team-middle"](team=name), STRONG) if isinstance(line, TeamMiddle) else name


def _seller(line: Standing | TeamMiddle) -> Content:
    return Cell(line.sellers, NEUTRAL) if isinstance(line, TeamMiddle) else line.name


def _mark(line: Standing | TeamMiddle, at: int) -> Mark | Middle:
    if isinstance(line, TeamMiddle):
        return line.middles[at]
    return Mark(
        line.grades[at], line.confirmed_grades[at], line.measures[HEADLINES[at].code], line.unbacked[at]
    )


def _follow_up(code: str) -> Field[Standing | TeamMiddle]:
    def count(line: Standing | TeamMiddle) -> Cell:
        if isinstance(line, TeamMiddle):
            return Cell(line.follow_up[code], NEUTRAL)
        measure = line.measures[code]
        return measure_cell(measure) if measure.value is None else count_cell(int(measure.value))

    return Field(code, INDICATORS[code].name, count, CENTER, group=WORDS["to-watch"])


_FIELDS: tuple[Field[Standing | TeamMiddle], ...] = (
    Field("team", WORDS["team"], _team),
    Field("seller", WORDS["seller"], _seller),
    *heat_fields(_mark, brief),
    *(_follow_up(code) for code in FOLLOW_UP),
)
