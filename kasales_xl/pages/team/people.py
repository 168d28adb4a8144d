"""The people of a team's key accounts in 本: on whom each account rests, and who leads to whom."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.ecm import Bond, bond
from kasales_xl.pages.page import Cell, Column, Content, Page, Table
from kasales_xl.pages.parts import people, people_link, team_name, tier_cell
from kasales_xl.pages.seller.people import by_account, pillars_text, single_cell, ways_text
from kasales_xl.pages.style import CENTER, LINK, LONG, TIER, WRAP
from kasales_xl.text.pages.words import WORDS

Row = tuple[Content, ...]
#: Ways to people not won yet that a line of the team's list names.
WAYS = 6


def people_rows(card: SellerCard) -> tuple[Row, ...]:
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
                tier_cell(verdict.tier),
                f"{len(facts.influenced_dms)}/{len(facts.dms)}",
                f"{len(partners.get(own, ()))}/{len(rated.get(own, ()))}",
                single_cell(verdict, ecm),
                pillars_text(verdict, ecm),
                people(cold.get(own, ())),
                ways_text(verdict, ecm, WAYS),
            )
        )
    return tuple(rows)


def people_page(team: str, rows: Sequence[Row], subtitle: Words) -> Page:
    """Every key account with the people it hangs on; rows in the order given."""
    columns = (
        Column("account", WORDS["account"]),
        Column("seller", WORDS["seller"]),
        Column("tier", WORDS["tier"], TIER),
        Column("dms", WORDS["dms-won"], CENTER),
        Column("partners", WORDS["partners"], CENTER),
        Column("single", WORDS["thread"], WRAP),
        Column("pillars", WORDS["pillars"], WRAP),
        Column("cold", WORDS["cold"], WRAP),
        Column("ways", WORDS["way-in"], LONG),
    )
    return Page(
        "people",
        WORDS["title-people"](team=team_name(team)),
        WORDS["tab-people"],
        (Table("people", columns, tuple(rows), empty=WORDS["no-key-accounts"]),),
        subtitle,
        "list",
    )
