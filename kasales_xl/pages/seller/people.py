"""本 on a seller's page: value and trust, on whom each key account rests, and who leads to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.ecm import Bond, Ecm
from kasales_xl.core.names import person
from kasales_xl.core.rows import Contact
from kasales_xl.core.text import join
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.page import Block, Cell, Column, Content, Table
from kasales_xl.pages.parts import people, some_names
from kasales_xl.pages.seller.growth import rest
from kasales_xl.pages.style import CENTER, TEXT, WATCH, WRAP
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import path_text

#: Key accounts that a seller's page shows; the team's list holds all.
SHOWN = 8
#: Ways to people not won yet that an account's line names.
WAYS = 2


def people_blocks(found: Dimensions) -> tuple[Block, ...]:
    ecm = found.ecm
    ordered = sorted(found.rows.key_accounts, key=lambda v: _pressing(v, ecm))
    cold = by_account(ecm.stale)
    table = Table(
        "people",
        (
            Column("account", WORDS["account"], WRAP, 4),
            Column("single", WORDS["thread"], WRAP, 3),
            Column("pillars", WORDS["pillars"], WRAP, 5),
            Column("cold", WORDS["cold"], WRAP, 3),
            Column("ways", WORDS["way-in"], WRAP, 8),
        ),
        tuple(_line(verdict, ecm, cold) for verdict in ordered[:SHOWN]),
        caption=WORDS["key-accounts"],
        empty=WORDS["no-key-accounts"],
    )
    return _bonds(ecm), table, *rest(len(ordered) - SHOWN, "tab-people")


def _bonds(ecm: Ecm) -> Table:
    """Contacts by value and trust, the four quadrants and who is not rated."""
    return Table(
        "bonds",
        (
            Column("bond", WORDS["contact"], TEXT, 5),
            Column("count", WORDS["people"], CENTER, 2),
            Column("who", WORDS["who"], WRAP, 13),
        ),
        tuple((bond, len(ecm.bonds[bond]), named(ecm.bonds[bond])) for bond in Bond),
        caption=WORDS["bonds"],
    )


def named(contacts: Sequence[Contact]) -> str:
    return some_names((person(c.department, c.name) for c in contacts), len(contacts))


def by_account(contacts: Sequence[Contact]) -> dict[str, list[Contact]]:
    found: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        found[contact.account].append(contact)
    return dict(found)


def _pressing(verdict: AccountVerdict, ecm: Ecm) -> tuple[bool, int, str]:
    """Sort key: single-threaded first, then those that most people carry."""
    carried = ecm.pillars.get(verdict.account.account_id, ())
    return verdict.facts.influenced != 1, -len(carried), verdict.account.account


def _line(verdict: AccountVerdict, ecm: Ecm, cold: Mapping[str, Sequence[Contact]]) -> tuple[Content, ...]:
    return (
        verdict.account.account,
        single_cell(verdict, ecm),
        pillars_text(verdict, ecm),
        people(cold.get(verdict.account.account_id, ())),
        ways_text(verdict, ecm),
    )


def single_cell(verdict: AccountVerdict, ecm: Ecm) -> Content:
    """The one person whom the account rests on; blank where there are several or none."""
    if verdict.facts.influenced != 1:
        return ""
    only = ecm.influenced.get(verdict.account.account_id, ())
    return Cell(WORDS["one-thread"](name=people(only)), WATCH.wrapped)


def pillars_text(verdict: AccountVerdict, ecm: Ecm) -> str:
    """``财务部李总 → 中级``: whose leaving lowers the tier, and to what."""
    lost = ecm.pillars.get(verdict.account.account_id, ())
    return join(
        (WORDS["pillar"](name=person(p.contact.department, p.contact.name), tier=p.after) for p in lost),
    )


def ways_text(verdict: AccountVerdict, ecm: Ecm, most: int = WAYS) -> str:
    """The warmest ways to decision makers not won yet; who has none is named too."""
    targets = [c for c in ecm.targets if c.account == verdict.account.account_id]
    found = [(contact, ecm.path(contact.contact_id)) for contact in targets]
    warm = sorted((p for _, p in found if p), key=lambda p: (p.cost, len(p.hops), p.target.contact_id))
    lines = [path_text(path) for path in warm]
    without = [person(c.department, c.name) for c, path in found if path is None]
    if without:
        lines.append(WORDS["no-way"](name=join(without)))
    return ("；" if lang == "zh" else "; ").join(lines[:most])
