"""The tables of all teams and of all sellers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.terms import Level, MoneyUnit
from kasales_xl.pages.list_page import list_page
from kasales_xl.pages.measure_cells import sum_fields
from kasales_xl.pages.page import Page, Paragraph, Words
from kasales_xl.pages.parts import grade_fields, team_name
from kasales_xl.pages.standing_fields import (
    alone,
    count_fields,
    finding_fields,
    outcome_fields,
    risk_fields,
)
from kasales_xl.pages.style import INT, QUIET
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.team import LEVEL_FIELDS
from kasales_xl.text.pages.words import WORDS

#: The sellers of one team, at least one.
Team = Sequence[Standing]


def teams_page(sellers: Sequence[Standing], unit: MoneyUnit, subtitle: Words) -> Page:
    """One row a team; sellers: by team. unit: of the amounts shown."""
    teams = [tuple(members) for _, members in groupby(sellers, key=lambda seller: seller.team)]
    listed = table("teams", _team_fields(unit), teams, empty=WORDS["no-sellers"])
    return list_page("teams", listed, subtitle)


def _team_fields(unit: MoneyUnit) -> tuple[Field[Team], ...]:
    return (
        Field("team", WORDS["team"], lambda team: team_name(team[0].team)),
        Field("sellers", WORDS["sellers"], len, INT),
        *(_at_level(level) for level in reversed(Level)),
        *count_fields(_members, "by-tier"),
        *risk_fields(_members),
        *sum_fields(unit),
        *finding_fields(_findings),
    )


def _at_level(level: Level) -> Field[Team]:
    """How many sellers of a team."""
    group = WORDS["by-level"]
    return Field(level.value, level, lambda team: sum(s.level is level for s in team), INT, group=group)


def _members(team: Team) -> Team:
    return team


def _findings(team: Team, severity: str) -> int:
    return sum(seller.findings[severity] for seller in team)


def sellers_page(sellers: Sequence[Standing], unit: MoneyUnit, subtitle: Words) -> Page:
    """One row a seller, in the order given, no ranking. unit: of the amounts shown."""
    listed = table("sellers", _seller_fields(unit), sellers, empty=WORDS["no-sellers"])
    return list_page("sellers", listed, subtitle, Paragraph(WORDS["no-ranking"], QUIET))


def _seller_fields(unit: MoneyUnit) -> tuple[Field[Standing], ...]:
    return (
        Field("seller", WORDS["seller"], lambda seller: seller.name),
        Field("seller_id", WORDS["seller-id"], lambda seller: seller.seller_id),
        Field("team", WORDS["team"], lambda seller: team_name(seller.team)),
        *LEVEL_FIELDS,
        *count_fields(alone, "key-account-count"),
        *grade_fields(),
        *outcome_fields(unit),
    )
