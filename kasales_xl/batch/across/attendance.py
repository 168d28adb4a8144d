"""A roster beside what was sent: who is missing, who has sent several books or an old one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kasales_xl.batch.across.duplicates import Choice, Claimant
from kasales_xl.batch.options import OLD_AFTER
from kasales_xl.core.findings import Finding, FindingKind, Place
from kasales_xl.core.names import name_key
from kasales_xl.core.text import LISTED
from kasales_xl.files.roster import Member
from kasales_xl.pages.organisation.roster import Attendance, RosterLine, RosterState
from kasales_xl.text.findings.roster import NOT_ON_ROSTER, ROSTER_MISSING, ROSTER_OLD, ROSTER_UNREAD

_KINDS: Mapping[RosterState, FindingKind] = {
    RosterState.MISSING: ROSTER_MISSING,
    RosterState.UNREAD: ROSTER_UNREAD,
    RosterState.OLD: ROSTER_OLD,
    RosterState.STRANGER: NOT_ON_ROSTER,
}


def owners_of(members: Iterable[Member]) -> dict[str, str]:
    """Whose an ID is: the name by the comparable form of the ID."""
    return {name_key(member.seller_id): member.name for member in members if member.name}


def attendance(
    members: Sequence[Member],
    roster: str,
    claimants: Iterable[Claimant],
    choice: Choice,
    rejected: Iterable[str],
    *,
    on: dt.date,
    old_after: int = OLD_AFTER,
) -> Attendance:
    """claimants: all readable books; rejected: the names of files that could not be read, by which it is told
    whose they may be. roster: the file's name."""
    sent: defaultdict[str, list[Claimant]] = defaultdict(list)
    for claimant in claimants:
        sent[name_key(claimant.seller_id)].append(claimant)
    unread = list(rejected)
    known = {name_key(member.seller_id) for member in members}
    lines = [
        line
        for member in members
        if (line := _line(member, sent[name_key(member.seller_id)], choice, unread, on, old_after))
    ]
    lines += [
        RosterLine(one.seller_id, one.person, "", RosterState.STRANGER, one.name)
        for key, several in sent.items()
        if key not in known
        for one in several
        if one.path not in choice.left_out
    ]
    rank = {state: number for number, state in enumerate(RosterState)}
    lines.sort(key=lambda line: (rank[line.state], line.team, line.seller_id))
    return Attendance(len(members), tuple(lines), roster)


def _line(
    member: Member,
    books: list[Claimant],
    choice: Choice,
    unread: list[str],
    on: dt.date,
    old_after: int,
) -> RosterLine | None:
    def line(state: RosterState, files: Iterable[str] = (), day: str = "") -> RosterLine:
        names = LISTED.zh.join(sorted(files))
        return RosterLine(member.seller_id, member.name, member.team, state, names, day, member.row)

    mine = [book for book in books if not member.name or name_key(book.person) == name_key(member.name)]
    # a name spelled otherwise is still somebody under this ID, unless the roster's own person is there too
    mine = mine or books
    if not mine:
        theirs = [name for name in unread if _named(member, name)]
        return line(RosterState.UNREAD, theirs) if theirs else line(RosterState.MISSING)
    if len(mine) > 1:
        return line(RosterState.TWICE, (book.name for book in mine))
    day = mine[0].saved[:10]
    if day and day < (on - dt.timedelta(days=old_after)).isoformat():
        return line(RosterState.OLD, (mine[0].name,), day)
    return None


def _named(member: Member, file: str) -> bool:
    """Does a file's name hold the person's name, or the whole ID?"""
    name = name_key(file.rpartition("/")[2])
    own = name_key(member.name)
    return (bool(own) and len(own) > 1 and own in name) or name_key(member.seller_id) in _words(name)


def _words(name: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in name).split())


def attendance_findings(attendance: Attendance) -> Iterator[Finding]:
    """One for each line, but for several books, which have findings of their own."""
    for line in attendance.lines:
        kind = _KINDS.get(line.state)
        if kind is not None:
            place = Place(file=attendance.roster, row=line.row)
            if line.state is RosterState.STRANGER:
                place = Place(file=line.files)
            words = (("name", line.name), ("files", line.files), ("saved", line.saved))
            yield Finding(kind, place, line.seller_id, words=words)
