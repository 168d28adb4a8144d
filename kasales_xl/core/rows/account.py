"""Accounts, the people in them, and how people are linked."""

from __future__ import annotations

from kasales_xl.core.rows.columns import CHOICE, DATE, GRADE, ID, LIST, MONEY, Date, Ref, Row, column
from kasales_xl.core.terms import BuyingRole, Influence, LinkRelation, Stance, Tier, YesNoUnknown

_ID_HELP = (
    "可以空着，会自动给一个；公司有统一编号的，填在这里，用过的不要再用",
    "May stay blank; a company's own ID goes here, never used twice",
)


class Account(Row):
    """客户"""

    sheet = "accounts"
    account_id: str = column("客户编号", "Account ID", ID, folded=True, help=_ID_HELP)
    account: str = column("客户名称", "Account", required=True, scores=True)
    owner: str = column(
        "负责人", "Owner", folded=True, help=("销售编号；空着就是本人", "Seller ID; blank means this seller")
    )
    industry: str = column("行业", "Industry", folded=True)
    track: str = column("赛道", "Track", folded=True)
    parent: str = column("上级单位", "Parent", folded=True)
    potential_12m: float | None = column(
        "12个月潜力",
        "Potential 12 months",
        MONEY,
        scores=True,
        help=(
            "未来12个月这家客户能签多少，决定是不是大客户",
            "What this account may sign in the next 12 months; decides whether it is a key account",
        ),
    )
    key_departments: tuple[str, ...] = column(
        "关键部门",
        "Key departments",
        LIST,
        scores=True,
        help=(
            "可填多个，用顿号或逗号隔开，例如 采购部、信息中心",
            "Several in one cell, comma between, e.g. Purchasing, IT",
        ),
    )
    objective: str = column("经营目标", "Objective", folded=True)
    next_action: str = column("下一步", "Next action")
    next_action_date: Date | None = column("下一步日期", "Next action date", DATE)
    sustainable: YesNoUnknown = column(
        "能否持续",
        "Sustainable",
        CHOICE,
        since=2,
        default=YesNoUnknown.UNKNOWN,
        scores=True,
        help=(
            "经理填：这家客户以后还会有大项目吗？",
            "For the manager: will this account bring big deals again?",
        ),
    )
    confirmed_tier: Tier | None = column(
        "经理确认关系",
        "Confirmed tier",
        CHOICE,
        since=2,
        default=None,
        choices=tuple(reversed(Tier)),
        scores=True,
        help=(
            "经理填：你看这家客户的关系到哪一级？",
            "For the manager: how strong is the relation, in your eyes?",
        ),
    )
    note: str = column("备注", "Note", folded=True)


class Contact(Row):
    """联系人. ``account`` holds the account's ID once the reader has resolved it."""

    sheet = "contacts"
    contact_id: str = column("联系人编号", "Contact ID", ID, folded=True)
    account: str = column(
        "客户名称",
        "Account",
        Ref("accounts"),
        required=True,
        scores=True,
        help=("与「客户」表里的名称或编号一致", "As on the Accounts sheet, name or ID"),
    )
    name: str = column(
        "姓名",
        "Name",
        required=True,
        scores=True,
        help=("一格一个人，写全名", "One person a cell, full name"),
    )
    department: str = column(
        "部门", "Department", scores=True, help=("写法与关键部门一致", "Spell it as in Key departments")
    )
    title: str = column("职务", "Title")
    reports_to: str = column("上级", "Reports to", Ref("contacts"), folded=True)
    buying_role: BuyingRole = column(
        "采购角色", "Buying role", CHOICE, default=BuyingRole.UNKNOWN, folded=True
    )
    key_decision_maker: YesNoUnknown = column(
        "关键决策人",
        "Key decision maker",
        CHOICE,
        default=YesNoUnknown.UNKNOWN,
        scores=True,
        help=("在关键部门里，这件事他能拍板吗？", "Does this person decide in a key department?"),
    )
    business_related: YesNoUnknown = column(
        "与业务相关",
        "Business-related",
        CHOICE,
        default=YesNoUnknown.UNKNOWN,
        scores=True,
        help=("他的工作和我们的业务有关吗？", "Is this person related to our business?"),
    )
    can_influence: Influence = column(
        "能否影响",
        "Can influence",
        CHOICE,
        default=Influence.UNKNOWN,
        scores=True,
        help=(
            "他在工作上采纳过我们的建议吗？有过这样的事就选「能」；没把握就空着",
            "Has this person acted on our advice at work? If so, yes; leave it blank if unsure",
        ),
    )
    stance: Stance = column("立场", "Stance", CHOICE, default=Stance.UNKNOWN, scores=True)
    value: int | None = column(
        "价值",
        "Value",
        GRADE,
        folded=True,
        help=(
            "我们的产品和方案对他的工作帮助有多大，0-3",
            "How much our product and solution help this person at work, 0–3",
        ),
    )
    trust: int | None = column(
        "信任",
        "Trust",
        GRADE,
        folded=True,
        help=("他对我们有多信任，0-3", "How far this person trusts us, 0–3"),
    )
    last_contact: Date | None = column("最近联系", "Last contact", DATE, looks_back=True, scores=True)
    introduced_by: str = column("引荐人", "Introduced by", Ref("contacts"), folded=True)
    influence_evidence: str = column(
        "影响依据",
        "Influence evidence",
        since=2,
        help=(
            "哪天、哪件事说明他采纳了我们的建议，例如 5月12日按我们的建议先做了试点",
            "What happened, and when: e.g. 12 May, ran the pilot that we had advised",
        ),
    )
    note: str = column("备注", "Note", folded=True)


class Link(Row):
    """人脉. ``from_person`` is a contact's ID where it names one, else a colleague's name as typed."""

    sheet = "links"
    from_person: str = column(
        "从", "From", required=True, help=("联系人或我方同事的姓名", "A contact, or a colleague's name")
    )
    relation: LinkRelation = column("关系", "Relation", CHOICE, required=True)
    to_person: str = column("到", "To", Ref("contacts"), required=True)
    strength: int | None = column("强度", "Strength", GRADE, low=1)
