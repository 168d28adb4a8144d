"""THE table of the account book: sheets, columns, calculated columns, table names.

Everything else is derived from it: readers, drop-downs, templates, reference pages, function help.
Declared fields live in ``core/rows/``; here they become columns with places and choices.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kasales_xl.core.rows import SHEETS, Row
from kasales_xl.core.rows.columns import ColumnKind, Kind, Ref, Whole
from kasales_xl.core.terms import Lang, Term
from kasales_xl.core.text import Text, same

#: Row of the hidden column keys, of the headers and of the first data row (1-based, data sheets).
KEY_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3


@dataclass(frozen=True)
class Column:
    """An input column. ``kind`` and the marks behind it as in ``core/rows/columns.py``; ``choices`` are the
    terms of a choice column; ``low`` the least grade of a grade column."""

    sheet: str
    key: str
    zh: str
    en: str
    kind: ColumnKind
    required: bool
    choices: tuple[Term, ...] = ()
    low: int = 0
    scores: bool = False
    folded: bool = False
    looks_back: bool = False
    since: int = 1
    help_zh: str = ""
    help_en: str = ""

    @property
    def full_key(self) -> str:
        """What the hidden key row holds: ``accounts.account_id``."""
        return f"{self.sheet}.{self.key}"

    @property
    def header(self) -> Text:
        return Text(self.zh, self.en)

    @property
    def style(self) -> str:
        """What its cells look like; a calculated column names its own."""
        if isinstance(self.kind, Ref):
            return "ref"
        return "int" if isinstance(self.kind, Whole) else self.kind.value

    @property
    def help(self) -> Text:
        return Text(self.help_zh, self.help_en)


@dataclass(frozen=True)
class Calculated:
    """A column that the product computes. ``call`` is the worksheet formula with ``{column_key}`` for
    "this row's cell of that column", ``{row_id}`` for its ID and ``KA`` for the book's handle; ``when`` is
    the column that must be filled for the row to count; ``style`` names a cell style."""

    sheet: str
    key: str
    zh: str
    en: str
    call: str
    when: str
    style: str
    help_zh: str = ""
    help_en: str = ""

    @property
    def header(self) -> Text:
        return Text(self.zh, self.en)

    @property
    def help(self) -> Text:
        return Text(self.help_zh, self.help_en)


@dataclass(frozen=True)
class SheetLayout:
    """One tab of the book. ``form``: one field a row (key, label, value) instead of a table of rows.
    ``ready_rows``: blank rows that a new book offers.

    ``columns`` in the order of the sheet: those that decide, then the folded ones, then ``calculated``. The
    folded group is closed, so results are seen right beside what decides, and the inputs stay one block of
    cells: KA_BOOK may be handed them without the results, which depend on it."""

    key: str
    zh: str
    en: str
    table: str
    model: type[Row]
    columns: tuple[Column, ...]
    calculated: tuple[Calculated, ...] = ()
    form: bool = False
    ready_rows: int = 0

    def title(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}


#: Rows whose ID may stay blank have one made of these columns' cells as typed, a slash between.
MADE_IDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "accounts": ("account_id", ("account",)),
    "contacts": ("contact_id", ("account", "name")),
    "deals": ("deal_id", ("account", "deal")),
    "support": ("request_id", ("deal", "party")),
}

_TITLES: dict[str, tuple[str, str, str, int]] = {
    "seller": ("我的信息", "Profile", "tblProfile", 0),
    "accounts": ("客户", "Accounts", "tblAccounts", 25),
    "contacts": ("联系人", "Contacts", "tblContacts", 45),
    "deals": ("商机", "Deals", "tblDeals", 25),
    "support": ("支持", "Support", "tblSupport", 15),
    "links": ("人脉", "Links", "tblLinks", 15),
    "practices": ("能力", "Capability", "tblCapability", 0),
    "career": ("履历", "Career", "tblCareer", 6),
}

_CALCULATED = (
    Calculated(
        "accounts", "is_key", "是否大客户", "Key account", "KA_KEY(KA,{account})", "account", "key",
        "潜力够大、能持续出大单才算；只有大客户计入等级",
        "Big and sustainable accounts only; only key accounts count towards your level",
    ),
    Calculated(
        "accounts", "tier", "关系等级", "Tier", "KA_TIER(KA,{account})", "account", "tier",
        "未知、无、初级、中级、强", "unknown, none, junior, mid, strong",
    ),
    Calculated(
        "accounts", "score", "关系分", "Score", "KA_SCORE(KA,{account})", "account", "score",
        "0-100，只用来排序", "0–100, for sorting only",
    ),
    Calculated(
        "accounts", "lacking", "离下一级还差", "To the next tier", "KA_WHY(KA,{account})", "account", "text",
        "再做到这些，关系就升一级", "Do these and the tier rises",
    ),
    Calculated(
        "contacts", "reminder", "提醒", "Reminder", "KA_WHY(KA,{row_id})", "name", "text",
        "填写有矛盾或久未联系时提醒", "Contradictions and people not met for long",
    ),
    Calculated(
        "deals", "advantages", "四项优势合计", "Four advantages", 'KA_DEAL(KA,{row_id},"score")', "deal", "int",
        "关系+方案+价格+规律，各0-3", "Relationship + solution + price + insight, 0–3 each",
    ),
    Calculated(
        "deals", "expected", "预期金额", "Expected amount", 'KA_DEAL(KA,{row_id},"expected")', "deal", "money",
        "金额 × 赢率", "Amount × win rate",
    ),
    Calculated(
        "deals", "fit", "规律匹配", "Pattern fit", 'KA_DEAL(KA,{row_id},"fit")', "deal", "text",
        "和过去赢单的规律像不像", "How well it fits the pattern of past wins",
    ),
)  # fmt: skip


def _choices(annotation: Any) -> tuple[Term, ...]:
    """The terms of a choice column, from the field's annotation (``Stance`` or ``Party | None``)."""
    candidates = typing.get_args(annotation) if isinstance(annotation, types.UnionType) else (annotation,)
    for candidate in candidates:
        if isinstance(candidate, type) and issubclass(candidate, Term):
            return tuple(candidate)
    return ()


