"""What is found about calculated cells and the settings of a book."""

from __future__ import annotations

from kasales_xl.core.findings import WARN, finding
from kasales_xl.core.text import NOTHING, Text

TYPED_OVER = finding(
    "typed-over",
    WARN,
    zh="自动计算的「{label}」被手填成「{got}」，以程序算的{computed}为准",
    en="The calculated “{label}” was typed over with “{got}”; the computed value{computed} counts",
    fix_zh="把公式从上一行往下拉",
    fix_en="Fill the formula down from the row above",
    computed=NOTHING,
)
FORMULAS_GONE = finding(
    "formulas-gone",
    WARN,
    zh="「{label}」整列只剩数值，公式没有了，以程序算的为准",
    en="“{label}” has only values left, no formulas; what the program computes counts",
    fix_zh="从空白模板里把公式复制回来",
    fix_en="Copy the formulas back from an empty template",
)
VALIDATION_GONE = finding(
    "validation-gone",
    WARN,
    zh="「{label}」的下拉没有了",
    en="The drop-down of “{label}” is gone",
    fix_zh="从空白模板里复制这一列的一格，只粘贴验证",
    fix_en="Copy a cell of this column from a blank template and paste its validation",
)
PROTECTION_GONE = finding(
    "protection-gone",
    WARN,
    zh="计算列没有防误改的提醒了",
    en="Typing over the calculated columns is no longer refused",
    fix_zh="从空白模板里复制这一列的一格，只粘贴验证",
    fix_en="Copy a cell of this column from a blank template and paste its validation",
)

#: Between "the computed value" and "counts", where the program knows what the cell comes to.
COMES_TO = Text("「{computed}」", " “{computed}”")
