"""One frozen model per sheet of the account book; each field declares its column.

The field order is the column order. ``kind`` says how a cell is read (``sheets/values.py``):
``text id date money number grade int:LOW-HIGH list choice ref:SHEET``; a choice takes its list from
the field's enum. Blank text is ``""``; a blank number, date, grade or optional choice is ``None``;
blank yes/no/unknown answers are ``UNKNOWN`` (method §3).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from kasales_xl.core.terms import (
    BuyingRole,
    CompanyType,
    DealStage,
    Dimension,
    Influence,
    KeyCriterion,
    LinkRelation,
    LoopStage,
    LostReason,
    MoneyUnit,
    Party,
    Procurement,
    RequestStatus,
    Stance,
    YesNo,
    YesNoUnknown,
)

Date = dt.date


def column(
    zh: str,
    en: str,
    *,
    kind: str = "text",
    required: bool = False,
    default: Any = ...,
    low: int = 0,
    help_zh: str = "",
    help_en: str = "",
) -> Any:
    """Declare a field as a column of its sheet: both headers, kind, whether a row needs it, help.
    ``low`` is the least grade of a grade column."""
    extra = {
        "zh": zh,
        "en": en,
        "kind": kind,
        "required": required,
        "low": low,
        "help_zh": help_zh,
        "help_en": help_en,
    }
    return Field(default, json_schema_extra=extra)  # type: ignore[arg-type]


class Row(BaseModel):
    """A row as the method sees it. ``row`` is its 1-based spreadsheet row, 0 where it has none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sheet: ClassVar[str]
    row: int = 0


class Seller(Row):
    """我的信息: the form sheet, one field a row."""

    sheet = "seller"
    seller_id: str = column(
        "销售编号",
        "Seller ID",
        required=True,
        help_zh="公司内唯一的编号，例如 S001",
        help_en="Unique in the company, for example S001",
    )
    name: str = column("姓名", "Name", required=True)
    team: str = column(
        "团队",
        "Team",
        required=True,
        default="",
        help_zh="记分卡按团队汇总",
        help_en="Scorecards are made per team",
    )
    manager: str = column("经理", "Manager", default="")
    region: str = column("区域", "Region", default="")
    track: str = column(
        "赛道",
        "Track",
        default="",
        help_zh="你卖的是哪一类产品或方案",
        help_en="The kind of product or solution you sell",
    )
    industry: str = column(
        "行业", "Industry", default="", help_zh="客户所在的行业", help_en="Your customers' industry"
    )
    period_start: Date | None = column(
        "期间开始",
        "Period start",
        kind="date",
        required=True,
        default=None,
        help_zh="目标年度的第一天",
        help_en="First day of the target year",
    )
    annual_target: float | None = column(
        "年度目标",
        "Annual target",
        kind="money",
        required=True,
        default=None,
        help_zh="全年业绩目标，单位见下方「金额单位」",
        help_en="In the book's money unit (below)",
    )
    money_unit: MoneyUnit = column(
        "金额单位",
        "Money unit",
        kind="choice",
        required=True,
        default=MoneyUnit.WAN,
        help_zh="整本用同一个单位",
        help_en="One unit for the whole book",
    )
    track_expert: YesNo | None = column(
        "赛道专家(经理确认)",
        "Track expert (manager)",
        kind="choice",
        default=None,
        help_zh="由经理填写",
        help_en="Your manager fills this in",
    )
    industry_expert: YesNo | None = column(
        "行业专家(经理确认)",
        "Industry expert (manager)",
        kind="choice",
        default=None,
        help_zh="由经理填写",
        help_en="Your manager fills this in",
    )
    expert_evidence: str = column(
        "专家依据",
        "Expert evidence",
        default="",
        help_zh="演讲、文章，或哪位高管的认可",
        help_en="A talk, an article, a named executive's endorsement",
    )


class Account(Row):
    """客户"""

    sheet = "accounts"
    account_id: str = column(
        "客户编号",
        "Account ID",
        kind="id",
        required=True,
        help_zh="用过的编号不要再用",
        help_en="Never reuse an ID",
    )
    account: str = column("客户名称", "Account", required=True)
    owner: str = column(
        "负责人",
        "Owner",
        default="",
        help_zh="销售编号；空着就是本人",
        help_en="Seller ID; blank means this seller",
    )
    industry: str = column("行业", "Industry", default="")
    track: str = column("赛道", "Track", default="")
    parent: str = column("上级单位", "Parent", default="")
    potential_12m: float | None = column(
        "12个月潜力",
        "Potential 12 months",
        kind="money",
        default=None,
        help_zh="未来12个月这家客户能签多少，决定是不是大客户",
        help_en="What this account may sign in the next 12 months; decides whether it is a key account",
    )
    key_departments: tuple[str, ...] = column(
        "关键部门",
        "Key departments",
        kind="list",
        default=(),
        help_zh="可填多个，用顿号或逗号隔开，例如 采购部、信息中心",
        help_en="Several in one cell, comma between, e.g. Purchasing, IT",
    )
    objective: str = column("经营目标", "Objective", default="")
    next_action: str = column("下一步", "Next action", default="")
    next_action_date: Date | None = column("下一步日期", "Next action date", kind="date", default=None)
    note: str = column("备注", "Note", default="")


