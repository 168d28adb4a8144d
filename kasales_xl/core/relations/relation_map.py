"""What a relationship map of one account holds, before anybody draws it."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.dimensions.evidence.people_graph import Tie
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Term, Tier


class Power(Term):
    """How much somebody's word weighs in the decision (F); drawn as size."""

    DECIDES = "decides", "关键决策人", "key decision maker"
    WEIGHS = "weighs", "说得上话", "has a say"
    OTHER = "other", "其他人", "other"


class Backing(Term):
    """Can we influence this person, and does something show it? (T8)"""

    EVIDENCE = "evidence", "能影响，有依据", "influenced, with evidence"
    CLAIM = "claim", "能影响，还没写依据", "influenced, no evidence yet"
    NONE = "none", "还不能影响", "not influenced yet"


class Freshness(Term):
    """Was somebody met in the last ``policy.stale_days``? A blank date says nothing (T5)."""

    FRESH = "fresh", "联系不久", "met recently"
    STALE = "stale", "久未联系", "not met for long"
    UNKNOWN = "unknown", "没写日期", "no date"


class Line(Term):
    """What a line between two people stands for. Reporting runs from the superior down."""

    REPORTS = "reports", "汇报", "reports to"
    INFLUENCES = "influences", "影响", "influences"
    INTRODUCES = "introduces", "引荐", "introduces"
    CONFLICTS = "conflicts", "有冲突", "in conflict"


@dataclass(frozen=True, slots=True)
class MapPerson:
    """A contact. ``days`` since the last meeting, None without a date. ``elsewhere``: the account of somebody
    who belongs to another one and only leads to or from this one; blank for this account's own people."""

    contact: Contact
    power: Power
    backing: Backing
    freshness: Freshness
    days: int | None
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class MapDepartment:
    """``key``: declared so by the account. ``covered``: a key one with an influenced decision maker;
    ``empty``: a key one without any decision maker listed, an empty seat. ``name`` is blank for people whose
    department nobody knows."""

    name: str
    key: bool
    covered: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class MapTie:
    """Between nodes: contact IDs, or ``colleague`` names prefixed as ``PeopleGraph`` does. ``strength`` 1–3,
    None where not said. Conflicts have no direction."""

    start: str
    end: str
    line: Line
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class MapHop:
    """One step of the warm path, to node ``end``."""

    end: str
    tie: Tie
    strength: int


@dataclass(frozen=True, slots=True)
class NextPerson:
    """Whom to reach next, and the warmest way there; no ``hops``: nobody leads to this person yet.
    ``planned``: a step of the plan to the next level, else the first on the account's own way up or the
    one who is nearest."""

    contact_id: str
    hops: tuple[MapHop, ...]
    planned: bool


@dataclass(frozen=True, slots=True)
class RelationMap:
    """One account of one seller. ``people``: this account's in row order, then those of other accounts that
    ties lead to. ``colleagues``: our own people besides the seller, as (node, name). ``next``: None where
    every decision maker listed is won, or none is listed."""

    account_id: str
    account: str
    seller: str
    tier: Tier
    departments: tuple[MapDepartment, ...]
    people: tuple[MapPerson, ...]
    colleagues: tuple[tuple[str, str], ...]
    ties: tuple[MapTie, ...]
    next: NextPerson | None

    @property
    def empty_seats(self) -> tuple[str, ...]:
        """Key departments without a decision maker, as the account declares them."""
        return tuple(department.name for department in self.departments if department.empty)
