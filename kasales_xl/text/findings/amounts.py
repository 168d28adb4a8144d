"""What is found in amounts, numbers, grades and shares."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, WARN
from kasales_xl.core.text import Text

MONEY_TEXT = FIX.kind(
    "money-text",
    Text("「{got}」折算成 {now}", "“{got}” converted to {now}"),
    Text("只填数字，单位以「我的信息」为准", "Type the number only; the unit is on the Profile sheet"),
)
MONEY_APPROXIMATE = WARN.kind(
    "money-approximate",
    Text("「{got}」是约数或简写，按 {now} 算", "“{got}” is rough or abbreviated; {now} is used"),
    Text("核实后填准确数字", "Put in the exact figure"),
)
MONEY_RANGE = HOLD.kind(
    "money-range",
    Text("「{got}」是一个范围，{left}", "“{got}” is a range; {left}"),
    Text("填一个最可能的数", "Put in the one most likely figure"),
)
MONEY_CURRENCY = HOLD.kind(
    "money-currency",
    Text("「{got}」不是人民币，{left}", "“{got}” is another currency; {left}"),
    Text("折成人民币再填", "Convert it to yuan"),
)
MONEY_UNREADABLE = HOLD.kind(
    "money-unreadable",
    Text("金额「{got}」看不懂，{left}", "The amount “{got}” cannot be read; {left}"),
    Text("只填数字，例如 35 或 3.5万", "Type a number, such as 35 or 3.5万"),
)
MONEY_UNIT_SLIP = HOLD.kind(
    "money-unit-slip",
    Text(
        "{got} 和本列其他金额差了约一万倍，像是元和万元混用，{left}",
        ("{got} is about 10,000 times off the rest of the column, as if yuan and 万元 were mixed; {left}"),
    ),
    Text(
        "统一用账簿的单位；金额没错就写上单位，例如 500万",
        "Use the book's unit; if the amount is right, write its unit, such as 500万",
    ),
)
MONEY_FAR_OFF = HOLD.kind(
    "money-far-off",
    Text("{got} 是{of}的 {times} 倍，{left}", "{got} is {times} times {of}; {left}"),
    Text(
        "核对单位；金额没错就写上单位，例如 500万",
        "Check the unit; if the amount is right, write its unit, such as 500万",
    ),
)
HEADER_UNIT = WARN.kind(
    "header-unit",
    Text(
        "表头「{got}」写了单位，这一列折成{unit}算",
        "The header “{got}” names a unit; the column is converted to {unit}",
    ),
    Text("金额用账簿的单位填，表头改回原名", "Use the book's unit and give the header its own name again"),
)
HEADER_CURRENCY = HOLD.kind(
    "header-currency",
    Text(
        "表头「{got}」不是人民币，这一列没写单位的金额都先不算",
        "The header “{got}” names another currency; amounts without a unit in this column are left out",
    ),
    Text("折成人民币再填，表头改回原名", "Convert them to yuan and give the header its own name again"),
)
BOOK_UNIT = WARN.kind(
    "book-unit",
    Text(
        "金额单位「{got}」，全部折成{unit}算",
        "The money unit is “{got}”; all amounts are converted to {unit}",
    ),
    Text("改用 元 或 万元", "Use yuan or 10k yuan"),
)
BOOK_CURRENCY = HOLD.kind(
    "book-currency",
    Text(
        "金额单位「{got}」不是元、万元，整本没写单位的金额都先不算",
        "The money unit “{got}” is neither yuan nor 10k yuan; amounts without their own unit are left out",
    ),
    Text(
        "在「我的信息」选 元 或 万元，金额折成人民币",
        "Choose yuan or 10k yuan on Profile and convert the amounts",
    ),
)
MONEY_ZERO = WARN.kind(
    "money-zero",
    Text("金额是 0，照样使用", "The amount is 0; used as it is"),
    Text("没定就空着", "Leave it blank if it is open"),
)
MONEY_NEGATIVE = WARN.kind(
    "money-negative",
    Text("金额是负数 {now}，照样使用", "The amount is negative ({now}); used as it is"),
    Text("核对正负号", "Check the sign"),
)
MONEY_HUGE = WARN.kind(
    "money-huge",
    Text("金额 {now} 大得少见，照样使用", "The amount {now} is unusually large; used as it is"),
    Text("看看是不是把元填进了万元", "Check whether yuan went into a 万元 book"),
)
NUMBER_RANGE = HOLD.kind(
    "number-range",
    Text("「{got}」是一个范围，{left}", "“{got}” is a range; {left}"),
    Text("填一个数", "Put in one number"),
)
NUMBER_UNREADABLE = HOLD.kind(
    "number-unreadable",
    Text("数字「{got}」看不懂，{left}", "The number “{got}” cannot be read; {left}"),
    Text("只填数字", "Type a number"),
)
NUMBER_APPROXIMATE = WARN.kind(
    "number-approximate",
    Text("「{got}」是约数，按 {now} 算", "“{got}” is rough; {now} is used"),
    Text("填准确数字", "Put in the exact number"),
)
NUMBER_NEGATIVE = WARN.kind(
    "number-negative",
    Text("{now} 是负数，照样使用", "{now} is negative; used as it is"),
    Text("核对正负号", "Check the sign"),
)
GRADE_UNREADABLE = HOLD.kind(
    "grade-unreadable",
    Text(
        "「{got}」不是 {low}-3 的整数，{left}",
        "“{got}” is no whole grade from {low} to 3; {left}",
    ),
    Text("从下拉里选", "Pick one from the list"),
)
INT_UNREADABLE = HOLD.kind(
    "int-unreadable",
    Text(
        "「{got}」不是 {low} 到 {high} 的整数，{left}",
        "“{got}” is no whole number from {low} to {high}; {left}",
    ),
    Text("填 {low} 到 {high}", "Type {low} to {high}"),
)
SHARE_UNREADABLE = HOLD.kind(
    "share-unreadable",
    Text("比例「{got}」看不懂，按默认值", "The share “{got}” cannot be read; the default counts"),
    Text("写成 0.3 或 30%", "Write 0.3 or 30%"),
)
SHARE_ONE = HOLD.kind(
    "share-one",
    Text("1 可能是 100%，也可能是 1%，按默认值", "1 could be 100% or 1%; the default counts"),
    Text("写成 100% 或 1%（文字）", "Write 100% or 1% as text"),
)
PERCENT_TEXT = FIX.kind(
    "percent-text",
    Text("「{got}」按 {now}", "“{got}” read as {now}"),
    Text("写成小数，例如 0.3", "Write a decimal, such as 0.3"),
)
PERCENT_NUMBER = WARN.kind(
    "percent-number",
    Text("{got} 按 {now}", "{got} read as {now}"),
    Text("写成小数，例如 0.3", "Write a decimal, such as 0.3"),
)

#: What an amount is far off from.
OF_COLUMN = Text("本列中间值", "the middle of its column")
OF_TARGET = Text("年度目标", "the year's target")
