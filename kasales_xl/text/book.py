"""What the account book says beside its cells: input messages, error alerts, headers, checks."""

from __future__ import annotations

from kasales_xl.core.text import Text

#: Limits of a spreadsheet's input message and error alert, in characters.
TITLE_LIMIT, TEXT_LIMIT = 32, 255

#: What is filled in first, in the words of the Guide, of ``kasales new`` and of ``kasales check``.
FIRST_ORDER = Text(
    "先填「我的信息」的年度目标，再依次填「客户」「联系人」「商机」，然后看「我的记分卡」",
    "Start with the annual target on Profile, go on with Accounts, Contacts and Deals, then look at "
    "My scorecard",
)

#: A column of somebody's own that has no name.
OWN_COLUMN = Text("自己加的列", "Own column")

BESIDE: dict[str, Text] = {
    "required": Text("必填。", "Required."),
    "calculated": Text("自动计算，不用填。", "Calculated for you."),
    "pick": Text("从下拉列表里选。", "Pick from the list."),
    "pick-title": Text("不在列表里", "Not in the list"),
    "pick-error": Text("只能选：{choices}", "Choose one of: {choices}"),
    "reference": Text(
        "从列表里选；没有的先到「{sheet}」补一行。",
        "Pick from the list; add missing ones on {sheet} first.",
    ),
    "reference-title": Text("「{sheet}」里没有", "Not on {sheet}"),
    "reference-error": Text(
        "「{sheet}」里还没有这个名称。选「是」先留着，别忘了到「{sheet}」补一行，否则这一行不计。",
        "This name is not on {sheet} yet. Choose Yes to keep it, then add it there; until then the row "
        "does not count.",
    ),
    "date": Text("按 2025-03-31 这样填。", "For example 2025-03-31."),
    "date-title": Text("看不懂这个日期", "Is this a date?"),
    "date-error": Text("请按 2025-03-31 这样填年月日。", "Please enter a date such as 2025-03-31."),
    "money": Text(
        "单位看「{sheet}」里的金额单位；也可以写 3.5万、1.2亿。",
        "In the money unit set on {sheet}.",
    ),
    "number": Text("填数字。", "A number."),
    "number-title": Text("要填数字", "A number is needed"),
    "number-error": Text("请填 0 或更大的数字。", "Please enter a number, 0 or more."),
    "whole-error": Text("请填 {low} 到 {high} 的整数。", "Please enter a whole number from {low} to {high}."),
    "id": Text("一行一个编号，用过的不要再用。", "One ID a row, never used twice."),
    "id-title": Text("编号重复", "ID used twice"),
    "id-error": Text(
        "这个编号已经有了。换一个；确实是同一行请改原来那行。",
        "This ID is taken. Use another one, or edit the row that has it.",
    ),
    "calculated-title": Text("这一格自动计算", "This cell is calculated"),
    "calculated-cell": Text(
        "显示「–」：这一行比上次算的新。把账簿交给收账簿的人，或运行 kasales refresh，就有结果。",
        "A dash: this row is newer than the last results. Hand the book in, or run kasales refresh.",
    ),
    "calculated-error": Text(
        "这一列由公式计算，不能填写。请改左边的输入列。",
        "A formula fills this column. Change the inputs to the left instead.",
    ),
    "policy-title": Text("超出允许范围", "Out of range"),
    "policy-error": Text("允许：{allowed}", "Allowed: {allowed}"),
    "policy-slots": Text("下限-满分，例如 5-10", "minimum-full mark, e.g. 5-10"),
}


def short(text: str, limit: int) -> str:
    """Cut to what a message box takes."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