def _columns(model: type[Row]) -> tuple[Column, ...]:
    columns = []
    for key, info in model.model_fields.items():
        extra = info.json_schema_extra
        if not isinstance(extra, dict) or "kind" not in extra:
            continue
        declared: Any = extra
        ordered = declared["choices"] or _choices(info.annotation)
        choices = ordered if declared["kind"] is Kind.CHOICE else ()
        columns.append(Column(model.sheet, key, **declared | {"choices": choices}))
    return tuple(
        sorted(columns, key=lambda column: (column.folded, column.folded and column.kind is Kind.ID))
    )


def _sheet(model: type[Row]) -> SheetLayout:
    zh, en, table, ready = _TITLES[model.sheet]
    calculated = tuple(c for c in _CALCULATED if c.sheet == model.sheet)
    return SheetLayout(
        model.sheet, zh, en, table, model, _columns(model), calculated, model.sheet == "seller", ready
    )


#: The sheets that people fill, by key, in the order of the book.
LAYOUT: dict[str, SheetLayout] = {model.sheet: _sheet(model) for model in SHEETS}

#: Every tab of a book by key and in order; those in ``LAYOUT`` are filled in by people, the rest are ours.
TAB_TITLES: dict[str, Text] = {
    "guide": Text("说明", "Guide"),
    "scorecard": Text("我的记分卡", "My scorecard"),
    **{layout.key: Text(layout.zh, layout.en) for layout in LAYOUT.values()},
    "policy": Text("规则", "Policy"),
    "checks": Text("检查", "Checks"),
    "lists": Text("字典", "Lists"),
    "results": Text("上次结果", "Last results"),
    "_meta": same("_meta"),
}
