"""What a run costs when little has changed.

    python benchmarks/incremental.py [--books 24] [--files 10000] [--keep FOLDER]

First whole runs over typical books: all new; nothing changed; one book changed; another day; without a cache.
Prints processor seconds (all in one process) and the clock's, and how many times less than the first.
Then the reading part alone, of so many files that are all known: the typical books again and again, each told
apart by its archive comment, and remembered before the clock runs."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from typical_books import EDITION, ON, make_books

from kasales_xl.batch.cache.memory import Memory
from kasales_xl.batch.cache.store import Store
from kasales_xl.batch.engines import local
from kasales_xl.batch.engines.local import LocalEngine
from kasales_xl.batch.grading.file import content_digest
from kasales_xl.batch.grading.judging import Wanted, judge
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.batch.sources.discover import discover
from kasales_xl.batch.workers.collecting import rare_collection
from kasales_xl.batch.workers.pool import LIMITS

_DIFFERENT = 24


def timed(what: str, work: Callable[[], object], first: float | None = None) -> float:
    began, before = time.perf_counter(), time.process_time()
    work()
    seconds, clock = time.process_time() - before, time.perf_counter() - began
    ratio = f"  {first / seconds:6.1f} × less" if first else ""
    print(f"{what:34} {seconds:8.2f} s processor {clock:8.2f} s clock{ratio}", flush=True)
    return seconds


def here(task: Callable[[object], object], items: Sequence[object], **_more: object) -> Iterator[object]:
    """The workers' tasks in this process, so that its clock sees them."""
    return ((number, task(items[number])) for number in range(len(items)))


def whole_runs(books: Path, folder: Path) -> None:
    out, options = folder / "out", RunOptions(on=ON, lang="zh", cache=folder / "cache")

    def run(**changed: object) -> Callable[[], object]:
        return lambda: score([books], out, replace(options, **changed))  # type: ignore[arg-type]

    first = timed("all new", run())
    timed("nothing changed", run(), first)
    changed = sorted(books.glob("*.xlsx"))[0]
    changed.write_bytes(commented(changed.read_bytes(), 1))
    timed("one book changed", run(), first)
    timed("another day", run(on=ON.replace(year=ON.year + 1)), first)
    timed("without a cache", run(cache=None), first)


def commented(data: bytes, number: int) -> bytes:
    """The same archive with another comment."""
    comment = f"{number:08d}".encode()
    assert data[-2:] == b"\0\0", "it has no comment yet"
    return data[:-2] + len(comment).to_bytes(2, "little") + comment


def known_files(models: list[Path], folder: Path, count: int) -> None:
    many = folder / "many"
    many.mkdir()
    contents = [model.read_bytes() for model in models]
    for number in range(count):
        (many / f"{number:05d}.xlsx").write_bytes(commented(contents[number % len(models)], number))
    wanted = [Wanted(source, ON, web=True) for source in discover([many])]
    judged = [judge(replace(one, before=None)) for one in wanted[: len(models)]]
    memory = Memory(Store(folder / "store", b"k" * 32), None)
    for number, one in enumerate(wanted):
        data = one.source.path.read_bytes()
        digest = content_digest(data)
        memory.keep(one, digest, replace(judged[number % len(models)], digest=digest, read=b"x" * 50_000))
    memory.close()

    @rare_collection()
    def again() -> None:
        with LocalEngine(1, LIMITS, Memory(Store(folder / "store", b"k" * 32), None)) as engine:
            assert sum(1 for _came in engine.grade(wanted)) == count == engine.reused

    for _ in range(3):
        timed(f"{count:,} known files, reading part", again)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--books", type=int, default=24)
    options.add_argument("--files", type=int, default=10_000)
    options.add_argument("--keep", type=Path, help="where the books are kept between runs")
    given = options.parse_args()
    keep = given.keep or Path(tempfile.gettempdir(), f"kasales-typical-books-{EDITION}")
    models = make_books(keep, max(given.books, _DIFFERENT))
    local.each = here  # type: ignore[assignment]
    with tempfile.TemporaryDirectory(prefix="kasales-") as name:
        folder = Path(name)
        (folder / "books").mkdir()
        for model in models[: given.books]:
            shutil.copyfile(model, folder / "books" / model.name)
        if given.books:
            whole_runs(folder / "books", folder)
        if given.files:
            known_files(models[:_DIFFERENT], folder, given.files)


if __name__ == "__main__":
    main()
