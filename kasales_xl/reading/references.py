"""Rows that name rows of other sheets: resolved to IDs, doubled IDs and orphans told (48, 51)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kasales_xl.core.findings import FindingKind
from kasales_xl.core.names import NameIndex, name_key
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
    """How rows of one sheet can be named. ``ids``: the ID that is meant; ``padded``: IDs of digits that
    begin with 0, by what is left of them in a number cell (43); ``held``: IDs and names of rows that
    were left out."""

    ids: NameIndex[str]
    padded: dict[str, str]
    held: frozenset[str]


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
    if table is None:
        return Names(NameIndex(()), {}, frozenset())
    rows = [
        (str(row_id), str(name))
        for row_id, name in zip(table.values[id_column], table.values[name_column], strict=True)
    ]
    held = frozenset(name_key(name) for i in table.held for name in rows[i])
    ids = NameIndex((row_id, name, row_id) for i, (row_id, name) in enumerate(rows) if i not in table.held)
    padded: dict[str, str] = {}
    for digits, _name in rows:
        if digits.startswith("0") and digits.isdecimal() and ids.find(digits) is not None:
            bare = digits.lstrip("0") or "0"
            # two IDs that a number cell cannot tell apart
            padded[bare] = "" if bare in padded else digits
    return Names(ids, padded, held)


def resolve(table: Table | None, column: str, names: Names, journal: Journal, orphan: FindingKind) -> None:
    """Put the ID in place of what a required reference cell names; rows without one are held."""
    if table is None or column not in table.values:
        return
    values = table.values[column]
    answers: dict[object, str | None] = {}
    for raw in set(values):
        answers[raw] = names.ids.find(str(raw))
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
                _hold(table, i, column, str(raw), names, journal, orphan)
    table.values[column] = [answers[raw] or padded[raw] for raw in values]


def _hold(
    table: Table, i: int, column: str, name: str, names: Names, journal: Journal, orphan: FindingKind
) -> None:
    kind = orphan
    if names.ids.namesakes(name):
        kind = NAME_SHARED
    elif name_key(name) in names.held:
        kind = ROW_LEFT_OUT
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
