"""What is tried out with programs that die: each trial leaves what was, or what was to come, and the program that
comes next finds no trace. Figures are counted so that a benchmark can print them."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from books_of import ON, book_of
from command_line import digests
from history_runs import snap
from killing import engine_steps, killed_at, killed_in_engine, steps

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.files.history.store import open_history
from kasales_xl.files.history.upkeep import verify
from kasales_xl.files.leftovers import JOURNAL
from kasales_xl.files.outputs.staged import ready

EARLIER = ON - dt.timedelta(days=30)
Trial = Callable[[int], str]


def tried(trial: Trial, total: int, points: int, seed: int) -> Counter[str]:
    """So many of the steps from 1 to ``total``, each once before any is taken twice; how they ended."""
    chance = random.Random(seed)
    order: list[int] = []
    while len(order) < points:
        once = list(range(1, total + 1))
        chance.shuffle(once)
        order += once
    return Counter(trial(point) for point in order[:points])


class Scoring:
    """An organisation of three teams whose books change: one goes up, one is gone, one team is new."""

    on = ON

    def __init__(self, folder: Path, *, thorough: bool = True) -> None:
        """thorough: each time the whole run is done once more as well."""
        self._folder, self.out, self._thorough = folder, folder / "out", thorough
        self._write("before", {"S001": ("华东", 1), "S002": ("华北", 1), "S003": ("华南", 1)})
        self._write("after", {"S001": ("华东", 2), "S002": ("华北", 1), "S004": ("西南", 1)})
        self._score("before", EARLIER)
        self.old = shutil.copytree(self.out, folder / "old")
        self.steps = steps(self._anew, self.out)
        self.new = self._files()

    def _write(self, name: str, people: dict[str, tuple[str, int]]) -> None:
        (self._folder / name).mkdir()
        for seller_id, (team, strong) in people.items():
            book = book_of(strong=strong, seller_id=seller_id, name=f"名{seller_id}")
            assert book.seller is not None
            book.seller.__dict__["team"] = team
            path = self._folder / name / f"{seller_id}.xlsx"
            write_book(path, book, policy=DEFAULT_POLICY, on=ON, lang="zh")

    def _score(self, books: str, on: dt.date) -> None:
        ready(self.out)
        with open_history(self.out) as history:
            score([self._folder / books], self.out, RunOptions(on=on, lang="zh"), history=history)

    def _anew(self) -> None:
        self._score("after", ON)

    def _files(self) -> dict[str, str]:
        return {
            name: digest for name, digest in digests(self.out).items() if not name.startswith("history.db")
        }

    def reset(self) -> None:
        shutil.rmtree(self.out)
        shutil.copytree(self.old, self.out)

    def trial(self, point: int) -> str:
        """Die, look, come again."""
        self.reset()
        return self.settled(killed=killed_at(self._anew, self.out, point))

    def settled(self, *, killed: bool) -> str:
        """What is there after a run that may have been killed, and after the next; how it ended."""
        old = {
            name: digest for name, digest in digests(self.old).items() if not name.startswith("history.db")
        }
        at_once, swapping = self._files(), (self.out / JOURNAL).exists()
        seen = {name: digest for name, digest in at_once.items() if not name.startswith(".")}
        assert swapping or seen in (old, self.new), "neither the old set nor the new one, and no journal"
        ready(self.out)
        after = self._files()
        assert after in (old, self.new)
        assert not swapping or after == self.new
        with open_history(self.out) as history:
            count, problems = verify(history)
        assert (count, problems) in ((3, ()), (6, ()))
        assert count == 6 or after == old, "shown, but not in the history"
        if self._thorough:
            self._anew()
            assert self._files() == self.new
            with open_history(self.out) as history:
                assert verify(history) == (6, ())
        if not killed:
            return "finished"
        return "swap finished by the next run" if swapping else "new" if after == self.new else "old"


class Replacing:
    """A command that changes a book in place. ``act`` does it; the book is at ``book``."""

    def __init__(
        self, folder: Path, old: bytes, act: Callable[[Path], object], *, thorough: bool = True
    ) -> None:
        self._thorough = thorough
        self._folder = folder / "books"
        self._folder.mkdir()
        self.book, self._old, self._act = self._folder / "张三.xlsx", old, act
        self._reset()
        self.steps = steps(self._quietly, self._folder)
        self._new = self.book.read_bytes()
        assert self._new != old

    def _reset(self) -> None:
        for path in self._folder.iterdir():
            path.unlink()
        self.book.write_bytes(self._old)
        self.book.chmod(0o640)

    def _quietly(self) -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            self._act(self.book)

    def trial(self, point: int) -> str:
        self._reset()
        killed = killed_at(self._quietly, self._folder, point)
        now = self.book.read_bytes()
        assert now in (self._old, self._new)
        kept = [path for path in self._folder.iterdir() if ".bak" in path.name]
        assert [path.read_bytes() for path in kept] == [self._old] * len(kept)
        assert now == self._old or kept, "replaced, and no copy"
        if not self._thorough:
            return "old" if now == self._old else "new"
        assert killed_at(self._quietly, self._folder, 0) is False
        assert self.book.read_bytes() == self._new
        assert self.book.stat().st_mode & 0o777 == 0o640
        left = sorted(path.name for path in self._folder.iterdir())
        # a repair done once more keeps a copy of the repaired book too
        again = ["张三.bak2.xlsx"] if now == self._new else []
        assert left in (["张三.bak1.xlsx", "张三.xlsx"], ["张三.bak1.xlsx", *again, "张三.xlsx"]), left
        if not killed:
            return "finished"
        return "old" if now == self._old else "new"


class HistoryAppending:
    """Five snapshots added to two in one transaction, dying at a step of the interpreter or of the engine."""

    #: As many steps of the engine are one point.
    _EACH = 8

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "history"
        self._folder.mkdir()
        self._where = self._folder / "history.db"
        with open_history(self._where) as history:
            history.append([snap("S1", junior=1), snap("S2", junior=1)])
        self._old = self._where.read_bytes()
        self._files = steps(self._append, self._folder)
        self._engine = engine_steps(self._append) // self._EACH
        self.steps = self._files + self._engine

    def _append(self) -> None:
        with open_history(self._where) as history:
            history.append([snap(f"S{n}", junior=2, grade=1) for n in range(3, 8)])

    def trial(self, point: int) -> str:
        for path in self._folder.iterdir():
            path.unlink()
        self._where.write_bytes(self._old)
        if point <= self._files:
            killed = killed_at(self._append, self._folder, point)
        else:
            killed = killed_in_engine(self._append, (point - self._files) * self._EACH)
        with open_history(self._where) as history:
            count, problems = verify(history)
        assert (count, problems) in ((2, ()), (7, ()))
        self._append()
        with open_history(self._where) as history:
            assert verify(history) == (7, ())
        assert [path.name for path in self._folder.iterdir()] == ["history.db"]
        return "finished" if not killed else "old" if count == 2 else "new"
