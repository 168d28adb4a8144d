"""The organisation's heat-map: every seller by dimension, team by team, with each team's middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.evidence.statistics import median
from kasales_xl.core.terms import Dimension
from kasales_xl.pages.measure_cells import measure_cell, value_text
from kasales_xl.pages.page import Cell, Column, Content, Page, Paragraph, Table
from kasales_xl.pages.parts import count_cell, grade_cell, team_name
from kasales_xl.pages.style import CENTER, GRADE, NEUTRAL, QUIET, STRONG, WATCH
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import plain

#: Counts of things to follow up, by the code of their indicator.
FOLLOW_UP = ("esp.overdue", "tas.flagged", "mci.waiting")
_HEADLINES = tuple(indicator for indicator in INDICATORS.values() if indicator.headline)


def heat_all_page(sellers: Sequence[Standing], subtitle: Words) -> Page:
    """sellers: by team and ID, never ranked. Grade and headline indicator of each dimension, requests
    that wait, overdue next actions, deals with red flags; below each team its middle grades."""
    rows: list[tuple[Content, ...]] = []
    for team, members in groupby(sellers, key=lambda seller: seller.team):
        found = tuple(members)
        rows += [_line(seller) for seller in found]
        rows.append(_middle(team, found))
    return Page(
        "heat",
        WORDS["title-heat-all"],
        WORDS["tab-heat"],
        (
            Paragraph(WORDS["no-ranking"], QUIET),
            Table("heat", _columns(), tuple(rows), empty=WORDS["no-sellers"]),
        ),
        subtitle,
        "list",
        fixed=2,
    )


def _columns() -> tuple[Column, ...]:
    columns = [Column("team", WORDS["team"]), Column("seller", WORDS["seller"])]
    for dimension, headline in zip(Dimension, _HEADLINES, strict=True):
        group = f"{dimension.zh} {dimension.en}" if lang == "zh" else dimension.en
        columns.append(Column(dimension.value, WORDS["grade"], GRADE, group=group))
        columns.append(Column(headline.code, headline.name, CENTER, group=group))
    watch = WORDS["to-watch"]
    columns += (Column(code, INDICATORS[code].name, CENTER, group=watch) for code in FOLLOW_UP)
    return tuple(columns)


def _line(seller: Standing) -> tuple[Content, ...]:
    cells: list[Content] = [team_name(seller.team), seller.name]
    for place, headline in enumerate(_HEADLINES):
        measure = seller.measures[headline.code]
        cells.append(grade_cell(seller.grades[place], seller.confirmed))
        if seller.unbacked[place]:
            cells.append(Cell(f"▲ {WORDS['no-record']}", WATCH))
        else:
            said = measure.value is not None
            cells.append(Cell(value_text(measure), CENTER) if said else measure_cell(measure))
    for code in FOLLOW_UP:
        measure = seller.measures[code]
        known = measure.value is not None
        cells.append(count_cell(int(measure.value or 0)) if known else measure_cell(measure))
    return tuple(cells)


def _middle(team: str, members: Sequence[Standing]) -> tuple[Content, ...]:
    """The team's middle grade, and of how many sellers the indicator can be told."""
    name = WORDS["team-middle"](team=team_name(team))
    cells: list[Content] = [Cell(name, STRONG), Cell(len(members), NEUTRAL)]
    for place, headline in enumerate(_HEADLINES):
        middle = median(seller.grades[place] for seller in members)
        told = sum(seller.measures[headline.code].value is not None for seller in members)
        cells.append(Cell("–" if middle is None else plain(middle), NEUTRAL))
        cells.append(Cell(WORDS["told"](n=told, whole=len(members)), NEUTRAL))
    for code in FOLLOW_UP:
        total = sum(int(seller.measures[code].value or 0) for seller in members)
        cells.append(Cell(total, NEUTRAL))
    return tuple(cells)
