"""What a level asks, as values: accounts of a tier, grades, an expert, and data still missing (P1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kasales_xl.core.terms import Dimension, Tier


@dataclass(frozen=True, slots=True)
class AccountsOf:
    """Key accounts of a tier; ``or_better``: stronger ones count too (never said of the strongest)."""

    tier: Tier
    or_better: bool = False

    @property
    def code(self) -> str:
        return f"accounts_{self.tier.value}{'_or_better' if self.or_better else ''}"


@dataclass(frozen=True, slots=True)
class GradeOf:
    """The grade of a dimension; None: the mean of all five."""

    dimension: Dimension | None

    @property
    def code(self) -> str:
        return f"grade_{self.dimension.value if self.dimension else 'mean'}"


class ExpertProof(Enum):
    """What the top asks besides (L6): confirmed by the manager on two fields, and evidence by name."""

    TRACK = "expert_track"
    INDUSTRY = "expert_industry"
    EVIDENCE = "expert_evidence"

    @property
    def code(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class KeyAccountData:
    """Data without which accounts stay undecided (K3): they may count once it is there."""

    code = "key_account_data"


@dataclass(frozen=True, slots=True)
class KeyAccountWins:
    """Deals without which accounts stay undecided though nothing is blank (K3)."""

    code = "key_account_wins"


#: ``code`` of each is public: cards.json and data frames write it out.
Demand = AccountsOf | GradeOf | ExpertProof | KeyAccountData | KeyAccountWins


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of the gap (P1): what is asked, how much of it is there, and how much is needed."""

    demand: Demand
    have: int | float
    need: int | float

    @property
    def missing(self) -> int | float:
        return max(0, self.need - self.have)
