"""A sample book in the making: rows so far, numbers for IDs, one stream of random numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from kasales_xl.core.rows import Account, Career, Contact, Deal, Link, Practice, Seller, Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text
from kasales_xl.demo.cast import Part
from kasales_xl.demo.names import People
from kasales_xl.demo.trades import TRADES, Trade
from kasales_xl.layout.sheets import LAYOUT

T = TypeVar("T")


@dataclass
class Draft:
    """``since``: when the rep won each influenced contact (not in the book; an earlier book of the same
    rep is made with it). ``on``: the day the book is filled in for."""

    part: Part
    number: int
    on: dt.date
    lang: Lang
    random: Random
    people: People
    seller: Seller
    accounts: list[Account] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
    support: list[Support] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    practices: list[Practice] = field(default_factory=list)
    career: list[Career] = field(default_factory=list)
    since: dict[str, dt.date] = field(default_factory=dict)

    @property
    def trade(self) -> Trade:
        return TRADES[self.part.trade]

    @property
    def target(self) -> float:
        """The annual target in the book's unit; also where the book itself has none yet."""
        return self.part.target * (10_000 / self.seller.money_unit.yuan)

    def typed(self, text: Text) -> str:
        """As the rep types it, in the language of the book."""
        return text.pick(self.lang)

    def ago(self, days: int) -> dt.date:
        return self.on - dt.timedelta(days=days)

    def between(self, least: int, most: int) -> dt.date:
        """A day from ``least`` to ``most`` days ago; negative: ahead."""
        return self.ago(self.random.randint(least, most))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.random.randrange(len(choices))]

    def won_on(self, drawn: dt.date, *, decides: bool) -> dt.date:
        """When somebody of the account in the making was won: in the last year where it is a fresh one, or
        where the account has grown to mid and this is who decides; all others one to six years ago.
        drawn: 20 to 600 days ago."""
        part, at, days = self.part, len(self.accounts), (self.on - drawn).days
        grown = part.strong + part.mid + part.junior
        fresh = grown - part.fresh < at <= grown or (decides and 0 < at - part.strong <= part.deeper)
        return self.ago(30 + days // 2 if fresh else 420 + 3 * days)

    def next_id(self, letter: str, so_far: Sequence[object]) -> str:
        return f"{letter}{self.number:02d}{len(so_far) + 1:03d}"

    def money(self, share: float) -> float:
        """A share of the annual target as people quote it: in steps of 5 of the 10k unit."""
        steps = max(1, round(share * self.part.target / 5))
        return float(steps * 5 * (10_000 // self.seller.money_unit.yuan))

    def book(self) -> Book:
        rows: dict[str, Any] = {key: tuple(getattr(self, key)) for key in LAYOUT if key != "seller"}
        return Book(self.seller, **rows, lang=self.lang)
