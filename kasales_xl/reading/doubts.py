"""What could not be read and might lower a verdict (T7): an error in the data never raises a tier."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.findings import Place
from kasales_xl.core.names import name_key
from kasales_xl.core.rows.book import Doubt
from kasales_xl.core.terms import YesNoUnknown
from kasales_xl.layout.sheets import MADE_IDS
from kasales_xl.reading.cells.cell import tidy
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table

#: Cells that decide who stands against us, or is asked at all. ``can_influence`` is none of them: who
#: cannot be read there is not influenced.
_OF_CONTACT = ("stance", "key_decision_maker", "department")
_OF_ACCOUNT = ("potential_12m", "key_departments", "sustainable")
_OF_DEAL = ("amount", "closed", "is_real", "can_win")


def find_doubts(tables: dict[str, Table], journal: Journal) -> tuple[Doubt, ...]:
    """In the order of the book, once all references are resolved."""
    accounts, contacts, deals = (tables.get(key) for key in ("accounts", "contacts", "deals"))
    found: list[Doubt] = []
    if accounts is not None:
        found += _cells(accounts, "account_id", _OF_ACCOUNT, journal)
    if contacts is not None:
        found += _cells(contacts, "account", _OF_CONTACT, journal)
        found += _people_left_out(contacts, accounts, journal)
    if deals is not None:
        found += _cells(deals, "account", _OF_DEAL, journal)
    return tuple(found)


def _cells(table: Table, owner: str, columns: tuple[str, ...], journal: Journal) -> Iterator[Doubt]:
    """Cells of rows that count without them."""
    for i in sorted(table.unread.keys() - table.held):
        for column in columns:
            if column in table.unread[i]:
                at = journal.place(table.key, table.rows[i], column)
                yield _doubt(table, i, str(table.values[owner][i]), at, column)


def _people_left_out(contacts: Table, accounts: Table | None, journal: Journal) -> Iterator[Doubt]:
    """A row is named by the cell that keeps it out."""
    blocking = journal.blocking_places(contacts.key)
    for i in sorted(contacts.held - contacts.repeated):
        if not _says_anything(contacts, i):
            continue
        row = contacts.rows[i]
        at = blocking.get(row) or journal.place(contacts.key, row)
        account = contacts.values["account"][i]
        if account:
            yield _doubt(contacts, i, str(account), at)
        elif accounts is not None:
            for other in _might_be_of(contacts, i, accounts):
                yield _doubt(contacts, i, other, at)


def _says_anything(contacts: Table, i: int) -> bool:
    """A row that was begun with its account alone is about nobody yet."""
    cells = (contacts.got(key, i) for key in contacts.raws if key not in ("account", "contact_id"))
    return any(map(tidy, cells))


def _might_be_of(contacts: Table, i: int, accounts: Table) -> Iterator[str]:
    """Accounts that this person would decide in, where nobody can tell which account is meant."""
    values, unread = contacts.values, contacts.unread.get(i, set())
    marked = values.get("key_decision_maker")
    decides = marked is not None and marked[i] is YesNoUnknown.YES
    if not decides and "key_decision_maker" not in unread:
        return
    place = name_key(str(values["department"][i])) if "department" in values else ""
    for row, departments in enumerate(accounts.values.get("key_departments", ())):
        keys = {name_key(str(name)) for name in departments} if isinstance(departments, tuple) else set()
        if row not in accounts.held and (place in keys or "department" in unread):
            yield str(accounts.values["account_id"][row])


def _doubt(table: Table, i: int, account: str, at: Place, column: str = "") -> Doubt:
    return Doubt(account, table.key, column, str(at), str(table.values[MADE_IDS[table.key][0]][i]))
