"""One book made ready to be written back, in a worker that may die."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.batch.grading.judging import kept_history
from kasales_xl.batch.one_book.apart import alone, lost_of
from kasales_xl.batch.one_book.refreshing import NotRead, Ready, Renewing, made_ready
from kasales_xl.batch.workers.pool import LIMITS, Limits, Lost
from kasales_xl.core.policy import Policy
from kasales_xl.files.renew.renewed import NotCarried
from kasales_xl.functions.spelling import Host

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History


@dataclass(frozen=True, slots=True)
class _Asked:
    path: Path
    on: dt.date
    company: Policy | None
    history: str | None
    renewing: Renewing
    host: Host | None


def ready_apart(
    path: Path,
    on: dt.date,
    company: Policy | None,
    history: History | None,
    renewing: Renewing = Renewing.OLDER,
    limits: Limits = LIMITS,
    *,
    host: Host | None = None,
) -> Ready:
    """``made_ready`` in a worker. Raises what it raises, NotRead too for a file that the worker does not come
    back from."""
    asked = _Asked(path, on, company, history.address if history else None, renewing, host)
    came = alone(_ready, asked, limits)
    if isinstance(came, Lost):
        raise NotRead([lost_of(came, limits, path.name)])
    if isinstance(came, Ready):
        return came
    raise came


def _ready(asked: _Asked) -> Ready | NotRead | NotCarried:
    history = kept_history(asked.history) if asked.history else None
    try:
        return made_ready(asked.path, asked.on, asked.company, history, asked.renewing, asked.host)
    except (NotRead, NotCarried) as error:
        return error
