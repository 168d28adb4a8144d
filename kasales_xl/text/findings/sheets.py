"""What is found about sheets, columns and lines that are no rows; ``{label}`` is a column's or sheet's
name."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, REJECT, WARN
from kasales_xl.core.text import Text

SHEET_RENAMED = WARN.kind(
    "sheet-renamed",
    Text("工作表改名成「{got}」，照样读取", "The sheet was renamed “{got}”; read all the same"),
    Text("最好改回原名", "Better give it its own name again"),
)
SHEET_COPIED = WARN.kind(
    "sheet-copied",
    Text("「{got}」是「{now}」的副本，没有读", "“{got}” is a copy of “{now}”; not read"),
    Text("把要的内容并进「{now}」，删掉副本", "Move what you need to “{now}” and delete the copy"),
)
SHEET_HIDDEN = FIX.kind(
    "sheet-hidden",
    Text("「{got}」隐藏了，照样读取", "“{got}” is hidden; read all the same"),
    Text("不用处理", "Nothing to do"),
)
SHEET_IGNORED = FIX.kind(
    "sheet-ignored",
    Text("「{got}」不是账簿的工作表，没有读", "“{got}” is no sheet of the account book; not read"),
    Text("不用处理", "Nothing to do"),
)
MISSING_SHEET = REJECT.kind(
    "missing-sheet",
    Text("少了工作表「{label}」，这部分没有读", "The sheet “{label}” is missing; that part was not read"),
    Text("从空白模板里复制回来", "Copy it back from a blank template"),
)
MISSING_HEADER = REJECT.kind(
    "missing-header",
    Text(
        "「{got}」前 20 行里找不到表头，整张表没有读",
        "“{got}” has no header in its first 20 rows; the sheet was not read",
    ),
    Text("把模板的表头行放回去", "Put the template's header row back"),
)
HEADER_LOWER = FIX.kind(
    "header-lower",
    Text("表头不在第一行，从第 {row} 行读起", "The headers stand lower down; read from row {row}"),
    Text("不用处理", "Nothing to do"),
)
HEADER_RENAMED = FIX.kind(
    "header-renamed",
    Text("表头「{got}」按「{label}」读", "The header “{got}” is read as “{label}”"),
    Text("最好改回原名", "Better give it its own name again"),
)
HEADER_UNSURE = HOLD.kind(
    "header-unsure",
    Text("「{got}」像是「{label}」，没有读", "“{got}” may mean “{label}”; not read"),
    Text("是的话，把表头改成「{label}」", "If so, rename the header “{label}”"),
)
COLUMN_IGNORED = FIX.kind(
    "column-ignored",
    Text("多出来的列「{got}」没有读", "The extra column “{got}” was not read"),
    Text("不用处理", "Nothing to do"),
)
COLUMN_TWICE = WARN.kind(
    "column-twice",
    Text("「{got}」有两列，只读了一列", "There are two columns “{got}”; one was read"),
    Text("删掉多余的一列", "Delete one of them"),
)
COLUMN_MOVED = FIX.kind(
    "column-moved",
    Text("「{label}」换了位置，照样读取", "“{label}” was moved; read all the same"),
    Text("不用处理", "Nothing to do"),
)
MISSING_COLUMN = REJECT.kind(
    "missing-column",
    Text(
        "少了必填列「{label}」，整张表没有读",
        "The required column “{label}” is missing; the sheet was not read",
    ),
    Text("从空白模板里复制这一列回来", "Copy the column back from a blank template"),
)
MISSING_OPTIONAL_COLUMN = WARN.kind(
    "missing-optional-column",
    Text("少了「{label}」列，当作都没填", "The column “{label}” is missing; read as blank"),
    Text("要用就从空白模板里复制回来", "Copy it back from a blank template if you need it"),
)
MERGED_CELLS = WARN.kind(
    "merged-cells",
    Text(
        "合并单元格「{got}」，到第 {last} 行都按它读",
        "Merged cells “{got}”: used for all rows down to {last}",
    ),
    Text("取消合并，每行都填", "Unmerge them and fill in every row"),
)
MERGED_ONCE = WARN.kind(
    "merged-once",
    Text(
        "合并单元格「{got}」只算在第一行，到第 {last} 行的其余行当作没填",
        "Merged cells “{got}” count for their first row; the others down to {last} are read as blank",
    ),
    Text("取消合并，每行填自己的数", "Unmerge them and fill in each row"),
)
TOTAL_ROW = WARN.kind(
    "total-row",
    Text("「{got}」行不是数据，没有读", "The row “{got}” is a total; not read"),
    Text("删掉，合计由程序来算", "Delete it; totals are worked out for you"),
)
EXAMPLE_ROWS = FIX.kind(
    "example-rows",
    Text("{n} 行示例没有读（第 {got} 行）", "{n} example rows were not read (rows {got})"),
    Text("不用处理", "Nothing to do"),
)
REMARK_ROW = WARN.kind(
    "remark-row",
    Text("表格下面的说明「{got}」没有读", "The remark “{got}” under the table was not read"),
    Text("说明写到「备注」列", "Put remarks in the Note column"),
)
