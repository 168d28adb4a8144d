"""Deals and the support asked for them."""

from __future__ import annotations

from kasales_xl.core.rows.columns import Date, Kind, Ref, Row, Whole, column
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
    deal_id: str = column("商机编号", "Deal ID", kind=Kind.ID, required=True)
    account: str = column(
        "客户名称",
        "Account",
        kind=Ref("accounts"),
        required=True,
        help_zh="与「客户」表里的名称或编号一致",
        help_en="As on the Accounts sheet, name or ID",
    )
    deal: str = column("商机名称", "Deal", required=True)
    amount: float | None = column("金额", "Amount", kind=Kind.MONEY, default=None)
    stage: DealStage = column(
        "阶段",
        "Stage",
        kind=Kind.CHOICE,
        required=True,
        help_zh="合同、交付也算赢单",
        help_en="Contract and deliver are already won",
    )
    created: Date | None = column("立项日期", "Created", kind=Kind.DATE, default=None)
    stage_since: Date | None = column("进入阶段日期", "In stage since", kind=Kind.DATE, default=None)
    expected_close: Date | None = column("预计成交", "Expected close", kind=Kind.DATE, default=None)
    closed: Date | None = column(
        "关闭日期",
        "Closed",
        kind=Kind.DATE,
        default=None,
        help_zh="赢了或输了就要填",
        help_en="Fill in once won or lost",
    )
    lost_reason: LostReason | None = column("输单原因", "Lost reason", kind=Kind.CHOICE, default=None)
    is_real: YesNoUnknown = column("需求属实", "Real need", kind=Kind.CHOICE, default=YesNoUnknown.UNKNOWN)
    can_win: YesNoUnknown = column("有机会赢", "Can win", kind=Kind.CHOICE, default=YesNoUnknown.UNKNOWN)
    solution_advantage: int | None = column("方案优势", "Solution advantage", kind=Kind.GRADE, default=None)
    price_acceptance: int | None = column("价格接受度", "Price acceptance", kind=Kind.GRADE, default=None)
    budget_month: int | None = column("预算月份", "Budget month", kind=Whole(1, 12), default=None)
    procurement: Procurement | None = column("采购方式", "Procurement", kind=Kind.CHOICE, default=None)
    deciding_department: str = column("决策部门", "Deciding department", default="")
    key_criterion: KeyCriterion | None = column("关键标准", "Key criterion", kind=Kind.CHOICE, default=None)
    competitor: str = column("主要对手", "Main competitor", default="")
    incumbent: YesNoUnknown = column(
        "我方在位", "We are incumbent", kind=Kind.CHOICE, default=YesNoUnknown.UNKNOWN
    )
    note: str = column("备注", "Note", default="")


class Support(Row):
    """支持. ``deal`` holds the deal's ID once the reader has resolved it."""

    sheet = "support"
    request_id: str = column("申请编号", "Request ID", kind=Kind.ID, required=True)
    deal: str = column(
        "商机",
        "Deal",
        kind=Ref("deals"),
        required=True,
        help_zh="商机编号或名称",
        help_en="The deal's ID or name",
    )
    party: Party = column("支持方", "Party", kind=Kind.CHOICE, required=True)
    request: str = column("需要什么", "Request", default="")
    days_wanted: float | None = column(
        "申请人天", "Days wanted", kind=Kind.NUMBER, default=None, help_zh="人天", help_en="Person-days"
    )
    requested_on: Date | None = column("申请日期", "Requested on", kind=Kind.DATE, default=None)
    needed_by: Date | None = column("需要日期", "Needed by", kind=Kind.DATE, default=None)
    status: RequestStatus | None = column("状态", "Status", kind=Kind.CHOICE, default=None)
    days_granted: float | None = column(
        "批准人天", "Days granted", kind=Kind.NUMBER, default=None, help_zh="人天", help_en="Person-days"
    )
    granted_on: Date | None = column("批准日期", "Granted on", kind=Kind.DATE, default=None)
