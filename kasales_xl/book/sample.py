"""The sample book beside the empty one: one invented seller, every tier, each sheet filled as it
should be. All names are made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kasales_xl.book.sample_rows import CONTACTS, DEALS
from kasales_xl.core.rows import Account, Career, Contact, Deal, Link, Practice, Row, Seller, Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import (
    CompanyType,
    Dimension,
    Lang,
    LinkRelation,
    MoneyUnit,
    Party,
    RequestStatus,
    YesNo,
)
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.layout.practices import default_practices

#: The day on which the sample is scored.
SAMPLE_DAY = dt.date(2026, 6, 30)

_INDUSTRY = Text("公用事业", "Utilities")
_TRACK = Text("数据平台", "Data platform")

_SELLER: dict[str, Any] = {
    "seller_id": "S001",
    "name": Text("林晓", "Lin Xiao"),
    "team": Text("华东一队", "East team 1"),
    "manager": Text("许言", "Xu Yan"),
    "region": Text("华东", "East"),
    "track": _TRACK,
    "industry": _INDUSTRY,
    "period_start": dt.date(2026, 1, 1),
    "annual_target": 1200.0,
    "money_unit": MoneyUnit.WAN,
    "track_expert": YesNo.NO,
    "industry_expert": YesNo.NO,
}

_ACCOUNT_KEYS = "account_id account potential_12m key_departments objective next_action next_action_date"
_ACCOUNTS: tuple[tuple[Any, ...], ...] = (
    ("A01", Text("江海电力", "Jianghai Power"), 520.0,
     (Text("信息中心", "IT centre"), Text("财务部", "Finance")),
     Text("三年内成为首选平台", "Preferred platform within three years"),
     Text("约周主任谈二期规划", "Meet Director Zhou on phase two"), dt.date(2026, 7, 8)),
    ("A02", Text("东湖能源", "Donghu Energy"), 450.0,
     (Text("数字化部", "Digital"), Text("采购部", "Purchasing")),
     Text("今年进采购框架", "Enter the framework agreement this year"),
     Text("请何总引荐采购部孟部长", "Ask Mr He to introduce Head of Purchasing Meng"), dt.date(2026, 7, 3)),
    ("A03", Text("云岭水务", "Yunling Water"), 400.0, (Text("信息部", "IT"), Text("工程部", "Engineering")),
     Text("从运维做到平台", "Grow from operations to platform"),
     Text("给信息部做一次现场演示", "On-site demo for IT"), dt.date(2026, 7, 15)),
    ("A04", Text("南屏港务", "Nanping Port"), 380.0, (Text("信息技术部", "Information technology"),),
     Text("重新建立联系", "Rebuild the relation"), Text("查清新任部长是谁", "Find out who the new head is"),
     dt.date(2026, 7, 10)),
    ("A05", Text("北辰轨交", "Beichen Rail"), 360.0, (Text("通号部", "Signalling"),),
     Text("拿下首个项目", "Win a first project"),
     Text("托展会主办方约人", "Ask the fair's host for a meeting"), dt.date(2026, 7, 20)),
    ("A06", Text("启明新材", "Qiming Materials"), None, (), Text("先看潜力", "Size it up first"),
     Text("问清明年预算", "Ask about next year's budget"), dt.date(2026, 7, 6)),
)  # fmt: skip

_CONTACT_KEYS = (
    "contact_id account name department title reports_to buying_role key_decision_maker business_related "
    "can_influence stance value trust last_contact introduced_by note influence_evidence"
)

_SUPPORT: tuple[tuple[Any, ...], ...] = (
    ("R01", "D03", Party.EXECUTIVE, Text("高管拜访周主任", "Executive visit to Director Zhou"), 1.0,
     dt.date(2026, 5, 11), dt.date(2026, 6, 20), RequestStatus.DONE, 1.0, dt.date(2026, 5, 14)),
    ("R02", "D03", Party.SOLUTION, Text("二期方案", "Phase-two solution"), 15.0, dt.date(2026, 5, 18),
     dt.date(2026, 7, 31), RequestStatus.GRANTED, 12.0, dt.date(2026, 5, 25)),
    ("R03", "D05", Party.SOLUTION, Text("框架投标方案", "Framework bid"), 10.0, dt.date(2026, 6, 1),
     dt.date(2026, 7, 20), RequestStatus.PARTIAL, 4.0, dt.date(2026, 6, 9)),
    ("R04", "D07", Party.PRODUCT, Text("现场演示环境", "Demo environment on site"), 5.0,
     dt.date(2026, 6, 22), dt.date(2026, 7, 15), RequestStatus.WAITING, None, None),
)  # fmt: skip

_LINKS: tuple[tuple[Any, ...], ...] = (
    ("C07", LinkRelation.INTRODUCES, "C09", 2),
    ("C07", LinkRelation.INFLUENCES, "C08", 3),
    ("C01", LinkRelation.INFLUENCES, "C02", 2),
    (Text("许言", "Xu Yan"), LinkRelation.INTRODUCES, "C12", 2),
    ("C09", LinkRelation.CONFLICTS, "C07", 1),
)

_CAREER: tuple[tuple[Any, ...], ...] = (
    (dt.date(2015, 7, 1), dt.date(2019, 3, 31), Text("明远软件", "Mingyuan Software"), CompanyType.VENDOR,
     Text("销售代表", "Sales representative"), Text("办公软件", "Office software"),
     Text("制造业", "Manufacturing")),
    (dt.date(2019, 4, 1), None, Text("本公司", "This company"), CompanyType.VENDOR,
     Text("大客户销售", "Key-account seller"), _TRACK, _INDUSTRY),
)  # fmt: skip

#: Own and manager's grades of the seven practices, in the order of the stages; None where blank.
_GRADES: dict[Dimension, tuple[tuple[int, ...], tuple[int | None, ...]]] = {
    Dimension.ESP: ((2, 2, 3, 2, 2, 2, 2), (2, 2, 2, 2, 2, 2, 2)),
    Dimension.TAS: ((3, 3, 2, 2, 3, 2, 3), (3, 2, 2, 2, 2, 2, 3)),
    Dimension.ECM: ((2, 2, 2, 2, 1, 2, 2), (2, 2, 1, 2, 1, 1, 2)),
    Dimension.MCI: ((2, 3, 2, 2, 2, 2, 2), (2, 2, 2, 2, 2, 2, 2)),
    Dimension.PBM: ((2, 2, 2, 3, 2, 2, 1), (None, None, None, None, None, None, None)),
}
_EVIDENCE: dict[str, Text] = {
    "道1": Text("江海电力经营计划，4 月更新", "Account plan of Jianghai Power, April"),
    "术1": Text("D03、D05 立项说明", "Briefs of D03 and D05"),
    "本1": Text("江海、东湖的组织图", "Charts of Jianghai and Donghu"),
    "势2": Text("R02 申请单", "Request R02"),
    "律7": Text("两个输单还没补原因", "Two losses still without a reason"),
}


def sample_book(lang: Lang) -> Book:
    """The sample's rows, references by ID."""
    return Book(
        Seller.model_validate(_spoken(_SELLER, lang)),
        accounts=_rows(Account, _ACCOUNTS, lang, _ACCOUNT_KEYS.split(), industry=_INDUSTRY, track=_TRACK),
        contacts=_rows(Contact, CONTACTS, lang, _CONTACT_KEYS.split()),
        deals=_rows(Deal, DEALS, lang),
        support=_rows(Support, _SUPPORT, lang),
        links=_rows(Link, _LINKS, lang),
        practices=_practices(lang),
        career=_rows(Career, _CAREER, lang),
        lang=lang,
    )


