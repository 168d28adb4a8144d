"""The numbers behind the win chance of a deal and behind forecasts (G2): all of them F."""

from __future__ import annotations

from functools import partial
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from kasales_xl.core.policy.adjustable import number
from kasales_xl.core.terms import DealStage

_ours = partial(number, source="F", rule="G2", group="dimensions")
_share = partial(_ours, unit="share", low=0.01, high=0.99)
_count = partial(_ours, unit="count", low=1, high=10_000)


class ChanceNumbers(BaseModel):
    """The part of ``Policy`` that win chances are told by. None of it changes a level."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    chance_incubate: float = _share(0.10, "阶段把握：孵化", "Stage chance: incubate")
    chance_qualify: float = _share(0.20, "阶段把握：验证", "Stage chance: qualify")
    chance_solution: float = _share(0.40, "阶段把握：方案", "Stage chance: solution")
    chance_influence: float = _share(0.60, "阶段把握：影响", "Stage chance: influence")
    chance_control: float = _share(0.80, "阶段把握：控制", "Stage chance: control")
    usual_win_rate: float = _share(
        0.50, "公司平时的赢率（阶段把握按它定）", "Usual win rate, which the stage chances go with"
    )
    chance_min_deals: int = _count(
        60, "赢单把握：已结商机少于几个，只看估计赢率",
        "Win chance: closed deals below which the estimated win rate alone tells",
    )  # fmt: skip
    chance_later_share: float = _ours(
        0.30, "赢单把握：用后面多少已结商机来比哪种算法准",
        "Win chance: share of later closed deals that decide which way of telling is used",
        unit="share", low=0.1, high=0.9,
    )  # fmt: skip
    regression_deals: int = _count(
        10, "赢单把握：回归的每个取值至少要几个已结商机",
        "Win chance: closed deals that each weight of the regression needs",
    )  # fmt: skip
    chance_stage_deals: int = _count(
        30, "阶段把握：每个阶段至少有几个结果才用公司自己的",
        "Stage chance: outcomes a stage needs before the company's own is offered",
    )  # fmt: skip
    forecast_interval: float = _ours(
        0.80, "预测：区间该有多大把握", "Forecast: how often the interval should hold",
        unit="share", low=0.5, high=0.99,
    )  # fmt: skip
    forecast_min_deals: int = _count(
        30, "预测：至少结了几个商机才评准不准", "Forecast: closed deals before it is scored"
    )

    @model_validator(mode="after")
    def _stages_in_order(self) -> Self:
        chances = [self.stage_chance(stage) for stage in DealStage if stage.is_open]
        if chances != sorted(chances):
            raise ValueError("stage chances must not fall from one stage to the next")
        return self

    def stage_chance(self, stage: DealStage) -> float:
        """stage: an open one. What deals at this stage come to, whoever's they are, 0–1."""
        return float(getattr(self, f"chance_{stage.value}"))
