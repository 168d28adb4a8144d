"""What is found in cells with a list, and in IDs."""

from __future__ import annotations

from kasales_xl.core.findings import FIX, HOLD, WARN
from kasales_xl.core.text import Text

SYNONYM = FIX.kind(
    "synonym",
    Text("「{got}」按「{now}」", "“{got}” read as “{now}”"),
    Text("从下拉里选", "Pick one from the list"),
)
NOT_IN_LIST = HOLD.kind(
    "not-in-list",
    Text("「{got}」不在可选项里，{left}", "“{got}” is not in the list; {left}"),
    Text("{did_you_mean}可选：{allowed}", "{did_you_mean}Allowed: {allowed}"),
)
LIST_BLANK = HOLD.kind(
    "list-blank",
    Text(
        "「{got}」中间只有空格，像是几个部门，{left}",
        "“{got}” looks like several departments with a blank between; {left}",
    ),
    Text(
        "用顿号隔开：{items}；是一个部门就去掉空格",
        "Put a comma between them ({items}); if it is one, take the blank out",
    ),
)
ID_DIGITS_LOST = WARN.kind(
    "id-digits-lost",
    Text(
        "编号 {got} 按数字存过，15 位以后的数字已丢失，补不回来",
        "ID {got} was stored as a number; what came after 15 digits is lost for good",
    ),
    Text("把列设成文本，对照原始资料重填", "Format the column as text and type the ID again from its source"),
)
REF_ZEROS_LOST = WARN.kind(
    "ref-zeros-lost",
    Text("「{got}」前面的 0 丢了，按编号 {now} 算", "“{got}” lost its leading zeros; read as the ID {now}"),
    Text("把列设成文本再重填", "Format the column as text and type it again"),
)
ID_ZEROS_LOST = WARN.kind(
    "id-zeros-lost",
    Text(
        "编号 {got} 比同列的短，前面的 0 可能丢了，补不回来",
        "ID {got} is shorter than its neighbours; leading zeros may be lost for good",
    ),
    Text("把列设成文本再重填", "Format the column as text and type it again"),
)

#: Before what may be typed, where one of the list is close; ``{nearest}`` as the book spells it.
DID_YOU_MEAN = Text("是不是「{nearest}」？", "Did you mean “{nearest}”? ")
