"""How long a command takes to begin: processor time, the best of a few runs, beside what the libraries alone
take that it cannot do without.

    python benchmarks/start_up.py [BOOK]        BOOK: a typical one is made where none is given"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from typical_books import ON, make_books

ROUNDS = 5
#: What has to be there before the first line of ours: to read what is typed, and to check rows.
_LEAST = "import click; from pydantic import BaseModel; type('Row', (BaseModel,), {})"


def milliseconds(*arguments: str) -> float:
    times = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = sys.argv[1] if len(sys.argv) > 1 else str(make_books(Path(folder), 1)[0])
        bare = milliseconds("-c", "pass")
        least = milliseconds("-c", _LEAST)
        print(f"python alone                   {bare:6.0f} ms")
        print(f"click and pydantic, one model  {least:6.0f} ms")
        on = str(ON)
        for name, typed in (("--help", ["--help"]), ("explain", ["explain", book, "--on", on])):
            took = milliseconds("-m", "kasales_xl", *typed)
            print(f"kasales {name:22s} {took:6.0f} ms {took / least:6.1f} x click and pydantic")


if __name__ == "__main__":
    main()
