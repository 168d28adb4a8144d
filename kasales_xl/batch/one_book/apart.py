"""One book at a time in a worker that may die: what ``check`` needs of it, and how it is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kasales_xl.batch.grading.judging import lost_finding
from kasales_xl.batch.one_book.checking import Checked, check_source
from kasales_xl.batch.sources.discover import Source
from kasales_xl.batch.workers.pool import LIMITS, Limits, Lost, each
from kasales_xl.core.findings import Finding, Place

Item = TypeVar("Item")
Result = TypeVar("Result")


def checked_apart(source: Source, on: dt.date, limits: Limits = LIMITS) -> Checked:
    """``check_source`` in a worker. A file that it does not come back from has the finding that says so."""
    came = alone(check_source, (source, on), limits)
    return Checked((lost_of(came, limits, source.name),)) if isinstance(came, Lost) else came


def alone(task: Callable[[Item], Result], item: Item, limits: Limits) -> Result | Lost:
    ((_number, came),) = each(task, [item], jobs=1, limits=limits)
    return came


def lost_of(lost: Lost, limits: Limits, name: str) -> Finding:
    return replace(lost_finding(lost, limits), at=Place(file=name))