class Contact(Row):
    """联系人. ``account`` holds the account's ID once the reader has resolved it."""

    sheet = "contacts"
    contact_id: str = column("联系人编号", "Contact ID", kind="id", required=True)
    account: str = column(
        "客户名称",
        "Account",
        kind="ref:accounts",
        required=True,
        help_zh="与「客户」表里的名称或编号一致",
        help_en="As on the Accounts sheet, name or ID",
    )
    name: str = column(
        "姓名", "Name", required=True, help_zh="一格一个人，写全名", help_en="One person a cell, full name"
    )
    department: str = column(
        "部门",
        "Department",
        default="",
        help_zh="写法与关键部门一致",
        help_en="Spell it as in Key departments",
    )
    title: str = column("职务", "Title", default="")
    reports_to: str = column("上级", "Reports to", kind="ref:contacts", default="")
    buying_role: BuyingRole = column("采购角色", "Buying role", kind="choice", default=BuyingRole.UNKNOWN)
    key_decision_maker: YesNoUnknown = column(
        "关键决策人",
        "Key decision maker",
        kind="choice",
        default=YesNoUnknown.UNKNOWN,
        help_zh="在关键部门里，这件事他能拍板吗？",
        help_en="Does this person decide in a key department?",
    )
    business_related: YesNoUnknown = column(
        "与业务相关",
        "Business-related",
        kind="choice",
        default=YesNoUnknown.UNKNOWN,
        help_zh="他的工作和我们的业务有关吗？",
        help_en="Is this person related to our business?",
    )
    can_influence: Influence = column(
        "能否影响",
        "Can influence",
        kind="choice",
        default=Influence.UNKNOWN,
        help_zh="你开口，他会照办吗？凭事实填",
        help_en="Will this person act when you ask? Facts only",
    )
    stance: Stance = column("立场", "Stance", kind="choice", default=Stance.UNKNOWN)
    value: int | None = column(
        "价值",
        "Value",
        kind="grade",
        default=None,
        help_zh="我们对他有多大价值，0-3",
        help_en="What we are worth to this person, 0–3",
    )
    trust: int | None = column(
        "信任",
        "Trust",
        kind="grade",
        default=None,
        help_zh="他对我们有多信任，0-3",
        help_en="How far this person trusts us, 0–3",
    )
    last_contact: Date | None = column("最近联系", "Last contact", kind="date", default=None)
    introduced_by: str = column("引荐人", "Introduced by", kind="ref:contacts", default="")
    note: str = column("备注", "Note", default="")


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

    @property
    def dated(self) -> Date | None:
        """The day that counts for this deal: ``closed`` once won or lost, else ``expected_close``."""
        return self.closed if self.stage.is_closed else self.expected_close


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


class Link(Row):
    """人脉. ``from_person`` is a contact's ID where it names one, else a colleague's name as typed."""

    sheet = "links"
    from_person: str = column(
        "从",
        "From",
        required=True,
        help_zh="联系人或我方同事的姓名",
        help_en="A contact, or a colleague's name",
    )
    relation: LinkRelation = column("关系", "Relation", kind="choice", required=True)
    to_person: str = column("到", "To", kind="ref:contacts", required=True)
    strength: int | None = column("强度", "Strength", kind="grade", low=1, default=None)


class Practice(Row):
    """能力: one of the 35 rows of the 5 × 7 grid (G1)."""

    sheet = "practices"
    practice_id: str = column("实践编号", "Practice ID", kind="id", required=True)
    dimension: Dimension = column("维度", "Dimension", kind="choice", required=True)
    stage: LoopStage = column("阶段", "Stage", kind="choice", required=True)
    practice: str = column("做法", "Practice", required=True, default="")
    self_grade: int | None = column(
        "自评",
        "Self",
        kind="grade",
        default=None,
        help_zh="0 无 / 1 了解 / 2 熟练 / 3 精通",
        help_en="0 none – 3 mastery",
    )
    manager_grade: int | None = column(
        "经理评",
        "Manager",
        kind="grade",
        default=None,
        help_zh="由经理填写",
        help_en="Your manager fills this in",
    )
    evidence: str = column("依据", "Evidence", default="")


class Career(Row):
    """履历"""

    sheet = "career"
    start: Date = column("开始", "Start", kind="date", required=True)
    end: Date | None = column(
        "结束", "End", kind="date", default=None, help_zh="空着就是至今", help_en="Blank: until now"
    )
    company: str = column("公司", "Company", default="")
    company_type: CompanyType | None = column("公司类型", "Company type", kind="choice", default=None)
    role: str = column("角色", "Role", default="")
    track: str = column("赛道", "Track", default="")
    industry: str = column("行业", "Industry", default="")


#: Every sheet that a person fills, in the order of the book.
SHEETS: tuple[type[Row], ...] = (Seller, Account, Contact, Deal, Support, Link, Practice, Career)
