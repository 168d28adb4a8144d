"""What workers are asked to do in tests: die, hang, eat memory, fail."""

from __future__ import annotations

import os
import signal
import time

from kasales_xl.batch.grading.judging import Judged, Wanted, judge


def do(order: tuple[str, int]) -> object:
    what, number = order
    if what == "abort":
        os.abort()
    if what == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "where":
        return os.getcwd()
    if what == "hang":
        while True:
            time.sleep(1)
    if what == "spin":
        # an engine written in C that gives nobody else a turn
        sum(range(10**11))
    if what == "memory":
        return len(bytearray(2 << 30))
    if what == "fault":
        raise ZeroDivisionError(number)
    if what == "late":
        time.sleep(0.3)
    return (number * number, os.getpid()) if what == "pid" else number * number


def once(marker: str) -> str:
    """Killed from outside the first time, well the second."""
    if not os.path.exists(marker):
        open(marker, "x", encoding="utf-8").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return "well"


def judge_or_die(wanted: Wanted) -> Judged:
    """As every worker does, but what the name of the file asks for comes first."""
    do((wanted.source.path.stem, 0))
    return judge(wanted)
