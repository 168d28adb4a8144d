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
