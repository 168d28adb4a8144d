"""The numbers behind the indicators of the five dimensions (G2) and behind §7: all of them F."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from kasales_xl.core.policy.adjustable import number


class DimensionNumbers(BaseModel):
    """The part of ``Policy`` that the indicators read. None of it changes a level."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    window_months: int = number(
        12, "道：升降按几个月比", "ESP+: months compared",
        source="F", unit="months", rule="G2",
        low=3, high=60, group="dimensions",
    )  # fmt: skip
    rate_min_deals: int = number(
        5, "已结商机少于几个，不写赢率百分比", "Closed deals below which no percentage is shown",
        source="F", unit="count", rule="G2", low=1, high=100, group="dimensions",
    )  # fmt: skip
    stage_age_days: int = number(
        90, "术：一个阶段停多少天要提醒", "TAS+: days in one stage that raise a flag",
        source="F", unit="days", rule="G2", low=7, high=3650, group="dimensions",
    )  # fmt: skip
    stage_slow_factor: float = number(
        2, "术：停留超过本人平时几倍要提醒", "TAS+: times the seller's median stay that raise a flag",
        source="F", unit="factor", rule="G2", low=1, high=20, group="dimensions",
    )  # fmt: skip
    high_grade: int = number(
        2, "本：价值、信任满几分算高", "ECM: grade from which value and trust are high",
        source="F", unit="grade", rule="G2", low=1, high=3, group="dimensions",
    )  # fmt: skip
    path_blank: int = number(
        1, "本：没填强度的人脉按几分算", "ECM: strength of a link whose strength is blank",
        source="F", unit="grade", rule="G2", low=1, high=3, group="dimensions",
    )  # fmt: skip
    path_upwards: int = number(
        1, "本：由下属引到上级的强度", "ECM: strength of the way from a subordinate to the superior",
        source="F", unit="grade", rule="G2", low=1, high=3, group="dimensions",
    )  # fmt: skip
    path_downwards: int = number(
        2, "本：由上级引到下属的强度", "ECM: strength of the way from a superior to the subordinate",
        source="F", unit="grade", rule="G2", low=1, high=3, group="dimensions",
    )  # fmt: skip
    pattern_prior: float = number(
        5, "律：向平均赢率收缩的力度 m", "PBM: strength m of shrinking to the mean rate",
        source="F", unit="count", rule="G2", low=0, high=1000, group="dimensions",
    )  # fmt: skip
    law_min_deals: int = number(
        3, "律：至少几个商机才说成规律", "PBM: least deals behind a law",
        source="F", unit="count", rule="G2", low=2, high=1000, group="dimensions",
    )  # fmt: skip
    false_discovery: float = number(
        0.10, "律：最多容许多少误报", "PBM: share of false discoveries allowed",
        source="F", unit="share", rule="G2", low=0.001, high=0.5, group="dimensions",
    )  # fmt: skip
    cycle_short_days: int = number(
        90, "律：周期不超过多少天算短", "PBM: days up to which a cycle is short",
        source="F", unit="days", rule="G2", low=7, high=3650, group="dimensions",
    )  # fmt: skip
    cycle_long_days: int = number(
        270, "律：周期超过多少天算长", "PBM: days beyond which a cycle is long",
        source="F", unit="days", rule="G2", low=7, high=3650, group="dimensions",
    )  # fmt: skip
    backed_grade: int = number(
        2, "评分从几分起要有数据支撑", "Grade from which data should back it",
        source="F", unit="grade", rule="G2", low=1, high=3, group="dimensions",
    )  # fmt: skip
    lean_share: float = number(
        0.6, "类型：新老客户占到多少算偏向", "Type: share of new or known accounts that makes a lean",
        source="F", unit="share", rule="§7", low=0.51, high=1, group="success",
    )  # fmt: skip
    success_attainment: float = number(
        1, "成功：完成率目标（0 表示不看）", "Success: attainment wanted (0: ignored)",
        source="F", unit="share", rule="§7", low=0, high=10, group="success",
    )  # fmt: skip
    success_repeat: int = number(
        1, "成功：持续出大单的客户数（0 表示不看）", "Success: accounts with repeat big deals (0: ignored)",
        source="F", unit="count", rule="§7", low=0, high=100, group="success",
    )  # fmt: skip
    success_growth: int = number(
        1, "成功：关系升级的客户数（0 表示不看）", "Success: accounts whose tier rose (0: ignored)",
        source="F", unit="count", rule="§7", low=0, high=100, group="success",
    )  # fmt: skip
    success_reference: int = number(
        1, "成功：可做样板的客户数（0 表示不看）", "Success: referenceable accounts (0: ignored)",
        source="F", unit="count", rule="§7", low=0, high=100, group="success",
    )  # fmt: skip

    @model_validator(mode="after")
    def _cycles_in_order(self) -> Self:
        if self.cycle_short_days >= self.cycle_long_days:
            raise ValueError("cycle_short_days < cycle_long_days must hold")
        return self
