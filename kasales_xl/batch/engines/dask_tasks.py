"""What the machines of a cluster are asked to do. All results stay with them until somebody needs them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kasales_xl.batch.across.duplicates import Claimant
from kasales_xl.batch.grading.judging import Judged, Wanted, judge, not_judged
from kasales_xl.batch.output.team import TeamTask, write_team
from kasales_xl.batch.workers.pool import Limits, Lost, each
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.team import Pooled
from kasales_xl.pages.organisation.books import FileFindings

#: What waits of a book beside its pages.
TEXTS = ("findings", "card", "contacts", "snapshot", "web")
#: What of it comes to the root with the book's team.
WITH_TEAM = ("card", "snapshot", "web")


@dataclass(frozen=True, slots=True)
class Light:
    """All of a book that the root keeps in memory; ``texts``: the names of those it has."""

    file: FileFindings
    claimant: Claimant | None
    standing: Standing | None
    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Member:
    """What a team needs of one book; ``texts`` by name."""

    parts: bytes
    texts: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class TeamResult:
    """``workbook``: the file; ``web``: the team's parts of the web page; ``texts`` of the members, in their
    order."""

    workbook: bytes
    web: bytes
    past: Pooled
    texts: list[dict[str, bytes]]


def judge_chunk(wanted: Sequence[Wanted], limits: Limits) -> list[Judged]:
    """Some books, one after the other, in a process of their own that may die."""
    came = dict(each(judge, wanted, jobs=1, limits=limits, isolated=True))
    judged = []
    for number, one in enumerate(wanted):
        result = came[number]
        judged.append(not_judged(one.source, result, limits) if isinstance(result, Lost) else result)
    return judged


def lights(judged: Sequence[Judged]) -> list[Light]:
    there = [frozenset(name for name in TEXTS if getattr(one, name)) for one in judged]
    return [Light(one.file, one.claimant, one.standing, had) for one, had in zip(judged, there, strict=True)]


def texts(judged: Sequence[Judged]) -> list[dict[str, bytes]]:
    return [{name: getattr(one, name) for name in TEXTS} for one in judged]


def pick(judged: Sequence[Judged], places: Sequence[int]) -> list[Member]:
    return [
        Member(judged[at].parts, {name: getattr(judged[at], name) for name in WITH_TEAM}) for at in places
    ]


def gather(pieces: Sequence[Sequence[Member]]) -> list[Member]:
    """One more level of the tree."""
    return [member for piece in pieces for member in piece]


def team_result(task: TeamTask, pieces: Sequence[Sequence[Member]], order: Sequence[int]) -> TeamResult:
    """order: where each member of the team stands among those of the pieces."""
    there = gather(pieces)
    members = [there[at] for at in order]
    with tempfile.TemporaryDirectory(prefix="kasales-") as folder:
        path, web = Path(folder) / "team.xlsx", task.web and Path(folder) / "team.part"
        past = write_team(replace(task, path=path, web=web, parts=[member.parts for member in members]))
        texts = [member.texts for member in members]
        return TeamResult(path.read_bytes(), web.read_bytes() if web else b"", past, texts)


def reaches_history(address: str) -> str:
    """Blank where the history can be read from here, else why not."""
    from kasales_xl.files.history.database import HistoryError
    from kasales_xl.files.history.store import History

    try:
        with History(address) as history:
            history.must_exist()
    except HistoryError as error:
        return str(error)
    return ""
