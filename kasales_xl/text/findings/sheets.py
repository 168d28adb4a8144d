"""What is found about sheets, columns and lines that are no rows; ``{label}`` is a column's or sheet's
name."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, REJECT, WARN, finding

SHEET_RENAMED = finding(
    "sheet-renamed",
    WARN,
    zh="工作表改名成「{got}」，照样读取",
    en="The sheet was renamed “{got}”; read all the same",
    fix_zh="最好改回原名",
    fix_en="Better give it its own name again",
)
SHEET_COPIED = finding(
    "sheet-copied",
    WARN,
    zh="「{got}」是「{now}」的副本，没有读",
    en="“{got}” is a copy of “{now}”; not read",
    fix_zh="把要的内容并进「{now}」，删掉副本",
    fix_en="Move what you need to “{now}” and delete the copy",
)
SHEET_HIDDEN = finding(
    "sheet-hidden",
    FIX,
    zh="「{got}」隐藏了，照样读取",
    en="“{got}” is hidden; read all the same",
    fix_zh="不用处理",
    fix_en="Nothing to do",
)
SHEET_IGNORED = finding(
    "sheet-ignored",
    FIX,
    zh="「{got}」不是账簿的工作表，没有读",
    en="“{got}” is no sheet of the account book; not read",
    fix_zh="不用处理",
    fix_en="Nothing to do",
)
MISSING_SHEET = finding(
    "missing-sheet",
    REJECT,
    zh="少了工作表「{label}」，这部分没有读",
    en="The sheet “{label}” is missing; that part was not read",
    fix_zh="从空白模板里复制回来",
    fix_en="Copy it back from a blank template",
)
MISSING_HEADER = finding(
    "missing-header",
    REJECT,
    zh="「{got}」前 20 行里找不到表头，整张表没有读",
    en="“{got}” has no header in its first 20 rows; the sheet was not read",
    fix_zh="把模板的表头行放回去",
    fix_en="Put the template's header row back",
)
HEADER_LOWER = finding(
    "header-lower",
    FIX,
    zh="表头不在第一行，从第 {row} 行读起",
    en="The headers stand lower down; read from row {row}",
    fix_zh="不用处理",
    fix_en="Nothing to do",
)
HEADER_RENAMED = finding(
    "header-renamed",
    FIX,
    zh="表头「{got}」按「{label}」读",
    en="The header “{got}” is read as “{label}”",
    fix_zh="最好改回原名",
    fix_en="Better give it its own name again",
)
HEADER_UNSURE = finding(
    "header-unsure",
    HOLD,
    zh="「{got}」像是「{label}」，没有读",
    en="“{got}” may mean “{label}”; not read",
    fix_zh="是的话，把表头改成「{label}」",
    fix_en="If so, rename the header “{label}”",
)
COLUMN_IGNORED = finding(
    "column-ignored",
    FIX,
    zh="多出来的列「{got}」没有读",
    en="The extra column “{got}” was not read",
    fix_zh="不用处理",
    fix_en="Nothing to do",
)
COLUMN_TWICE = finding(
    "column-twice",
    WARN,
    zh="「{got}」有两列，只读了一列",
    en="There are two columns “{got}”; one was read",
    fix_zh="删掉多余的一列",
    fix_en="Delete one of them",
)
COLUMN_MOVED = finding(
    "column-moved",
    FIX,
    zh="「{label}」换了位置，照样读取",
    en="“{label}” was moved; read all the same",
    fix_zh="不用处理",
    fix_en="Nothing to do",
)
MISSING_COLUMN = finding(
    "missing-column",
    REJECT,
    zh="少了必填列「{label}」，整张表没有读",
    en="The required column “{label}” is missing; the sheet was not read",
    fix_zh="从空白模板里复制这一列回来",
    fix_en="Copy the column back from a blank template",
)
MISSING_OPTIONAL_COLUMN = finding(
    "missing-optional-column",
    WARN,
    zh="少了「{label}」列，当作都没填",
    en="The column “{label}” is missing; read as blank",
    fix_zh="要用就从空白模板里复制回来",
    fix_en="Copy it back from a blank template if you need it",
)
MERGED_CELLS = finding(
    "merged-cells",
    WARN,
    zh="合并单元格「{got}」，到第 {last} 行都按它读",
    en="Merged cells “{got}”: used for all rows down to {last}",
    fix_zh="取消合并，每行都填",
    fix_en="Unmerge them and fill in every row",
)
TOTAL_ROW = finding(
    "total-row",
    WARN,
    zh="「{got}」行不是数据，没有读",
    en="The row “{got}” is a total; not read",
    fix_zh="删掉，合计由程序来算",
    fix_en="Delete it; totals are worked out for you",
)
EXAMPLE_ROWS = finding(
    "example-rows",
    FIX,
    zh="{n} 行示例没有读（第 {got} 行）",
    en="{n} example rows were not read (rows {got})",
    fix_zh="不用处理",
    fix_en="Nothing to do",
)
REMARK_ROW = finding(
    "remark-row",
    WARN,
    zh="表格下面的说明「{got}」没有读",
    en="The remark “{got}” under the table was not read",
    fix_zh="说明写到「备注」列",
    fix_en="Put remarks in the Note column",
)
