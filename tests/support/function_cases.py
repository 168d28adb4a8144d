"""Arguments for every worksheet function, the book's handle left out: a host must answer each of them as
the core does. ``ONE`` stands for a single cell, ``COLUMN`` for several."""

from __future__ import annotations

from typing import Any

from function_books import Tables, tables_of

#: A book with known answers: one strong, three mid, four junior key accounts, some that don't count.
CASE_BOOK: dict[str, Any] = {
    "strong": 1,
    "mid": 3,
    "junior": 4,
    "none": 1,
    "undecided": 2,
    "small": 1,
    "grade": 2,
}

#: Of functions that take a book: what follows the handle.
WITH_BOOK: dict[str, list[tuple[Any, ...]]] = {
    "KA_CHECK": [(), ("汇总",), ("cells",), ("别的",)],
    "KA_LEVEL": [(), ("代码",), ("数字",), ("没有这种",), (3.0,)],
    "KA_PROGRESS": [()],
    "KA_GAP": [(), ("高级",), (4.0,)],
    "KA_SEATS": [(), ("高级",), (2.0,), ("没有这级",)],
    "KA_NEXT": [(), (2.0,), ("两条",), (2.0, "人"), (None, "others"), (1.0, "别的")],
    "KA_WHY": [
        ("等级",),
        ("客户001",),
        ("A002",),
        ("A001-0",),
        ("道",),
        ("卡点",),
        ("走法",),
        ("待判定",),
        ("没有这个人",),
    ],
    "KA_TIER": [("客户001",), ("A005",), ("没有这家",), ("",), ("客户001", "确认"), ("客户001", "别的")],
    "KA_TIERS": [()],
    "KA_KEY": [("客户001",), ("客户010",), ("客户001", "依据"), ("客户010", "reason"), ("客户001", "别的")],
    "KA_SCORE": [("客户001",), ("没有这家",)],
    "KA_COUNT": [("强",), ("junior",), ("最强",)],
    "KA_GRADE": [("道",), ("PBM",), ("运气",)],
    "KA_DIMENSIONS": [(), ("道",), ("tas.attainment",), ("赢率",), ("运气",)],
    "KA_DEAL": [("D001-1",), ("D001-1", "score"), ("D001-1", "win"), ("没有",)],
    "KA_WINRATE": [(), ("客户001",)],
    "KA_FORECAST": [(), ("Q3",)],
    "KA_PATTERN": [("客户001",), ()],
    "KA_PATH": [("A002-1",), ("没有这个人",)],
    "KA_SUPPORT": [(), ("聚",)],
    "KA_FOCUS": [()],
}

#: Of the others: all their arguments.
WITHOUT_BOOK: dict[str, list[tuple[Any, ...]]] = {
    "KA_ADVICE": [("中级",), (2.0,), ("中级", "类型"), ("senior", "next"), ("中级", "别的"), ("没有这级",)],
    "KA_LEVEL_OF": [(1.0, 3.0, 5.0, 3.0), (0.0, 0.0, 0.0), ("一", 3.0, 5.0)],
    "KA_TIER_OF": [(2.0, 2.0, 4.0, 3.0, 0.0, 5.0), (2.0, 2.0, 4.0, 3.0, 1.0, 5.0)],
    "KA_VERSION": [()],
}

#: Functions whose answer for several cells is one cell each, and such cells.
EACH: dict[str, list[list[Any]]] = {
    "KA_TIER": [["客户001"], ["客户005"], [None], ["没有这家"]],
    "KA_SCORE": [["客户001", "客户002"]],
    "KA_COUNT": [["强"], ["中级"]],
}


def case_tables() -> Tables:
    return tables_of("zh", **CASE_BOOK)
