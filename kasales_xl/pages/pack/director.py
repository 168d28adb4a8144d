"""The accounts that need the director: why, how much money stands there, what to do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from kasales_xl.core.card.concerns import Concern, for_the_director
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.exact import percent
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.pages.list_page import seller_link
from kasales_xl.pages.measure_cells import amount
from kasales_xl.pages.page import Block, Content, Figure, Heading, Paragraph
from kasales_xl.pages.style import CENTER, LINK, MONEY, QUIET, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.concerns import to_do_text, why_text

#: What a director can look after in a week.
FIRST = 3


class _Line(NamedTuple):
    number: int
    seller: Standing
    concern: Concern


def director_blocks(sellers: Sequence[Standing], unit: MoneyUnit, *, linked: bool) -> tuple[Block, ...]:
    """The three concerns of all these sellers that come first, and by what they come first. linked: has the
    workbook a page of each seller and one of all accounts at risk?"""
    found = [(one, seller) for seller in sellers for one in seller.stake.first]
    found.sort(key=lambda line: (*for_the_director(line[0]), line[1].seller_id))
    lines = [_Line(number, seller, one) for number, (one, seller) in enumerate(found[:FIRST], 1)]
    where = WORDS["rest-here" if linked else "rest-in-teams"](tab=WORDS["tab-risks"])
    return (
        Heading(WORDS["three"](unit=unit)),
        table("three", _fields(unit, linked), lines, empty=WORDS["no-risks"]),
        *((Paragraph(WORDS["three-note"](where=where), QUIET),) if lines else ()),
    )


def stake_figure(sellers: Sequence[Standing], unit: MoneyUnit) -> Figure:
    """The money in deals at risk, of all in open deals."""
    at_risk, whole = (
        math.fsum(getattr(seller.stake, part) for seller in sellers) for part in ("amount", "open")
    )
    note: Text = NOTHING
    if whole:
        n = sum(seller.stake.accounts for seller in sellers)
        note = WORDS["at-risk-note"](n=n, share=percent(at_risk / whole))
    return Figure(WORDS["at-risk"], amount(at_risk, unit), MONEY, note)


def _fields(unit: MoneyUnit, linked: bool) -> tuple[Field[_Line], ...]:
    def seller(line: _Line) -> Content:
        return seller_link(line.seller)._replace(style=LINK.wrapped) if linked else line.seller.name

    return (
        Field("number", "", lambda line: line.number, CENTER, 1),
        Field("account", WORDS["account"], lambda line: line.concern.account, WRAP, 4),
        Field("seller", WORDS["seller"], seller, WRAP, 2),
        Field("amount", WORDS["in-play"], lambda line: amount(line.concern.amount, unit), MONEY, 2),
        Field("why", WORDS["reason"], lambda line: why_text(line.concern), WRAP, 6),
        Field("do", WORDS["you-do"], lambda line: to_do_text(line.concern), WRAP, 5),
    )
