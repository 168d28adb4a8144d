"""Deals and the support asked for them."""

from __future__ import annotations

from kasales_xl.core.rows.columns import Date, Row, column
from kasales_xl.core.terms import (
    DealStage,
    KeyCriterion,
    LostReason,
    Party,
    Procurement,
    RequestStatus,
    YesNoUnknown,
)


class Deal(Row):
    """商机. ``account`` holds the account's ID once the reader has resolved it."""

    sheet = "deals"
    deal_id: str = column("商机编号", "Deal ID", kind="id", required=True)
    account: str = column(
        "客户名称",
        "Account",
        kind="ref:accounts",
        required=True,
        help_zh="与「客户」表里的名称或编号一致",
        help_en="As on the Accounts sheet, name or ID",
    )
    deal: str = column("商机名称", "Deal", required=True)
    amount: float | None = column("金额", "Amount", kind="money", default=None)
    stage: DealStage = column(
        "阶段",
        "Stage",
        kind="choice",
        required=True,
        help_zh="合同、交付也算赢单",
        help_en="Contract and deliver are already won",
    )
    created: Date | None = column("立项日期", "Created", kind="date", default=None)
    stage_since: Date | None = column("进入阶段日期", "In stage since", kind="date", default=None)
    expected_close: Date | None = column("预计成交", "Expected close", kind="date", default=None)
    closed: Date | None = column(
        "关闭日期",
        "Closed",
        kind="date",
        default=None,
        help_zh="赢了或输了就要填",
        help_en="Fill in once won or lost",
    )
    lost_reason: LostReason | None = column("输单原因", "Lost reason", kind="choice", default=None)
    is_real: YesNoUnknown = column("需求属实", "Real need", kind="choice", default=YesNoUnknown.UNKNOWN)
    can_win: YesNoUnknown = column("有机会赢", "Can win", kind="choice", default=YesNoUnknown.UNKNOWN)
    solution_advantage: int | None = column("方案优势", "Solution advantage", kind="grade", default=None)
    price_acceptance: int | None = column("价格接受度", "Price acceptance", kind="grade", default=None)
    budget_month: int | None = column("预算月份", "Budget month", kind="int:1-12", default=None)
    procurement: Procurement | None = column("采购方式", "Procurement", kind="choice", default=None)
    deciding_department: str = column("决策部门", "Deciding department", default="")
    key_criterion: KeyCriterion | None = column("关键标准", "Key criterion", kind="choice", default=None)
    competitor: str = column("主要对手", "Main competitor", default="")
    incumbent: YesNoUnknown = column(
        "我方在位", "We are incumbent", kind="choice", default=YesNoUnknown.UNKNOWN
    )
    note: str = column("备注", "Note", default="")


class Support(Row):
    """支持. ``deal`` holds the deal's ID once the reader has resolved it."""

    sheet = "support"
    request_id: str = column("申请编号", "Request ID", kind="id", required=True)
    deal: str = column(
        "商机",
        "Deal",
        kind="ref:deals",
        required=True,
        help_zh="商机编号或名称",
        help_en="The deal's ID or name",
    )
    party: Party = column("支持方", "Party", kind="choice", required=True)
    request: str = column("需要什么", "Request", default="")
    days_wanted: float | None = column(
        "申请人天", "Days wanted", kind="number", default=None, help_zh="人天", help_en="Person-days"
    )
    requested_on: Date | None = column("申请日期", "Requested on", kind="date", default=None)
    needed_by: Date | None = column("需要日期", "Needed by", kind="date", default=None)
    status: RequestStatus | None = column("状态", "Status", kind="choice", default=None)
    days_granted: float | None = column(
        "批准人天", "Days granted", kind="number", default=None, help_zh="人天", help_en="Person-days"
    )
    granted_on: Date | None = column("批准日期", "Granted on", kind="date", default=None)
