"""Does a tier tell who will win? A team's sellers, or the company's teams, and what came of their tiers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.exact import percent
from kasales_xl.core.history.calibration import Calibration, CalibrationLine, calibration_lines, together
from kasales_xl.core.policy import Policy, TierBasis
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.pages.list_page import list_page
from kasales_xl.pages.page import Cell, Content, Page, Paragraph, Words
from kasales_xl.pages.parts import tier_cell
from kasales_xl.pages.style import CENTER, NEUTRAL, QUIET, SHARE, TIER
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS


class _Row(NamedTuple):
    """One tier of one group; ``line`` None where too few of its deals have closed to say anything."""

    who: Words
    basis: TierBasis
    told: int
    line: CalibrationLine | None


def team_calibration_page(
    team: Words, sellers: Sequence[Standing], policy: Policy, subtitle: Words
) -> Page | None:
    """The team as one, then its sellers in the order given; None while no history says what was."""
    known = [(seller.name, seller.calibration) for seller in sellers if seller.calibration is not None]
    return _page(team, [(WORDS["whole-team"], together(one for _, one in known)), *known], policy, subtitle)


def company_calibration_page(
    teams: Iterable[tuple[Words, Sequence[Standing]]], policy: Policy, subtitle: Words
) -> Page | None:
    """The company as one, then its teams; None while no history says what was."""
    known = []
    for name, members in teams:
        told = [one.calibration for one in members if one.calibration is not None]
        if told:
            known.append((name, together(told)))
    whole = (WORDS["whole-company"], together(one for _, one in known))
    return _page(WORDS["all-teams"], [whole, *known], policy, subtitle)


def _page(
    name: Words, groups: Sequence[tuple[Words, Calibration]], policy: Policy, subtitle: Words
) -> Page | None:
    if len(groups) < 2:
        return None
    rows = [row for who, calibration in groups for row in _rows(who, calibration, policy)]
    note = WORDS["calibration-note"](least=policy.calibration_min_deals, untold=groups[0][1].untold)
    return list_page(
        "calibration", table("calibration", _FIELDS, rows), subtitle, Paragraph(note, QUIET), team=name
    )


def _rows(who: Words, calibration: Calibration, policy: Policy) -> Iterator[_Row]:
    for basis in TierBasis:
        told = calibration.told(basis)
        lines = calibration_lines(calibration, policy, basis)
        yield from (_Row(who, basis, told, line) for line in lines)
        if not lines and (told or basis is TierBasis.CLAIMED):
            yield _Row(who, basis, told, None)


def _basis(row: _Row) -> Text:
    return WORDS["choice-claimed" if row.basis is TierBasis.CLAIMED else "choice-confirmed"]


def _tier(row: _Row) -> Content:
    return tier_cell(row.line.tier) if row.line else Cell(WORDS["few"], NEUTRAL)


def _interval(row: _Row) -> Content:
    return f"{percent(row.line.low)}–{percent(row.line.high)}" if row.line else NOTHING


_FIELDS: tuple[Field[_Row], ...] = (
    Field("who", WORDS["calibration-who"], lambda row: row.who),
    Field("basis", WORDS["calibration-basis"], _basis),
    Field("tier", WORDS["tier-at-opening"], _tier, TIER),
    Field("won", WORDS["won-n"], lambda row: row.line.won if row.line else None, CENTER),
    Field("closed", WORDS["closed-n"], lambda row: row.line.closed if row.line else row.told, CENTER),
    Field("rate", WORDS["won-share"], lambda row: row.line.rate if row.line else None, SHARE),
    Field("interval", WORDS["interval"], _interval, CENTER),
)
