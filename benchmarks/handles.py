"""What opening a book in a spreadsheet costs, and what a look-up by its handle costs after that.

Run: python benchmarks/handles.py [accounts]
The peers do the least that such a thing can cost: opening is set beside pandas making data frames of the
same cells, a look-up beside the same question where every cell hands the whole tables over. Processor
time, the best of a few rounds; the ratios are what counts."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import pandas as pd  # noqa: E402
from function_books import Tables, ask, cell_of  # noqa: E402
from large_books import large_book  # noqa: E402

from kasales_xl.book.filling import book_tables  # noqa: E402
from kasales_xl.core.policy import DEFAULT_POLICY  # noqa: E402

SHEETS = ("seller", "accounts", "contacts", "deals")
ROUNDS, LOOK_UPS = 5, 2000


def best(work: Callable[[int], object]) -> float:
    """Seconds of processor time. work: gets the number of its round."""
    times = []
    for number in range(ROUNDS):
        started = time.process_time()
        work(number)
        times.append(time.process_time() - started)
    return min(times)


def opened(tables: Tables, note: str) -> str:
    """The handle of the book with that note in it, which makes it another book; one answer is asked for."""
    cell_of(tables, "accounts", 1, "备注", note)
    handle = str(ask("KA_BOOK", *(tables[key] for key in SHEETS)))
    assert ask("KA_TIER", handle, "客户001") == "强"
    return handle


def ask_book(tables: Tables) -> str:
    return str(ask("KA_BOOK", *(tables[key] for key in SHEETS)))


def edited_contact(tables: Tables, number: int) -> str:
    cell_of(tables, "contacts", 7, "备注", f"第{number}次")
    return ask_book(tables)


def look_ups(handle: str) -> None:
    for _ in range(LOOK_UPS):
        ask("KA_TIER", handle, "客户001")


def main(accounts: int = 200) -> int:
    tables = book_tables(large_book(accounts), DEFAULT_POLICY, "zh")
    frames = best(lambda _: [pd.DataFrame(tables[key][1:], columns=tables[key][0]) for key in SHEETS])
    opening = best(lambda number: opened(tables, f"第{number}次"))
    handle = opened(tables, "")
    again = best(lambda _: opened(tables, ""))
    ask_book(tables)
    edited = best(lambda number: edited_contact(tables, number))
    look_up = best(lambda _: look_ups(handle)) / LOOK_UPS
    print(f"{accounts} accounts, {10 * accounts} contacts, {5 * accounts} deals")
    print(f"opening, read and judged:    {opening * 1e3:9.2f} ms {opening / frames:8.1f} x data frames")
    print(f"after one contact is edited: {edited * 1e3:9.2f} ms {edited / frames:8.1f} x data frames")
    print(f"handing over the whole tables: {again * 1e3:9.2f} ms")
    print(f"a look-up by handle:           {look_up * 1e6:9.2f} µs   1/{again / look_up:.0f} of that")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
