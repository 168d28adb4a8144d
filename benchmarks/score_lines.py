"""Where a book's time goes: one line a step, milliseconds of processor time a book, each book the best of
three. Run by ``score_books.py`` in a process of its own: python benchmarks/score_lines.py BOOKS OUT ON"""

from __future__ import annotations

import datetime as dt
import gc
import json
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.parsers import expat

from python_calamine import CalamineWorkbook

from kasales_xl.batch.grading.judging import Wanted, judge
from kasales_xl.batch.grading.packing import unpacked
from kasales_xl.batch.sources.discover import discover
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.history.store import History
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.pages.workbooks import team_pages, team_past

ROUNDS = 3


def best(items: Sequence[Any], work: Callable[[Any], object]) -> float:
    """Milliseconds an item."""
    work(items[0])
    times = [9e9] * len(items)
    for _ in range(ROUNDS):
        gc.collect()
        for at, item in enumerate(items):
            began = time.process_time()
            work(item)
            times[at] = min(times[at], time.process_time() - began)
    return sum(times) / len(times) * 1000


def floor(path: Path) -> None:
    """What nobody who reads this format can do without: unzip, and an XML parser that looks at every byte."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("xl/") and name.endswith(".xml") and name.count("/") < 3:
                expat.ParserCreate().Parse(package.read(name), True)


def calamine(path: Path) -> None:
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def main(folder: Path, out: Path, on: dt.date) -> None:
    out.mkdir(parents=True, exist_ok=True)
    sources = discover([folder])
    paths = [source.path for source in sources]
    wanted = [Wanted(source, on) for source in sources]
    gc.disable()
    reading = best(paths, lambda path: read_book(path, on=on))
    judged = [judge(one) for one in wanted]
    judging = best(wanted, judge) - reading
    teams: dict[str, list[bytes]] = {}
    for one in judged:
        teams.setdefault(one.standing.team if one.standing else "", []).append(one.parts)
    created = dt.datetime(on.year, on.month, on.day, tzinfo=dt.UTC)

    def write(team: str) -> None:
        parts = [unpacked(one) for one in teams[team]]
        pages = team_pages(team, parts, team_past(parts))
        write_pages(out / f"{team}.xlsx", pages, "zh", created=created)

    writing = best(list(teams), write) * len(teams) / len(paths)
    cards = [make_card(read_book(path, on=on), DEFAULT_POLICY, on) for path in paths]
    snapshots = [snapshot(card, "1") for card in cards]
    files = iter(range(1000))

    def remember(_once: int) -> None:
        with History(out / f"history-{next(files)}.db") as history:
            history.check()
            history.append(snapshots)

    history = best([0], remember) / len(paths)
    lines = {
        "floor": best(paths, floor),
        "calamine": best(paths, calamine),
        "reading": reading,
        "judging": judging,
        "writing": writing,
        "history": history,
    }
    print(json.dumps(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), dt.date.fromisoformat(sys.argv[3]))
