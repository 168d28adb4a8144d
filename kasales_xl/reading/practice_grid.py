"""The grid of 35 practices: each stands once, in its right place; what does not is left out and said (G1)."""

from __future__ import annotations

from collections import defaultdict

from kasales_xl.core.findings import FindingKind
from kasales_xl.core.names import name_key
from kasales_xl.core.terms import Dimension, LoopStage
from kasales_xl.core.text import Text, join, same
from kasales_xl.layout.practices import GRID, SENTENCES
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.rows import GRID_GAPS, GRID_PLACE, GRID_TWICE

Spot = tuple[Dimension, LoopStage]
_SPOTS: dict[str, Spot] = {name_key(row.practice_id): (row.dimension, row.stage) for row in GRID}
_IDS = {spot: row_id for row_id, spot in zip((row.practice_id for row in GRID), _SPOTS.values(), strict=True)}
#: Where each of our own sentences belongs; a company's own may stand anywhere.
_BELONGS: dict[str, Spot] = {
    name_key(side): _SPOTS[name_key(row_id)]
    for row_id, sentence in SENTENCES.items()
    for side in (sentence.zh, sentence.en)
}
_BLANK = Text("空", "blank")


def check_grid(practices: Table | None, journal: Journal) -> None:
    """Holds the rows that stand elsewhere than their ID or sentence says, and all but one of those in one
    place: the one whose ID belongs there, else the lowest grade, so that nobody gains by a copy."""
    if practices is None or not practices.rows:
        return
    here: defaultdict[Spot, list[int]] = defaultdict(list)
    for i, spot in enumerate(zip(practices.values["dimension"], practices.values["stage"], strict=True)):
        dimension, stage = spot
        if i in practices.held or not isinstance(dimension, Dimension) or not isinstance(stage, LoopStage):
            continue
        right = _right_place(practices, i)
        if right is not None and right != spot:
            _hold(practices, i, GRID_PLACE, journal, at=_named((dimension, stage)), right=_named(right))
        else:
            here[dimension, stage].append(i)
    for spot, rows in here.items():
        first, *others = sorted(rows, key=lambda i: _rank(practices, i, spot))
        for i in others:
            _hold(practices, i, GRID_TWICE, journal, at=_named(spot), other_row=str(practices.rows[first]))
    gaps = [_named(spot) for spot in _IDS if spot not in here]
    if gaps:
        journal.add(GRID_GAPS, practices.key, n=str(len(gaps)), gaps=join(gaps))


def _right_place(practices: Table, i: int) -> Spot | None:
    """None for a company's own practice, which is where it says it is."""
    by_id = _SPOTS.get(name_key(str(practices.values["practice_id"][i])))
    return by_id or _BELONGS.get(name_key(str(practices.values["practice"][i])))


def _rank(practices: Table, i: int, spot: Spot) -> tuple[bool, int, int]:
    own = name_key(str(practices.values["practice_id"][i])) != name_key(_IDS[spot])
    grades = (practices.values[key][i] for key in ("manager_grade", "self_grade") if key in practices.values)
    counting = next((grade for grade in grades if isinstance(grade, int)), 0)
    return own, counting, practices.rows[i]


def _named(spot: Spot) -> Text:
    """``道·孵化``"""
    return same("{dimension}·{stage}")(dimension=spot[0], stage=spot[1])


def _hold(practices: Table, i: int, kind: FindingKind, journal: Journal, **words: object) -> None:
    practices.held.add(i)
    got = practices.got("practice_id", i)
    place = journal.place(practices.key, practices.rows[i], "dimension")
    journal.add_at(kind, place, got, "", name=got or _BLANK, **words)
