"""What is found in a cell whatever its column: stray characters, numbers as text, formulas without a value.

In every sentence of a finding ``{got}`` is the cell as found, ``{now}`` what is used, ``{column}`` and
``{label}`` the column's header, ``{row}`` its row; the rest are the finding's own words, given by whoever
finds it. A row that is held is left out until the cell is put right."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, WARN, finding

TEXT_SPACES = finding(
    "text-spaces",
    FIX,
    zh="「{got}」里有多余空格或看不见的字符，按「{now}」",
    en="“{got}” has stray spaces or invisible characters; read as “{now}”",
    fix_zh="重新打一遍这一格",
    fix_en="Type the cell again",
)
TEXT_WIDTH = finding(
    "text-width",
    FIX,
    zh="全角「{got}」按半角「{now}」",
    en="Full-width “{got}” read as “{now}”",
    fix_zh="编号用半角字符",
    fix_en="Use half-width characters in IDs",
)
TEXT_NUMBER = finding(
    "text-number",
    FIX,
    zh="文字「{got}」按数字 {now}",
    en="Text “{got}” read as the number {now}",
    fix_zh="改成数字格式",
    fix_en="Store it as a number",
)
NUMBER_AS_TEXT = finding(
    "number-as-text",
    FIX,
    zh="「{column}」应是文字，{got} 按「{now}」",
    en="{column} holds text; {got} read as “{now}”",
    fix_zh="确认没有填错列",
    fix_en="Make sure it stands in the right column",
)
BLANK_WORD = finding(
    "blank-word",
    FIX,
    zh="「{got}」当作没填",
    en="“{got}” read as blank",
    fix_zh="有了结果再填，没有就空着",
    fix_en="Leave it blank until there is an answer",
)
FORMULA_ERROR = finding(
    "formula-error",
    WARN,
    zh="公式出错「{got}」，当作没填",
    en="The formula gives {got}; read as blank",
    fix_zh="直接填数值，不用公式",
    fix_en="Type the value instead of a formula",
)
FORMULA_UNSAVED = finding(
    "formula-unsaved",
    WARN,
    zh="公式没有存下结果，当作没填",
    en="The file holds no result of this formula; read as blank",
    fix_zh="用 Excel 打开、保存一次，或直接填数值",
    fix_en="Open and save it in Excel, or type the value",
)
