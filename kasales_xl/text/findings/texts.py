"""What is found in a cell whatever its column: stray characters, numbers as text, formulas without a value.

In every sentence of a finding ``{got}`` is the cell as found, ``{now}`` what is used, ``{column}`` and
``{label}`` the column's header, ``{row}`` its row; the rest are the finding's own words, given by whoever
finds it; ``{left}`` says whether the cell alone is left out until it is put right, or its row, which cannot
do without it."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD
from kasales_xl.core.text import Text

TEXT_SPACES = FIX.kind(
    "text-spaces",
    Text(
        "「{got}」里有多余空格或看不见的字符，按「{now}」",
        "“{got}” has stray spaces or invisible characters; read as “{now}”",
    ),
    Text("重新打一遍这一格", "Type the cell again"),
)
TEXT_WIDTH = FIX.kind(
    "text-width",
    Text("全角「{got}」按半角「{now}」", "Full-width “{got}” read as “{now}”"),
    Text("编号用半角字符", "Use half-width characters in IDs"),
)
TEXT_NUMBER = FIX.kind(
    "text-number",
    Text("文字「{got}」按数字 {now}", "Text “{got}” read as the number {now}"),
    Text("改成数字格式", "Store it as a number"),
)
NUMBER_AS_TEXT = FIX.kind(
    "number-as-text",
    Text("「{column}」应是文字，{got} 按「{now}」", "{column} holds text; {got} read as “{now}”"),
    Text("确认没有填错列", "Make sure it stands in the right column"),
)
BLANK_WORD = FIX.kind(
    "blank-word",
    Text("「{got}」当作没填", "“{got}” read as blank"),
    Text("有了结果再填，没有就空着", "Leave it blank until there is an answer"),
)
FORMULA_ERROR = HOLD.kind(
    "formula-error",
    Text("公式出错「{got}」，{left}", "The formula gives {got}; {left}"),
    Text("直接填数值，不用公式", "Type the value instead of a formula"),
)
FORMULA_UNSAVED = HOLD.kind(
    "formula-unsaved",
    Text("公式没有存下结果，{left}", "The file holds no result of this formula; {left}"),
    Text("用 Excel 打开、保存一次，或直接填数值", "Open and save it in Excel, or type the value"),
)

#: What is left out until a cell is put right: the cell, or its row where no row can do without it.
CELL_OUT = Text("这一格当作没填", "the cell is read as blank")
ROW_OUT = Text("这一行先不算", "the row is left out")
