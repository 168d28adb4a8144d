"""The sample's people and deals, values in the order of their columns; texts with both sides."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kasales_xl.core.terms import (
    BuyingRole,
    DealStage,
    Influence,
    KeyCriterion,
    LostReason,
    Procurement,
    Stance,
    YesNoUnknown,
)
from kasales_xl.core.text import Text

_YES, _NO, _OPEN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.UNKNOWN
_CAN, _CANNOT, _MAYBE = Influence.YES, Influence.NO, Influence.UNKNOWN
_DECIDER, _APPROVER, _EVALUATOR = BuyingRole.DECISION_MAKER, BuyingRole.APPROVER, BuyingRole.EVALUATOR
_USER, _COACH, _GATEKEEPER = BuyingRole.USER, BuyingRole.COACH, BuyingRole.GATEKEEPER
_AGAINST, _NEUTRAL, _FOR, _CHAMPION = Stance.OPPOSED, Stance.NEUTRAL, Stance.SUPPORTER, Stance.CHAMPION


def _day(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


#: ID, account, name, department, title, reports to, buying role, key decision maker, related,
#: influence, stance, value, trust, last contact, introduced by, note, evidence of the influence.
CONTACTS: tuple[tuple[Any, ...], ...] = (
    ("C01", "A01", Text("周启航", "Zhou Qihang"), Text("信息中心", "IT centre"), Text("主任", "Director"),
     None, _DECIDER, _YES, _YES, _CAN, _CHAMPION, 3, 3, _day(6, 18), None,
     Text("二期的发起人", "Started phase two"),
     Text("5月12日按我们的建议启动二期", "12 May: started phase two as we advised")),
    ("C02", "A01", Text("钱蓉", "Qian Rong"), Text("财务部", "Finance"), Text("总监", "Director"), None,
     _APPROVER, _YES, _YES, _CAN, _FOR, 2, 2, _day(5, 27), "C01", None,
     Text("3月批了分期付款", "March: approved payment in parts")),
    ("C03", "A01", Text("冯磊", "Feng Lei"), Text("信息中心", "IT centre"), Text("副主任", "Deputy director"),
     "C01", _EVALUATOR, _YES, _YES, _CAN, _FOR, 3, 2, _day(6, 18)),
    ("C04", "A01", Text("郑洁", "Zheng Jie"), Text("财务部", "Finance"), Text("会计主管", "Chief accountant"),
     "C02", _USER, _NO, _YES, _MAYBE, _NEUTRAL, 1, 1, _day(4, 9)),
    ("C05", "A01", Text("吴桐", "Wu Tong"), Text("生产部", "Production"), Text("工程师", "Engineer"), None,
     _COACH, _NO, _YES, _CAN, _FOR, 2, 3, _day(6, 22)),
    ("C06", "A01", Text("陈立", "Chen Li"), Text("办公室", "Office"), Text("秘书", "Secretary"), None,
     _GATEKEEPER, _NO, _NO, _CAN, _NEUTRAL, 1, 2, _day(6, 10)),
    ("C07", "A02", Text("何毅", "He Yi"), Text("数字化部", "Digital"), Text("总经理", "General manager"),
     None, _DECIDER, _YES, _YES, _CAN, _FOR, 3, 2, _day(6, 12)),
    ("C08", "A02", Text("施敏", "Shi Min"), Text("数字化部", "Digital"), Text("架构师", "Architect"), "C07",
     _EVALUATOR,
     _NO, _YES, _CAN, _FOR, 2, 2, _day(6, 12)),
    ("C09", "A02", Text("孟川", "Meng Chuan"), Text("采购部", "Purchasing"), Text("部长", "Head"), None,
     _APPROVER, _YES, _YES, _CANNOT, _AGAINST, 0, 0, _day(3, 5), None,
     Text("偏向原供应商", "Leans to the present supplier")),
    ("C10", "A02", Text("葛青", "Ge Qing"), Text("采购部", "Purchasing"), Text("采购经理", "Buyer"), "C09",
     _GATEKEEPER,
     _NO, _YES, _MAYBE, _NEUTRAL, 1, 1, _day(5, 19)),
    ("C11", "A02", Text("罗宁", "Luo Ning"), Text("运行部", "Operations"), Text("值长", "Shift lead"), None,
     _USER, _NO, _YES, _CAN, _FOR, 2, 2, _day(4, 28)),
    ("C12", "A03", Text("丁伟", "Ding Wei"), Text("信息部", "IT"), Text("部长", "Head"), None, _DECIDER, _YES,
     _YES, _CANNOT, _NEUTRAL, 1, 1, _day(5, 8)),
    ("C13", "A03", Text("苏晴", "Su Qing"), Text("信息部", "IT"), Text("主管", "Supervisor"), "C12",
     _EVALUATOR, _NO, _YES, _CAN, _FOR, 2, 2, _day(6, 16)),
    ("C14", "A03", Text("梁勇", "Liang Yong"), Text("运维班", "Maintenance"), Text("班长", "Foreman"), None,
     _USER, _NO, _YES, _CAN, _FOR, 2, 3, _day(6, 23)),
    ("C15", "A03", Text("高远", "Gao Yuan"), Text("工程部", "Engineering"), Text("经理", "Manager"), None,
     _APPROVER, _YES, _YES, _MAYBE, Stance.UNKNOWN, 1, 0, _day(2, 12)),
    ("C16", "A04", Text("马骏", "Ma Jun"), Text("信息技术部", "Information technology"),
     Text("副部长", "Deputy head"), None, _EVALUATOR, _YES, _YES, _CANNOT, _NEUTRAL, 1, 1,
     dt.date(2025, 11, 14)),
    ("C17", "A04", Text("贺云", "He Yun"), Text("调度室", "Dispatch"), Text("主任", "Chief"), None, _USER,
     _NO, _YES, _CANNOT, _NEUTRAL, 1, 1, _day(1, 20)),
    ("C18", "A04", Text("潘越", "Pan Yue"), Text("采购科", "Purchasing"), Text("科员", "Clerk"), None,
     _GATEKEEPER, _NO, _OPEN, _MAYBE, Stance.UNKNOWN, None, None, _day(3, 17)),
    ("C19", "A06", Text("石磊", "Shi Lei"), Text("生产部", "Production"), Text("厂长", "Plant manager"), None,
     _DECIDER,
     _OPEN, _YES, _MAYBE, _NEUTRAL, 1, 1, _day(6, 2)),
    ("C20", "A06", Text("文静", "Wen Jing"), Text("信息科", "IT"), Text("科长", "Section head"), None,
     _EVALUATOR, _OPEN, _YES, _CAN, _FOR, 2, 1, _day(6, 2), "C19"),
)  # fmt: skip

_TENDER, _FRAME = Procurement.INVITED_TENDER, Procurement.FRAMEWORK
_TALKS = Procurement.NEGOTIATION
_RIVAL = Text("蓝川科技", "Lanchuan Tech")

#: ID, account, deal, amount, stage, created, in stage since, expected close, closed, lost reason, real
#: need, can win, solution, price, budget month, procurement, deciding department, criterion,
#: competitor, incumbent.
DEALS: tuple[tuple[Any, ...], ...] = (
    ("D01", "A01", Text("数据中台一期", "Data platform, phase one"), 520.0, DealStage.DELIVER,
     dt.date(2024, 2, 5), dt.date(2024, 11, 1), None, dt.date(2024, 9, 18), None, _YES, _YES, 3, 2, 9,
     _TENDER, Text("信息中心", "IT centre"), KeyCriterion.TECHNOLOGY, _RIVAL, _NO),
    ("D02", "A01", Text("财务分析", "Finance analytics"), 410.0, DealStage.WON, dt.date(2025, 3, 10), None,
     None, dt.date(2025, 11, 21), None, _YES, _YES, 3, 3, 9, _TALKS, Text("财务部", "Finance"),
     KeyCriterion.RELATIONSHIP, None, _YES),
    ("D03", "A01", Text("数据中台二期", "Data platform, phase two"), 600.0, DealStage.INFLUENCE, _day(1, 15),
     _day(5, 20), _day(9, 25), None, None, _YES, _YES, 3, 2, 9, _TENDER, Text("信息中心", "IT centre"),
     KeyCriterion.TECHNOLOGY, _RIVAL, _YES),
    ("D04", "A02", Text("能耗平台", "Energy platform"), 380.0, DealStage.WON, dt.date(2024, 6, 3), None, None,
     dt.date(2025, 3, 28), None, _YES, _YES, 2, 2, 3, _TENDER, Text("数字化部", "Digital"),
     KeyCriterion.TECHNOLOGY, _RIVAL, _NO),
    ("D05", "A02", Text("年度框架", "Annual framework"), 450.0, DealStage.SOLUTION, _day(3, 2), _day(5, 6),
     _day(8, 28), None, None, _YES, _OPEN, 2, 1, 3, _FRAME, Text("采购部", "Purchasing"), KeyCriterion.PRICE,
     _RIVAL, _YES),
    ("D06", "A03", Text("管网监测", "Network monitoring"), 365.0, DealStage.WON, dt.date(2024, 4, 22), None,
     None, dt.date(2024, 12, 20), None, _YES, _YES, 2, 2, 10, _TENDER, Text("工程部", "Engineering"),
     KeyCriterion.PRICE, None, _NO),
    ("D07", "A03", Text("运维平台", "Operations platform"), 400.0, DealStage.QUALIFY, _day(4, 13), _day(6, 1),
     _day(10, 30), None, None, _YES, _OPEN, 2, 2, 10, _TENDER, Text("信息部", "IT"),
     KeyCriterion.TECHNOLOGY, None, _YES),
    ("D08", "A04", Text("堆场调度", "Yard dispatch"), 390.0, DealStage.WON, dt.date(2024, 9, 9), None, None,
     dt.date(2025, 6, 27), None, _YES, _YES, 2, 2, 6, _TALKS, Text("信息技术部", "Information technology"),
     KeyCriterion.SERVICE, None, _NO),
    ("D09", "A04", Text("智慧闸口", "Smart gate"), 370.0, DealStage.INCUBATE, _day(5, 11), _day(5, 11),
     _day(12, 18), None, None, _OPEN, _OPEN, 1, None, 6),
    ("D10", "A05", Text("信号数据治理", "Signalling data"), 380.0, DealStage.QUALIFY, _day(2, 24),
     _day(3, 30), _day(11, 27), None, None, _OPEN, _OPEN, 1, 1, None, Procurement.OPEN_TENDER,
     Text("通号部", "Signalling")),
    ("D11", "A06", Text("设备联网", "Connected machines"), 90.0, DealStage.LOST, dt.date(2025, 8, 4), None,
     None, _day(3, 12), LostReason.PRICE, _YES, _YES, 2, 0, 3, _TALKS, Text("生产部", "Production"),
     KeyCriterion.PRICE, _RIVAL, _NO),
    ("D12", "A01", Text("报表升级", "Reporting upgrade"), 60.0, DealStage.LOST, dt.date(2025, 1, 13), None,
     None, dt.date(2025, 6, 5), LostReason.TIMING, _NO, _OPEN, 1, 2, 9, _TALKS, Text("生产部", "Production"),
     KeyCriterion.SERVICE, None, _YES),
)  # fmt: skip
