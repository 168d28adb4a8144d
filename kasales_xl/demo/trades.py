"""What the sample customers do: industries with their departments, their projects and their habits."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.terms import KeyCriterion, Party, Procurement
from kasales_xl.core.text import Text


@dataclass(frozen=True)
class Trade:
    """An industry. ``kinds`` end company names; ``departments``: the key ones first; ``procurement``,
    ``criterion``, ``month`` and ``decides`` (index of a department) are how this industry mostly buys."""

    name: Text
    track: Text
    kinds: tuple[Text, ...]
    departments: tuple[Text, ...]
    projects: tuple[Text, ...]
    procurement: Procurement
    criterion: KeyCriterion
    month: int
    decides: int


TRADES = (
    Trade(
        Text("电力", "Power"),
        Text("调度与运维软件", "Grid operations software"),
        (
            Text("供电", " Power"),
            Text("新能源", " Renewables"),
            Text("电网服务", " Grid Services"),
            Text("电力设计院", " Power Design"),
        ),
        (
            Text("调度中心", "Dispatch Centre"),
            Text("信息中心", "IT Centre"),
            Text("物资部", "Materials"),
            Text("运维部", "Operations"),
            Text("财务部", "Finance"),
        ),
        (
            Text("调度平台", "dispatch platform"),
            Text("配网监测", "network monitoring"),
            Text("巡检系统", "inspection system"),
            Text("负荷预测", "load forecasting"),
            Text("资产台账", "asset register"),
        ),
        Procurement.INVITED_TENDER, KeyCriterion.TECHNOLOGY, 3, 1,
    ),
    Trade(
        Text("制造", "Manufacturing"),
        Text("工厂数字化", "Plant digitisation"),
        (
            Text("重工", " Heavy Industries"),
            Text("精密", " Precision"),
            Text("汽车部件", " Auto Parts"),
            Text("装备", " Equipment"),
        ),
        (
            Text("生产部", "Production"),
            Text("信息部", "IT"),
            Text("采购部", "Purchasing"),
            Text("质量部", "Quality"),
            Text("财务部", "Finance"),
        ),
        (
            Text("生产执行系统", "execution system"),
            Text("质量追溯", "quality tracing"),
            Text("设备联网", "machine connection"),
            Text("排产优化", "scheduling"),
            Text("仓储改造", "warehouse rebuild"),
        ),
        Procurement.NEGOTIATION, KeyCriterion.SERVICE, 9, 0,
    ),
    Trade(
        Text("医疗", "Health care"),
        Text("医疗信息化", "Hospital systems"),
        (
            Text("中心医院", " Central Hospital"),
            Text("医药", " Pharma"),
            Text("医学检验", " Diagnostics"),
            Text("康复集团", " Care Group"),
        ),
        (
            Text("信息科", "IT Department"),
            Text("医务处", "Medical Affairs"),
            Text("设备科", "Equipment"),
            Text("药剂科", "Pharmacy"),
            Text("院办", "Director's Office"),
        ),
        (
            Text("病历系统", "records system"),
            Text("检验平台", "lab platform"),
            Text("药房自动化", "pharmacy automation"),
            Text("预约平台", "booking platform"),
            Text("数据中心", "data centre"),
        ),
        Procurement.FRAMEWORK, KeyCriterion.RELATIONSHIP, 6, 1,
    ),
    Trade(
        Text("交通", "Transport"),
        Text("智慧交通", "Smart transport"),
        (
            Text("轨道", " Rail"),
            Text("港务", " Port Authority"),
            Text("高速", " Motorways"),
            Text("航空服务", " Aviation Services"),
        ),
        (
            Text("运营部", "Operations"),
            Text("工程部", "Engineering"),
            Text("信息部", "IT"),
            Text("安监部", "Safety"),
            Text("财务部", "Finance"),
        ),
        (
            Text("票务系统", "ticketing"),
            Text("视频监控", "video monitoring"),
            Text("信号改造", "signalling upgrade"),
            Text("应急指挥", "emergency control"),
            Text("维保平台", "maintenance platform"),
        ),
        Procurement.SINGLE_SOURCE, KeyCriterion.TECHNOLOGY, 11, 1,
    ),
)  # fmt: skip

#: (of a decision maker, of everybody else)
TITLES: tuple[tuple[Text, ...], tuple[Text, ...]] = (
    (
        Text("主任", "Director"),
        Text("部长", "Head"),
        Text("总监", "Chief"),
        Text("副总", "Vice President"),
    ),
    (
        Text("经理", "Manager"),
        Text("主管", "Supervisor"),
        Text("工程师", "Engineer"),
        Text("专员", "Specialist"),
    ),
)
OBJECTIVES: tuple[Text, ...] = (
    Text("三年内成为首选供应商", "Become first choice within three years"),
    Text("今年签下框架协议", "Sign a framework agreement this year"),
    Text("从一个部门做到两个部门", "Grow from one department to two"),
    Text("把上期项目做成样板", "Turn the last project into a reference"),
    Text("进入明年预算", "Get into next year's budget"),
)
ACTIONS: tuple[Text, ...] = (
    Text("约关键决策人当面谈一次", "Meet the key decision maker in person"),
    Text("带方案同事现场调研", "Visit on site with the solution team"),
    Text("送上期项目的效益测算", "Deliver the value calculation of the last project"),
    Text("安排双方高管见面", "Arrange an executive meeting"),
    Text("核实明年预算和采购方式", "Confirm next year's budget and way of buying"),
)
#: What is asked of each party.
REQUESTS: dict[Party, tuple[Text, ...]] = {
    Party.EXECUTIVE: (
        Text("高管拜访一次", "One executive visit"),
        Text("参加签约前会谈", "Join the talks before signing"),
    ),
    Party.SOLUTION: (
        Text("方案讲标两天", "Two days of solution pitch"),
        Text("现场调研出方案", "On-site survey and solution"),
    ),
    Party.DELIVERY: (
        Text("交付计划和工期评估", "Delivery plan and schedule"),
        Text("驻场支持", "Staff on site"),
    ),
    Party.PRODUCT: (
        Text("产品定制可行性评估", "Feasibility of a custom feature"),
        Text("产品路线交流", "Road-map talk"),
    ),
    Party.TEST: (Text("现场测试验证", "On-site test"), Text("性能对比测试", "Performance comparison")),
    Party.PARTNER: (Text("联合投标", "Joint bid"), Text("本地实施支持", "Local implementation")),
    Party.EXPERT: (Text("专家评审意见", "Expert opinion"), Text("标准解读一次", "Briefing on a standard")),
}
PHASES: tuple[Text, ...] = (
    Text("一期", "phase 1"),
    Text("二期", "phase 2"),
    Text("三期", "phase 3"),
    Text("扩容", "extension"),
    Text("升级", "upgrade"),
)
