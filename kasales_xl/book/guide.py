"""What the Guide sheet says: purpose, ten minutes a week, who fills what, the colour key, conventions,
how the grading works, version and change log. Zh beside en."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.text import NOTHING, Text, same


@dataclass(frozen=True)
class Line:
    """One line of a part. ``tab``: the sheet it speaks of and links to; ``look``: the style that the
    line shows a sample of (colour key); ``head`` and ``who`` may be blank."""

    text: Text
    head: Text = NOTHING
    who: Text = NOTHING
    tab: str = ""
    look: str = ""


@dataclass(frozen=True)
class Part:
    heading: Text
    lines: tuple[Line, ...]


TITLE = Text("大客户销售账簿", "Key-account sales book")
PURPOSE = Text(
    "一人一本，每周十分钟：看清自己在哪一级，卡在哪里，下一步去找谁。",
    "One book per seller, ten minutes a week: your level, what blocks it, and whom to see next.",
)

#: By the sheet that a step is done on.
_STEPS = {
    "contacts": Text(
        "这周见过谁？改「最近联系」，再看「能否影响」「立场」有没有变。",
        "Whom did you meet? Set Last contact, then see whether Can influence or Stance changed.",
    ),
    "deals": Text(
        "阶段动了就改，金额、预计成交跟着改；赢了或输了，填关闭日期。",
        "Update stages, amounts and expected close; once won or lost, fill in Closed.",
    ),
    "accounts": Text(
        "每家大客户留一条下一步，写上日期。",
        "Give every key account one next action with a date.",
    ),
    "support": Text(
        "新要的支持、批下来的支持，各记一笔。",
        "Note support you asked for and support you got.",
    ),
    "scorecard": Text(
        "看离下一级还差什么，定下周要见的一个人。",
        "See what the next level lacks and pick one person to meet next week.",
    ),
}
#: By the sheet: what is filled in, by the rep but for those named below.
_WHAT = {
    "seller": Text(
        "第一次填一遍就好；「赛道专家」「行业专家」由经理确认。",
        "Once; the two expert fields are for the manager to confirm.",
    ),
    "accounts": Text(
        "「12个月潜力」和「关键部门」一定要填，少了就评不出大客户和强关系。",
        "Potential and Key departments matter most: without them there is no key account and no strong tier.",
    ),
    "contacts": Text(
        "一人一行，写全名。能否影响、立场凭事实填，没把握就选未知。",
        "One person a row, full names. Influence and stance are facts; if unsure, choose unknown.",
    ),
    "deals": Text(
        "在谈的都填；近三年赢的、输的也补上，规律从这里看出来。",
        "All open deals, and those won or lost in three years: patterns come from them.",
    ),
    "support": Text("向谁要了几人天，批了多少。", "Person-days asked for and granted, and by whom."),
    "links": Text("谁影响谁，谁能引荐谁。", "Who influences whom, who can introduce you."),
    "practices": Text(
        "35 条做法各打 0-3 分，写一句依据。半年一次；经理评了以经理为准。",
        "Grade 35 practices 0–3 with a line of evidence, twice a year; the manager's grade prevails.",
    ),
    "career": Text("待过的公司、赛道、行业。", "Companies, tracks and industries so far."),
    "policy": Text(
        "全部门槛都在这里，逐项标了出处。要改全公司一起改。",
        "Every threshold, each with its source. Change them company-wide, not one by one.",
    ),
    "checks": Text(
        "有问题的格子都列在这里，最要紧的在前，点一下就到；改好了就没有了。",
        "Every cell in question is listed here, the weightiest first; a click takes you there.",
    ),
}
_REP = Text("销售", "Rep")
_OTHERS = {
    "practices": Text("销售自评，经理评", "Rep and manager"),
    "policy": Text("公司统一", "Company"),
    "checks": Text("不用填", "Nobody"),
}
#: By the look that a line shows a sample of: what stands in the sample, and what it means.
_LOOKS = {
    "input": (
        Text("输入", "Input"),
        Text(
            "白底：知道就填，不影响分数。选中单元格会有提示。",
            "White: fill in what you know; it moves no score. Select a cell to see its hint.",
        ),
    ),
    "scores": (
        Text("算分 ●", "Scores ●"),
        Text(
            "浅黄底，标题带 ●：等级和分数从这里来，先填这些。标题带 * 的必填。",
            "Pale yellow with ● in the header: levels and scores come from here, so fill these first. "
            "Those marked * are required.",
        ),
    ),
    "folded": (
        Text("＋ 收起的列", "＋ Closed columns"),
        Text(
            "不常填的列收在一起：点表头上方的 ＋ 打开，点 － 收起。编号也在里面，可以空着。",
            "Columns you need less often: the ＋ above the headers opens them, － closes them. IDs are "
            "among them and may stay blank.",
        ),
    ),
    "calculated": (
        Text("ƒ 计算", "ƒ Calculated"),
        Text(
            "灰底斜体，标题前有 ƒ：自动计算，不用填。",
            "Grey and italic with ƒ before the header: calculated, leave it alone.",
        ),
    ),
    "check": (
        Text("✔ ▲ ✖ 检查", "✔ ▲ ✖ Check"),
        Text(
            "检查结果：✔ 正常，▲ 请核对（算进去了），✖ 先不算（改好再算）。",
            "Checks: ✔ fine, ▲ please check (it counts), ✖ left out until it is fixed.",
        ),
    ),
}
_CONVENTIONS = {
    Text("金额", "Money"): Text(
        "单位在「我的信息」选一次，整本一样；也可以直接写 3.5万、1.2亿、约50万。",
        "One money unit for the whole book, chosen on Profile.",
    ),
    Text("一格填几个", "Several in a cell"): Text(
        "关键部门用顿号、逗号、分号或换行隔开；光用空格会问一句：是一个部门还是两个？",
        "Put a comma, a semicolon or a line break between key departments.",
    ),
    Text("加行", "New rows"): Text(
        "接着最后一行往下写。表格没有变长（LibreOffice、部分 WPS）也照样算数，灰色格等更新时补上。",
        "Type right below the last row. It counts even where the table does not grow (LibreOffice, some "
        "versions of WPS); its grey cells are filled in with the next refresh.",
    ),
    Text("改列", "Columns"): Text(
        "列可以移动、可以加自己的列；第 1 行隐藏的键别删。",
        "Columns may be moved and added; keep the hidden keys in row 1.",
    ),
    Text("为什么没锁", "Why unlocked"): Text(
        "数据表没有开保护：一开保护，表格就不能加行、不能排序。误填计算列会被拦下；评级总是重新计算，不看格里的数。",
        "Data sheets are not protected: protected tables neither grow nor sort. Typing over a "
        "calculated column is refused, and scoring always calculates anew.",
    ),
    Text("插件", "Add-in"): Text(
        "没装插件也能填，灰色格显示上次算好的结果；新写的行先显示「–」，更新后才有。",
        "The book can be filled in without the add-in; grey cells then show the last results, and a dash in "
        "rows newer than those.",
    ),
    Text("隐私", "Privacy"): Text(
        "只记工作上的事。不记家庭、健康、爱好、证件号。",
        "Business facts only: no family, health, hobbies or ID numbers.",
    ),
    Text("样例", "Sample"): Text(
        "不知道怎么填，找收账簿的人要一本填好的样例（kasales demo --book 文件名）。",
        "Unsure how to fill it in? Ask whoever collects the books for a filled-in sample "
        "(kasales demo --book FILE).",
    ),
}
_METHOD = {
    Text("等级", "Level"): Text(
        "大客户关系（多少家、多深）和五维能力（道术本势律）各评一级，等级取低的。",
        "Key-account relations and the five dimensions are graded apart; the lower one is the level.",
    ),
    Text("出处", "Source"): Text(
        "规则出自 CRM3.0 五维能力。「规则」里标 D 的是我们的默认，标 F 的是行业惯例，都能改。",
        "The rules follow the CRM3.0 five-dimension system. On Policy, D marks our defaults and F "
        "field practice; all can be changed.",
    ),
    Text("公平使用", "Fair use"): Text(
        "用来看差距、定行动，不得作为任用、奖惩的唯一依据。",
        "Made to show gaps and plan actions; never the sole ground for decisions on employment.",
    ),
}

PARTS = (
    Part(
        Text("每周十分钟，按这个顺序填", "Ten minutes a week, in this order"),
        tuple(Line(text, same(str(n)), tab=tab) for n, (tab, text) in enumerate(_STEPS.items(), start=1)),
    ),
    Part(
        Text("谁填什么", "Who fills in what"),
        tuple(Line(text, who=_OTHERS.get(tab, _REP), tab=tab) for tab, text in _WHAT.items()),
    ),
    Part(
        Text("颜色和记号", "Colours and marks"),
        tuple(Line(text, head, look=look) for look, (head, text) in _LOOKS.items()),
    ),
    Part(Text("填写约定", "Conventions"), tuple(Line(text, head) for head, text in _CONVENTIONS.items())),
    Part(Text("怎么评的", "How grading works"), tuple(Line(text, head) for head, text in _METHOD.items())),
)

VERSION_HEADING = Text("版本与更新", "Version and changes")

#: Template version, day, what changed; newest first.
CHANGE_LOG: tuple[tuple[str, str, Text], ...] = (
    (
        "2",
        "2026-11-28",
        Text(
            "没装插件也看得到上次的结果；要紧的列排在前面；问题列在「检查」；部门从下拉里选",
            "Last results without the add-in; the columns that decide come first; findings stand on Checks; "
            "departments drop down",
        ),
    ),
    ("1", "2026-11-23", Text("首版", "First version")),
)
