"""What the Guide opens with: the first ten minutes in three steps, a filled row, what the words mean, and how
results come. Zh beside en."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.exact import percent
from kasales_xl.core.policy import Policy
from kasales_xl.core.text import Text, same
from kasales_xl.layout.sheets import LAYOUT, Column


@dataclass(frozen=True)
class FilledCell:
    """One cell of the row that the Guide shows: its column, what stands in it, what it decides."""

    column: Column
    value: Text
    decides: Text


HEADING = Text("第一次：十分钟，三步，再看结果", "The first time: ten minutes, three steps, then the result")

#: By the sheet that a step is done on.
STEPS: dict[str, Text] = {
    "accounts": Text(
        "先在「我的信息」填年度目标，再到「客户」写上最重要的三家：名称、12个月潜力、两三个关键部门；「能否持续」请经理填。",
        "Put your annual target on Profile, then list your three most important accounts: name, potential "
        "of the next 12 months, two or three key departments; Sustainable is for your manager to fill in.",
    ),
    "contacts": Text(
        "每家写两三个人：部门从下拉里选，再填是不是关键决策人、能否影响、立场。没把握就空着。",
        "Add two or three people for each: pick the department from the list, then key decision maker, can "
        "influence and stance. Leave blank what you are not sure of.",
    ),
    "deals": Text(
        "写上在谈的项目：名称、金额、阶段、预计成交。「约50万」「11月5日」这样写也认。",
        "Add the deals you are working on: name, amount, stage, expected close.",
    ),
}
THEN = Text(
    "看结果：等级、卡在哪里、下一步找谁。别的列、别的表以后再补。",
    "Look at the result: your level, what blocks it, whom to see next. Everything else can wait.",
)

PICTURE_HEADING = Text("一行填好是这样", "A filled row looks like this")
_DEPARTMENT = Text("财务部", "Finance")
_ROWS: dict[str, tuple[tuple[str, Text, Text], ...]] = {
    "accounts": (
        ("account", Text("江海电力", "Jianghai Power"), Text("别的表用这个名称指它", "Other sheets use it")),
        ("potential_12m", same("520"), Text("够不够大：是不是大客户", "Big enough for a key account?")),
        (
            "key_departments",
            Text("信息中心、财务部", "IT centre, Finance"),
            Text("关系要做到哪些部门才算强", "The departments that a strong relation needs"),
        ),
    ),
    "contacts": (
        ("account", Text("江海电力", "Jianghai Power"), Text("从下拉里选", "Pick it from the list")),
        ("name", Text("钱蓉", "Qian Rong"), Text("一行一个人", "One person a row")),
        ("department", _DEPARTMENT, Text("写法和关键部门一样才对得上", "Spelt as in Key departments")),
        ("key_decision_maker", Text("是", "yes"), Text("中级、强关系看这些人", "Mid and strong need them")),
        ("can_influence", Text("能", "yes"), Text("关系等级主要由它决定", "What a tier rests on most")),
        (
            "stance",
            Text("支持", "supporter"),
            Text("有关键决策人反对就到不了强", "One opposed decision maker bars strong"),
        ),
    ),
}  # fmt: skip

WORDS_HEADING = Text("这几个词的意思", "What the words mean")
_KEY_ACCOUNT = Text(
    "未来12个月的潜力占你年度目标 {share} 以上，而且以后还会有大单。只有大客户计入等级。",
    "Its potential of the next 12 months is {share} of your annual target or more, and big deals will "
    "come again. Only key accounts count towards your level.",
)
_STRONG = Text(
    "每个关键部门都有关键决策人采纳过你的建议，这样的人占 {share} 以上，而且没有人反对。",
    "In every key department a decision maker acts on your advice, {share} of them or more in all, and "
    "none is opposed.",
)
_MEANINGS = {
    Text("初级", "Junior"): Text(
        "有和业务相关的人采纳过你的建议，但还不是关键决策人。",
        "Somebody related to the business acts on your advice, but no key decision maker yet.",
    ),
    Text("中级", "Mid"): Text(
        "有的关键部门里，关键决策人采纳过你的建议。",
        "In some key department, a key decision maker acts on your advice.",
    ),
}

RESULTS_HEADING = Text("结果怎么来", "How results come")
RESULTS: dict[Text, Text] = {
    Text("装了插件", "With the add-in"): Text(
        "边填边算：灰色格、「我的记分卡」、「检查」随时是最新的。",
        "Results follow as you type: grey cells, My scorecard and Checks are always up to date.",
    ),
    Text("没装插件", "Without it"): Text(
        "灰色格显示上次算好的结果，不会丢。填好后把账簿交给收账簿的人，发回来的就是新结果；"
        "也可以自己运行 kasales refresh 加文件名。",
        "Grey cells keep the last results. Send the book to whoever collects it and you get it back with "
        "new ones, or run kasales refresh and the file name yourself.",
    ),
}


def filled_rows() -> dict[str, tuple[FilledCell, ...]]:
    """The cells of one good row, by sheet."""
    return {
        sheet: tuple(FilledCell(LAYOUT[sheet].by_key[key], value, decides) for key, value, decides in cells)
        for sheet, cells in _ROWS.items()
    }


def meanings(policy: Policy) -> dict[Text, Text]:
    """大客户 and the tiers in one line each, with the thresholds of the book's own policy."""
    return {
        Text("大客户", "Key account"): _KEY_ACCOUNT(share=percent(policy.key_share)),
        **_MEANINGS,
        Text("强", "Strong"): _STRONG(share=percent(policy.strong_dm_share)),
    }
