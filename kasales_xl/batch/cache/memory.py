"""What of a run need not be done again: books whose file, policy, program, day and past are the same, and
teams all of whose members are.

Three kinds of entries. ``read``: the cells of a file, whatever the day; ``book``: what was made of them for
one day and policy; ``team``: which bytes the workbook of these members has, which lies in the output
folder."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from kasales_xl.batch.cache.kept_sheets import READ, KeptSheets
from kasales_xl.batch.cache.program import program_fingerprint
from kasales_xl.batch.cache.store import Missing, Piece, Store
from kasales_xl.batch.engines.engine import Came, Entry, Team, Ticket
from kasales_xl.batch.grading.file import content_digest
from kasales_xl.batch.grading.judging import Judged, Wanted, judge
from kasales_xl.batch.grading.packing import Unpacked, packed, unpacked
from kasales_xl.batch.workers.pool import all_cores
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.files.history.rows import seller_key
from kasales_xl.files.outputs.manifest import digest
from kasales_xl.files.xlsx_in.refusal import Refused

Item = TypeVar("Item")
_BODIES = ("findings", "card", "parts", "contacts", "snapshot", "web")


@dataclass(frozen=True, slots=True)
class Stored(Ticket[Item]):
    """For one body of an entry; ``digest`` of its content."""

    key: str
    name: str
    digest: str


class Memory:
    """``marks``: by seller ID as the history knows it, what the history holds of days before this one; None
    without a history."""

    def __init__(self, store: Store, marks: Mapping[str, str] | None) -> None:
        self._store, self._marks = store, marks
        self._program = program_fingerprint()
        self._known: dict[str, Wanted] = {}
        self._hashing = ThreadPoolExecutor(all_cores())

    def digests(self, wanted: list[Wanted]) -> list[str]:
        """Of each file's content; blank for one that must be looked at closer."""
        return list(self._hashing.map(_digest_of, wanted))

    def find(self, wanted: Wanted, content: str) -> Came | None:
        """What came of this book before; None where it has to be graded."""
        key = self._book_key(wanted, content)
        try:
            mark, file, findings, claimant, standing, digests = unpacked(self._store.head(key))
        except (Missing, Unpacked, ValueError):
            return None
        entry = None
        if claimant is not None:
            if mark != self._mark(claimant.seller_id):
                return None
            claimant = replace(claimant, path=wanted.source.path)
            tickets: dict[str, Stored[Any]] = {name: Stored(key, name, digests[name]) for name in digests}
            entry = Entry(
                claimant,
                standing,
                tickets["card"],
                tickets["parts"],
                tickets["contacts"],
                tickets.get("snapshot"),
                tickets.get("web"),
            )
        self._known[key] = wanted
        self._store.use(key, self._read_key(wanted, content))
        return Came(file, Stored(key, "findings", findings), entry)

    def before(self, wanted: Wanted, content: str) -> KeptSheets:
        """Where its worker finds the cells of the file."""
        key = self._read_key(wanted, content) if content else ""
        return KeptSheets(self._store.file, key, self._store.secret)

    def keep(self, wanted: Wanted, content: str, judged: Judged) -> None:
        """A file that changed while it was read is not remembered."""
        if not content or judged.digest != content:
            return
        read = self._read_key(wanted, content)
        if judged.read:
            self._store.put(Piece(read, "read", packed(()), {READ: judged.read}))
        else:
            self._store.use(read)
        bodies = {name: body for name in _BODIES if (body := getattr(judged, name))}
        digests = {name: _digest(body) for name, body in bodies.items()}
        # where the file lies is not of its making, and a path is no value of ours
        claimant = judged.claimant and replace(judged.claimant, path=None)  # type: ignore[arg-type]
        mark = self._mark(claimant.seller_id) if claimant else ""
        head = (mark, judged.file, digests["findings"], claimant, judged.standing, digests)
        self._store.put(Piece(self._book_key(wanted, content), "book", packed(head), bodies))

    def packed(self, ticket: Stored[Any]) -> bytes:
        """Where it was spoiled since the run began, the book is graded once more."""
        try:
            return self._store.body(ticket.key, ticket.name)
        except Missing:
            return cast(bytes, getattr(judge(self._known[ticket.key]), ticket.name))

    def team(self, team: Team, parts: list[str]) -> Pooled | None:
        """The workbook of the same members, if it still lies in the output folder as it was written, is in
        its place then. parts: digests. Returns what the closed deals come to."""
        try:
            key = self._team_key(team, parts)
            written, past = unpacked(self._store.head(key))
            if team.web:
                team.web.write_bytes(self._store.body(key, "web"))
            shutil.copyfile(team.before, team.path)
        except (Missing, Unpacked, ValueError, OSError):
            return None
        if digest(team.path) != written or not isinstance(past, Pooled):
            team.path.unlink()
            return None
        self._store.use(self._team_key(team, parts))
        return past

    def keep_team(self, team: Team, parts: list[str], past: Pooled) -> None:
        head = packed((digest(team.path), past))
        web = {"web": team.web.read_bytes()} if team.web else {}
        self._store.put(Piece(self._team_key(team, parts), "team", head, web))

    def close(self) -> None:
        self._hashing.shutdown(cancel_futures=True)
        self._store.close()

    def _mark(self, seller_id: str) -> str:
        return "" if self._marks is None else self._marks.get(seller_key(seller_id), "")

    def _read_key(self, wanted: Wanted, content: str) -> str:
        return self._key("read", content, wanted.source.name)

    def _book_key(self, wanted: Wanted, content: str) -> str:
        company = wanted.company.model_dump_json() if wanted.company else ""
        return self._key(
            "book",
            content,
            wanted.source.name,
            wanted.on.isoformat(),
            company,
            *map(str, (wanted.history is not None, wanted.apart, wanted.redact, wanted.cards, wanted.web)),
            *map(str, (wanted.details, wanted.plans)),
        )

    def _team_key(self, team: Team, parts: list[str]) -> str:
        return self._key("team", team.team, team.on.isoformat(), team.lang, repr(team.sheets), *parts)

    def _key(self, *said: str) -> str:
        return _digest("\0".join((self._program, *said)).encode())


def digest_of_packed(content: bytes) -> str:
    return _digest(content)


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _digest_of(wanted: Wanted) -> str:
    source = wanted.source
    with suppress(Refused):
        # fetching it from elsewhere is most of the work
        return "" if source.url else content_digest(source.read())
    return ""
