"""The people of a team's key accounts in 本: on whom each account rests, and who leads to whom."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.ecm import Bond, bond
from kasales_xl.core.terms import Lang
from kasales_xl.pages.page import Cell, Column, Content, Page, Table
from kasales_xl.pages.parts import people, people_link, team_name, tier_cell
from kasales_xl.pages.seller.people import by_account, pillars_text, single_cell, ways_text
from kasales_xl.pages.style import CENTER, LINK, LONG, TIER, WRAP
from kasales_xl.text.pages.words import word

Row = tuple[Content, ...]
#: Ways to people not won yet that a line of the team's list names.
WAYS = 6


def people_rows(card: SellerCard, lang: Lang) -> tuple[Row, ...]:
    """A seller's key accounts, as the book lists them."""
    found, ecm = card.dimensions, card.dimensions.ecm
    seller = Cell(card.seller.name, LINK, people_link(card.seller.seller_id))
    cold, partners = by_account(ecm.stale), by_account(ecm.bonds[Bond.PARTNER])
    rated = by_account([c for c in card.book.contacts if bond(c, card.policy) is not Bond.UNRATED])
    rows = []
    for verdict in found.rows.key_accounts:
        own, facts = verdict.account.account_id, verdict.facts
        rows.append(
            (
                verdict.account.account,
                seller,
                tier_cell(verdict.tier, lang),
                f"{len(facts.influenced_dms)}/{len(facts.dms)}",
                f"{len(partners.get(own, ()))}/{len(rated.get(own, ()))}",
                single_cell(verdict, ecm, lang),
                pillars_text(verdict, ecm, lang),
                people(cold.get(own, ()), lang),
                ways_text(verdict, ecm, lang, WAYS),
            )
        )
    return tuple(rows)


def people_page(team: str, rows: Sequence[Row], subtitle: Words, lang: Lang) -> Page:
    """Every key account with the people it hangs on; rows in the order given."""
    columns = (
        Column("account", word("account", lang)),
        Column("seller", word("seller", lang)),
        Column("tier", word("tier", lang), TIER),
        Column("dms", word("dms-won", lang), CENTER),
        Column("partners", word("partners", lang), CENTER),
        Column("single", word("thread", lang), WRAP),
        Column("pillars", word("pillars", lang), WRAP),
        Column("cold", word("cold", lang), WRAP),
        Column("ways", word("way-in", lang), LONG),
    )
    return Page(
        "people",
        word("title-people", lang, team=team_name(team, lang)),
        word("tab-people", lang),
        (Table("people", columns, tuple(rows), empty=word("no-key-accounts", lang)),),
        subtitle,
        "list",
    )