def _spoken(values: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """The values in one language; None is left to the row's default."""
    return {key: _said(value, lang) for key, value in values.items() if value is not None}


def _said(value: Any, lang: Lang) -> Any:
    if isinstance(value, tuple):
        return tuple(part.pick(lang) for part in value)
    return value.pick(lang) if isinstance(value, Text) else value


def _rows(
    model: type[Any], rows: tuple[tuple[Any, ...], ...], lang: Lang, keys: Sequence[str] = (), **same: Text
) -> tuple[Any, ...]:
    """Rows whose values stand in the order of ``keys``, else of the model's columns, blank ones at the end
    left out; ``same``: what all rows have."""
    keys = keys or [key for key in model.model_fields if key not in Row.model_fields]
    lines = (same | dict(zip(keys, row, strict=False)) for row in rows)
    return tuple(model.model_validate(_spoken(line, lang)) for line in lines)


def _practices(lang: Lang) -> tuple[Practice, ...]:
    practices = []
    for practice in default_practices(lang):
        own, manager = _GRADES[practice.dimension]
        at = practice.stage.rank
        evidence = _EVIDENCE.get(practice.practice_id, NOTHING)
        graded = {"self_grade": own[at], "manager_grade": manager[at], "evidence": evidence.pick(lang)}
        practices.append(practice.model_copy(update=graded))
    return tuple(practices)
