"""One book at a time in a worker that may die: what ``check`` and ``refresh`` need of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kasales_xl.batch.checking import Checked, check_source
from kasales_xl.batch.discover import Source
from kasales_xl.batch.judging import kept_history, lost_finding
from kasales_xl.batch.refreshing import NotRead, Ready, Renewing, made_ready
from kasales_xl.batch.workers import LIMITS, Limits, Lost, each
from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.policy import Policy
from kasales_xl.files.renew.renewed import NotCarried

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Asked:
    path: Path
    on: dt.date
    company: Policy | None
    history: str | None
    renewing: Renewing


def checked_apart(source: Source, on: dt.date, limits: Limits = LIMITS) -> Checked:
    """``check_source`` in a worker. A file that it does not come back from has the finding that says so."""
    came = _alone(check_source, (source, on), limits)
    return Checked((_lost(came, limits, source.name),)) if isinstance(came, Lost) else came


def ready_apart(
    path: Path,
    on: dt.date,
    company: Policy | None,
    history: History | None,
    renewing: Renewing = Renewing.OLDER,
    limits: Limits = LIMITS,
) -> Ready:
    """``made_ready`` in a worker. Raises what it raises, NotRead too for a file that the worker does not come
    back from."""
    asked = _Asked(path, on, company, history.address if history else None, renewing)
    came = _alone(_ready, asked, limits)
    if isinstance(came, Lost):
        raise NotRead([_lost(came, limits, path.name)])
    if isinstance(came, Ready):
        return came
    raise came


def _ready(asked: _Asked) -> Ready | NotRead | NotCarried:
    history = kept_history(asked.history) if asked.history else None
    try:
        return made_ready(asked.path, asked.on, asked.company, history, asked.renewing)
    except (NotRead, NotCarried) as error:
        return error


def _alone(task: Callable[[Item], Result], item: Item, limits: Limits) -> Result | Lost:
    ((_number, came),) = each(task, [item], jobs=1, limits=limits)
    return came


def _lost(lost: Lost, limits: Limits, name: str) -> Finding:
    return replace(lost_finding(lost, limits), at=Place(file=name))
