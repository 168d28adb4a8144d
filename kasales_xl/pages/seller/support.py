"""势 on a seller's page: what each party gave, what waits, and whether the days go where the value is."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.evidence.requests import PartySupport, RequestFacts
from kasales_xl.core.dimensions.mci import DealSupport
from kasales_xl.core.terms import Lang
from kasales_xl.pages.page import Block, Bullets, Cell, Column, Content, Table
from kasales_xl.pages.seller.deals import named_deal
from kasales_xl.pages.seller.growth import rest
from kasales_xl.pages.style import CENTER, NEUTRAL, SHARE, TEXT, WATCH
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.dimensions import waiting_text
from kasales_xl.text.verdicts.verdicts import plain

#: Requests and deals of each kind that a seller's page shows.
SHOWN = 6


def support_blocks(found: Dimensions, lang: Lang) -> tuple[Block, ...]:
    mci = found.mci
    return (
        party_table(mci.parties, lang),
        Bullets(
            tuple(_wait(facts, lang) for facts in mci.waiting[:SHOWN]),
            word("no-support", lang),
            word("waiting-list", lang),
        ),
        *rest(len(mci.waiting) - SHOWN, "tab-support", lang),
        Bullets(
            tuple(deserving_text(deal, lang) for deal in mci.deserving[:SHOWN]),
            word("none-found", lang),
            word("deserving", lang),
        ),
        Bullets(
            tuple(undeserving_text(deal, lang) for deal in mci.undeserving[:SHOWN]),
            word("none-found", lang),
            word("undeserving", lang),
        ),
    )


def party_table(parties: Sequence[PartySupport], lang: Lang) -> Table:
    """聚 by party: requests, person-days asked and granted, their ratio, the median wait."""
    return Table(
        "parties",
        (
            Column("party", word("party", lang), TEXT, 4),
            Column("requests", word("requests", lang), CENTER, 2),
            Column("waiting", word("waiting-count", lang), CENTER, 2),
            Column("wanted", word("wanted-days", lang), CENTER, 3),
            Column("granted", word("granted-long", lang), CENTER, 3),
            Column("ratio", word("gathered", lang), SHARE, 3),
            Column("wait", word("median-wait", lang), CENTER, 3),
        ),
        tuple(
            (
                one.party.label(lang),
                one.requests,
                one.waiting,
                plain(one.wanted) if one.known else "–",
                plain(one.granted) if one.known else "–",
                one.ratio if one.ratio is not None else Cell(word("few", lang), NEUTRAL),
                plain(one.wait) if one.wait is not None else "–",
            )
            for one in parties
        ),
        caption=word("by-party", lang),
        empty=word("no-requests", lang),
    )


def _wait(facts: RequestFacts, lang: Lang) -> Content:
    deal = named_deal(facts.deal, facts.account) if facts.deal else facts.request.deal
    text = word("wait-line", lang, deal=deal, text=waiting_text(facts).pick(lang))
    late = facts.late is not None and facts.late > 0
    return Cell(f"▲ {text}", WATCH) if late else text


def deserving_text(found: DealSupport, lang: Lang) -> str:
    return word("support-of", lang, deal=named_deal(found.deal, found.account), place=found.place)


def undeserving_text(found: DealSupport, lang: Lang) -> str:
    return word(
        "support-holds",
        lang,
        deal=named_deal(found.deal, found.account),
        days=plain(found.granted),
        place=found.place,
    )
