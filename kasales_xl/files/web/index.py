"""What a page knows before anything is unpacked: who there is, how to get there, and the page's own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.terms import LANGS, Lang, Level, MoneyUnit
from kasales_xl.files.web.book_rows import headers
from kasales_xl.files.web.page_json import Json
from kasales_xl.files.web.sides import plain
from kasales_xl.files.web.team import Step, tab_json, team_mark
from kasales_xl.pages.page import Page, Words
from kasales_xl.pages.parts import LEVEL_NAMES, team_name
from kasales_xl.pages.relations.words import map_words
from kasales_xl.text.pages.web import WEB
from kasales_xl.text.pages.words import WORDS
from kasales_xl.version import __version__

#: Where the organisation stands.
HOME = "index.html"


@dataclass(frozen=True)
class IndexTeam:
    """``file``: the page that holds its sellers; ``pages``: what there is of it, as tabs."""

    name: str
    sellers: int
    file: str
    pages: Sequence[Json] = ()


def index_record(
    here: str,
    teams: Sequence[IndexTeam],
    standings: Sequence[Standing],
    *,
    on: dt.date,
    lang: Lang,
    pages: Sequence[Page] = (),
    steps: Mapping[str, Sequence[Step]] | None = None,
) -> Json:
    """here: the file that it is for; standings: by team and ID; pages: the organisation's; steps: of sellers
    by ID, where two days can be compared in this file."""
    numbers = {team.name: number for number, team in enumerate(teams)}
    steps = steps or {}
    days = sorted({step[0] for of in steps.values() for step in of})
    at = {day: number for number, day in enumerate(days)}
    return {
        "here": here,
        "home": HOME,
        "on": on.isoformat(),
        "lang": lang,
        "program": __version__,
        "pages": [tab_json(page) for page in pages],
        "teams": [_team(team) for team in teams],
        "sellers": [[plain(s.seller_id), plain(s.name), numbers[s.team]] for s in standings],
        "days": days,
        "past": [[[at[step[0]], *step[1:]] for step in steps.get(s.seller_id, ())] for s in standings],
        "levels": [{"code": level.value, "name": plain(LEVEL_NAMES[level])} for level in Level],
        "figures": _figures(),
        "cols": {
            sheet: [[key, plain(label)] for key, label in named.items()] for sheet, named in headers().items()
        },
        "map": [map_words(side) for side in LANGS],
        "words": {code: plain(text) for code, text in {**WEB, "fits": WORDS["fits"]}.items()},
    }


def _team(team: IndexTeam) -> dict[str, Any]:
    return {
        "id": team_mark(team.name),
        "name": plain(team_name(team.name)),
        "sellers": team.sellers,
        "file": team.file,
        "pages": list(team.pages),
    }


def _figures() -> dict[str, str]:
    """Which key figure of a seller rests on which cells (``behind``), by its label in Chinese."""
    labels: list[tuple[str, Words]] = [
        ("attainment", WORDS["attainment"]),
        ("level", WORDS["level"]),
        ("target", WORDS["target-plain"]),
        ("won", WORDS["won-plain"]),
        ("expected", WORDS["year-forecast"]),
        ("key_accounts", WORDS["key-account-count"]),
        ("confirmed", WORDS["tiers-confirmed"]),
        *((code, INDICATORS[f"tas.{code}"].name) for code in ("win_rate", "coverage")),
    ]
    for unit in MoneyUnit:
        labels += [(code, WORDS[code](unit=unit)) for code in ("target", "won")]
        labels.append(("expected", WORDS["tile-unit"](name=INDICATORS["tas.expected"].name, unit=unit)))
    return {_zh(label): code for code, label in labels}


def _zh(label: Words) -> str:
    said = plain(label)
    return str(said[0] if isinstance(said, list) else said)
