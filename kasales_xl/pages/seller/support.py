"""势 on a seller's page: what each party gave, what waits, and whether the days go where the value is."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.mci import DealSupport, PartySupport, RequestFacts
from kasales_xl.pages.page import Block, Bullets, Cell, Column, Content, Table
from kasales_xl.pages.seller.deals import named_deal
from kasales_xl.pages.seller.growth import rest
from kasales_xl.pages.style import CENTER, NEUTRAL, SHARE, TEXT, WATCH
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import waiting_text
from kasales_xl.text.verdicts.verdicts import plain

#: Requests and deals of each kind that a seller's page shows.
SHOWN = 6


def support_blocks(found: Dimensions) -> tuple[Block, ...]:
    mci = found.mci
    return (
        party_table(mci.parties),
        Bullets(
            tuple(_wait(facts) for facts in mci.waiting[:SHOWN]),
            WORDS["no-support"],
            WORDS["waiting-list"],
        ),
        *rest(len(mci.waiting) - SHOWN, "tab-support"),
        Bullets(
            tuple(deserving_text(deal) for deal in mci.deserving[:SHOWN]),
            WORDS["none-found"],
            WORDS["deserving"],
        ),
        Bullets(
            tuple(undeserving_text(deal) for deal in mci.undeserving[:SHOWN]),
            WORDS["none-found"],
            WORDS["undeserving"],
        ),
    )


def party_table(parties: Sequence[PartySupport]) -> Table:
    """聚 by party: requests, person-days asked and granted, their ratio, the median wait."""
    return Table(
        "parties",
        (
            Column("party", WORDS["party"], TEXT, 4),
            Column("requests", WORDS["requests"], CENTER, 2),
            Column("waiting", WORDS["waiting-count"], CENTER, 2),
            Column("wanted", WORDS["wanted-days"], CENTER, 3),
            Column("granted", WORDS["granted-long"], CENTER, 3),
            Column("ratio", WORDS["gathered"], SHARE, 3),
            Column("wait", WORDS["median-wait"], CENTER, 3),
        ),
        tuple(
            (
                one.party,
                one.requests,
                one.waiting,
                plain(one.wanted) if one.known else "–",
                plain(one.granted) if one.known else "–",
                one.ratio if one.ratio is not None else Cell(WORDS["few"], NEUTRAL),
                plain(one.wait) if one.wait is not None else "–",
            )
            for one in parties
        ),
        caption=WORDS["by-party"],
        empty=WORDS["no-requests"],
    )


def _wait(facts: RequestFacts) -> Content:
    deal = named_deal(facts.deal, facts.account) if facts.deal else facts.request.deal
    text = WORDS["wait-line"](deal=deal, text=waiting_text(facts))
    late = facts.late is not None and facts.late > 0
    return Cell(f"▲ {text}", WATCH) if late else text


def deserving_text(found: DealSupport) -> str:
    return WORDS["support-of"](deal=named_deal(found.deal, found.account), place=found.place)


def undeserving_text(found: DealSupport) -> str:
    return WORDS["support-holds"](
        deal=named_deal(found.deal, found.account), days=plain(found.granted), place=found.place
    )
