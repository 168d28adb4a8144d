"""What the sample customers do: industries with their departments, their projects and their habits."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.terms import KeyCriterion, Party, Procurement
from kasales_xl.core.text import Text
from kasales_xl.demo.names import texts


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
        texts("供电 Power|新能源 Renewables|电网服务 Grid Services|电力设计院 Power Design"),
        texts(
            "调度中心 Dispatch Centre|信息中心 IT Centre|物资部 Materials|运维部 Operations|财务部 Finance"
        ),
        texts(
            "调度平台 dispatch platform|配网监测 network monitoring|巡检系统 inspection system|"
            "负荷预测 load forecasting|资产台账 asset register"
        ),
        Procurement.INVITED_TENDER, KeyCriterion.TECHNOLOGY, 3, 1,
    ),
    Trade(
        Text("制造", "Manufacturing"),
        Text("工厂数字化", "Plant digitisation"),
        texts("重工 Heavy Industries|精密 Precision|汽车部件 Auto Parts|装备 Equipment"),
        texts("生产部 Production|信息部 IT|采购部 Purchasing|质量部 Quality|财务部 Finance"),
        texts(
            "生产执行系统 execution system|质量追溯 quality tracing|设备联网 machine connection|"
            "排产优化 scheduling|仓储改造 warehouse rebuild"
        ),
        Procurement.NEGOTIATION, KeyCriterion.SERVICE, 9, 0,
    ),
    Trade(
        Text("医疗", "Health care"),
        Text("医疗信息化", "Hospital systems"),
        texts("中心医院 Central Hospital|医药 Pharma|医学检验 Diagnostics|康复集团 Care Group"),
        texts(
            "信息科 IT Department|医务处 Medical Affairs|设备科 Equipment|药剂科 Pharmacy|"
            "院办 Director's Office"
        ),
        texts(
            "病历系统 records system|检验平台 lab platform|药房自动化 pharmacy automation|"
            "预约平台 booking platform|数据中心 data centre"
        ),
        Procurement.FRAMEWORK, KeyCriterion.RELATIONSHIP, 6, 1,
    ),
    Trade(
        Text("交通", "Transport"),
        Text("智慧交通", "Smart transport"),
        texts("轨道 Rail|港务 Port Authority|高速 Motorways|航空服务 Aviation Services"),
        texts("运营部 Operations|工程部 Engineering|信息部 IT|安监部 Safety|财务部 Finance"),
        texts(
            "票务系统 ticketing|视频监控 video monitoring|信号改造 signalling upgrade|"
            "应急指挥 emergency control|维保平台 maintenance platform"
        ),
        Procurement.SINGLE_SOURCE, KeyCriterion.TECHNOLOGY, 11, 1,
    ),
)  # fmt: skip

#: (of a decision maker, of everybody else)
TITLES = (
    texts("主任 Director|部长 Head|总监 Chief|副总 Vice President"),
    texts("经理 Manager|主管 Supervisor|工程师 Engineer|专员 Specialist"),
)
OBJECTIVES = texts(
    "三年内成为首选供应商 Become first choice within three years|"
    "今年签下框架协议 Sign a framework agreement this year|"
    "从一个部门做到两个部门 Grow from one department to two|"
    "把上期项目做成样板 Turn the last project into a reference|进入明年预算 Get into next year's budget"
)
ACTIONS = texts(
    "约关键决策人当面谈一次 Meet the key decision maker in person|"
    "带方案同事现场调研 Visit on site with the solution team|"
    "送上期项目的效益测算 Deliver the value calculation of the last project|"
    "安排双方高管见面 Arrange an executive meeting|"
    "核实明年预算和采购方式 Confirm next year's budget and way of buying"
)
#: What is asked of each party.
REQUESTS = {
    Party.EXECUTIVE: texts("高管拜访一次 One executive visit|参加签约前会谈 Join the talks before signing"),
    Party.SOLUTION: texts(
        "方案讲标两天 Two days of solution pitch|现场调研出方案 On-site survey and solution"
    ),
    Party.DELIVERY: texts("交付计划和工期评估 Delivery plan and schedule|驻场支持 Staff on site"),
    Party.PRODUCT: texts("产品定制可行性评估 Feasibility of a custom feature|产品路线交流 Road-map talk"),
    Party.TEST: texts("现场测试验证 On-site test|性能对比测试 Performance comparison"),
    Party.PARTNER: texts("联合投标 Joint bid|本地实施支持 Local implementation"),
    Party.EXPERT: texts("专家评审意见 Expert opinion|标准解读一次 Briefing on a standard"),
}
PHASES = texts("一期 phase 1|二期 phase 2|三期 phase 3|扩容 extension|升级 upgrade")

#: What shows that somebody listens to us.
EVIDENCE: tuple[Text, ...] = (
    Text("{day} 按我们的建议先做了试点", "{day}: ran the pilot that we had advised"),
    Text("{day} 帮我们约到了分管领导", "{day}: arranged a meeting with the director"),
    Text("{day} 在评审会上肯定了我们的方案", "{day}: spoke well of our solution in the review"),
    Text("{day} 采纳了我们分两期建设的建议", "{day}: took our advice to build in two phases"),
)
