"""势 of a team: 聚 and 准 seller by seller, what each party gave, what waits, where days go astray."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.mci import DealSupport, PartySupport, together, urgency
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.dimensions.team import Waiting
from kasales_xl.pages.measure_cells import measure_cell, value_text
from kasales_xl.pages.page import Bullets, Cell, Column, Content, Heading, Page, Paragraph, Table
from kasales_xl.pages.parts import people_link, team_name
from kasales_xl.pages.seller.deals import named_deal
from kasales_xl.pages.seller.support import deserving_text, party_table, undeserving_text
from kasales_xl.pages.style import BAD, CENTER, DATE, LINK, NEUTRAL, QUIET, TEXT, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses

Row = tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A seller's 势: the indicators by code, what each party gave, requests that wait, and deals as
    sentences."""

    seller_id: str
    name: str
    measures: dict[str, Measure]
    parties: tuple[PartySupport, ...]
    waiting: tuple[Waiting, ...]
    deserving: tuple[str, ...]
    undeserving: tuple[str, ...]


def support_line(card: SellerCard) -> SupportLine:
    mci, seller = card.dimensions.mci, card.seller
    return SupportLine(
        seller.seller_id,
        seller.name,
        {measure.code: measure for measure in mci.measures},
        mci.parties,
        tuple(Waiting(seller.seller_id, seller.name, facts) for facts in mci.waiting),
        _told(card, mci.deserving),
        _told(card, mci.undeserving),
    )


def _told(card: SellerCard, deals: Sequence[DealSupport]) -> tuple[str, ...]:
    say = deserving_text if deals is card.dimensions.mci.deserving else undeserving_text
    return tuple(WORDS["pair"](name=card.seller.name, text=say(deal)) for deal in deals)


def support_page(team: str, lines: Sequence[SupportLine], subtitle: Words) -> Page:
    """Waiting requests, the most overdue first; then by seller, by party, and where the days go."""
    none = WORDS["none-found"]
    return Page(
        "support",
        WORDS["title-support"](team=team_name(team)),
        WORDS["tab-support"],
        (
            Heading(WORDS["waiting-list"]),
            _waiting_table([row for line in lines for row in line.waiting]),
            Heading(WORDS["by-seller"]),
            _seller_table(lines),
            Paragraph(WORDS["support-note"], QUIET),
            party_table(together(one for line in lines for one in line.parties)),
            Heading(WORDS["deserving"]),
            Bullets(tuple(text for line in lines for text in line.deserving), none),
            Heading(WORDS["undeserving"]),
            Bullets(tuple(text for line in lines for text in line.undeserving), none),
        ),
        subtitle,
        "report",
    )


def _seller_table(lines: Sequence[SupportLine]) -> Table:
    """聚 and 准 beside each other; in the order given, no ranking."""
    codes = ("mci.gather", "mci.wait", "mci.aim", "mci.top_third", "mci.waiting")
    labels = ("gathered", "median-wait", "aim", "top-third", "waiting-count")
    return Table(
        "sellers",
        (
            Column("seller", WORDS["seller"], TEXT, 4),
            Column("requests", WORDS["requests"], CENTER, 2),
            *(Column(code, WORDS[label], CENTER, 3) for code, label in zip(codes, labels, strict=True)),
        ),
        tuple(
            (
                Cell(line.name, LINK, people_link(line.seller_id)),
                line.measures["mci.gather"].recorded,
                *(_cell(line.measures[code]) for code in codes),
            )
            for line in lines
        ),
        empty=WORDS["no-sellers"],
    )


def _cell(measure: Measure) -> Cell:
    """The value with its unit, in the middle of its column."""
    if measure.value is None:
        return measure_cell(measure)
    return Cell(value_text(measure), CENTER)


def _waiting_table(rows: Sequence[Waiting]) -> Table:
    ordered = sorted(rows, key=lambda waiting: (urgency(waiting.facts), waiting.seller_id))
    return Table(
        "support",
        (
            Column("seller", WORDS["seller"], TEXT, 2),
            Column("deal", WORDS["deal"], WRAP, 5),
            Column("party", WORDS["party"], WRAP, 2),
            Column("request", WORDS["request"], WRAP, 4),
            Column("wanted", WORDS["days-wanted"], CENTER, 2),
            Column("needed_by", WORDS["needed-by"], DATE, 2),
            Column("age", WORDS["waited"], CENTER, 2),
            Column("late", WORDS["late"], CENTER, 2),
        ),
        tuple(_waiting_line(waiting) for waiting in ordered),
        empty=WORDS["no-support"],
    )


def _waiting_line(waiting: Waiting) -> Row:
    facts = waiting.facts
    late = facts.late or 0
    deal = named_deal(facts.deal, facts.account) if facts.deal else facts.request.deal
    return (
        Cell(waiting.name, LINK, people_link(waiting.seller_id)),
        deal,
        facts.request.party,
        without_addresses(facts.request.request),
        facts.wanted,
        facts.request.needed_by,
        facts.age,
        Cell(f"▲ {late}", BAD) if late > 0 else Cell("–", NEUTRAL),
    )
