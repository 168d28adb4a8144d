"""Cells that are fine by themselves and do not go together (pitfall 52): used as they are, and said."""

from __future__ import annotations

import datetime as dt

from kasales_xl.core.names import name_key
from kasales_xl.core.terms import DealStage, Influence, Stance, YesNoUnknown
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.rows import (
    CLOSED_BEFORE_CREATED,
    CLOSED_IN_FUTURE,
    CLOSED_WITHOUT_DATE,
    DECISION_MAKER_ELSEWHERE,
    INFLUENCED_YET_OPPOSED,
    NONE_DECLARED,
    OPEN_WITH_CLOSED_DATE,
    OVERDUE,
)


def find_contradictions(tables: dict[str, Table], on: dt.date, journal: Journal) -> None:
    """Rows left out are not looked at: they are asked about already."""
    accounts, contacts, deals = (tables.get(key) for key in ("accounts", "contacts", "deals"))
    if contacts is not None:
        _influenced_yet_opposed(contacts, journal)
        if accounts is not None:
            _decision_makers_elsewhere(contacts, accounts, journal)
    if deals is not None:
        _dates_of_deals(deals, on, journal)


def _influenced_yet_opposed(contacts: Table, journal: Journal) -> None:
    answers, stances = contacts.values.get("can_influence"), contacts.values.get("stance")
    if answers is None or stances is None:
        return
    for i, (answer, stance) in enumerate(zip(answers, stances, strict=True)):
        if stance is Stance.OPPOSED and answer is Influence.YES and i not in contacts.held:
            journal.add(
                INFLUENCED_YET_OPPOSED, "contacts", contacts.rows[i], "stance",
                got=contacts.got("stance", i), name=str(contacts.values["name"][i]),
            )  # fmt: skip


def _decision_makers_elsewhere(contacts: Table, accounts: Table, journal: Journal) -> None:
    """Marked key decision maker, but in no key department of the account: an ordinary contact (§3)."""
    marks, places = contacts.values.get("key_decision_maker"), contacts.values.get("department")
    declared = accounts.values.get("key_departments")
    if marks is None or places is None or declared is None:
        return
    departments: dict[object, tuple[set[str], str]] = {}
    for row_id, names in zip(accounts.values["account_id"], declared, strict=True):
        own = [str(name) for name in names] if isinstance(names, tuple) else []
        departments[row_id] = ({name_key(name) for name in own}, ", ".join(own))
    for i, mark in enumerate(marks):
        if mark is not YesNoUnknown.YES or i in contacts.held:
            continue
        keys, listed = departments.get(contacts.values["account"][i], (set(), ""))
        if name_key(str(places[i])) not in keys:
            journal.add(
                DECISION_MAKER_ELSEWHERE, "contacts", contacts.rows[i], "department",
                got=str(places[i]), name=str(contacts.values["name"][i]), departments=listed or NONE_DECLARED,
            )  # fmt: skip


def _dates_of_deals(deals: Table, on: dt.date, journal: Journal) -> None:
    nothing: list[object] = [None] * len(deals.rows)
    closed = deals.values.get("closed", nothing)
    expected = deals.values.get("expected_close", nothing)
    created = deals.values.get("created", nothing)
    rows = zip(deals.values["stage"], closed, expected, created, strict=True)
    for i, (stage, end, due, start) in enumerate(rows):
        if i in deals.held or not isinstance(stage, DealStage):
            continue
        row = deals.rows[i]
        label = deals.got("stage", i)
        if stage.is_closed and end is None and "closed" in deals.values and not deals.is_unread("closed", i):
            journal.add(CLOSED_WITHOUT_DATE, "deals", row, "closed", stage=label)
        elif stage.is_open and isinstance(due, dt.date) and due < on:
            journal.add(OVERDUE, "deals", row, "expected_close", got=due.isoformat(), stage=label)
        if isinstance(end, dt.date):
            if stage.is_open:
                journal.add(OPEN_WITH_CLOSED_DATE, "deals", row, "closed", got=end.isoformat(), stage=label)
            elif end > on and stage.is_closed:
                journal.add(CLOSED_IN_FUTURE, "deals", row, "closed", got=end.isoformat())
            if isinstance(start, dt.date) and end < start:
                journal.add(
                    CLOSED_BEFORE_CREATED,
                    "deals",
                    row,
                    "closed",
                    got=end.isoformat(),
                    start=start.isoformat(),
                )
