"""The people of a team's key accounts in 本: on whom each account rests, and who leads to whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.ecm import Bond, bond
from kasales_xl.core.terms import Tier
from kasales_xl.core.text import Text
from kasales_xl.pages.list_page import SELLER, Line, lines_of, list_page
from kasales_xl.pages.page import Page, Words
from kasales_xl.pages.parts import people, tier_cell
from kasales_xl.pages.seller.people import by_account, only_contact, pillars_text, thread_cell, ways_text
from kasales_xl.pages.style import CENTER, LONG, TIER, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS

#: Ways to people not won yet that a line of the team's list names.
WAYS = 6


class AccountPeople(NamedTuple):
    """The people of a key account. ``dms``: key decision makers won, of all; ``partners``: of those who are
    rated; ``only``: the one person whom the account rests on; ``pillars``: whose leaving lowers the
    tier; ``ways``: to decision makers not won yet."""

    account: str
    tier: Tier
    dms: tuple[int, int]
    partners: tuple[int, int]
    only: Text
    pillars: Text
    cold: Text
    ways: Text


def people_lines(card: SellerCard) -> tuple[Line[AccountPeople], ...]:
    """A seller's key accounts, as the book lists them."""
    ecm = card.dimensions.ecm
    cold, partners = by_account(ecm.stale), by_account(ecm.bonds[Bond.PARTNER])
    rated = by_account([c for c in card.book.contacts if bond(c, card.policy) is not Bond.UNRATED])
    lines = []
    for verdict in card.dimensions.rows.key_accounts:
        account, facts = verdict.account.account_id, verdict.facts
        line = AccountPeople(
            account=verdict.account.account,
            tier=verdict.tier,
            dms=(len(facts.influenced_dms), len(facts.dms)),
            partners=(len(partners.get(account, ())), len(rated.get(account, ()))),
            only=only_contact(verdict, ecm),
            pillars=pillars_text(verdict, ecm),
            cold=people(cold.get(account, ())),
            ways=ways_text(verdict, ecm, WAYS),
        )
        lines.append(line)
    return lines_of(card, lines)


def people_page(team: Words, lines: Iterable[Line[AccountPeople]], subtitle: Words) -> Page:
    """Every key account with the people it hangs on, in the order given."""
    accounts = table("people", _FIELDS, lines, empty=WORDS["no-accounts"])
    return list_page("people", accounts, subtitle, team=team)


_FIELDS: tuple[Field[Line[AccountPeople]], ...] = (
    Field("account", WORDS["account"], lambda line: line.fact.account),
    SELLER,
    Field("tier", WORDS["tier"], lambda line: tier_cell(line.fact.tier), TIER),
    Field("dms", WORDS["dms-won"], lambda line: "{}/{}".format(*line.fact.dms), CENTER),
    Field("partners", WORDS["partners"], lambda line: "{}/{}".format(*line.fact.partners), CENTER),
    Field("single", WORDS["thread"], lambda line: thread_cell(line.fact.only), WRAP),
    Field("pillars", WORDS["pillars"], lambda line: line.fact.pillars, WRAP),
    Field("cold", WORDS["stale-people"], lambda line: line.fact.cold, WRAP),
    Field("ways", WORDS["way-in"], lambda line: line.fact.ways, LONG),
)
