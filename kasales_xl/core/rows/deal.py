"""Deals and the support asked for them."""

from __future__ import annotations

from kasales_xl.core.rows.columns import CHOICE, DATE, GRADE, ID, MONEY, NUMBER, Date, Ref, Row, Whole, column
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
    deal_id: str = column("商机编号", "Deal ID", ID, folded=True)
    account: str = column(
        "客户名称",
        "Account",
        Ref("accounts"),
        required=True,
        scores=True,
        help=("与「客户」表里的名称或编号一致", "As on the Accounts sheet, name or ID"),
    )
    deal: str = column("商机名称", "Deal", required=True, scores=True)
    amount: float | None = column("金额", "Amount", MONEY, scores=True)
    stage: DealStage = column(
        "阶段",
        "Stage",
        CHOICE,
        required=True,
        scores=True,
        help=("合同、交付也算赢单", "Contract and deliver are already won"),
    )
    created: Date | None = column("立项日期", "Created", DATE, looks_back=True, folded=True)
    stage_since: Date | None = column("进入阶段日期", "In stage since", DATE, looks_back=True, folded=True)
    expected_close: Date | None = column("预计成交", "Expected close", DATE, scores=True)
    closed: Date | None = column(
        "关闭日期",
        "Closed",
        DATE,
        looks_back=True,
        scores=True,
        help=("赢了或输了就要填", "Fill in once won or lost"),
    )
    lost_reason: LostReason | None = column("输单原因", "Lost reason", CHOICE, folded=True)
    is_real: YesNoUnknown = column("需求属实", "Real need", CHOICE, default=YesNoUnknown.UNKNOWN, scores=True)
    can_win: YesNoUnknown = column("有机会赢", "Can win", CHOICE, default=YesNoUnknown.UNKNOWN, scores=True)
    solution_advantage: int | None = column("方案优势", "Solution advantage", GRADE, scores=True)
    price_acceptance: int | None = column("价格接受度", "Price acceptance", GRADE, scores=True)
    budget_month: int | None = column("预算月份", "Budget month", Whole(1, 12), folded=True)
    procurement: Procurement | None = column("采购方式", "Procurement", CHOICE, folded=True)
    deciding_department: str = column("决策部门", "Deciding department", folded=True)
    key_criterion: KeyCriterion | None = column("关键标准", "Key criterion", CHOICE, folded=True)
    competitor: str = column("主要对手", "Main competitor", folded=True)
    incumbent: YesNoUnknown = column(
        "我方在位", "We are incumbent", CHOICE, default=YesNoUnknown.UNKNOWN, folded=True
    )
    note: str = column("备注", "Note", folded=True)


class Support(Row):
    """支持. ``deal`` holds the deal's ID once the reader has resolved it."""

    sheet = "support"
    request_id: str = column("申请编号", "Request ID", ID, folded=True)
    deal: str = column(
        "商机", "Deal", Ref("deals"), required=True, help=("商机编号或名称", "The deal's ID or name")
    )
    party: Party = column("支持方", "Party", CHOICE, required=True)
    request: str = column("需要什么", "Request")
    days_wanted: float | None = column("申请人天", "Days wanted", NUMBER, help=("人天", "Person-days"))
    requested_on: Date | None = column("申请日期", "Requested on", DATE, looks_back=True)
    needed_by: Date | None = column("需要日期", "Needed by", DATE)
    status: RequestStatus | None = column("状态", "Status", CHOICE)
    days_granted: float | None = column("批准人天", "Days granted", NUMBER, help=("人天", "Person-days"))
    granted_on: Date | None = column("批准日期", "Granted on", DATE, looks_back=True)
