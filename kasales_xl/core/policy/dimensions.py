"""The numbers behind the indicators of the five dimensions (G2) and behind §7: all of them F."""

from __future__ import annotations

from functools import partial
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from kasales_xl.core.policy.adjustable import number

_ours = partial(number, source="F", rule="G2", group="dimensions")
_days = partial(_ours, unit="days", low=7, high=3650)
_grade = partial(_ours, unit="grade", low=1, high=3)
_count = partial(number, source="F", unit="count", rule="§7", low=0, high=100, group="success")


class DimensionNumbers(BaseModel):
    """The part of ``Policy`` that the indicators read. None of it changes a level."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    window_months: int = number(
        24, "道：升降按几个月比（大单间隔更长的客户按它自己的间隔）",
        "ESP+: months compared (an account with a slower rhythm by its own)",
        source="D", rule="G2", group="dimensions", unit="months", low=3, high=60,
    )  # fmt: skip
    trend_tolerance: float = number(
        0.20, "道：相差多少以内算平", "ESP+: difference that still counts as level",
        source="D", rule="G2", group="dimensions", unit="share", low=0, high=1,
    )  # fmt: skip
    rate_min_deals: int = _ours(
        5, "已结商机少于几个，不写赢率百分比", "Closed deals below which no percentage is shown",
        unit="count", low=1, high=100,
    )  # fmt: skip
    stage_age_days: int = _days(90, "术：一个阶段停多少天要提醒", "TAS+: days in one stage that raise a flag")
    stage_slow_factor: float = _ours(
        2, "术：停留超过本人平时几倍要提醒", "TAS+: times the seller's median stay that raise a flag",
        unit="factor", low=1, high=20,
    )  # fmt: skip
    high_grade: int = _grade(2, "本：价值、信任满几分算高", "ECM: grade from which value and trust are high")
    path_blank: int = _grade(
        1, "本：没填强度的人脉按几分算", "ECM: strength of a link whose strength is blank"
    )
    path_upwards: int = _grade(
        1, "本：由下属引到上级的强度", "ECM: strength of the way from a subordinate to the superior"
    )
    path_downwards: int = _grade(
        2, "本：由上级引到下属的强度", "ECM: strength of the way from a superior to the subordinate"
    )
    pattern_prior: float = _ours(
        5, "律：向平均赢率靠拢的力度 m", "PBM: weight m of the mean rate in an estimate",
        unit="count", low=0, high=1000,
    )  # fmt: skip
    law_min_deals: int = _ours(
        3, "律：至少几个商机才说成规律", "PBM: least deals behind a law", unit="count", low=2, high=1000
    )
    false_discovery: float = _ours(
        0.10, "律：最多容许多少误报", "PBM: share of false discoveries allowed",
        unit="share", low=0.001, high=0.5,
    )  # fmt: skip
    cycle_short_days: int = _days(90, "律：周期不超过多少天算短", "PBM: days up to which a cycle is short")
    cycle_long_days: int = _days(270, "律：周期超过多少天算长", "PBM: days beyond which a cycle is long")
    backed_grade: int = _grade(2, "评分从几分起要有数据支撑", "Grade from which data should back it")
    lean_share: float = number(
        0.6, "类型：新老客户占到多少算偏向", "Type: share of new or known accounts that makes a lean",
        source="F", unit="share", rule="§7", low=0.51, high=1, group="success",
    )  # fmt: skip
    success_attainment: float = number(
        1, "成功：完成率目标（0 表示不看）", "Success: attainment wanted (0: ignored)",
        source="F", unit="share", rule="§7", low=0, high=10, group="success",
    )  # fmt: skip
    success_repeat: int = _count(
        1, "成功：持续出大单的客户数（0 表示不看）", "Success: accounts with repeat big deals (0: ignored)"
    )
    success_growth: int = _count(
        1, "成功：关系升级的客户数（0 表示不看）", "Success: accounts whose tier rose (0: ignored)"
    )
    success_reference: int = _count(
        1, "成功：可做样板的客户数（0 表示不看）", "Success: referenceable accounts (0: ignored)"
    )

    @model_validator(mode="after")
    def _cycles_in_order(self) -> Self:
        if self.cycle_short_days >= self.cycle_long_days:
            raise ValueError("cycle_short_days < cycle_long_days must hold")
        return self
