"""Most CRMs have one close date: of an open deal it is when it should close, of one that was won or lost when
it did. Which it is, its stage says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kasales_xl.core.findings import Finding
from kasales_xl.core.terms import DealStage
from kasales_xl.files.crm.tables import CrmTable
from kasales_xl.text.findings.crm import CRM_ONE_CLOSE_DATE


@dataclass
class CloseDate:
    """``closed`` and ``open``: deals whose date was taken the one way and the other."""

    closed: int = 0
    open: int = 0

    def take(self, table: CrmTable, values: dict[str, object], on: dt.date) -> None:
        """Puts the one date where it belongs; ``values``, a deal's fields with its stage, is changed. Where
        the mapping has a column for each they stay as they are. Nothing that is still to be delivered was
        closed in the future."""
        if not _one_column(table):
            return
        day = values.pop("closed", None) or values.pop("expected_close", None)
        values.pop("expected_close", None)
        if day is None:
            return
        stage = values["stage"]
        over = stage in (DealStage.WON, DealStage.LOST)
        signed = isinstance(stage, DealStage) and stage.is_closed and isinstance(day, dt.date) and day <= on
        if over or signed:
            values["closed"], self.closed = day, self.closed + 1
        else:
            values["expected_close"], self.open = day, self.open + 1

    def said(self, table: CrmTable) -> Iterator[Finding]:
        """Nothing where all of them were closed: then the column just says so."""
        if self.open:
            words = (
                ("column", table.source("closed")),
                ("closed", str(self.closed)),
                ("open", str(self.open)),
            )
            yield Finding(CRM_ONE_CLOSE_DATE, table.place(-1, table.source("closed")), words=words)


def _one_column(table: CrmTable) -> bool:
    """Is the closing date mapped, and no other column for the expected one?"""
    closed, expected = table.source("closed"), table.source("expected_close")
    return bool(closed) and expected in ("", closed)
