"""Every number and choice of the method, each with its unit, source and range (L1: meant to be adjusted).

``source``: E the method states it · D our default where it is silent · F general field practice
that we add. Only E is ever shown as the method's own word.
"""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from functools import partial
from typing import Any

from pydantic import ConfigDict, model_validator

from kasales_xl.core.policy.adjustable import Source, number
from kasales_xl.core.policy.chance import ChanceNumbers
from kasales_xl.core.policy.dimensions import DimensionNumbers
from kasales_xl.core.policy.lists import EditableLists
from kasales_xl.core.terms import Level, MoneyUnit, Tier


class Counting(Enum):
    """How key accounts fill the slots of a level (L2)."""

    CASCADE = "cascade"
    CUMULATIVE = "cumulative"
    EXCLUSIVE = "exclusive"


class CapabilityMode(Enum):
    """Weakest link, or the mean of the five grades (L5)."""

    WEAKEST = "weakest"
    MEAN = "mean"


class SustainableBy(Enum):
    """What shows that an account keeps producing big deals, beside the manager's yes (K2)."""

    PROMISED = "promised"
    PROVEN = "proven"


class TierBasis(Enum):
    """Which tier of an account counts for the seller's level (T8)."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"


def _slot(low: int, full: int, level: str, tier: str, source: Source = "E") -> Any:
    return number(
        (low, full),
        f"{Level[level.upper()].zh}销售需要的{Tier[tier.upper()].zh}关系客户数（下限，满分）",
        f"{level.capitalize()} level: {tier} accounts (minimum, full mark)",
        source=source, unit="count", rule="L1 L2 L3", group="levels",
    )  # fmt: skip


_months = partial(number, source="D", unit="months", rule="K2", low=1, high=120, group="accounts")
_people = partial(number, source="D", unit="count", low=1, high=50, group="tiers")
_points = partial(number, source="F", unit="points", rule="Score", low=0, high=100, group="score")
_grade = partial(number, source="E", unit="grade", rule="L5", low=0, high=3, group="levels")
_cost = partial(number, 1, source="F", unit="weight", rule="P2", low=0.1, high=100, group="moves")

Slots = tuple[int, int]


class Policy(EditableLists, ChanceNumbers, DimensionNumbers):
    """The method's adjustable part. Immutable; ``fingerprint`` names its content. The numbers behind the
    indicators and the lists of sentences are inherited."""

    # defaults are validated so that 1 and 1.0 give one fingerprint
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, allow_inf_nan=False)

    edition: str = number("2", "规则版本", "Policy edition", source="D", group="edition")

    # 2. key account test
    key_share: float = number(
        0.30, "大客户：潜力占年度目标的最低比例", "Key account: least share of the annual target",
        source="E", unit="share", rule="K1", low=0.01, high=1, group="accounts",
    )  # fmt: skip
    big_deal_amount: float | None = number(
        None, "大单金额（空着就按比例算）", "Big deal amount (blank: by share)",
        source="D", unit="money", rule="K2", low=0, group="accounts",
    )  # fmt: skip
    big_deal_unit: MoneyUnit | None = number(
        None, "大单金额的单位（空着就用账簿的）", "Unit of the big deal amount (blank: the book's)",
        source="D", rule="K2", group="accounts",
    )  # fmt: skip
    big_deal_share: float = number(
        0.30, "大单：金额占年度目标的最低比例", "Big deal: least share of the annual target",
        source="D", unit="share", rule="K2", low=0.01, high=1, group="accounts",
    )  # fmt: skip
    big_deal_window_months: int = _months(
        12, "几个月内的赢单合起来算一次大单", "Months whose wins together may make one big contribution"
    )
    big_deal_gap_months: int = _months(
        24, "相邻两次大单最多相隔", "Most months between two big contributions"
    )
    big_deal_recent_months: int = _months(
        24, "最近一次大单距今最多", "Age of the last big contribution at most"
    )
    sustainable_by: SustainableBy = number(
        SustainableBy.PROMISED, "能否持续：经理没确认时看什么",
        "Sustainable: what suffices beside the manager's yes",
        source="D", rule="K2", group="accounts",
    )  # fmt: skip

    # 3. relationship tier
    junior_related: int = _people(
        1, "初级关系：至少能影响的业务相关人数", "Junior tier: least influenced related contacts", rule="T1"
    )
    mid_dms: int = _people(
        1, "中级关系：至少能影响的关键决策人数", "Mid tier: least influenced key decision makers", rule="T2"
    )
    mid_departments: int = _people(
        1, "中级关系：至少覆盖的关键部门数", "Mid tier: least covered key departments", rule="T2"
    )
    strong_min_departments: int = _people(
        2, "强关系：至少要有几个关键部门", "Strong tier: least key departments", rule="T3"
    )
    strong_min_dms: int = _people(
        2, "强关系：至少要有几位关键决策人", "Strong tier: least key decision makers", rule="T3"
    )
    strong_dm_share: float = number(
        0.75, "强关系：能影响的关键决策人占比", "Strong tier: least share of influenced key decision makers",
        source="D", unit="share", rule="T3", low=0.5, high=1, group="tiers",
    )  # fmt: skip
    strong_opposed: int = number(
        0, "强关系：最多容许几位关键决策人反对", "Strong tier: most opposed key decision makers",
        source="E", unit="count", rule="T3", low=0, high=10, group="tiers",
    )  # fmt: skip
    stale_days: int = number(
        180, "多少天没联系算生疏", "Days without contact that make a relation stale",
        source="D", unit="days", rule="T5", low=7, high=3650, group="tiers",
    )  # fmt: skip
    score_departments: int = _points(40, "关系分：关键部门覆盖", "Score: department cover")
    score_dms: int = _points(30, "关系分：关键决策人占比", "Score: share of key decision makers")
    score_opposition: int = _points(10, "关系分：没有人反对", "Score: no opposition")
    score_recency: int = _points(20, "关系分：最近联系", "Score: recency")
    recency_half_life_days: int = number(
        90, "最近联系的半衰期", "Half-life of a contact",
        source="F", unit="days", rule="Score", low=1, high=3650, group="score",
    )  # fmt: skip

    # 4. seller level
    counting: Counting = number(
        Counting.CASCADE, "客户数怎么算", "How accounts are counted", source="D", rule="L2", group="levels"
    )
    tier_counts: TierBasis = number(
        TierBasis.CLAIMED, "销售等级按哪个关系等级算", "Which tier counts for the level",
        source="F", rule="T8", group="levels",
    )  # fmt: skip
    junior_junior: Slots = _slot(2, 4, "junior", "junior", "D")
    intermediate_junior: Slots = _slot(5, 10, "intermediate", "junior")
    intermediate_mid: Slots = _slot(3, 5, "intermediate", "mid")
    senior_junior: Slots = _slot(5, 10, "senior", "junior")
    senior_mid: Slots = _slot(3, 5, "senior", "mid")
    senior_strong: Slots = _slot(1, 2, "senior", "strong")
    top_junior: Slots = _slot(5, 10, "top", "junior")
    top_mid: Slots = _slot(3, 5, "top", "mid")
    top_strong: Slots = _slot(1, 2, "top", "strong")
    capability: CapabilityMode = number(
        CapabilityMode.WEAKEST, "五维怎么算", "How the five grades are combined",
        source="D", rule="L5", group="levels",
    )  # fmt: skip
    grade_junior: int = _grade(1, "初级销售：五维至少", "Junior level: every dimension at least")
    grade_intermediate: int = _grade(2, "中级销售：五维至少", "Intermediate level: every dimension at least")
    grade_senior: int = _grade(3, "高级销售：五维至少", "Senior level: every dimension at least")
    grade_top: int = _grade(3, "顶级销售：五维至少", "Top level: every dimension at least")
    expert_evidence: int = number(
        1, "顶级销售：专家依据至少几条", "Top level: least pieces of expert evidence",
        source="D", unit="count", rule="L6", low=0, high=10, group="levels",
    )  # fmt: skip

    # 6. moves (P2): what one move of each kind costs; all equal means "the fewest moves"
    cost_win_dm: float = _cost("举措权重：争取一位关键决策人", "Move weight: win a key decision maker")
    cost_win_related: float = _cost("举措权重：争取一位业务相关人", "Move weight: win a related contact")
    cost_neutralise: float = _cost("举措权重：化解一位反对者", "Move weight: neutralise an opponent")
    cost_find_dm: float = _cost(
        "举措权重：找到关键部门的决策人", "Move weight: find the decision maker of a department"
    )
    cost_complete_data: float = _cost(
        "举措权重：补全大客户资料", "Move weight: complete the key-account data"
    )
    cost_win_deal: float = _cost("举措权重：赢下一个大单", "Move weight: win a big deal")
    cost_confirm_tier: float = _cost(
        "举措权重：请经理确认关系", "Move weight: have the manager confirm a tier"
    )

    # 6. calibration (T8)
    calibration_min_deals: int = number(
        20, "关系等级准不准：少于几个已结商机不下结论",
        "Calibration of tiers: closed deals below which nothing is said",
        source="F", unit="count", rule="T8", low=1, high=10000, group="tiers",
    )  # fmt: skip

    @model_validator(mode="after")
    def _slots_in_order(self) -> Policy:
        for name in SLOT_FIELDS:
            low, full = getattr(self, name)
            if not 0 <= low <= full <= 1000:
                raise ValueError(f"{name}: 0 <= minimum <= full mark <= 1000, got {low}, {full}")
        return self

    def slots(self, level: Level) -> dict[Tier, Slots]:
        """Slots of a level as ``{tier: (minimum, full mark)}``, strongest tier first; empty for novice."""
        wanted = ((tier, f"{level.value}_{tier.value}") for tier in (Tier.STRONG, Tier.MID, Tier.JUNIOR))
        return {tier: getattr(self, name) for tier, name in wanted if name in SLOT_FIELDS}

    def grade_needed(self, level: Level) -> int:
        """The grade that a level asks of the five dimensions; 0 for novice."""
        return 0 if level is Level.NOVICE else int(getattr(self, f"grade_{level.value}"))

    @property
    def fingerprint(self) -> str:
        """16 hex digits over everything but the edition's name."""
        content = self.model_dump(mode="json", exclude={"edition"})
        text = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()

    @property
    def title(self) -> str:
        """The edition as a scorecard prints it: ``2 · 648d3f3c``. One name with other content is
        another edition."""
        return edition_title(self.edition, self.fingerprint)


def edition_title(edition: str, fingerprint: str) -> str:
    return f"{edition} · {fingerprint[:8]}"


SLOT_FIELDS = tuple(
    f"{level.value}_{tier.value}"
    for level in Level
    for tier in Tier
    if f"{level.value}_{tier.value}" in Policy.__annotations__
)
DEFAULT_POLICY = Policy.model_validate({})
