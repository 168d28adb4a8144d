"""What the Office add-in costs: Python starting in Pyodide, opening a book, cells in one crossing.

Run: KASALES_OFFICE=… python benchmarks/office_addin.py [accounts]     (.ci/install-pyodide prints the folder)
Runs the add-in's own scripts under Node, where Pyodide is as in a browser, and beside it this Python.
Milliseconds of the best of a few rounds: of processor time, which a busy machine hardly changes, and of the
clock; the wanted figures stand beside."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import office_site  # noqa: E402
from books_of import ON  # noqa: E402
from large_books import large_book  # noqa: E402
from office_books import as_excel  # noqa: E402

from kasales_xl.book.filling import book_tables  # noqa: E402
from kasales_xl.core.policy import DEFAULT_POLICY  # noqa: E402
from kasales_xl.functions import call  # noqa: E402
from kasales_xl.functions.answers.book import TABLES as ORDER  # noqa: E402

#: Milliseconds of processor time, and by the clock.
Spent = tuple[float, float]
ROUNDS, CELLS = 3, 10_000
WANTED = {"start": 8000, "open": 150, "cells": 1000}


def told(what: str, took: Spent, wanted: int = 0, here: float = 0.0) -> None:
    beside = f", wanted {wanted:,} ms" if wanted else ""
    ratio = f", {took[0] / here:.1f} times this Python's {here:,.0f} ms" if here else ""
    print(f"{what:<44}{took[0]:>8,.0f} ms ({took[1]:,.0f} by the clock){beside}{ratio}")


def main(accounts: int) -> None:
    """accounts: each with ten contacts and five deals; as many as are wanted of each are kept."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        site.mkdir()
        office_site.build_into(site)
        session = office_site.Session(site)
        stages = {stage: (worked, at) for stage, at, worked in session.ask("stages")}
        told("start, until the first cell can be answered", stages["ready"], WANTED["start"])
        for stage, at in stages.items():
            told(f"  from the start until “{stage}”", at)
        session.ask("environment", KASALES_TODAY=ON.isoformat())
        tables = book_tables(large_book(accounts), DEFAULT_POLICY, "zh")
        tables |= {
            "contacts": tables["contacts"][: accounts * 6 + 1],
            "deals": tables["deals"][: accounts * 3 + 1],
        }
        opening(session, tables, accounts)
        session.stop()


def opening(session: office_site.Session, tables: dict[str, list[list[object]]], accounts: int) -> None:
    size = f"{accounts}/{len(tables['contacts']) - 1}/{len(tables['deals']) - 1}"
    times, here, handle = [], [], ""
    for number in range(ROUNDS):
        tables["contacts"][1][-1] = f"round {number}"
        spelt = [as_excel(tables[key]) if tables.get(key) else None for key in ORDER]
        asked = session.ask("cells", calls=[["KA_BOOK", spelt]])
        times.append((asked["worked"], asked["spent"]))
        [[[handle]]] = asked["answers"]
        began = time.process_time()
        same = call("KA_BOOK", spelt, on=ON)
        here.append((time.process_time() - began) * 1000)
        assert handle == same
    told(f"KA_BOOK, {size} accounts/contacts/deals", min(times), WANTED["open"], min(here))
    names = [row[0] for row in tables["accounts"][1:]]
    cells = [["KA_TIER", [[[handle]], [[names[number % accounts]]], None]] for number in range(CELLS)]
    session.ask("cells", calls=cells[:1])
    rounds = [session.ask("cells", calls=cells) for _ in range(ROUNDS)]
    began = time.process_time()
    answers = [call("KA_TIER", [handle, names[number % accounts]], on=ON) for number in range(CELLS)]
    spent = (time.process_time() - began) * 1000
    assert rounds[0]["answers"] == [[[answer]] for answer in answers]
    best = min((asked["worked"], asked["spent"]) for asked in rounds)
    told(f"{CELLS:,} cells of KA_TIER in {rounds[0]['crossings']} crossing", best, WANTED["cells"], spent)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
