"""How a scoring run is told at its end: what was graded, who is missing, what was written."""

from __future__ import annotations

import click

from kasales_xl.batch.output.writing import Outcome
from kasales_xl.commands.terminal.language import spoken, tell
from kasales_xl.commands.terminal.printing import count_line
from kasales_xl.core.findings import Severity
from kasales_xl.core.text import LISTED, Text, join
from kasales_xl.files.outputs.staged import Published
from kasales_xl.pages.organisation.roster import Attendance, RosterState

#: How many names a line holds.
_NAMED = 12
_STATES = {
    RosterState.MISSING: Text("没交：{names}", "Sent nothing: {names}"),
    RosterState.UNREAD: Text("交了读不出来：{names}", "Sent, cannot be read: {names}"),
    RosterState.TWICE: Text("交了几本：{names}", "Sent several: {names}"),
    RosterState.OLD: Text("交的是旧的：{names}", "Sent an old one: {names}"),
    RosterState.STRANGER: Text("名单上没有：{names}", "Not on the roster: {names}"),
}


def tell_outcome(outcome: Outcome) -> None:
    """What was graded, what was left out, what was written."""
    words = Text(
        "读了 {files} 个文件，评了 {sellers} 位销售、{teams} 个团队。",
        "Read {files} files, graded {sellers} sellers in {teams} teams.",
    )
    tell(words(files=outcome.files, sellers=outcome.sellers, teams=outcome.teams))
    if outcome.reused:
        same = Text("其中 {n} 本没变，没有重读。", "{n} of them had not changed and were not read again.")
        tell(same(n=outcome.reused))
    for name in outcome.rejected:
        tell(click.style(spoken(Text("没读：{name}", "Not read: {name}")(name=name)), fg="red"))
    counts = count_line({severity: outcome.findings[severity.value] for severity in Severity})
    tell(Text("数据问题：{counts}", "Findings: {counts}")(counts=counts))
    for path in outcome.published.written:
        click.echo(f"  {path}")
    tell_published(outcome.published)
    if outcome.attendance is not None:
        tell_attendance(outcome.attendance)


def tell_published(published: Published) -> None:
    """What became of the files of the run before."""
    changed = Text("改过的旧文件先留了一份：{path}", "You had changed the old file; it is kept as {path}")
    stayed = Text(
        "{path} 这次没有重写（这个团队这次没有人），你改过，没动",
        "{path} was not rewritten (nobody of that team this time); you had changed it, so it stays",
    )
    removed = Text(
        "拿掉了上次的 {path}（这个团队这次没有人）", "Took away {path} (nobody of that team this time)"
    )
    for words, paths in ((changed, published.kept), (stayed, published.stayed), (removed, published.removed)):
        for path in paths:
            tell(words(path=path))


def summary(outcome: Outcome) -> dict[str, object]:
    """For scripts."""
    attended = outcome.attendance
    return {
        "files": outcome.files,
        "sellers": outcome.sellers,
        "teams": outcome.teams,
        "findings": outcome.findings,
        "remembered": outcome.remembered,
        "reused": outcome.reused,
        "rejected": outcome.rejected,
        "written": [str(path) for path in outcome.written],
        "roster": None if attended is None else _roster(attended),
    }


def _roster(attendance: Attendance) -> dict[str, object]:
    """IDs by what there is to say of them."""
    states = {state.value: [line.seller_id for line in attendance.of(state)] for state in RosterState}
    return {"members": attendance.members, **states}


def tell_attendance(attendance: Attendance) -> None:
    """Who on the roster is missing, by name."""
    absent = len(attendance.absent)
    words = Text(
        "名单 {members} 人，{came} 人的账簿已评。",
        "{members} on the roster, the books of {came} were graded.",
    )
    tell(words(members=attendance.members, came=attendance.members - absent))
    for state, text in _STATES.items():
        lines = attendance.of(state)
        if not lines:
            continue
        known = (f"{line.name} ({line.seller_id})" for line in lines[:_NAMED])
        more = Text("等 {n} 人", "{n} in all")(n=len(lines)) if len(lines) > _NAMED else ""
        said = text(names=join((*known, more), LISTED))
        tell("  " + click.style(spoken(said), fg="red" if state.absent else "yellow"))
