"""Accounts, the people in them, and how people are linked."""

from __future__ import annotations

from kasales_xl.core.rows.columns import Date, Kind, Ref, Row, column
from kasales_xl.core.terms import BuyingRole, Influence, LinkRelation, Stance, YesNoUnknown


class Account(Row):
    """客户"""

    sheet = "accounts"
    account_id: str = column(
        "客户编号",
        "Account ID",
        kind=Kind.ID,
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
        kind=Kind.MONEY,
        default=None,
        help_zh="未来12个月这家客户能签多少，决定是不是大客户",
        help_en="What this account may sign in the next 12 months; decides whether it is a key account",
    )
    key_departments: tuple[str, ...] = column(
        "关键部门",
        "Key departments",
        kind=Kind.LIST,
        default=(),
        help_zh="可填多个，用顿号或逗号隔开，例如 采购部、信息中心",
        help_en="Several in one cell, comma between, e.g. Purchasing, IT",
    )
    objective: str = column("经营目标", "Objective", default="")
    next_action: str = column("下一步", "Next action", default="")
    next_action_date: Date | None = column("下一步日期", "Next action date", kind=Kind.DATE, default=None)
    note: str = column("备注", "Note", default="")


class Contact(Row):
    """联系人. ``account`` holds the account's ID once the reader has resolved it."""

    sheet = "contacts"
    contact_id: str = column("联系人编号", "Contact ID", kind=Kind.ID, required=True)
    account: str = column(
        "客户名称",
        "Account",
        kind=Ref("accounts"),
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
    reports_to: str = column("上级", "Reports to", kind=Ref("contacts"), default="")
    buying_role: BuyingRole = column("采购角色", "Buying role", kind=Kind.CHOICE, default=BuyingRole.UNKNOWN)
    key_decision_maker: YesNoUnknown = column(
        "关键决策人",
        "Key decision maker",
        kind=Kind.CHOICE,
        default=YesNoUnknown.UNKNOWN,
        help_zh="在关键部门里，这件事他能拍板吗？",
        help_en="Does this person decide in a key department?",
    )
    business_related: YesNoUnknown = column(
        "与业务相关",
        "Business-related",
        kind=Kind.CHOICE,
        default=YesNoUnknown.UNKNOWN,
        help_zh="他的工作和我们的业务有关吗？",
        help_en="Is this person related to our business?",
    )
    can_influence: Influence = column(
        "能否影响",
        "Can influence",
        kind=Kind.CHOICE,
        default=Influence.UNKNOWN,
        help_zh="你开口，他会照办吗？凭事实填",
        help_en="Will this person act when you ask? Facts only",
    )
    stance: Stance = column("立场", "Stance", kind=Kind.CHOICE, default=Stance.UNKNOWN)
    value: int | None = column(
        "价值",
        "Value",
        kind=Kind.GRADE,
        default=None,
        help_zh="我们对他有多大价值，0-3",
        help_en="What we are worth to this person, 0–3",
    )
    trust: int | None = column(
        "信任",
        "Trust",
        kind=Kind.GRADE,
        default=None,
        help_zh="他对我们有多信任，0-3",
        help_en="How far this person trusts us, 0–3",
    )
    last_contact: Date | None = column("最近联系", "Last contact", kind=Kind.DATE, default=None)
    introduced_by: str = column("引荐人", "Introduced by", kind=Ref("contacts"), default="")
    note: str = column("备注", "Note", default="")


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
    relation: LinkRelation = column("关系", "Relation", kind=Kind.CHOICE, required=True)
    to_person: str = column("到", "To", kind=Ref("contacts"), required=True)
    strength: int | None = column("强度", "Strength", kind=Kind.GRADE, low=1, default=None)
