"""The web page of a run: one file, or one a team where there are too many sellers for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kasales_xl.batch.engines.engine import Engine, Ticket
from kasales_xl.batch.options import RunOptions
from kasales_xl.core.card.standing import Standing
from kasales_xl.files.outputs.staged import Staged
from kasales_xl.files.web.file import PageFile
from kasales_xl.files.web.index import HOME, IndexTeam, index_record
from kasales_xl.files.web.page_json import Json, page_json
from kasales_xl.files.web.squeezed import squeezed
from kasales_xl.files.web.team import TeamHead, head_of, read_head
from kasales_xl.pages.page import Page

#: Sellers up to whom everything stands in one file: some 30 kB each, and it still opens at once.
ONE_FILE = 1000


@dataclass(frozen=True)
class WebTeam:
    """``stem``: what its files are called; ``parts``: where its parts of the page lie; ``sellers``: theirs,
    in the order of the pages."""

    team: str
    stem: str
    parts: Path
    sellers: tuple[Ticket[bytes], ...]


def write_web(
    staged: Staged,
    options: RunOptions,
    standings: Sequence[Standing],
    teams: Sequence[WebTeam],
    pages: Sequence[Page],
    engine: Engine,
) -> None:
    """standings: by team and ID; pages: of the organisation's workbook. Raises CannotWrite."""
    several = len(standings) > ONE_FILE
    heads = [head_of(team.parts) for team in teams]
    known = [
        IndexTeam(team.team, len(team.sellers), f"{team.stem}.html" if several else HOME) for team in teams
    ]
    if several:
        for number, (team, head) in enumerate(zip(teams, heads, strict=True)):
            with _page(staged, known[number].file, options) as page:
                _put_team(page, team, 0, engine)
                of = replace(known[number], pages=head.pages)
                # of the others their names only, to lead there: with all their sellers in every file
                # the files would grow with the square of the organisation
                around = [*known[:number], of, *known[number + 1 :]]
                own = [seller for seller in standings if seller.team == team.team]
                page.put("find", squeezed(_names(own, [head])))
                page.put("index", squeezed(_index(of.file, around, own, options)))
    with _page(staged, HOME, options) as home:
        first = 0
        for team in () if several else teams:
            _put_team(home, team, first, engine)
            first += len(team.sellers)
        for page_of in pages:
            home.put(f"o-{page_of.key}", squeezed(page_json(page_of)))
        steps = {seller: of for head in heads for seller, of in head.steps.items()}
        whole = [replace(one, pages=head.pages) for one, head in zip(known, heads, strict=True)]
        home.put("find", squeezed(_names(standings, heads)))
        home.put("index", squeezed(_index(HOME, whole, standings, options, pages, steps)))
    for team in teams:
        team.parts.unlink()


@contextmanager
def _page(staged: Staged, name: str, options: RunOptions) -> Iterator[PageFile]:
    with staged.file(name) as path:
        page = PageFile(path, options.lang)
        try:
            yield page
            page.end()
        finally:
            page.close()


def _put_team(page: PageFile, team: WebTeam, first: int, engine: Engine) -> None:
    """first: the number of its first seller in the page."""
    with team.parts.open("rb") as file:
        read_head(file)
        page.put_parts(file)
    for number, seller in enumerate(team.sellers, start=first):
        page.put(f"s{number}", engine.get(seller))


def _names(standings: Sequence[Standing], heads: Sequence[TeamHead]) -> list[list[list[str]]]:
    """ID and name of every account, seller by seller: what the search looks through."""
    accounts = {seller: of for head in heads for seller, of in head.accounts.items()}
    return [accounts.get(seller.seller_id, []) for seller in standings]


def _index(
    here: str,
    teams: Sequence[IndexTeam],
    standings: Sequence[Standing],
    options: RunOptions,
    pages: Sequence[Page] = (),
    steps: Mapping[str, Sequence[list[object]]] | None = None,
) -> Json:
    return index_record(here, teams, standings, on=options.on, lang=options.lang, pages=pages, steps=steps)
