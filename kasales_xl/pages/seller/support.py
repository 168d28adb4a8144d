"""势 on a seller's page: what each party gave, what waits, and whether the days go where the value is."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.evidence.requests import PartySupport, RequestFacts
from kasales_xl.core.dimensions.mci import DealSupport
from kasales_xl.core.text import Text
from kasales_xl.pages.page import Block, Bullets, Cell, Content, Table
from kasales_xl.pages.parts import marked, more_rows
from kasales_xl.pages.seller.deals import named_deal
from kasales_xl.pages.style import CENTER, NEUTRAL, SHARE, TEXT, WATCH
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import waiting_text
from kasales_xl.text.verdicts.verdicts import plain

#: Requests and deals of each kind that a seller's page shows.
SHOWN = 6


def support_blocks(dimensions: Dimensions) -> tuple[Block, ...]:
    mci = dimensions.mci
    waiting = tuple(map(_waiting_line, mci.waiting[:SHOWN]))
    deserving = tuple(map(deserving_text, mci.deserving[:SHOWN]))
    undeserving = tuple(map(undeserving_text, mci.undeserving[:SHOWN]))
    return (
        party_table(mci.parties),
        Bullets(waiting, WORDS["no-support"], WORDS["waiting-list"]),
        *more_rows(len(mci.waiting) - SHOWN, "tab-support"),
        Bullets(deserving, WORDS["none-found"], WORDS["deserving"]),
        Bullets(undeserving, WORDS["none-found"], WORDS["undeserving"]),
    )


def _ratio(one: PartySupport) -> Content:
    return Cell(WORDS["few"], NEUTRAL) if one.ratio is None else one.ratio


_PARTY_FIELDS: tuple[Field[PartySupport], ...] = (
    Field("party", WORDS["party"], lambda one: one.party, TEXT, 4),
    Field("requests", WORDS["requests"], lambda one: one.requests, CENTER),
    Field("waiting", WORDS["waiting-count"], lambda one: one.waiting, CENTER),
    Field("wanted", WORDS["wanted-days"], lambda one: plain(one.wanted) if one.known else "–", CENTER, 3),
    Field("granted", WORDS["granted-long"], lambda one: plain(one.granted) if one.known else "–", CENTER, 3),
    Field("ratio", WORDS["gathered"], _ratio, SHARE, 3),
    Field("wait", WORDS["median-wait"], lambda one: "–" if one.wait is None else plain(one.wait), CENTER, 3),
)


def party_table(parties: Sequence[PartySupport]) -> Table:
    """聚 by party: requests, person-days asked and granted, their ratio, the median wait."""
    return table("parties", _PARTY_FIELDS, parties, caption=WORDS["by-party"], empty=WORDS["no-requests"])


def requested_for(facts: RequestFacts) -> str:
    """The deal that support is asked for; as people wrote it where there is no such deal."""
    return named_deal(facts.deal, facts.account) if facts.deal else facts.request.deal


def _waiting_line(facts: RequestFacts) -> Content:
    text = WORDS["pair"](name=requested_for(facts), text=waiting_text(facts))
    late = facts.late is not None and facts.late > 0
    return Cell(marked(text), WATCH) if late else text


def deserving_text(support: DealSupport) -> Text:
    return WORDS["support-of"](deal=named_deal(support.deal, support.account), place=support.place)


def undeserving_text(support: DealSupport) -> Text:
    return WORDS["support-holds"](
        deal=named_deal(support.deal, support.account), days=plain(support.granted), place=support.place
    )
