"""A folder whose books are refreshed as they are saved: for WPS, phones, desks without the add-in."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from kasales_xl.batch.sources.discover import books_in
from kasales_xl.commands.bringing_up.one import Job, Outcome, bring_one
from kasales_xl.commands.bringing_up.words import COULD_NOT_REMEMBER, NO_WATCH, STOPPED, WAITS, WATCHING
from kasales_xl.commands.terminal.exit_codes import FINE
from kasales_xl.commands.terminal.language import Stop, tell
from kasales_xl.core.text import Text, join
from kasales_xl.files.leftovers import clear_leftovers
from kasales_xl.files.replace import lock_beside
from kasales_xl.files.watch.settling import Settling, Stamp
from kasales_xl.files.watch.state import Remembered
from kasales_xl.files.whole import CannotWrite

#: Seconds: without a change until a book counts as whole, between two looks, until the next try.
QUIET, LOOK_EVERY, TRY_AGAIN = 2.0, 1.0, 20.0
#: Between two looks where nothing was waiting and the system reports changes by itself.
IDLE = 30.0


@dataclass
class _Folder:
    path: Path
    remembered: Remembered = field(init=False)
    settling: Settling = field(init=False)
    told: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.remembered = Remembered(self.path)
        self.settling = Settling(QUIET, self.remembered.seen())


@dataclass(frozen=True)
class Watching:
    """``day``: the one to grade on, None for that of each save. ``copies``: how many of the copies made while
    watching stay beside each book. ``polling``: look at the files instead of asking the system to report
    changes, as network drives need it."""

    day: dt.date | None
    copies: int
    polling: bool


def watch(places: tuple[str, ...], job: Job, watching: Watching) -> None:
    """Runs until it is told to stop (Ctrl+C, SIGTERM), then ends the program with exit code 0."""
    folders = [_Folder(Path(os.path.abspath(place))) for place in places]
    for folder in folders:
        if not folder.path.is_dir():
            raise Stop(Text("没有 {path} 这个文件夹", "There is no folder {path}")(path=folder.path))
        clear_leftovers(folder.path)
    if not watching.polling and find_spec("watchfiles") is None:
        tell(NO_WATCH)
        watching = replace(watching, polling=True)
    tell(WATCHING(folders=join([str(folder.path) for folder in folders])))
    with _until_told() as stop:
        for _ in _looks(folders, watching, stop):
            for folder in folders:
                _look(folder, job, watching, stop)
    tell(STOPPED)
    sys.exit(FINE)


@contextmanager
def _until_told() -> Iterator[threading.Event]:
    stop = threading.Event()

    def told(number: int, frame: object) -> None:
        stop.set()

    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, told) for number in signals]
    try:
        yield stop
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


def _looks(folders: list[_Folder], watching: Watching, stop: threading.Event) -> Iterator[None]:
    """One when something changed, and every now and then: a report can be lost."""
    yield
    while not stop.is_set():
        if watching.polling or any(folder.settling.waits for folder in folders):
            stop.wait(LOOK_EVERY)
        else:
            _wait_for_report([folder.path for folder in folders], stop)
        if not stop.is_set():
            yield


def _wait_for_report(paths: list[Path], stop: threading.Event) -> None:
    from watchfiles import watch as reports

    pause = int(IDLE * 1000)
    changes = reports(
        *paths, watch_filter=None, stop_event=stop, rust_timeout=pause, yield_on_timeout=True, step=200
    )
    next(changes, None)
    changes.close()


def _look(folder: _Folder, job: Job, watching: Watching, stop: threading.Event) -> None:
    books = {source.path: source for source in books_in(folder.path) if source.why is None}
    there = {path: stamp for path in books if (stamp := _stamp(path)) is not None}
    settling = folder.settling
    settling.look(there, time.monotonic())
    for path in settling.due(time.monotonic()):
        if stop.is_set():
            break
        lock = lock_beside(path)
        if lock is not None:
            if path not in folder.told:
                tell(WAITS(path=path))
                folder.told.add(path)
            settling.later(path, time.monotonic() + LOOK_EVERY)
            continue
        folder.told.discard(path)
        today = replace(job, on=watching.day or dt.date.today())
        brought = bring_one(books[path], path, today, unchanged=False)
        if brought.outcome is Outcome.LATER:
            settling.later(path, time.monotonic() + TRY_AGAIN)
            continue
        settling.done(path)
        if brought.kept is not None:
            folder.remembered.copied(path, brought.kept, watching.copies)
    try:
        folder.remembered.keep(settling.seen)
    except CannotWrite as error:
        if folder.path in folder.told:
            return
        folder.told.add(folder.path)
        tell(COULD_NOT_REMEMBER(path=error.path, reason=error.reason), err=True)


def _stamp(path: Path) -> Stamp | None:
    """None for what has just gone."""
    try:
        state = path.stat()
    except OSError:
        return None
    return Stamp(state.st_size, state.st_mtime_ns, state.st_ino)
