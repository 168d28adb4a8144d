"""One seller's book as the method sees it: rows whose references are resolved, and what was found."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.policy import Policy
from kasales_xl.core.rows import Account, Career, Contact, Deal, Link, Practice, Row, Seller, Support
from kasales_xl.core.terms import DealStage, Lang

R = TypeVar("R", bound=Row)


def _still_open(deal: Deal, on: dt.date) -> Deal:
    if deal.closed is None or deal.closed <= on or not deal.stage.is_closed:
        return deal
    expected = deal.expected_close or deal.closed
    return deal.model_copy(
        update={
            "stage": DealStage.SOLUTION,
            "stage_since": None,
            "expected_close": max(expected, on),
            "closed": None,
            "lost_reason": None,
        }
    )


def grouped(rows: Iterable[R], field: str) -> dict[str, list[R]]:
    """Rows by what they say in a field, in row order."""
    groups: defaultdict[str, list[R]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, field)].append(row)
    return dict(groups)


@dataclass(frozen=True)
class Sheet:
    """Where a sheet's rows stand in its file: tab title and the A1 letters of each known column; ``rows``: of
    each field of a form, which stand one below the other."""

    title: str
    letters: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What could not be read and might lower a verdict (T7): one cell of ``sheet``, by ``column`` key and
    ``cell`` as findings name it (``联系人!K5``), or a whole row where ``column`` is blank. ``account``: the
    ID of whose it is; ``row_id`` the ID of its row, as far as it has one."""

    account: str
    sheet: str
    column: str
    cell: str
    row_id: str = ""


@dataclass(frozen=True)
class Book:
    """``seller`` is None when the profile names nobody: then the book cannot be scored.
    ``held`` are the rows left out, as (sheet key, row); ``doubts`` what of rows and cells left out a verdict
    could depend on: it says so.
    ``policy`` is what the book's own 规则 sheet says, None where it has none."""

    seller: Seller | None
    accounts: tuple[Account, ...] = ()
    contacts: tuple[Contact, ...] = ()
    deals: tuple[Deal, ...] = ()
    support: tuple[Support, ...] = ()
    links: tuple[Link, ...] = ()
    practices: tuple[Practice, ...] = ()
    career: tuple[Career, ...] = ()
    held: tuple[tuple[str, int], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    policy: Policy | None = None
    findings: tuple[Finding, ...] = ()
    lang: Lang = "zh"
    file: str = ""
    sheets: dict[str, Sheet] = field(default_factory=dict)
    created: dt.datetime | None = None

    @cached_property
    def _people(self) -> dict[str, list[Contact]]:
        return grouped(self.contacts, "account")

    @cached_property
    def _deals(self) -> dict[str, list[Deal]]:
        return grouped(self.deals, "account")

    def people_of(self, account_id: str) -> Sequence[Contact]:
        """Contacts of one account in row order."""
        return self._people.get(account_id, ())

    def deals_of(self, account_id: str) -> Sequence[Deal]:
        """Deals of one account in row order."""
        return self._deals.get(account_id, ())

    def as_of(self, on: dt.date) -> Book:
        """The book as it stood on a day: what closed later is open on that day. At which stage nobody wrote
        down, so it is taken to stand in the middle, whether it was won or lost in the end."""
        if not any(deal.closed is not None and deal.closed > on for deal in self.deals):
            return self
        return replace(self, deals=tuple(_still_open(deal, on) for deal in self.deals))

    @cached_property
    def _doubts(self) -> dict[str, list[Doubt]]:
        groups: defaultdict[str, list[Doubt]] = defaultdict(list)
        for doubt in self.doubts:
            groups[doubt.account].append(doubt)
        return dict(groups)

    def doubts_of(self, account_id: str) -> Sequence[Doubt]:
        """What of one account could not be read, in the order of the book."""
        return self._doubts.get(account_id, ())

    def place(self, sheet: str, row: int = 0, column: str = "") -> Place:
        """The place of a row or cell of this book, with its A1 address where it is known."""
        known = self.sheets.get(sheet)
        letter = known.letters.get(column, "") if known else ""
        cell = f"{letter}{row}" if letter and row else ""
        return Place(
            file=self.file, sheet=sheet, title=known.title if known else "", row=row, column=column, cell=cell
        )
