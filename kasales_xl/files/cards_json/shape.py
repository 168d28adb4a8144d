"""What one card of version 2 holds, as types: ``docs/cards.schema.json`` is made from them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

# pydantic makes no schema of the standard library's before Python 3.12
from typing_extensions import TypedDict

from kasales_xl.core.dimensions.evidence.fit import Side
from kasales_xl.core.terms import DealStage, KeyAccount, KeyGround, Level, MoneyUnit, Term, Tier


def _codes(of: type[Term], *more: str) -> object:
    """A text that is one of the codes of a term."""
    return Field(json_schema_extra={"enum": [*(one.value for one in of), *more]})


LevelCode = Annotated[str, _codes(Level)]
LevelOrNone = Annotated[str, _codes(Level, "")]
TierCode = Annotated[str, _codes(Tier)]
TierOrNone = Annotated[str, _codes(Tier, "")]
KeyCode = Annotated[str, _codes(KeyAccount)]
GroundCode = Annotated[str, _codes(KeyGround)]
SideCode = Annotated[str, _codes(Side, "")]
StageCode = Annotated[str, _codes(DealStage)]
UnitCode = Annotated[str, _codes(MoneyUnit)]
Share = Annotated[float, Field(ge=0, le=1)]
Grade = Annotated[int, Field(ge=0, le=3)]
Points = Annotated[int, Field(ge=0, le=21)]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]


class ReasonOut(TypedDict):
    """Why, by its code; ``names``: people or departments it is about."""

    code: str
    names: list[str]
    have: float
    need: float


class Blocker(TypedDict):
    """``by``: what keeps the seller from the next level (``accounts``, ``capability``, ``both``,
    ``expert``; blank at the top); ``reasons``: codes of the requirements still missing."""

    by: str
    reasons: list[str]


class Expected(TypedDict):
    """Σ amount × chance of the open deals that have both, with its 80 % interval."""

    value: float | None
    low: float | None
    high: float | None
    deals: int


class Money(TypedDict):
    """In ``unit``; None where the book does not say."""

    unit: UnitCode
    target: float | None
    won: float | None
    attainment: float | None
    expected: Expected


class DimensionOut(TypedDict):
    """``grade`` 0–3, ``points`` of its seven practices 0–21 (effort)."""

    grade: Grade
    points: Points
    confirmed: bool


class Indicator(TypedDict):
    """``value`` None: not enough data; ``low`` and ``high`` where it has an interval."""

    value: float | None
    n: int
    recorded: int
    low: float | None
    high: float | None


class AccountOut(TypedDict):
    """One account: ``key_ground`` what the key-account test rests on, ``key_deals`` the IDs of the deals
    that carry it; ``tier`` as the book claims it by the rules, ``confirmed_tier`` as the manager does (blank
    where not said), ``counting_tier`` the one that counts for the level; ``evidence`` the share of the people
    who can be influenced for whom something shows it, None where there is nobody."""

    account_id: str
    account: str
    owned: bool
    counted: bool
    potential: float | None
    key: KeyCode
    key_ground: GroundCode
    key_deals: list[str]
    key_reasons: list[ReasonOut]
    tier: TierCode
    confirmed_tier: TierOrNone
    counting_tier: TierCode
    evidence: Share | None
    score: float
    lacking: list[ReasonOut]
    warnings: list[str]


class DealOut(TypedDict):
    """One open deal; ``pattern``: with or against a law, or unknown; blank without enough closed deals."""

    deal_id: str
    deal: str
    account_id: str
    stage: StageCode
    amount: float | None
    chance: Share | None
    expected: float | None
    expected_close: Day | None
    pattern: SideCode
    flags: list[str]


class Requirement(TypedDict):
    requirement: str
    have: float
    need: float
    missing: float


class MoveOut(TypedDict):
    """One move of the plan; ``column``: the column to fill in, of ``deal_id`` where it is a deal's;
    ``amount`` and ``by``: of a deal to win; ``tier``: what its account has after all of its moves."""

    kind: str
    account_id: str
    account: str
    person: str
    department: str
    column: str
    deal_id: str
    amount: float | None
    by: Day | None
    tier: TierOrNone


class PlanOut(TypedDict):
    """The way to ``level``: moves, new key accounts by tier, practice points."""

    level: LevelOrNone
    moves: list[MoveOut]
    new_accounts: dict[str, int]
    practice_points: dict[str, int]


class Card(TypedDict):
    seller_id: str
    name: str
    team: str
    manager: str
    file: str
    level: LevelCode
    next_level: LevelOrNone
    accounts_level: LevelCode
    capability_level: LevelCode
    blocked: Blocker
    progress: Share
    confirmed: bool
    counts: dict[str, int]
    money: Money
    dimensions: dict[str, DimensionOut]
    indicators: dict[str, Indicator]
    accounts: list[AccountOut]
    deals: list[DealOut]
    gap: list[Requirement]
    plan: PlanOut
    findings: dict[str, int]


class PolicyOut(TypedDict):
    edition: str
    fingerprint: str


class Document(TypedDict):
    """The whole file."""

    version: int
    on: Day
    policy: PolicyOut
    cards: list[Card]
