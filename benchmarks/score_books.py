"""200 typical books scored by one process, against a straightforward pandas + openpyxl script.

    python benchmarks/score_books.py [--books 200] [--keep FOLDER]

Prints seconds, milliseconds a book, peak memory and the ratio; checks that both come to the same tiers,
key accounts and levels; then the product's peak memory with a quarter of the books.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from typical_books import EDITION, ON, make_books

_HERE = Path(__file__).parent
#: Runs the arguments in this process and reports its peak memory and processor time on the last line.
_MEASURED = """
import resource, runpy, sys
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
runpy.run_path(sys.argv[0], run_name="__main__")
used = resource.getrusage(resource.RUSAGE_SELF)
print("used", used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
"""
_PRODUCT = """
import datetime as dt, sys
from pathlib import Path
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
score([sys.argv[1]], Path(sys.argv[2]), RunOptions(on=dt.date.fromisoformat(sys.argv[3]), lang="zh"))
"""


def measured(script: Path, books: Path, out: Path) -> tuple[float, int]:
    """Seconds of processor time and peak MB of one whole process, imports included. Neither program
    waits for anything else, and what else the machine does has less of a say than in elapsed time."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-c", _MEASURED, str(script), str(books), str(out), ON.isoformat()]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    peak, seconds = ran.stdout.split()[-2:]
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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--books", type=int, default=200)
    options.add_argument("--keep", type=Path, help="where the books are kept between runs")
    given = options.parse_args()
    keep = given.keep or Path(tempfile.gettempdir(), f"kasales-typical-books-{EDITION}")
    make_books(keep, given.books)
    with tempfile.TemporaryDirectory(dir=keep.parent) as scratch:
        work = Path(scratch)
        product = work / "product.py"
        product.write_text(_PRODUCT, encoding="utf-8")
        books = part(keep, given.books, work)
        ours, our_peak = measured(product, books, work / "ours")
        theirs, their_peak = measured(_HERE / "naive_score.py", books, work / "naive")
        found = verdicts(work / "ours")
        assert found == verdicts(work / "naive"), "the two programs disagree"
        assert len(found) == given.books
        levels = sorted({level for level, _counts, _accounts in found.values()})
        quarter = max(1, given.books // 4)
        _seconds, small_peak = measured(product, part(keep, quarter, work), work / "quarter")
    each = 1000 / given.books
    print(f"kasales            {ours:7.1f} s  {ours * each:6.1f} ms a book  {our_peak:5d} MB")
    print(f"pandas + openpyxl  {theirs:7.1f} s  {theirs * each:6.1f} ms a book  {their_peak:5d} MB")
    print(f"ratio              {theirs / ours:7.1f} x")
    print(f"agree on {len(found)} sellers ({', '.join(levels)}) and all their accounts")
    print(f"peak memory of kasales: {small_peak} MB with {quarter} books, {our_peak} MB with {given.books}")


if __name__ == "__main__":
    main()
