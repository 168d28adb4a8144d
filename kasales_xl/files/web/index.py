"""What a page knows before anything is unpacked: who there is, how to get there, and the page's own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.history.past import Past
from kasales_xl.core.terms import Lang, Level, MoneyUnit
from kasales_xl.files.web.book_rows import headers
from kasales_xl.files.web.page_json import Json
from kasales_xl.files.web.sides import plain
from kasales_xl.pages.page import Page, Words
from kasales_xl.pages.parts import LEVEL_NAMES, team_name
from kasales_xl.text.pages.web import WEB
from kasales_xl.text.pages.words import WORDS
from kasales_xl.version import __version__

#: Where the organisation stands.
HOME = "index.html"
#: A step of a seller's trend: the day's number, the level's rank, progress, accounts strong, mid, junior.
Step = list[Any]


@dataclass(frozen=True)
class Team:
    """``file``: the page that holds its sellers; ``pages``: what there is of it, as tabs."""

    name: str
    sellers: int
    file: str
    pages: tuple[Page, ...] = ()


def index_record(
    here: str,
    teams: Sequence[Team],
    standings: Sequence[Standing],
    *,
    on: dt.date,
    lang: Lang,
    pages: Sequence[Page] = (),
    pasts: Mapping[str, Past] | None = None,
) -> Json:
    """here: the file that it is for; standings: by team and ID; pages: the organisation's; pasts: of sellers
    by ID, where two days can be compared in this file."""
    numbers = {team.name: number for number, team in enumerate(teams)}
    days, steps = _trend(standings, pasts or {})
    return {
        "here": here,
        "home": HOME,
        "on": on.isoformat(),
        "lang": lang,
        "program": __version__,
        "pages": [_tab(page) for page in pages],
        "teams": [
            {
                "name": plain(team_name(team.name)),
                "sellers": team.sellers,
                "file": team.file,
                "pages": [_tab(page) for page in team.pages],
            }
            for team in teams
        ],
        "sellers": [[plain(s.seller_id), plain(s.name), numbers[s.team]] for s in standings],
        "days": days,
        "past": steps,
        "levels": [{"code": level.value, "name": plain(LEVEL_NAMES[level])} for level in Level],
        "figures": _figures(),
        "cols": {
            sheet: [[key, plain(label)] for key, label in named.items()] for sheet, named in headers().items()
        },
        "words": {code: plain(text) for code, text in WEB.items()},
    }


def names_record(claims: Sequence[Sequence[tuple[str, str]]]) -> list[list[list[Any]]]:
    """ID and name of every account, seller by seller: what the search looks through."""
    return [[[plain(key), plain(name)] for key, name in of] for of in claims]


def _tab(page: Page) -> Json:
    return {"k": page.key, "n": plain(page.sheet), "f": page.form}


def _trend(standings: Sequence[Standing], pasts: Mapping[str, Past]) -> tuple[list[str], list[list[Step]]]:
    """The days on which anybody was scored, and every seller's steps."""
    days = sorted({step.on for past in pasts.values() for step in past.steps})
    at = {day: number for number, day in enumerate(days)}
    steps = [
        [
            [at[s.on], s.level.rank, plain(s.progress), s.counts.strong, s.counts.mid, s.counts.junior]
            for s in pasts[seller.seller_id].steps
        ]
        if seller.seller_id in pasts
        else []
        for seller in standings
    ]
    return [day.isoformat() for day in days], steps


def _figures() -> dict[str, str]:
    """Which key figure of a seller rests on which cells (``behind``), by its label in Chinese."""
    labels: list[tuple[str, Words]] = [
        ("attainment", WORDS["attainment"]),
        ("level", WORDS["level"]),
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
