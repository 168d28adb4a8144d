"""What a rep types in the first ten minutes, by the Guide alone, into a book fresh from ``kasales new``: by
column, as people write, only the columns that are open. IDs stay blank."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT

ACCOUNTS: tuple[dict[str, Any], ...] = (
    {"account": "江海电力", "potential_12m": "约300万", "key_departments": "信息中心、财务部"},
    {"account": "东湖能源股份有限公司", "potential_12m": 260, "key_departments": "数字化部, 采购部"},
    {"account": "云岭水务", "potential_12m": "2.4百万", "key_departments": "信息部"},
)
CONTACTS: tuple[dict[str, Any], ...] = (
    {"account": "江海电力", "name": "周启航", "department": "信息中心", "key_decision_maker": "是",
     "business_related": "是", "can_influence": "能", "stance": "支持", "last_contact": "11月5日"},
    {"account": "江海电力", "name": "钱蓉", "department": "财务部", "key_decision_maker": "是",
     "can_influence": "未知", "stance": "中立"},
    {"account": "江海电力", "name": "冯磊", "department": "信息中心", "business_related": "是",
     "can_influence": "能"},
    {"account": "东湖能源股份有限公司", "name": "何毅", "department": "数字化部", "key_decision_maker": "是",
     "business_related": "是", "can_influence": "能", "stance": "拥护"},
    {"account": "东湖能源股份有限公司", "name": "孟川", "department": "采购部", "key_decision_maker": "是",
     "can_influence": "不能", "stance": "反对"},
    {"account": "东湖能源股份有限公司", "name": "施敏", "department": "数字化部", "business_related": "是"},
    {"account": "云岭水务", "name": "丁伟", "department": "信息部", "key_decision_maker": "是",
     "can_influence": "不能"},
    {"account": "云岭水务", "name": "苏晴", "department": "信息部", "business_related": "是",
     "can_influence": "能", "last_contact": "上周"},
)  # fmt: skip
DEALS: tuple[dict[str, Any], ...] = (
    {"account": "江海电力", "deal": "数据平台一期", "amount": "270万", "stage": "已签", "closed": "2026-03-20"},
    {"account": "江海电力", "deal": "数据平台二期", "amount": "约280万", "stage": "投标",
     "expected_close": "2027年3月31日"},
    {"account": "东湖能源股份有限公司", "deal": "能耗监测", "amount": 260, "stage": "商务谈判",
     "expected_close": "2026年底"},
    {"account": "云岭水务", "deal": "移动巡检", "amount": "约50万", "stage": "验证", "expected_close": "11月30日"},
)  # fmt: skip
TYPED = {"accounts": ACCOUNTS, "contacts": CONTACTS, "deals": DEALS}
#: What the same rep adds a week later, as carelessly: 23 rows in all.
A_WEEK_LATER: dict[str, tuple[dict[str, Any], ...]] = {
    "accounts": (
        {"account": "南屏港务", "potential_12m": "2百五十万", "key_departments": "信息技术部"},
        {"account": "北辰轨交", "potential_12m": "约200万", "key_departments": "通号部；采购部"},
    ),
    "contacts": (
        {"account": "南屏港务", "name": "马骏", "department": "信息技术部", "key_decision_maker": "√",
         "can_influence": "待定", "last_contact": "11.12"},
        {"account": "南屏港务", "name": "李总", "department": "信息技术部", "business_related": "是"},
        {"account": "北辰轨交", "name": "许诺", "department": "通号部", "key_decision_maker": "是",
         "can_influence": "不能", "stance": "反对", "last_contact": "11月9日"},
        {"account": "北辰轨交", "name": "高远", "department": "采购部", "business_related": "Y",
         "can_influence": "能", "last_contact": "昨天"},
    ),
    "deals": (
        {"account": "南屏港务", "deal": "闸口改造", "amount": "1百二十万", "stage": "谈判中", "expected_close": "明年3月"},
        {"account": "北辰轨交", "deal": "信号监测", "amount": 180, "stage": "已回款", "closed": "去年12月"},
    ),
}  # fmt: skip
TWO_WEEKS = {key: (*rows, *A_WEEK_LATER[key]) for key, rows in TYPED.items()}


def type_into(data: bytes, typed: Mapping[str, Sequence[Mapping[str, Any]]] = TYPED) -> bytes:
    """The book with these rows typed into its tables, from the first blank row on."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for key, rows in typed.items():
        layout = LAYOUT[key]
        sheet = book[layout.zh]
        at = {column.key: place for place, column in enumerate(layout.columns, start=1)}
        for down, row in enumerate(rows, start=FIRST_ROW):
            for name, value in row.items():
                sheet.cell(down, at[name]).value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
