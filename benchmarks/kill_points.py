"""Programs killed at hundreds of points: what is left must be the old state or the new one, and the next run
must find no trace. Prints how the trials ended; an assertion stops at the first loss.

    python benchmarks/kill_points.py --score 300 --refresh 300 --history 100 --repair 100
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from kill_trials import HistoryAppending, Replacing, Scoring, tried
from refresh_files import by_openpyxl
from template_files import content

from kasales_xl.book.sample import SAMPLE_DAY
from kasales_xl.commands.refresh import refresh
from kasales_xl.commands.renew import repair


def refresh_book(book: Path) -> None:
    refresh.main([str(book), "--on", SAMPLE_DAY.isoformat()], standalone_mode=False)


def repair_book(book: Path) -> None:
    repair.main([str(book), "--on", SAMPLE_DAY.isoformat()], standalone_mode=False)


def at_random_times(folder: Path, rounds: int, seed: int) -> Counter[str]:
    """A real ``kasales score`` in a process of its own, killed from outside at a random moment."""
    scoring, chance = Scoring(folder), random.Random(seed)
    line = [sys.executable, "-m", "kasales_xl", "score", str(folder / "after"), "-o", str(scoring.out)]
    line += ["--on", scoring.on.isoformat(), "--lang", "zh"]
    began = time.monotonic()
    subprocess.run(line, check=True, capture_output=True)
    takes, ended = time.monotonic() - began, Counter[str]()
    for _ in range(rounds):
        scoring.reset()
        process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 1.05) * takes)
        process.send_signal(signal.SIGKILL)
        ended[scoring.settled(killed=process.wait() < 0)] += 1
    return ended


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, number in {"score": 300, "refresh": 300, "history": 100, "repair": 100, "times": 40}.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--seed", type=int, default=20260630)
    given = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="kill-points-"))

    def place(name: str) -> Path:
        (scratch / name).mkdir()
        return scratch / name

    def show(name: str, trials: Scoring | Replacing | HistoryAppending, points: int) -> None:
        ended = tried(trials.trial, trials.steps, points, given.seed)
        print(f"{name}: {points} of {trials.steps} points,", dict(ended), flush=True)

    if given.score:
        show("score", Scoring(place("score")), given.score)
    if given.times:
        ended = at_random_times(place("times"), given.times, given.seed)
        print("score, by the clock:", dict(ended), flush=True)
    if given.refresh:
        book = by_openpyxl(content("zh", True))
        show("refresh", Replacing(place("refresh"), book, refresh_book), given.refresh)
    if given.repair:
        book = by_openpyxl(content("zh", True))
        show("repair", Replacing(place("repair"), book, repair_book), given.repair)
    if given.history:
        show("history", HistoryAppending(place("history")), given.history)
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
