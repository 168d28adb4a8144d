"""Looks for inputs that break reading: odd files and odd grids, as many as the time allows.

Run: python benchmarks/fuzz_reading.py [--seconds 60] [--seed 1] [--files N] [--grids N] [--learn]
Of every file: reading never raises, takes less than five seconds, and both ways of reading agree.
Of every grid: reading and judging never raise. --learn: atheris (pip install atheris) chooses, from what it
sees reached. The first input that breaks is written to fuzz-found.xlsx or .txt, and the exit code is 1."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from types import FunctionType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from grids_of import ON, book_grids  # noqa: E402
from odd_inputs import Choices, odd_file, odd_grids  # noqa: E402
from small_books import small_book, tiny_book  # noqa: E402

from kasales_xl.core.card.seller_card import make_card  # noqa: E402
from kasales_xl.core.policy import DEFAULT_POLICY  # noqa: E402
from kasales_xl.files.xlsx_in import workbook  # noqa: E402
from kasales_xl.files.xlsx_in.book import read_book_bytes  # noqa: E402
from kasales_xl.reading.book import read_grids  # noqa: E402

#: Seconds that one input may take, also on a busy machine.
_MOST = 5.0
_PLAIN = workbook.MOST_PLAIN
#: A book of ours takes twenty times as long as a tiny one: it has every tenth turn.
BOOKS, GRIDS = (small_book(), *(tiny_book(),) * 9), book_grids()


def try_file(choices: Choices) -> str:
    """What came of it: read, or why not. Raises AssertionError and whatever broke."""
    data = odd_file(choices.one(BOOKS), choices)
    try:
        began = time.process_time()
        book = read_book_bytes(data, "a.xlsx", on=ON)
        assert time.process_time() - began < _MOST, "too slow"
        if book.seller is not None:
            workbook.MOST_PLAIN = 0
            again = read_book_bytes(data, "a.xlsx", on=ON)
            assert again == book, "two ways, two readings"
            make_card(book, book.policy or DEFAULT_POLICY, ON)
    except BaseException:
        Path("fuzz-found.xlsx").write_bytes(data)
        raise
    finally:
        workbook.MOST_PLAIN = _PLAIN
    return "read" if book.seller is not None else book.findings[0].code


def try_grids(choices: Choices) -> str:
    grids = odd_grids(GRIDS, choices)
    try:
        began = time.process_time()
        book = read_grids(grids, on=ON, file="a.xlsx")
        if book.seller is not None:
            make_card(book, book.policy or DEFAULT_POLICY, ON)
        assert time.process_time() - began < _MOST, "too slow"
    except BaseException:
        Path("fuzz-found.txt").write_text(repr(grids), encoding="utf-8", errors="backslashreplace")
        raise
    return "read" if book.seller is not None else book.findings[0].code


def learn(seconds: float) -> None:
    import atheris

    def one(data: bytes) -> None:
        choices = Choices(data[1:])
        (try_grids if data[:1] and data[0] & 1 else try_file)(choices)

    # all functions there are would take minutes to prepare; ours are what is to be reached
    for found in gc.get_objects():
        if isinstance(found, FunctionType) and (found.__module__ or "").startswith("kasales_xl."):
            atheris.instrument_func(found)
    atheris.Setup([sys.argv[0], "-max_len=400", "-len_control=0", f"-max_total_time={seconds:.0f}"], one)
    atheris.Fuzz()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--files", type=int, default=10**9)
    options.add_argument("--grids", type=int, default=10**9)
    options.add_argument("--learn", action="store_true")
    given = options.parse_args()
    if given.learn:
        learn(given.seconds)
        return 0
    done: dict[str, Counter[str]] = {"files": Counter(), "grids": Counter()}
    tries = {"files": try_file, "grids": try_grids}
    most = {"files": given.files, "grids": given.grids}
    end, number, broken = time.monotonic() + given.seconds, 0, 0
    while time.monotonic() < end and any(done[kind].total() < most[kind] for kind in done):
        number += 1
        for kind, counts in done.items():
            # four grids take as long as one file
            for turn in range(4 if kind == "grids" else 1):
                if counts.total() >= most[kind]:
                    break
                try:
                    counts[tries[kind](Choices(Random(f"{given.seed} {number} {turn}")))] += 1
                except BaseException:
                    traceback.print_exc()
                    print(f"broken: {kind}, seed {given.seed} {number} {turn}", flush=True)
                    counts["broken"] += 1
                    broken += 1
                    if broken > 20:
                        return 1
    for kind, counts in done.items():
        print(f"{counts.total():7d} odd {kind}: {dict(counts.most_common())}")
    print(dt.timedelta(seconds=round(given.seconds - (end - time.monotonic()))), "broken:", broken)
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
