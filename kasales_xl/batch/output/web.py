"""The web page of a run: one file, or one a team where there are too many sellers for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from kasales_xl.batch.options import RunOptions
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.history.past import Past
from kasales_xl.files.outputs.staged import Staged
from kasales_xl.files.web.file import PageFile
from kasales_xl.files.web.index import HOME, Team, index_record, names_record
from kasales_xl.files.web.page_json import page_json
from kasales_xl.files.web.seller import packed
from kasales_xl.pages.page import Page
from kasales_xl.pages.seller_parts import SellerParts

#: Sellers up to whom everything stands in one file: some 30 kB each, and it still opens at once.
ONE_FILE = 1000


class WebPages:
    """Teams come one after the other, then the organisation. Files are complete when the block ends."""

    def __init__(
        self,
        staged: Staged,
        options: RunOptions,
        standings: Sequence[Standing],
        stems: Sequence[tuple[str, str]],
    ) -> None:
        """standings: by team and ID; stems: each team and what its files are called."""
        self._staged, self._options, self._standings = staged, options, standings
        several = len(standings) > ONE_FILE
        self._teams = [
            Team(team, sum(s.team == team for s in standings), f"{stem}.html" if several else HOME)
            for team, stem in stems
        ]
        self._numbers = {one.name: number for number, one in enumerate(self._teams)}
        self._pasts: dict[str, Past] = {}
        self._accounts: list[list[tuple[str, str]]] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        path = self._open.enter_context(self._staged.file(HOME))
        self._home = PageFile(path, self._options.lang)
        self._open.callback(self._home.give_up)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def add_team(
        self, team: str, pages: Sequence[Page], parts: Sequence[SellerParts], records: Iterable[bytes]
    ) -> None:
        """pages: of the team's workbook; records: of its sellers, packed. Raises CannotWrite."""
        number = self._numbers[team]
        shown = tuple(page for page in pages if ":" not in page.key)
        self._teams[number] = Team(team, len(parts), self._teams[number].file, shown)
        first = len(self._accounts)
        for part in parts:
            self._accounts.append([(v.account.account_id, v.account.account) for _, v in part.accounts])
            if part.past is not None:
                self._pasts[part.standing.seller_id] = part.past
        if self._teams[number].file == HOME:
            self._put_team(self._home, number, shown, first, records)
            return
        with self._staged.file(self._teams[number].file) as path:
            file = PageFile(path, self._options.lang)
            try:
                self._put_team(file, number, shown, first, records)
                before: list[list[tuple[str, str]]] = [[] for _ in range(first)]
                file.put("find", packed(names_record(before + self._accounts[first:])))
                file.close(packed(self._index(self._teams[number].file)))
            finally:
                file.give_up()

    def _put_team(
        self, file: PageFile, number: int, pages: Sequence[Page], first: int, records: Iterable[bytes]
    ) -> None:
        for page in pages:
            file.put(f"t{number}-{page.key}", packed(page_json(page)))
        for seller, record in enumerate(records, start=first):
            file.put(f"s{seller}", record)

    def end(self, pages: Sequence[Page]) -> None:
        """pages: of the organisation's workbook."""
        for page in pages:
            self._home.put(f"o-{page.key}", packed(page_json(page)))
        self._home.put("find", packed(names_record(self._accounts)))
        self._home.close(packed(self._index(HOME, pages)))

    def _index(self, here: str, pages: Sequence[Page] = ()) -> dict[str, object]:
        return index_record(
            here,
            self._teams,
            self._standings,
            on=self._options.on,
            lang=self._options.lang,
            pages=pages,
            pasts=self._pasts if here == HOME else None,
        )
