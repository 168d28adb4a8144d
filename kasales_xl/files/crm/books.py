"""A CRM export → one book per seller, in memory. No row is dropped without a finding that names it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kasales_xl.core.findings import Finding
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Account, Contact, Deal, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage, Lang
from kasales_xl.files.crm.cells import CellReader, made_id
from kasales_xl.files.crm.close_date import CloseDate
from kasales_xl.files.crm.mapping import SELLER, CannotImport, CrmMapping
from kasales_xl.files.crm.overview import whole_export
from kasales_xl.files.crm.tables import CrmTable, read_table
from kasales_xl.text.findings.crm import (
    CRM_ACCOUNT_BLANK,
    CRM_ACCOUNT_NOT_LISTED,
    CRM_ACCOUNT_UNUSED,
    CRM_CONTACT_ORPHAN,
    CRM_IDLE,
    CRM_NO_ACCOUNT,
    CRM_NO_CLOSE,
    CRM_NO_CLOSED,
    CRM_NO_CREATED,
    CRM_NO_NAME,
    CRM_NO_SELLER,
    CRM_NO_STAGE,
    CRM_SELLER_NOT_LISTED,
    CRM_SPELLING,
    CRM_TWICE,
)

_Row = tuple[CellReader, int, dict[str, str], dict[str, object]]


@dataclass(frozen=True)
class CrmBooks:
    """``books`` by the sellers' names. ``deals_read``: rows of the deal file; every one of them is in a
    book or in ``findings`` as held."""

    books: tuple[Book, ...]
    findings: tuple[Finding, ...]
    deals_read: int


@dataclass
class _Export:
    """What has been made so far. Accounts by comparable name and by comparable ID; sellers by name, and
    their names by ID: an export may join its files by either."""

    mapping: CrmMapping
    on: dt.date
    lang: Lang
    findings: list[Finding] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    stand_ins: set[str] = field(default_factory=set)
    sellers: dict[str, Seller] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    by_id: dict[str, Account] = field(default_factory=dict)
    seller_names: dict[str, str] = field(default_factory=dict)
    split: CloseDate = field(default_factory=CloseDate)
    deals: defaultdict[str, list[Deal]] = field(default_factory=lambda: defaultdict(list))
    contacts: defaultdict[str, list[Contact]] = field(default_factory=lambda: defaultdict(list))


def crm_books(directory: Path, mapping: CrmMapping, on: dt.date, lang: Lang) -> CrmBooks:
    """Every file is read before the first row is judged. Raises CannotImport for files or columns that
    are missing or unreadable, never for what stands in a cell."""
    if not directory.is_dir():
        raise CannotImport("no-folder", folder=str(directory))
    deals = read_table(directory, "deals", mapping.deals, mapping)
    if deals is None or deals.frame.empty:
        raise CannotImport("no-rows", file=mapping.deals.file)
    sellers = read_table(directory, "seller", mapping.sellers, mapping)
    accounts = read_table(directory, "accounts", mapping.accounts, mapping)
    contacts = read_table(directory, "contacts", mapping.contacts, mapping)
    export = _Export(mapping, on, lang)
    _add_sellers(export, sellers)
    _add_accounts(export, accounts)
    _add_deals(export, deals, listed=accounts is not None, known=sellers is not None)
    _add_contacts(export, contacts)
    books = tuple(_book(export, export.sellers[key]) for key in sorted(export.sellers))
    _say_unused(export, accounts, sellers)
    export.findings += export.split.said(deals)
    export.findings += whole_export(directory, mapping, [book.seller for book in books if book.seller])
    return CrmBooks(books, tuple(export.findings), len(deals.frame))


def _rows(export: _Export, table: CrmTable | None) -> Iterator[_Row]:
    """Reader, number, cells and fields of each row; what was noted goes to the findings at the end."""
    if table is not None:
        export.findings += table.findings
        reader = CellReader(table, export.mapping, export.lang)
        for number, record in table.records():
            yield reader, number, record, reader.row(number, record)
        export.findings += reader.summed_up()


def _add_sellers(export: _Export, table: CrmTable | None) -> None:
    for reader, number, _, values in _rows(export, table):
        name = str(values.get("name", ""))
        if not name:
            reader.say(CRM_NO_NAME, number, "name")
        elif name_key(name) in export.sellers:
            # a file of deals names its sellers again and again
            if table is not None and table.file != export.mapping.deals.file:
                reader.say(CRM_TWICE, number, "name", name)
        else:
            _add_seller(export, name, values)


def _add_seller(export: _Export, name: str, values: dict[str, object]) -> None:
    mapping = export.mapping
    defaults: dict[str, object] = {
        "period_start": mapping.period_start or dt.date(export.on.year, 1, 1),
        "annual_target": mapping.annual_target,
        "money_unit": mapping.money_unit,
    }
    if "seller_id" not in values:
        defaults["seller_id"] = made_id(mapping.seller_prefix, name, export.ids)
    seller = Seller.model_validate(defaults | values | {"name": name})
    export.sellers[name_key(name)] = seller
    export.seller_names[name_key(seller.seller_id)] = name_key(name)


def _add_accounts(export: _Export, table: CrmTable | None) -> None:
    for reader, number, _, values in _rows(export, table):
        name = str(values.get("account", ""))
        if not name:
            reader.say(CRM_NO_NAME, number, "account")
        elif name_key(name) in export.accounts:
            reader.say(CRM_TWICE, number, "account", name)
        elif name_key(str(values.get("account_id", ""))) in export.by_id:
            reader.say(CRM_TWICE, number, "account_id", str(values["account_id"]))
        else:
            _add_account(export, name, values)


def _add_account(export: _Export, name: str, values: dict[str, object]) -> Account:
    if "account_id" not in values:
        values = values | {"account_id": made_id(export.mapping.account_prefix, name, export.ids)}
    account = Account.model_validate(values | {"account": name})
    export.accounts[name_key(name)] = account
    export.by_id[name_key(account.account_id)] = account
    return account


def _add_deals(export: _Export, table: CrmTable, *, listed: bool, known: bool) -> None:
    """``listed``, ``known``: there are files that should name every account and every seller."""
    taken: set[str] = set()
    made: set[str] = set()
    for reader, number, record, values in _rows(export, table):
        seller = name_key(str(values.pop(SELLER)))
        seller = export.seller_names.get(seller, seller)
        deal_id = str(values.get("deal_id") or _made_deal_id(values, number, made))
        if not seller:
            reader.say(CRM_NO_SELLER, number, SELLER, deal_id)
            continue
        if name_key(deal_id) in taken:
            reader.say(CRM_TWICE, number, "deal_id", deal_id)
            continue
        if "stage" not in values:
            got = reader.table.text(record, "stage")
            reader.say(CRM_NO_STAGE, number, "stage", got, deal=deal_id)
            continue
        taken.add(name_key(deal_id))
        if seller not in export.sellers:
            name = reader.table.text(record, SELLER)
            if known:
                reader.say(CRM_SELLER_NOT_LISTED, number, SELLER, name)
            _add_seller(export, name, {})
        name, owner = str(values.get("account", "")), export.sellers[seller].name
        if name:
            account = _account_of(export, reader, number, name, deal_id, listed=listed)
        else:
            account = _stand_in(export, reader, number, owner, deal_id)
        values |= {"deal_id": deal_id, "account": account, "deal": values.get("deal", deal_id)}
        export.split.take(reader.table, values, export.on)
        export.deals[seller].append(_deal(reader, number, values))


def _made_deal_id(values: dict[str, object], number: int, made: set[str]) -> str:
    """The next export gives the same deal the same ID, whatever rows come before it."""
    name = values.get("deal") or f"{number + 2}"
    return made_id("D-", f"{values.get('account', '')}/{name}", made)


def _account_of(
    export: _Export, reader: CellReader, number: int, name: str, deal_id: str, *, listed: bool
) -> str:
    """The ID of the account that a row names, made known where no file lists it."""
    account = export.accounts.get(name_key(name)) or export.by_id.get(name_key(name))
    if account is None:
        if listed:
            reader.say(CRM_ACCOUNT_NOT_LISTED, number, "account", name, deal=deal_id)
        return _add_account(export, name, {}).account_id
    if name not in (account.account, account.account_id):
        reader.say(CRM_SPELLING, number, "account", name, account.account)
    return account.account_id


def _stand_in(export: _Export, reader: CellReader, number: int, owner: str, deal_id: str) -> str:
    """The ID of what stands for "no account" in this seller's book; blank where the mapping has nothing
    for such rows. One a seller, so that nobody seems to share an account."""
    kept = export.mapping.no_account.replace("{seller}", owner)
    kind = CRM_NO_ACCOUNT if kept else CRM_ACCOUNT_BLANK
    reader.say(kind, number, "account", "", kept, deal=deal_id)
    if not kept:
        return ""
    account = export.accounts.get(name_key(kept)) or _add_account(export, kept, {})
    export.stand_ins.add(account.account_id)
    return account.account_id


def _deal(reader: CellReader, number: int, values: dict[str, object]) -> Deal:
    """In which stage since when: a closed deal since the day it closed, whatever the export says."""
    deal = Deal.model_validate(values)
    if deal.stage.is_closed:
        deal = deal.model_copy(update={"stage_since": deal.closed})
        if deal.closed is None:
            reader.say(CRM_NO_CLOSED, number, "closed", deal=deal.deal_id)
        return deal
    if deal.created is None:
        reader.say(CRM_NO_CREATED, number, "created", deal=deal.deal_id)
    if deal.expected_close is None and deal.stage is not DealStage.ON_HOLD:
        key = "expected_close" if reader.table.source("expected_close") else "closed"
        reader.say(CRM_NO_CLOSE, number, key, deal=deal.deal_id)
    return deal


def _add_contacts(export: _Export, table: CrmTable | None) -> None:
    taken: set[str] = set()
    made: set[str] = set()
    for reader, number, record, values in _rows(export, table):
        name = str(values.get("name", ""))
        called = name_key(str(values.get("account", "")))
        account = export.accounts.get(called) or export.by_id.get(called)
        if not name:
            reader.say(CRM_NO_NAME, number, "name")
        elif account is None:
            reader.say(CRM_CONTACT_ORPHAN, number, "account", reader.table.text(record, "account"), name=name)
        else:
            contact_id = str(values.get("contact_id") or made_id("C-", f"{account.account}/{name}", made))
            if name_key(contact_id) in taken:
                reader.say(CRM_TWICE, number, "contact_id", contact_id)
                continue
            taken.add(name_key(contact_id))
            values |= {"contact_id": contact_id, "account": account.account_id}
            export.contacts[account.account_id].append(Contact.model_validate(values))


def _book(export: _Export, seller: Seller) -> Book:
    """A seller's deals in file order, and the accounts they belong to, by name; what stands for no
    account comes last."""
    deals = export.deals.get(name_key(seller.name), [])
    worked = {deal.account for deal in deals if deal.account}
    accounts = sorted(
        (account for account in export.accounts.values() if account.account_id in worked),
        key=lambda account: (account.account_id in export.stand_ins, name_key(account.account)),
    )
    contacts = tuple(person for account in accounts for person in export.contacts[account.account_id])
    return Book(seller, tuple(accounts), contacts, tuple(deals), lang=export.lang)


def _say_unused(export: _Export, accounts: CrmTable | None, sellers: CrmTable | None) -> None:
    """Sellers without a deal have an empty book; accounts without a deal are in no book."""
    worked = {deal.account for deals in export.deals.values() for deal in deals}
    for table, key, kind in ((accounts, "account", CRM_ACCOUNT_UNUSED), (sellers, "name", CRM_IDLE)):
        if table is None:
            continue
        for number, record in table.records():
            name = table.text(record, key)
            if key == "account":
                known = export.accounts.get(name_key(name))
                used = known is None or known.account_id in worked
            else:
                used = name_key(name) in export.deals
            if name and not used:
                at = table.place(number, table.source(key))
                export.findings.append(Finding(kind, at, got=name))
