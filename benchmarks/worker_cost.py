"""What it costs that each book is judged in a process that may die: the same books judged in this process and
by one warm worker, in turns.

    python benchmarks/worker_cost.py [--books 60] [--turns 5] [--keep FOLDER]

Prints the seconds of each turn, and the ratio of the best turns: others only ever make one longer."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from typical_books import EDITION, ON, make_books

from kasales_xl.batch.grading.judging import Judged, Wanted, judge
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import Lost, each


def here(wanted: list[Wanted]) -> list[Judged | Lost]:
    return [judge(one) for one in wanted]


def by_a_worker(wanted: list[Wanted]) -> list[Judged | Lost]:
    return [came for _, came in sorted(each(judge, wanted, jobs=1), key=lambda done: done[0])]


def cards(judged: list[Judged | Lost]) -> list[bytes]:
    return [one.card for one in judged if isinstance(one, Judged)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--books", type=int, default=60)
    options.add_argument("--turns", type=int, default=5)
    options.add_argument("--keep", type=Path, help="where the books are kept between runs")
    given = options.parse_args()
    keep = given.keep or Path(tempfile.gettempdir(), f"kasales-typical-books-{EDITION}")
    make_books(keep, given.books)
    wanted = [Wanted(Source(path, path.name), ON) for path in sorted(keep.glob("*.xlsx"))[: given.books]]
    ways = {"in this process": here, "by one worker": by_a_worker}
    # both are warm before the first turn, and come to the same
    assert cards(here(wanted[:2])) == cards(by_a_worker(wanted[:2]))
    best = dict.fromkeys(ways, float("inf"))
    for turn in range(given.turns):
        for name, way in ways.items():
            began = time.perf_counter()
            assert len(way(wanted)) == len(wanted)
            seconds = time.perf_counter() - began
            best[name] = min(best[name], seconds)
            print(f"turn {turn + 1}, {name}: {seconds:.2f} s")
    ratio = best["by one worker"] / best["in this process"]
    print(f"{len(wanted)} books, a worker takes {ratio:.3f} times as long")


if __name__ == "__main__":
    main()
