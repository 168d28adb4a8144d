"""Key departments that may be several in one: a blank stands between two that contacts name."""

from __future__ import annotations

from kasales_xl.core.names import name_key
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.choices import LIST_BLANK


def ask_joined_departments(accounts: Table | None, contacts: Table | None, journal: Journal) -> None:
    """``IT Purchasing``, where people of the account are in IT and in Purchasing, is asked and left out."""
    if accounts is None or contacts is None or "department" not in contacts.values:
        return
    declared = accounts.values.get("key_departments", [])
    known: dict[object, set[str]] = {}
    for account, place in zip(contacts.values["account"], contacts.values["department"], strict=True):
        known.setdefault(account, set()).add(name_key(str(place)))
    for i, names in enumerate(declared):
        there = known.get(accounts.values["account_id"][i], set())
        parts = next((p for name in _several(names) if (p := _joined(str(name), there))), None)
        if parts and i not in accounts.held:
            declared[i] = ()
            accounts.unread.setdefault(i, set()).add("key_departments")
            got, items = accounts.got("key_departments", i), "、".join(parts)
            place = journal.place(accounts.key, accounts.rows[i], "key_departments")
            journal.add_at(LIST_BLANK, place, got, items=items)


def _several(names: object) -> tuple[object, ...]:
    return names if isinstance(names, tuple) else ()


def _joined(name: str, known: set[str]) -> list[str]:
    """Its parts, where each is a department of its own and the whole is none."""
    parts = name.split()
    several = len(parts) > 1 and name_key(name) not in known
    return parts if several and all(name_key(part) in known for part in parts) else []
