"""What the seller says of themselves: profile, capability, career."""

from __future__ import annotations

from kasales_xl.core.rows.columns import CHOICE, DATE, GRADE, ID, MONEY, Date, Row, column
from kasales_xl.core.terms import CompanyType, Dimension, LoopStage, MoneyUnit, YesNo

_BY_MANAGER = ("由经理填写", "Your manager fills this in")


class Seller(Row):
    """我的信息: the form sheet, one field a row."""

    sheet = "seller"
    seller_id: str = column(
        "销售编号",
        "Seller ID",
        required=True,
        help=("公司内唯一的编号，例如 S001", "Unique in the company, for example S001"),
    )
    name: str = column("姓名", "Name", required=True)
    team: str = column(
        "团队", "Team", required=True, default="", help=("记分卡按团队汇总", "Scorecards are made per team")
    )
    manager: str = column("经理", "Manager")
    region: str = column("区域", "Region")
    track: str = column(
        "赛道", "Track", help=("你卖的是哪一类产品或方案", "The kind of product or solution you sell")
    )
    industry: str = column("行业", "Industry", help=("客户所在的行业", "Your customers' industry"))
    period_start: Date | None = column(
        "期间开始",
        "Period start",
        DATE,
        required=True,
        default=None,
        scores=True,
        help=("目标年度的第一天", "First day of the target year"),
    )
    annual_target: float | None = column(
        "年度目标",
        "Annual target",
        MONEY,
        required=True,
        default=None,
        scores=True,
        help=("全年业绩目标，单位见下方「金额单位」", "In the book's money unit (below)"),
    )
    money_unit: MoneyUnit = column(
        "金额单位",
        "Money unit",
        CHOICE,
        required=True,
        default=MoneyUnit.WAN,
        help=("整本用同一个单位", "One unit for the whole book"),
    )
    track_expert: YesNo | None = column(
        "赛道专家(经理确认)", "Track expert (manager)", CHOICE, scores=True, help=_BY_MANAGER
    )
    industry_expert: YesNo | None = column(
        "行业专家(经理确认)", "Industry expert (manager)", CHOICE, scores=True, help=_BY_MANAGER
    )
    expert_evidence: str = column(
        "专家依据",
        "Expert evidence",
        scores=True,
        help=("演讲、文章，或哪位高管的认可", "A talk, an article, a named executive's endorsement"),
    )


class Practice(Row):
    """能力: one of the 35 rows of the 5 × 7 grid (G1)."""

    sheet = "practices"
    practice_id: str = column("实践编号", "Practice ID", ID, required=True)
    dimension: Dimension = column("维度", "Dimension", CHOICE, required=True)
    stage: LoopStage = column("阶段", "Stage", CHOICE, required=True)
    practice: str = column("做法", "Practice", required=True, default="")
    self_grade: int | None = column(
        "自评", "Self", GRADE, scores=True, help=("0 无 / 1 了解 / 2 熟练 / 3 精通", "0 none – 3 mastery")
    )
    manager_grade: int | None = column("经理评", "Manager", GRADE, scores=True, help=_BY_MANAGER)
    evidence: str = column("依据", "Evidence")

    @property
    def grade(self) -> int | None:
        """The one that counts: the manager's goes before the rep's own (G1)."""
        return self.self_grade if self.manager_grade is None else self.manager_grade


class Career(Row):
    """履历"""

    sheet = "career"
    start: Date = column("开始", "Start", DATE, required=True)
    end: Date | None = column("结束", "End", DATE, help=("空着就是至今", "Blank: until now"))
    company: str = column("公司", "Company")
    company_type: CompanyType | None = column("公司类型", "Company type", CHOICE)
    role: str = column("角色", "Role")
    track: str = column("赛道", "Track")
    industry: str = column("行业", "Industry")
