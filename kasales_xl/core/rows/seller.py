"""What the seller says of themselves: profile, capability, career."""

from __future__ import annotations

from kasales_xl.core.rows.columns import Date, Kind, Row, column
from kasales_xl.core.terms import CompanyType, Dimension, LoopStage, MoneyUnit, YesNo


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
        kind=Kind.DATE,
        required=True,
        default=None,
        help_zh="目标年度的第一天",
        help_en="First day of the target year",
    )
    annual_target: float | None = column(
        "年度目标",
        "Annual target",
        kind=Kind.MONEY,
        required=True,
        default=None,
        help_zh="全年业绩目标，单位见下方「金额单位」",
        help_en="In the book's money unit (below)",
    )
    money_unit: MoneyUnit = column(
        "金额单位",
        "Money unit",
        kind=Kind.CHOICE,
        required=True,
        default=MoneyUnit.WAN,
        help_zh="整本用同一个单位",
        help_en="One unit for the whole book",
    )
    track_expert: YesNo | None = column(
        "赛道专家(经理确认)",
        "Track expert (manager)",
        kind=Kind.CHOICE,
        default=None,
        help_zh="由经理填写",
        help_en="Your manager fills this in",
    )
    industry_expert: YesNo | None = column(
        "行业专家(经理确认)",
        "Industry expert (manager)",
        kind=Kind.CHOICE,
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


class Practice(Row):
    """能力: one of the 35 rows of the 5 × 7 grid (G1)."""

    sheet = "practices"
    practice_id: str = column("实践编号", "Practice ID", kind=Kind.ID, required=True)
    dimension: Dimension = column("维度", "Dimension", kind=Kind.CHOICE, required=True)
    stage: LoopStage = column("阶段", "Stage", kind=Kind.CHOICE, required=True)
    practice: str = column("做法", "Practice", required=True, default="")
    self_grade: int | None = column(
        "自评",
        "Self",
        kind=Kind.GRADE,
        default=None,
        help_zh="0 无 / 1 了解 / 2 熟练 / 3 精通",
        help_en="0 none – 3 mastery",
    )
    manager_grade: int | None = column(
        "经理评",
        "Manager",
        kind=Kind.GRADE,
        default=None,
        help_zh="由经理填写",
        help_en="Your manager fills this in",
    )
    evidence: str = column("依据", "Evidence", default="")

    @property
    def grade(self) -> int | None:
        """The one that counts: the manager's goes before the rep's own (G1)."""
        return self.self_grade if self.manager_grade is None else self.manager_grade


class Career(Row):
    """履历"""

    sheet = "career"
    start: Date = column("开始", "Start", kind=Kind.DATE, required=True)
    end: Date | None = column(
        "结束", "End", kind=Kind.DATE, default=None, help_zh="空着就是至今", help_en="Blank: until now"
    )
    company: str = column("公司", "Company", default="")
    company_type: CompanyType | None = column("公司类型", "Company type", kind=Kind.CHOICE, default=None)
    role: str = column("角色", "Role", default="")
    track: str = column("赛道", "Track", default="")
    industry: str = column("行业", "Industry", default="")
