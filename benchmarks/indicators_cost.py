"""What the indicators of all five dimensions add to the time of scoring a typical book.

    python benchmarks/indicators_cost.py [--books 20] [--keep FOLDER]

Reads each book and judges it (the card), then computes every indicator: deal cards, people graph,
support, patterns with their laws. Prints processor time a book and the share that indicators add.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from typical_books import EDITION, ON, make_books

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.xlsx_in.book import read_book

T = TypeVar("T")


def timed(spent: list[float], work: Callable[[], T]) -> T:
    started = time.process_time()
    done = work()
    spent.append(time.process_time() - started)
    return done


def everything(found: Dimensions) -> None:
    """Each indicator of the catalogue, each deal card, each pillar and each law."""
    assert found.measures
    assert found.tas.cards is not None
    assert found.ecm.pillars is not None
    assert found.pbm.law_patterns is not None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--books", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="where the books are kept between runs")
    args = parser.parse_args()
    keep = args.keep or Path(tempfile.gettempdir(), f"kasales-typical-books-{EDITION}")
    paths = make_books(keep, args.books)[: args.books]
    reading: list[float] = []
    judging: list[float] = []
    telling: list[float] = []
    for path in paths:
        book = timed(reading, lambda path=path: read_book(path, on=ON))  # type: ignore[misc]
        card = timed(judging, lambda book=book: make_card(book, DEFAULT_POLICY, ON))  # type: ignore[misc]
        timed(telling, lambda card=card: everything(card.dimensions))  # type: ignore[misc]
    each = 1000 / len(paths)
    scoring = sum(reading) + sum(judging)
    print(f"read        {sum(reading) * each:6.1f} ms a book")
    print(f"judge       {sum(judging) * each:6.1f}")
    print(f"indicators  {sum(telling) * each:6.1f}   {sum(telling) / scoring:.0%} on top of scoring")


if __name__ == "__main__":
    main()
