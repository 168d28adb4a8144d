"""A program that dies at a chosen point: a child of this process, which is warm, counts what it asks of the file
system below one folder, and is gone (SIGKILL) right before the n-th time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import sqlite3.dbapi2
import sys
from collections.abc import Callable
from pathlib import Path

from in_child import in_child

#: What a program asks of the file system, as the interpreter tells its auditors; fsync is added by hand.
_EVENTS = frozenset(
    f"os.{name}"
    for name in (
        "rename",
        "remove",
        "rmdir",
        "mkdir",
        "link",
        "truncate",
        "chmod",
        "chown",
        "utime",
        "scandir",
    )
) | {"open", "sqlite3.connect"}


def steps(act: Callable[[], object], below: Path) -> int:
    """How many such points ``act`` has; it is done, in a child."""
    return _child(act, below, None)[1]


def killed_at(act: Callable[[], object], below: Path, point: int) -> bool:
    """Do ``act`` in a child that dies right before its ``point``-th step (from 1); was there one?"""
    status, _ = _child(act, below, point)
    assert status in (0, -signal.SIGKILL), f"the child failed by itself: {status}"
    return status == -signal.SIGKILL


def _child(act: Callable[[], object], below: Path, point: int | None) -> tuple[int, int]:
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        _run(act, os.fsencode(os.path.realpath(below)), point, sender)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        counted = pipe.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), int(counted or b"0")


def _run(act: Callable[[], object], below: bytes, point: int | None, sender: int) -> None:
    count = 0

    def step() -> None:
        nonlocal count
        count += 1
        if count == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in _EVENTS and any(_inside(argument, below) for argument in arguments):
            step()

    fsync = os.fsync

    def counted_fsync(number: int) -> None:
        step()
        fsync(number)

    code = 1
    # the batch shall need no processes besides this one
    multiprocessing.current_process()._config["daemon"] = True  # type: ignore[attr-defined]
    try:
        os.fsync = counted_fsync
        sys.addaudithook(hook)
        act()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0) and 3
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os.write(sender, str(count).encode())
        os._exit(code)


def _inside(argument: object, below: bytes) -> bool:
    if not isinstance(argument, str | bytes | os.PathLike):
        return False
    return os.fsencode(argument).startswith(below)


class _Counting(sqlite3.Connection):
    """Counts the steps that the database engine takes by itself, and dies right before the ``last``."""

    taken = 0
    last: int | None = None

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self.set_progress_handler(_step_of_engine, 1)


def _step_of_engine() -> int:
    _Counting.taken += 1
    if _Counting.taken == _Counting.last:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0


def engine_steps(act: Callable[[], object]) -> int:
    """How many steps SQLite takes for ``act``; it is done, in a child."""

    def counted() -> int:
        _with_engine(act, None)
        return _Counting.taken

    return in_child(counted)


def killed_in_engine(act: Callable[[], object], step: int) -> bool:
    """Do ``act`` in a child that dies right before SQLite's ``step``-th; was there one?"""
    status, _ = _child(lambda: _with_engine(act, step), Path(os.devnull), None)
    assert status in (0, -signal.SIGKILL), f"the child failed by itself: {status}"
    return status == -signal.SIGKILL


def _with_engine(act: Callable[[], object], last: int | None) -> None:
    _Counting.last = last
    connect = sqlite3.dbapi2.connect

    def counting(*arguments: object, **named: object) -> sqlite3.Connection:
        return connect(*arguments, **(named | {"factory": _Counting}))  # type: ignore[arg-type]

    sqlite3.dbapi2.connect = counting  # type: ignore[assignment]
    sqlite3.connect = counting  # type: ignore[assignment]
    act()
