"""Rows that name rows of other sheets: resolved to IDs, doubled IDs and orphans told (48, 51)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kasales_xl.core.findings import FindingKind
from kasales_xl.core.names import name_key
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.people.identity import People, merge_doubled_people, resolve_people
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.choices import REF_ZEROS_LOST
from kasales_xl.text.findings.rows import (
    ACCOUNTS_ALIKE,
    ACCOUNTS_UNREAD,
    ID_TWICE,
    NAME_SHARED,
    ORPHAN_ACCOUNT,
    ORPHAN_DEAL,
    ROW_LEFT_OUT,
)

_IDS = {
    "accounts": "account_id",
    "contacts": "contact_id",
    "deals": "deal_id",
    "support": "request_id",
    "practices": "practice_id",
}
#: Legal forms that two spellings of one company may differ in (48).
_LEGAL = re.compile(
    r"股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|总公司|分公司|公司|集团|"
    r"(?:,?(?:co\.?,?ltd|ltd|limited|inc|corp|corporation|company|llc|plc|gmbh|group)\.?)+$"
)
_BRACKETS = re.compile(r"[()\[\]【】《》“”\"'.,·\-]")


@dataclass(frozen=True, slots=True)
class Names:
    """How rows of one sheet can be named: by ID or by a name that one row has alone. ``held`` are the
    names of rows that were left out, ``shared`` those that several rows have; ``padded``: IDs of digits
    that begin with 0, by what is left of them in a number cell (43)."""

    by_name: dict[str, str] = field(default_factory=dict)
    padded: dict[str, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)


def hold_doubled_ids(tables: dict[str, Table], journal: Journal) -> None:
    """An ID names one row: the later ones are left out."""
    for key, column in _IDS.items():
        table = tables.get(key)
        if table is None:
            continue
        ids = table.values[column]
        if len(set(ids)) == len(ids):
            continue
        first: dict[str, int] = {}
        for i, value in enumerate(ids):
            row = table.rows[first.setdefault(name_key(str(value)), i)]
            if row != table.rows[i]:
                table.held.add(i)
                journal.add(ID_TWICE, key, table.rows[i], column, got=str(value), other_row=str(row))


def names_of(table: Table | None, id_column: str, name_column: str) -> Names:
    names = Names()
    if table is None:
        return names
    ids, called = table.values[id_column], table.values[name_column]
    times: dict[str, int] = {}
    for i, (row_id, name) in enumerate(zip(ids, called, strict=True)):
        by_id, by_name = name_key(str(row_id)), name_key(str(name))
        if i in table.held:
            names.held.update((by_id, by_name))
            continue
        times[by_name] = times.get(by_name, 0) + 1
        names.by_name[by_name] = str(row_id)
    for name, n in times.items():
        if n > 1:
            names.shared.add(name)
            del names.by_name[name]
    for i, row_id in enumerate(ids):
        if i not in table.held:
            names.by_name[name_key(str(row_id))] = str(row_id)
    for row_id in ids:
        digits = str(row_id)
        if digits.startswith("0") and digits.isdecimal() and name_key(digits) in names.by_name:
            bare = digits.lstrip("0") or "0"
            # two IDs that a number cell cannot tell apart
            names.padded[bare] = "" if bare in names.padded else digits
    names.held.difference_update(names.by_name)
    names.held.difference_update(names.shared)
    return names


def resolve(table: Table | None, column: str, names: Names, journal: Journal, orphan: FindingKind) -> None:
    """Put the ID in place of what a required reference cell names; rows without one are held."""
    if table is None or column not in table.values:
        return
    values = table.values[column]
    answers: dict[object, str | None] = {}
    for raw in set(values):
        answers[raw] = names.by_name.get(name_key(str(raw)))
    padded = {
        raw: names.padded.get(name_key(str(raw)), "") for raw, known in answers.items() if known is None
    }
    if padded:
        for i, raw in enumerate(values):
            if answers[raw] is not None or i in table.held:
                continue
            if padded[raw]:
                got, now = table.got(column, i), padded[raw]
                journal.add(REF_ZEROS_LOST, table.key, table.rows[i], column, got=got, now=now)
            else:
                _hold(table, i, column, name_key(str(raw)), names, journal, orphan)
    table.values[column] = [answers[raw] or padded[raw] for raw in values]


def _hold(
    table: Table, i: int, column: str, key: str, names: Names, journal: Journal, orphan: FindingKind
) -> None:
    kind = NAME_SHARED if key in names.shared else ROW_LEFT_OUT if key in names.held else orphan
    table.held.add(i)
    journal.add(kind, table.key, table.rows[i], column, got=table.got(column, i))


def suggest_alike_accounts(accounts: Table | None, journal: Journal) -> None:
    """One company under two names: suggested, never merged (48)."""
    if accounts is None:
        return
    known: dict[str, int] = {}
    for i, name in enumerate(accounts.values["account"]):
        if i in accounts.held:
            continue
        text = name_key(str(name))
        key = _LEGAL.sub("", _BRACKETS.sub("", text)) or text
        first = known.setdefault(key, i)
        if first != i:
            other = str(accounts.values["account"][first])
            journal.add(
                ACCOUNTS_ALIKE, "accounts", accounts.rows[i], "account",
                got=str(name), other=other, other_row=str(accounts.rows[first]),
            )  # fmt: skip


def resolve_all(tables: dict[str, Table], journal: Journal) -> None:
    """Every reference of a book, accounts first: what they leave out, others can't refer to."""
    hold_doubled_ids(tables, journal)
    accounts, contacts, deals = (tables.get(key) for key in ("accounts", "contacts", "deals"))
    suggest_alike_accounts(accounts, journal)
    if accounts is None:
        for table in (contacts, deals):
            _hold_all(table, journal)
    known = names_of(accounts, "account_id", "account")
    resolve(contacts, "account", known, journal, ORPHAN_ACCOUNT)
    resolve(deals, "account", known, journal, ORPHAN_ACCOUNT)
    resolve(tables.get("support"), "deal", names_of(deals, "deal_id", "deal"), journal, ORPHAN_DEAL)
    merged = merge_doubled_people(contacts, journal)
    resolve_people(contacts, tables.get("links"), People(contacts, merged), journal)


def _hold_all(table: Table | None, journal: Journal) -> None:
    """Without an Accounts sheet nothing tells whose these rows are: said once, not row by row."""
    if table is not None and len(table.held) < len(table.rows):
        table.held.update(range(len(table.rows)))
        journal.add(ACCOUNTS_UNREAD, table.key, n=str(len(table.rows)))
