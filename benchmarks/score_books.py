"""Typical books scored with scorecards and history, against the floor of the format and a straightforward
pandas + openpyxl script.

    python benchmarks/score_books.py [--books 200] [--naive 24] [--keep FOLDER] [--save FILE] [--before FILE]

One line a step: milliseconds of processor time a book and how many times the floor (unzip and expat over all
sheets). Then the whole run in one worker process, its peak memory, and the script over the first ``--naive``
books; both must come to the same tiers, key accounts and levels there. --save keeps the figures, --before
prints those of an earlier --save beside them. --grow 200,800,3200: how the whole run grows."""

from __future__ import annotations

import argparse
import json
import math
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from typical_books import EDITION, ON, make_books

_HERE = Path(__file__).parent
#: Runs the arguments in this process; on the last line peak memory and processor time, workers among them.
_MEASURED = """
import resource, runpy, sys
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
if __name__ == "__main__":
    runpy.run_path(sys.argv[0], run_name="__main__")
    for close in [f for n, m in list(sys.modules.items()) if n.endswith("workers.pool") for f in [m._close]]:
        close()
    # the server that workers came from is waited for: then what they used is known
    from multiprocessing import forkserver
    forkserver._forkserver._stop()
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    used = sum(one.ru_utime + one.ru_stime for one in (mine, theirs))
    print("used", max(mine.ru_maxrss, theirs.ru_maxrss) // 1024, used)
"""
_PRODUCT = """
import datetime as dt, sys
from pathlib import Path
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.files.history.store import History
options = RunOptions(on=dt.date.fromisoformat(sys.argv[3]), lang="zh", jobs=1)
with History(Path(sys.argv[2] + ".db")) as history:
    history.check()
    score([sys.argv[1]], Path(sys.argv[2]), options, history=history)
"""
STEPS = ("floor", "calamine", "reading", "judging", "writing", "history")


def ran(script: Path, books: Path, out: Path) -> str:
    shutil.rmtree(out, ignore_errors=True)
    out.with_name(out.name + ".db").unlink(missing_ok=True)
    command = [sys.executable, "-c", _MEASURED, str(script), str(books), str(out), ON.isoformat()]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measured(script: Path, books: Path, out: Path) -> tuple[float, int]:
    """Seconds of processor time of one whole run and its workers, imports included, and peak MB of the
    largest of them. What else the machine does has less of a say than in elapsed time."""
    peak, seconds = ran(script, books, out).split()[-2:]
    return float(seconds), int(peak)


def verdicts(out: Path) -> dict[str, object]:
    """Level, counts and each account's key, tier and score, by seller."""
    cards = json.loads((out / "cards.json").read_text("utf-8"))["cards"]
    return {
        card["seller_id"]: (
            card["level"],
            {name: card["counts"][name] for name in ("strong", "mid", "junior")},
            {a["account_id"]: (a["key"], a["tier"], a["score"]) for a in card["accounts"]},
        )
        for card in cards
    }


def part(books: Path, count: int, work: Path) -> Path:
    """A folder that holds the first ``count`` of the books."""
    folder = work / f"first {count}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in sorted(books.glob("*.xlsx"))[:count]:
        (folder / path.name).hardlink_to(path)
    return folder


def print_lines(lines: dict[str, float], before: dict[str, float]) -> None:
    """Steps add up from reading on: what is read must be judged, what is judged written."""
    print(f"{'ms a book':28s}{'before':>9s}{'x floor':>9s}{'now':>9s}{'x floor':>9s}")
    for step in (*STEPS, "whole"):
        row = f"{step:28s}"
        for figures in (before, lines):
            known = figures.get(step)
            row += f"{known:9.1f}{known / figures['floor']:9.2f}" if known else f"{'':18s}"
        print(row)


def grow(counts: list[int], keep: Path, product: Path, work: Path) -> None:
    make_books(keep, max(counts))
    first: tuple[int, float] | None = None
    for count in counts:
        seconds, peak = measured(product, part(keep, count, work), work / "growing")
        first = first or (count, seconds)
        power = math.log(seconds / first[1]) / math.log(count / first[0]) if count > first[0] else 1
        print(
            f"{count:5d} books {seconds:7.1f} s{seconds / count * 1000:8.1f} ms each{peak:5d} MB ^{power:.3f}"
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--books", type=int, default=200)
    options.add_argument("--naive", type=int, default=24)
    options.add_argument("--keep", type=Path, help="where the books are kept between runs")
    options.add_argument("--save", type=Path)
    options.add_argument("--before", type=Path)
    options.add_argument("--grow", default="", help="numbers of books")
    given = options.parse_args()
    keep = given.keep or Path(tempfile.gettempdir(), f"kasales-typical-books-{EDITION}")
    make_books(keep, given.books)
    with tempfile.TemporaryDirectory(dir=keep.parent) as scratch:
        work = Path(scratch)
        product = work / "product.py"
        product.write_text(_PRODUCT, encoding="utf-8")
        if given.grow:
            grow([int(count) for count in given.grow.split(",")], keep, product, work)
            return
        few, books = part(keep, min(given.naive, given.books), work), part(keep, given.books, work)
        count = len(list(few.iterdir()))
        lines: dict[str, float] = json.loads(
            ran(_HERE / "score_lines.py", few, work / "lines").splitlines()[-2]
        )
        ours, peak = measured(product, books, work / "ours")
        found = verdicts(work / "ours")
        assert len(found) == given.books
        theirs, their_peak = measured(_HERE / "naive_score.py", few, work / "naive")
        same = verdicts(work / "naive")
        assert all(found[seller] == same[seller] for seller in same), "the two programs disagree"
        assert len(same) == count
    lines["whole"] = ours / given.books * 1000
    print_lines(lines, json.loads(given.before.read_text("utf-8")) if given.before else {})
    naive = theirs / count * 1000
    print(f"{given.books} books, scorecards and history: {ours:.1f} s, {peak} MB")
    print(f"pandas + openpyxl, {count} books: {naive:.0f} ms a book, {their_peak} MB")
    print(f"ratio {naive / lines['whole']:.1f} x; agree on {len(same)} sellers and all their accounts")
    if given.save:
        given.save.write_text(json.dumps(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
