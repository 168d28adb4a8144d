"""势 of a team: 聚 and 准 seller by seller, what each party gave, what waits, where days go astray."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.evidence.requests import PartySupport, RequestFacts, together, urgency
from kasales_xl.core.dimensions.mci import Bid, aim, top_third
from kasales_xl.core.dimensions.measure import Measure
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import Text
from kasales_xl.pages.list_page import Line, lines_of, seller_link
from kasales_xl.pages.measure_cells import measure_text
from kasales_xl.pages.page import Bullets, Cell, Heading, Page, Paragraph, Table, Words
from kasales_xl.pages.seller.support import deserving_text, party_table, requested_for, undeserving_text
from kasales_xl.pages.style import BAD, CENTER, DATE, NEUTRAL, QUIET, STRONG, TEXT, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.heat import brief
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.private import without_addresses


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A seller's 势: the indicators by code, what each party gave, requests that wait, and deals as
    sentences."""

    seller_id: str
    name: str
    measures: dict[str, Measure]
    parties: tuple[PartySupport, ...]
    waiting: tuple[Line[RequestFacts], ...]
    deserving: tuple[Text, ...]
    undeserving: tuple[Text, ...]
    bids: tuple[Bid, ...]
    policy: Policy


def support_line(card: SellerCard) -> SupportLine:
    mci, seller, line = card.dimensions.mci, card.seller, WORDS["pair"](name=card.seller.name)
    return SupportLine(
        seller.seller_id,
        seller.name,
        {measure.code: measure for measure in mci.measures},
        mci.parties,
        lines_of(card, mci.waiting),
        tuple(line(text=deserving_text(deal)) for deal in mci.deserving),
        tuple(line(text=undeserving_text(deal)) for deal in mci.undeserving),
        mci.bids,
        card.policy,
    )


def support_page(team: Words, lines: Sequence[SupportLine], subtitle: Words) -> Page:
    """Waiting requests, the most overdue first; then by seller, by party, and where the days go. Sellers in
    the order given, no ranking."""
    none = WORDS["none-found"]
    return Page(
        "support",
        WORDS["title-support"](team=team),
        WORDS["tab-support"],
        (
            Heading(WORDS["waiting-list"]),
            _waiting_table(waiting for line in lines for waiting in line.waiting),
            Heading(WORDS["by-seller"]),
            table("sellers", _SELLER_FIELDS, lines, empty=WORDS["no-sellers"]),
            *_as_one(lines),
            Paragraph(WORDS["support-note"], QUIET),
            party_table(together(party for line in lines for party in line.parties)),
            Heading(WORDS["deserving"]),
            Bullets(tuple(text for line in lines for text in line.deserving), none),
            Heading(WORDS["undeserving"]),
            Bullets(tuple(text for line in lines for text in line.undeserving), none),
        ),
        subtitle,
        "report",
    )


def _as_one(lines: Sequence[SupportLine]) -> tuple[Paragraph, ...]:
    """准 over all sellers' deals together: does the best resource go to the best deal, whoever's it is?"""
    bids = tuple(bid for line in lines for bid in line.bids)
    requests = sum(line.measures["mci.gather"].recorded for line in lines)
    return aim_together(bids, requests, lines[0].policy) if lines and requests else ()


def aim_together(bids: Sequence[Bid], requests: int, policy: Policy) -> tuple[Paragraph, ...]:
    """``所有商机合起来看：…``; nothing where there is no request at all."""
    both = aim(bids, requests, policy), top_third(bids, requests)
    text = WORDS["aim-together"](aim=measure_text(both[0]), third=measure_text(both[1]))
    return (Paragraph(text, STRONG),) if requests else ()


def _measure(code: str, label: str) -> Field[SupportLine]:
    return Field(code, WORDS[label], lambda line: brief(line.measures[code]), CENTER, 3)


#: 聚 and 准 beside each other.
_SELLER_FIELDS: tuple[Field[SupportLine], ...] = (
    Field("seller", WORDS["seller"], seller_link, TEXT, 4),
    Field("requests", WORDS["requests"], lambda line: line.measures["mci.gather"].recorded, CENTER, 2),
    _measure("mci.gather", "gathered"),
    _measure("mci.wait", "median-wait"),
    _measure("mci.aim", "aim"),
    _measure("mci.top_third", "top-third"),
    _measure("mci.waiting", "waiting-count"),
)


def _waiting_table(requests: Iterable[Line[RequestFacts]]) -> Table:
    ordered = sorted(requests, key=lambda waiting: (urgency(waiting.fact), waiting.seller.seller_id))
    return table("support", _WAITING_FIELDS, ordered, empty=WORDS["no-support"])


def _late(waiting: Line[RequestFacts]) -> Cell:
    late = waiting.fact.late or 0
    return Cell(f"▲ {late}", BAD) if late > 0 else Cell("–", NEUTRAL)


_WAITING_FIELDS: tuple[Field[Line[RequestFacts]], ...] = (
    Field("seller", WORDS["seller"], lambda of: seller_link(of.seller), TEXT, 2),
    Field("deal", WORDS["deal"], lambda of: requested_for(of.fact), WRAP, 5),
    Field("party", WORDS["party"], lambda of: of.fact.request.party, WRAP, 2),
    Field("request", WORDS["request"], lambda of: without_addresses(of.fact.request.request), WRAP, 4),
    Field("wanted", WORDS["days-wanted"], lambda of: of.fact.wanted, CENTER, 2),
    Field("needed_by", WORDS["needed-by"], lambda of: of.fact.request.needed_by, DATE, 2),
    Field("age", WORDS["waited"], lambda of: of.fact.age, CENTER, 2),
    Field("late", WORDS["late"], _late, CENTER, 2),
)
