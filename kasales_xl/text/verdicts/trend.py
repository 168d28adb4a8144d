"""What changed since the last scoring, in as many lines as there is room for."""

from __future__ import annotations

from kasales_xl.core.history.past import Past
from kasales_xl.core.text import Text
from kasales_xl.text.verdicts.progress import best_line, progress_lines
from kasales_xl.text.verdicts.verdicts import indent

_MORE = Text("另有 {n} 处变化", "{n} more changes")


def change_lines(past: Past, most: int) -> list[Text]:
    """The headline, then cause by cause; the change since the best day comes last where that was another.
    What finds no room is counted. Nothing without an earlier day."""
    if past.since is None:
        return []
    best = [line for line in (best_line(past),) if line]
    lines = list(progress_lines(past.since))
    room = most - len(best)
    if len(lines) > room:
        kept = lines[: room - 1]
        lines = [*kept, indent(_MORE(n=len(lines) - len(kept)))]
    return [*lines, *best]
