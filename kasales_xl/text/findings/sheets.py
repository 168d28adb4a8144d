"""What is found about sheets, columns and lines that are no rows; ``{label}`` is a column's or sheet's
name."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, REJECT, WARN, FindingKind
from kasales_xl.core.text import Text

SHEET_RENAMED = FindingKind(
    "sheet-renamed",
    WARN,
    Text("工作表改名成「{got}」，照样读取", "The sheet was renamed “{got}”; read all the same"),
    Text("最好改回原名", "Better give it its own name again"),
)
SHEET_COPIED = FindingKind(
    "sheet-copied",
    WARN,
    Text("「{got}」是「{now}」的副本，没有读", "“{got}” is a copy of “{now}”; not read"),
    Text("把要的内容并进「{now}」，删掉副本", "Move what you need to “{now}” and delete the copy"),
)
SHEET_HIDDEN = FindingKind(
    "sheet-hidden",
    FIX,
    Text("「{got}」隐藏了，照样读取", "“{got}” is hidden; read all the same"),
    Text("不用处理", "Nothing to do"),
)
SHEET_IGNORED = FindingKind(
    "sheet-ignored",
    FIX,
    Text("「{got}」不是账簿的工作表，没有读", "“{got}” is no sheet of the account book; not read"),
    Text("不用处理", "Nothing to do"),
)
MISSING_SHEET = FindingKind(
    "missing-sheet",
    REJECT,
    Text("少了工作表「{label}」，这部分没有读", "The sheet “{label}” is missing; that part was not read"),
    Text("从空白模板里复制回来", "Copy it back from a blank template"),
)
MISSING_HEADER = FindingKind(
    "missing-header",
    REJECT,
    Text(
        "「{got}」前 20 行里找不到表头，整张表没有读",
        "“{got}” has no header in its first 20 rows; the sheet was not read",
    ),
    Text("把模板的表头行放回去", "Put the template's header row back"),
)
HEADER_LOWER = FindingKind(
    "header-lower",
    FIX,
    Text("表头不在第一行，从第 {row} 行读起", "The headers stand lower down; read from row {row}"),
    Text("不用处理", "Nothing to do"),
)
HEADER_RENAMED = FindingKind(
    "header-renamed",
    FIX,
    Text("表头「{got}」按「{label}」读", "The header “{got}” is read as “{label}”"),
    Text("最好改回原名", "Better give it its own name again"),
)
HEADER_UNSURE = FindingKind(
    "header-unsure",
    HOLD,
    Text("「{got}」像是「{label}」，没有读", "“{got}” may mean “{label}”; not read"),
    Text("是的话，把表头改成「{label}」", "If so, rename the header “{label}”"),
)
COLUMN_IGNORED = FindingKind(
    "column-ignored",
    FIX,
    Text("多出来的列「{got}」没有读", "The extra column “{got}” was not read"),
    Text("不用处理", "Nothing to do"),
)
COLUMN_TWICE = FindingKind(
    "column-twice",
    WARN,
    Text("「{got}」有两列，只读了一列", "There are two columns “{got}”; one was read"),
    Text("删掉多余的一列", "Delete one of them"),
)
COLUMN_MOVED = FindingKind(
    "column-moved",
    FIX,
    Text("「{label}」换了位置，照样读取", "“{label}” was moved; read all the same"),
    Text("不用处理", "Nothing to do"),
)
MISSING_COLUMN = FindingKind(
    "missing-column",
    REJECT,
    Text(
        "少了必填列「{label}」，整张表没有读",
        "The required column “{label}” is missing; the sheet was not read",
    ),
    Text("从空白模板里复制这一列回来", "Copy the column back from a blank template"),
)
MISSING_OPTIONAL_COLUMN = FindingKind(
    "missing-optional-column",
    WARN,
    Text("少了「{label}」列，当作都没填", "The column “{label}” is missing; read as blank"),
    Text("要用就从空白模板里复制回来", "Copy it back from a blank template if you need it"),
)
MERGED_CELLS = FindingKind(
    "merged-cells",
    WARN,
    Text(
        "合并单元格「{got}」，到第 {last} 行都按它读",
        "Merged cells “{got}”: used for all rows down to {last}",
    ),
    Text("取消合并，每行都填", "Unmerge them and fill in every row"),
)
TOTAL_ROW = FindingKind(
    "total-row",
    WARN,
    Text("「{got}」行不是数据，没有读", "The row “{got}” is a total; not read"),
    Text("删掉，合计由程序来算", "Delete it; totals are worked out for you"),
)
EXAMPLE_ROWS = FindingKind(
    "example-rows",
    FIX,
    Text("{n} 行示例没有读（第 {got} 行）", "{n} example rows were not read (rows {got})"),
    Text("不用处理", "Nothing to do"),
)
REMARK_ROW = FindingKind(
    "remark-row",
    WARN,
    Text("表格下面的说明「{got}」没有读", "The remark “{got}” under the table was not read"),
    Text("说明写到「备注」列", "Put remarks in the Note column"),
)
