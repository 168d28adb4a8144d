"""The column reference, ``templates/COLUMNS.md``: every column that people fill and every calculated
one, zh beside en, from the one table of the book."""

from __future__ import annotations

from kasales_xl.build.reference.markdown import table
from kasales_xl.core.rows.columns import ColumnKind, Kind, Ref, Whole
from kasales_xl.core.terms import DealStage
from kasales_xl.layout.sheets import LAYOUT, Calculated, Column, SheetLayout
from kasales_xl.layout.template import TEMPLATE_ID, TEMPLATE_VERSION, choices, structure_checksum
from kasales_xl.reading.cells.synonyms import spellings

_KINDS: dict[Kind, str] = {
    Kind.TEXT: "文字 text",
    Kind.ID: "编号 ID",
    Kind.DATE: "日期 date",
    Kind.MONEY: "金额 money",
    Kind.NUMBER: "数字 number",
    Kind.LIST: "多个 several",
    Kind.CHOICE: "选项 choice",
    Kind.GRADE: "评分 grade",
}

_HEAD = """\
# 账簿的列 / Columns of the account book

由列表自动生成，请勿手改。 Generated from the table of the book; do not edit.

模板 template `{id}` · 版本 version {version} · 结构 structure `{checksum}`

- 表里第 1 行隐藏，存每一列的键（`客户编号` 是 `accounts.account_id`）；移动列、改标题都不影响读取。
  Row 1 of a sheet is hidden and holds each column's key; columns may be moved and renamed.
- 金额单位整本一样，在「我的信息」里选。 One money unit for the whole book, chosen on Profile.
- `ƒ` 由公式计算，不用填。 `ƒ` is calculated.
"""

_STAGES = """\
## 商机阶段的其他写法 / Other words for the stages of a deal

写成这些也读得懂，按左边的阶段算，检查里会说明；不在表里、又拿不准的（跟进中、待签）会问你。签了合同才算赢单，
所以投标、商务谈判都还开着。
These words are read as the stage on the left, and that is said; what is in no list is asked
about. A deal counts as won once the contract is signed, so a bid or a negotiation is still open.

"""


def page() -> str:
    """Markdown; the same book gives the same text."""
    head = _HEAD.format(id=TEMPLATE_ID, version=TEMPLATE_VERSION, checksum=structure_checksum())
    return "\n".join([head, *(_sheet(layout) for layout in LAYOUT.values()), _stages()])


def _sheet(layout: SheetLayout) -> str:
    head = ("键 key", "中文", "English", "类型 kind", "必填 required", "选项 choices", "说明 help")
    rows = (*map(_line, layout.columns), *map(_calculated, layout.calculated))
    return f"## {layout.zh} / {layout.en} · `{layout.key}` · `{layout.table}`\n\n" + table(head, rows)


def _stages() -> str:
    rows = ((f"{stage.zh} {stage.en}", "、".join(spellings(stage))) for stage in DealStage)
    return _STAGES + table(("阶段 stage", "也可以写 also written"), rows)


def _line(column: Column) -> tuple[str, ...]:
    return (
        column.key, column.zh, column.en, _kind(column.kind), "是 yes" if column.required else "",
        _choices(column), _both(column.help_zh, column.help_en),
    )  # fmt: skip


def _kind(kind: ColumnKind) -> str:
    if isinstance(kind, Ref):
        target = LAYOUT[kind.sheet]
        return f"指向 refers to {target.zh} / {target.en}"
    return f"整数 whole {kind.low}-{kind.high}" if isinstance(kind, Whole) else _KINDS[kind]


def _calculated(column: Calculated) -> tuple[str, ...]:
    return (
        column.key, f"ƒ {column.zh}", f"ƒ {column.en}", "计算 calculated", "",
        f"`{column.call}`", _both(column.help_zh, column.help_en),
    )  # fmt: skip


def _choices(column: Column) -> str:
    if column.kind is Kind.GRADE:
        return "、".join(map(str, choices(column)))
    return "、".join(f"{term.zh} {term.en} `{term.value}`" for term in column.choices)


def _both(zh: str, en: str) -> str:
    return " · ".join(part for part in (zh, en) if part)
