"""The engine that a run asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasales_xl.batch.cache.opening import memory_at
from kasales_xl.batch.engines.engine import ClusterError, Engine
from kasales_xl.batch.engines.local import LocalEngine
from kasales_xl.batch.options import RunOptions

if TYPE_CHECKING:
    from kasales_xl.files.history.store import History

__all__ = ["CLUSTER", "ClusterError", "engine_for"]
#: How an address of a cluster begins.
CLUSTER = "dask://"


def engine_for(options: RunOptions, history: History | None) -> Engine:
    """Raises ClusterError and HistoryError."""
    if options.engine:
        from kasales_xl.batch.engines.dask import DaskEngine

        return DaskEngine(options.engine, options.limits, history.address if history else None)
    memory = memory_at(options.cache, history, options.on) if options.cache else None
    return LocalEngine(options.jobs, options.limits, memory)
