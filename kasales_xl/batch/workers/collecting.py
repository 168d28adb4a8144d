"""When memory is cleared during a long run: rarely, and never what was there before it began."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: A book makes some 50,000 objects that live until it is done; looking through them meanwhile is in vain.
_THRESHOLDS = (1_000_000, 50, 50)
#: Bytes of a block larger than any that a typical book needs.
_LARGE = 16 << 20


def collect_rarely() -> None:
    """From now on, for the life of this process."""
    _keep_blocks()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


def _keep_blocks() -> None:
    # the C library learns from a large block given back that more will come, and from then on keeps the
    # memory of one book for the next instead of returning it page by page
    bytes(_LARGE)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Collect garbage seldom inside the block; afterwards everything is as it was. Without effect where
    the caller has switched collection off; what a caller has frozen stays frozen."""
    _keep_blocks()
    before = gc.get_threshold()
    if not gc.isenabled() or before[0] == 0:
        yield
        return
    mine = gc.get_freeze_count() == 0
    if mine:
        gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if mine:
            gc.unfreeze()
