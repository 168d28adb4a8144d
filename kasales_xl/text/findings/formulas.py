"""What is found about calculated cells and the settings of a book."""

from __future__ import annotations

from kasales_xl.core.findings import WARN
from kasales_xl.core.text import NOTHING, Text

_PASTE_VALIDATION = Text(
    "从空白模板里复制这一列的一格，只粘贴验证",
    "Copy a cell of this column from a blank template and paste its validation",
)
TYPED_OVER = WARN.kind(
    "typed-over",
    Text(
        "自动计算的「{label}」被手填成「{got}」，以程序算的{computed}为准",
        "The calculated “{label}” was typed over with “{got}”; the computed value{computed} counts",
    )(computed=NOTHING),
    Text("把公式从上一行往下拉", "Fill the formula down from the row above"),
)
FORMULAS_GONE = WARN.kind(
    "formulas-gone",
    Text(
        "「{label}」整列只剩数值，公式没有了，以程序算的为准",
        "“{label}” has only values left, no formulas; what the program computes counts",
    ),
    Text("从空白模板里把公式复制回来", "Copy the formulas back from an empty template"),
)
VALIDATION_GONE = WARN.kind(
    "validation-gone",
    Text("「{label}」的下拉没有了", "The drop-down of “{label}” is gone"),
    _PASTE_VALIDATION,
)
PROTECTION_GONE = WARN.kind(
    "protection-gone",
    Text("计算列没有防误改的提醒了", "Typing over the calculated columns is no longer refused"),
    _PASTE_VALIDATION,
)

#: Between "the computed value" and "counts", where the program knows what the cell comes to.
COMES_TO = Text("「{computed}」", " “{computed}”")
