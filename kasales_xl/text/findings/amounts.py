"""What is found in amounts, numbers, grades and shares."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, WARN, finding

MONEY_TEXT = finding(
    "money-text",
    FIX,
    zh="「{got}」折算成 {now}",
    en="“{got}” converted to {now}",
    fix_zh="只填数字，单位以「我的信息」为准",
    fix_en="Type the number only; the unit is on the Profile sheet",
)
MONEY_APPROXIMATE = finding(
    "money-approximate",
    WARN,
    zh="「{got}」是约数或简写，按 {now} 算",
    en="“{got}” is rough or abbreviated; {now} is used",
    fix_zh="核实后填准确数字",
    fix_en="Put in the exact figure",
)
MONEY_RANGE = finding(
    "money-range",
    HOLD,
    zh="「{got}」是一个范围，这一行先不算",
    en="“{got}” is a range; the row is left out",
    fix_zh="填一个最可能的数",
    fix_en="Put in the one most likely figure",
)
MONEY_CURRENCY = finding(
    "money-currency",
    HOLD,
    zh="「{got}」不是人民币，这一行先不算",
    en="“{got}” is another currency; the row is left out",
    fix_zh="折成人民币再填",
    fix_en="Convert it to yuan",
)
MONEY_UNREADABLE = finding(
    "money-unreadable",
    HOLD,
    zh="金额「{got}」看不懂，这一行先不算",
    en="The amount “{got}” cannot be read; the row is left out",
    fix_zh="只填数字，例如 35 或 3.5万",
    fix_en="Type a number, such as 35 or 3.5万",
)
MONEY_UNIT_SLIP = finding(
    "money-unit-slip",
    HOLD,
    zh="{got} 和本列其他金额差了约一万倍，像是元和万元混用，这一行先不算",
    en=("{got} is about 10,000 times off the rest of the column, as if yuan and 万元 were mixed; left out"),
    fix_zh="统一用账簿的单位；金额没错就写上单位，例如 500万",
    fix_en="Use the book's unit; if the amount is right, write its unit, such as 500万",
)
MONEY_ZERO = finding(
    "money-zero",
    WARN,
    zh="金额是 0，照样使用",
    en="The amount is 0; used as it is",
    fix_zh="没定就空着",
    fix_en="Leave it blank if it is open",
)
MONEY_NEGATIVE = finding(
    "money-negative",
    WARN,
    zh="金额是负数 {now}，照样使用",
    en="The amount is negative ({now}); used as it is",
    fix_zh="核对正负号",
    fix_en="Check the sign",
)
MONEY_HUGE = finding(
    "money-huge",
    WARN,
    zh="金额 {now} 大得少见，照样使用",
    en="The amount {now} is unusually large; used as it is",
    fix_zh="看看是不是把元填进了万元",
    fix_en="Check whether yuan went into a 万元 book",
)
NUMBER_RANGE = finding(
    "number-range",
    HOLD,
    zh="「{got}」是一个范围，这一行先不算",
    en="“{got}” is a range; the row is left out",
    fix_zh="填一个数",
    fix_en="Put in one number",
)
NUMBER_UNREADABLE = finding(
    "number-unreadable",
    HOLD,
    zh="数字「{got}」看不懂，这一行先不算",
    en="The number “{got}” cannot be read; the row is left out",
    fix_zh="只填数字",
    fix_en="Type a number",
)
NUMBER_APPROXIMATE = finding(
    "number-approximate",
    WARN,
    zh="「{got}」是约数，按 {now} 算",
    en="“{got}” is rough; {now} is used",
    fix_zh="填准确数字",
    fix_en="Put in the exact number",
)
NUMBER_NEGATIVE = finding(
    "number-negative",
    WARN,
    zh="{now} 是负数，照样使用",
    en="{now} is negative; used as it is",
    fix_zh="核对正负号",
    fix_en="Check the sign",
)
GRADE_UNREADABLE = finding(
    "grade-unreadable",
    HOLD,
    zh="「{got}」不是 {low}-3 的整数，这一行先不算",
    en="“{got}” is no whole grade from {low} to 3; the row is left out",
    fix_zh="从下拉里选",
    fix_en="Pick one from the list",
)
INT_UNREADABLE = finding(
    "int-unreadable",
    HOLD,
    zh="「{got}」不是 {low} 到 {high} 的整数，这一行先不算",
    en="“{got}” is no whole number from {low} to {high}; the row is left out",
    fix_zh="填 {low} 到 {high}",
    fix_en="Type {low} to {high}",
)
SHARE_UNREADABLE = finding(
    "share-unreadable",
    HOLD,
    zh="比例「{got}」看不懂，按默认值",
    en="The share “{got}” cannot be read; the default counts",
    fix_zh="写成 0.3 或 30%",
    fix_en="Write 0.3 or 30%",
)
SHARE_ONE = finding(
    "share-one",
    HOLD,
    zh="1 可能是 100%，也可能是 1%，按默认值",
    en="1 could be 100% or 1%; the default counts",
    fix_zh="写成 100% 或 1%（文字）",
    fix_en="Write 100% or 1% as text",
)
PERCENT_TEXT = finding(
    "percent-text",
    FIX,
    zh="「{got}」按 {now}",
    en="“{got}” read as {now}",
    fix_zh="写成小数，例如 0.3",
    fix_en="Write a decimal, such as 0.3",
)
PERCENT_NUMBER = finding(
    "percent-number",
    WARN,
    zh="{got} 按 {now}",
    en="{got} read as {now}",
    fix_zh="写成小数，例如 0.3",
    fix_en="Write a decimal, such as 0.3",
)
