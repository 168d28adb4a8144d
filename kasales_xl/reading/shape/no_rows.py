"""Lines of a table that are no rows: totals (29), examples (30), remarks and signatures (31)."""

from __future__ import annotations

import re

from kasales_xl.core.findings import FindingKind
from kasales_xl.core.names import name_key
from kasales_xl.core.rows.columns import Kind
from kasales_xl.reading.cells.cell import tidy
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.sheets import EXAMPLE_ROWS, REMARK_ROW, TOTAL_ROW

#: A total is its word alone, or with what is added up: ``合计金额``, ``共8家``. A company may begin with one:
#: ``汇总科技``, ``Total Energies``.
_TOTAL = re.compile(
    r"(?:合计|总计|小计|共计|汇总|总和)(?:金额|数量|数额|总额|额|数)?(?:[:：=].*|[(（].*|[\d,.]*[家个人条项笔户单行元万亿]*)?"
    r"|共[\d,]+[家个人条项笔户单行位]\S{0,6}"
    r"|(?:totals?|sub-?total|sum|grandtotal|totalamount)(?:[:=(].*|[\d,.]*)"
)
#: An example is marked by its word alone, in brackets, with a number or a colon. ``Sample order 2026`` and
#: ``Example Ltd`` are names.
_EXAMPLE = re.compile(
    r"[\[(（【<]\s?(?:示例|样例|example|sample)(?:\s?\d{1,3})?\s?[\])）】>].*"
    r"|(?:示例|样例|example|sample)(?:[\s_-]?\d{1,3})?(?:\s?[:：].*)?"
    r"|(?:示例|样例)[\s\])）】>_-].*",
    re.IGNORECASE | re.DOTALL,
)
_REMARK = re.compile(
    r"^(?:[*※#★]|注[:：]|注\s?\d|备注[:：]|说明[:：]|填表|note\b|remark|n\.?b\.?[: ])", re.IGNORECASE
)
#: Who made, checked or signed the list.
_SIGNED = re.compile(
    r"(?:审核|复核|审批|批准|制表|填表|编制|签字|签名|签章|盖章|经办|主管签字|经理签字|负责人签字|日期)人?(?:[:：].*)?"
    r"|(?:approved|checked|prepared|signed|reviewed) ?by.*|signature.*",
    re.IGNORECASE,
)
#: A text this long alone in its line below the table is a remark, not a name.
REMARK_LENGTH = 16
#: What is longer is no total and no signature.
_LONGEST = 60


def not_a_row(table: Table, i: int, line: list[str], below: bool) -> tuple[bool, FindingKind | None]:
    """Whether a line is no row at all, and what there is to say about it. line: its cells; below: no whole
    row comes after it."""
    inputs = [text for text in (tidy(table.got(key, i)) for key in table.raws) if text]
    texts = [text for text in line if text]
    if not inputs and (not texts or not below):
        return True, None
    first = texts[0] if texts else inputs[0]
    if len(first) <= _LONGEST and _TOTAL.fullmatch(name_key(first).rstrip(":：=")):
        return True, TOTAL_ROW
    if len(first) <= _LONGEST and _SIGNED.fullmatch(first) and _is_sparse(texts):
        return True, REMARK_ROW
    alone = len(texts) == 1 and not first.replace(".", "").isdigit()
    if alone and (_REMARK.match(first) or (below and len(first) >= REMARK_LENGTH)):
        return True, REMARK_ROW
    return not inputs, None


def _is_sparse(texts: list[str]) -> bool:
    """A signature with a name, a date, another signature; an account has more to it."""
    return len(texts) <= 4


def examples(table: Table, journal: Journal) -> set[int]:
    """Rows marked as examples by their ID or name."""
    marked: set[int] = set()
    for column in table.layout.columns:
        if column.key not in table.raws or not (column.required or column.kind is Kind.ID):
            continue
        raws = table.raws[column.key]
        joined = "¦".join(cell for cell in raws if cell.__class__ is str).casefold()
        if "示例" in joined or "样例" in joined or "example" in joined or "sample" in joined:
            marked |= {
                i for i, cell in enumerate(raws) if isinstance(cell, str) and _EXAMPLE.fullmatch(cell.strip())
            }
    if marked:
        rows = ", ".join(str(table.rows[i]) for i in sorted(marked))
        journal.add(EXAMPLE_ROWS, table.key, table.rows[min(marked)], got=rows, n=str(len(marked)))
    return marked
