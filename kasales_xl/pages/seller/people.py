"""本 on a seller's page: value and trust, on whom each key account rests, and who leads to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.ecm import Bond, Ecm
from kasales_xl.core.names import person
from kasales_xl.core.rows import Contact
from kasales_xl.core.text import HALVES, NOTHING, Text, join
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.page import Block, Cell, Content, Table
from kasales_xl.pages.parts import more_rows, people, some_names
from kasales_xl.pages.style import CENTER, TEXT, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import path_text

#: Key accounts that a seller's page shows; the team's list holds all.
SHOWN = 8
#: Ways to people not won yet that an account's line names.
WAYS = 2


def people_blocks(dimensions: Dimensions) -> tuple[Block, ...]:
    ecm = dimensions.ecm
    ordered = sorted(dimensions.rows.key_accounts, key=lambda verdict: _pressing(verdict, ecm))
    accounts = table(
        "people",
        _account_fields(ecm),
        ordered[:SHOWN],
        caption=WORDS["key-accounts"],
        empty=WORDS["no-accounts"],
    )
    return _bonds(ecm), accounts, *more_rows(len(ordered) - SHOWN, "tab-people")


def _account_fields(ecm: Ecm) -> tuple[Field[AccountVerdict], ...]:
    cold = by_account(ecm.stale)
    return (
        Field("account", WORDS["account"], lambda verdict: verdict.account.account, WRAP, 4),
        Field("single", WORDS["thread"], lambda verdict: thread_cell(only_contact(verdict, ecm)), WRAP, 3),
        Field("pillars", WORDS["pillars"], lambda verdict: pillars_text(verdict, ecm), WRAP, 5),
        Field("cold", WORDS["stale-people"], lambda verdict: people(cold.get(_id(verdict), ())), WRAP, 3),
        Field("ways", WORDS["way-in"], lambda verdict: ways_text(verdict, ecm), WRAP, 8),
    )


def _bonds(ecm: Ecm) -> Table:
    """Contacts by value and trust, the four quadrants and who is not rated."""
    fields: tuple[Field[Bond], ...] = (
        Field("bond", WORDS["contact"], lambda bond: bond, TEXT, 5),
        Field("count", WORDS["people"], lambda bond: len(ecm.bonds[bond]), CENTER, 2),
        Field("who", WORDS["who"], lambda bond: _named(ecm.bonds[bond]), WRAP, 13),
    )
    return table("bonds", fields, Bond, caption=WORDS["bonds"])


def _named(contacts: Sequence[Contact]) -> Text:
    return some_names((person(c.department, c.name) for c in contacts), len(contacts))


def by_account(contacts: Sequence[Contact]) -> dict[str, list[Contact]]:
    """Contacts in the order given, by the ID of their account."""
    grouped: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        grouped[contact.account].append(contact)
    return dict(grouped)


def _id(verdict: AccountVerdict) -> str:
    return verdict.account.account_id


def _pressing(verdict: AccountVerdict, ecm: Ecm) -> tuple[bool, int, str]:
    """Sort key: single-threaded first, then those that most people carry."""
    carried = ecm.pillars.get(_id(verdict), ())
    return verdict.facts.influenced != 1, -len(carried), verdict.account.account


def only_contact(verdict: AccountVerdict, ecm: Ecm) -> Text:
    """The one person whom the account rests on; blank where there are several or none."""
    return people(ecm.influenced.get(_id(verdict), ())) if verdict.facts.influenced == 1 else NOTHING


def thread_cell(only: Text) -> Content:
    """only: ``only_contact``."""
    return Cell(WORDS["one-thread"](name=only), WATCH.wrapped) if only else NOTHING


def pillars_text(verdict: AccountVerdict, ecm: Ecm) -> Text:
    """``财务部李总 → 中级``: whose leaving lowers the tier, and to what."""
    pillars = ecm.pillars.get(_id(verdict), ())
    return join(
        WORDS["pillar"](name=person(p.contact.department, p.contact.name), tier=p.after) for p in pillars
    )


def ways_text(verdict: AccountVerdict, ecm: Ecm, most: int = WAYS) -> Text:
    """The warmest ways to decision makers not won yet; who has none is named too."""
    targets = [contact for contact in ecm.targets if contact.account == _id(verdict)]
    ways = [(contact, ecm.path(contact.contact_id)) for contact in targets]
    warm = sorted((p for _, p in ways if p), key=lambda p: (p.cost, len(p.hops), p.target.contact_id))
    lines = [path_text(path) for path in warm]
    without = [person(contact.department, contact.name) for contact, path in ways if path is None]
    if without:
        lines.append(WORDS["no-way"](name=join(without)))
    return join(lines[:most], HALVES)
