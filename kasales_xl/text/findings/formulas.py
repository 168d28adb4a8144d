"""What is said about calculated cells and the settings of a book: code → (zh, en, how to fix zh, en)."""

from __future__ import annotations

FORMULA_MESSAGES: dict[str, tuple[str, str, str, str]] = {
    "typed-over": (
        "自动计算的「{label}」被手填成「{got}」，以程序算的{computed}为准",
        "The calculated “{label}” was typed over with “{got}”; the computed value{computed} counts",
        "把公式从上一行往下拉",
        "Fill the formula down from the row above",
    ),
    "formulas-gone": (
        "「{label}」整列只剩数值，公式没有了，以程序算的为准",
        "“{label}” has only values left, no formulas; what the program computes counts",
        "从空白模板里把公式复制回来",
        "Copy the formulas back from an empty template",
    ),
    "validation-gone": (
        "「{label}」的下拉没有了",
        "The drop-down of “{label}” is gone",
        "从空白模板里复制这一列的一格，只粘贴验证",
        "Copy a cell of this column from a blank template and paste its validation",
    ),
    "protection-gone": (
        "计算列没有防误改的提醒了",
        "Typing over the calculated columns is no longer refused",
        "从空白模板里复制这一列的一格，只粘贴验证",
        "Copy a cell of this column from a blank template and paste its validation",
    ),
}
