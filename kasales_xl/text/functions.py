"""What the worksheet functions say, zh beside en."""

from __future__ import annotations

from kasales_xl.core.text import Text

WORDS: dict[str, Text] = {
    "no-workbook": Text(
        "这里读不到整本账簿，请写 {function}(KA,…)",
        "This program cannot see the workbook: write {function}(KA, …)",
    ),
    "no-tables": Text(
        "这本工作簿里没有账簿的表（客户、联系人…）。表名改过就改回 tblAccounts 这样的名字，"
        "或者写 {function}(KA,…)",
        "No tables of an account book in this workbook: name them tblAccounts and so on again, or write "
        "{function}(KA, …)",
    ),
    "no-package": Text(
        "LibreOffice 找不到 kasales_xl，运行 kasales addin install --libreoffice",
        "LibreOffice cannot find kasales_xl: run kasales addin install --libreoffice",
    ),
    "addin-name": Text("大客户销售函数", "Key-account sales functions"),
    "examples-title": Text("工作表函数，一个一页", "The worksheet functions, a sheet each"),
    "examples-how": Text(
        "数据在后面几页，改一格试试。存着的结果按 {day} 计算；装了插件，会按今天重算。",
        "The data stands on the last sheets: change a cell. Stored answers are as of {day}; "
        "with the add-in they are computed for today.",
    ),
    "example-handle": Text(
        "放在名为 KA 的单元格里（见目录）",
        "it stands in the cell named KA (see the index)",
    ),
    "no-seller": Text("先在「我的信息」填销售编号和姓名", "Fill in Seller ID and Name on Profile first"),
    "level-is": Text("{level}：{what}", "{level}: {what}"),
    "to-next": Text("到{level}：{what}", "to {level}: {what}"),
    "held": Text("有 {n} 处数据没算进来，见检查表", "{n} {n:finding|findings} left data out, see Checks"),
    "key-is": Text("大客户：{what}", "key account: {what}"),
    "confirmed": Text("经理确认的关系：{tier}", "confirmed by the manager: {tier}"),
    "not-owned": Text("负责人是{owner}，不计入本人", "counts for its owner, {owner}"),
    "mind": Text("留意：{what}", "mind: {what}"),
    "not-graded": Text("{name}还没打分", "{name} is not graded yet"),
    "graded": Text(
        "{name} {grade} 级：七项共 {total} 分，除以 7 取整，已填 {filled} 项",
        "{name} grade {grade}: {total} points over 7 practices, rounded down, {filled} filled in",
    ),
    "stale": Text("{days} 天没联系", "not met for {days} days"),
    "elsewhere": Text(
        "标了关键决策人，但部门不在客户的关键部门里",
        "key decision maker, but not in a key department",
    ),
    "opposed-dm": Text(
        "关键决策人反对，强关系过不去", "an opposed key decision maker blocks a strong relation"
    ),
    "opposed": Text("反对我方", "opposed to us"),
    "no-path": Text("还找不到引荐的人，先补人脉表", "nobody leads there yet: fill in Links"),
    "track": Text("赛道", "Track"),
    "industry": Text("行业", "Industry"),
    "advice-type": Text(
        "{kind}：{chooses}。选公司：{company}。", "{kind}: {chooses}. Choosing a company: {company}."
    ),
    "advice-next": Text("接下来：{do}。", "Next: {do}."),
}

#: What the reference page of the functions says around them.
REFERENCE: dict[str, Text] = {
    "intro": Text(
        "在单元格里直接写。模板里名为 KA 的单元格把整本账簿读一次，其他函数凭它查结果。"
        "结果用账簿的语言；没有内容就是空白。每个函数的活例子见 `workbook/examples.xlsx`。",
        "Type them into cells. The cell named KA of the template reads the whole book once; the other "
        "functions look things up by it. Answers are in the book's language; nothing to say is blank. "
        "`workbook/examples.xlsx` has a live example of each.",
    ),
    "handle": Text(
        "凭账簿代号查，快，只在内容变了才重算",
        "by the handle: fast, computed again on a change only",
    ),
    "here": Text(
        "不填账簿：读当前工作簿，每次计算都跟着变",
        "no book: reads the workbook you are in and follows every calculation",
    ),
    "shift": Text("账簿可以填、留空或不写", "the book may be given, left blank or left out"),
    "range": Text(
        "一片单元格得到一片答案；几片要一样大",
        "one answer for each cell of a range; several ranges must be of one size",
    ),
    "hosts": Text(
        "LibreOffice 里参数用分号隔开；KA_BOOK 的前四张表要选单元格区域（没有就在两个分号之间留空），"
        "表格结果要按数组公式输入（Ctrl+Shift+Enter），或用 INDEX 取一格。"
        "看不到工作簿的程序（xlwings Lite）只能凭账簿代号查，会在格子里这样说明。"
        "两个环境变量管所有程序：KASALES_TODAY=2026-06-30 换评分日，"
        "KASALES_LANG=zh|en 换不属于账簿的答案的语言。",
        "In LibreOffice arguments are separated by semicolons; the first four tables of KA_BOOK must be cell "
        "ranges (nothing between two semicolons for none), and a table answer is entered as an array formula "
        "(Ctrl+Shift+Enter) or picked from with INDEX. A program that cannot see the workbook (xlwings Lite) "
        "needs the handle and says so in the cell. Two environment variables hold in every program: "
        "KASALES_TODAY=2026-06-30 is another scoring day, KASALES_LANG=zh|en the language of answers that "
        "belong to no book.",
    ),
}

#: Kinds of answers, by ``Function.result``.
RESULTS: dict[str, Text] = {
    "text": Text("文字", "text"),
    "number": Text("数", "number"),
    "table": Text(
        "表格（KA_DIMENSIONS、KA_DEAL、KA_SUPPORT 指定一项时是单个值）",
        "table (one value where a measure is named)",
    ),
}

#: What an error value means, by ``CellError.name``.
ERRORS: dict[str, Text] = {
    "NA": Text("没有这个客户、商机或人，或还定不了", "unknown account, deal or person, or undecided"),
    "VALUE": Text("参数用不了", "an argument that cannot be used"),
    "REF": Text("账簿代号过期了：重算名为 KA 的那一格", "an outdated handle: recalculate the cell named KA"),
}

#: Lines of KA_DEAL, by the measure that can be asked for.
DEAL_ITEMS: dict[str, Text] = {
    "relationship": Text("关系优势", "Relationship"),
    "solution": Text("方案优势", "Solution"),
    "price": Text("价格接受度", "Price acceptance"),
    "insight": Text("规律把握", "Insight"),
    "score": Text("四项优势合计", "Four advantages"),
    "chance": Text("赢单把握", "Win chance"),
    "expected": Text("预期金额", "Expected amount"),
    "fit": Text("规律匹配", "Pattern fit"),
    "warnings": Text("提醒", "Warnings"),
    "real": Text("需求属实", "Real need"),
    "win": Text("有机会赢", "Can win"),
    "stay": Text("阶段停留天数", "Days in stage"),
    "overdue": Text("过了预计成交几天", "Days past the expected close"),
    "support": Text("批准人天", "Person-days granted"),
}

#: Where a line of KA_DEAL comes from, where that is not told by its name.
DEAL_SOURCES: dict[str, Text] = {
    "relationship": Text("本：客户关系{tier}", "ECM: the account's tier is {tier}"),
    "solution": Text("商机表自评", "graded on Deals"),
    "price": Text("商机表自评", "graded on Deals"),
    "insight": Text("律：过去的项目", "PBM: past deals"),
    "score": Text("满分 12", "out of 12"),
    "expected": Text(
        "金额 × 赢单把握 {rate}",
        "amount × win chance {rate}",
    ),
    "stay": Text("本人平时 {usual} 天（{n} 个在手商机）", "usually {usual} days ({n} open deals)"),
    "support": Text("势：支持表", "MCI: Support"),
}

#: Lines of a forecast that are no quarter, by what they are about.
FORECAST_SPANS: dict[str, Text] = {
    "year": Text("本年度", "This year"),
    "later": Text("以后", "Later"),
    "no_day": Text("过期或没填预计成交", "Overdue or no expected close"),
    "all": Text("全部在手", "All open deals"),
}

#: Header rows of the answers that are tables.
HEADERS: dict[str, tuple[Text, ...]] = {
    "tiers": (
        Text("客户", "Account"), Text("大客户", "Key account"), Text("等级", "Tier"),
        Text("关系分", "Score"),
    ),
    "gap": (
        Text("要求", "Requirement"), Text("现有", "Have"), Text("需要", "Need"), Text("还差", "Missing"),
    ),
    "check": (
        Text("表", "Sheet"), Text("行", "Row"), Text("列", "Column"), Text("发现", "Found"),
        Text("怎么改", "How to fix"),
    ),
    "check-grouped": (
        Text("状态", "State"), Text("表", "Sheet"), Text("单元格", "Cell"), Text("发现", "Found"),
        Text("怎么改", "How to fix"), Text("几处", "Places"),
    ),
    "check-cells": (Text("表", "Sheet"), Text("单元格", "Cells")),
    "next": (Text("客户", "Account"), Text("举措", "Move"), Text("人", "Person"), Text("效果", "Effect")),
    "dimensions": (
        Text("维度", "Dimension"), Text("等级", "Grade"), Text("指标", "Indicator"), Text("提示", "Flag"),
        Text("已评", "Graded"),
    ),
    "seats": (
        Text("销售等级", "Level"), Text("关系等级", "Tier"), Text("已坐", "Taken"), Text("席位", "Seats"),
        Text("图示", "Picture"), Text("谁坐着", "Accounts"),
    ),
    "indicators": (
        Text("指标", "Indicator"), Text("值", "Value"), Text("依据数", "Cases"), Text("怎么算", "Formula"),
    ),
    "deal": (Text("项", "Item"), Text("值", "Value"), Text("来源", "Source")),
    "win-rate": (
        Text("赢", "Won"), Text("总数", "Closed"), Text("赢率", "Rate"), Text("下限", "Low"),
        Text("上限", "High"),
    ),
    "pattern": (
        Text("要素", "Element"), Text("取值", "Value"), Text("赢", "Won"), Text("总数", "Closed"),
        Text("下限", "Low"), Text("上限", "High"), Text("估计赢率", "Estimated win rate"),
        Text("相对平均", "Against the mean"), Text("规律", "Pattern"),
    ),
    "forecast": (
        Text("期间", "Period"), Text("预期金额", "Expected"), Text("至少（80%）", "Low (80%)"),
        Text("至多（80%）", "High (80%)"), Text("商机数", "Deals"), Text("已赢", "Won"),
        Text("目标", "Target"), Text("还差", "Gap"),
    ),
    "support": (Text("指标", "Measure"), Text("值", "Value"), Text("依据数", "Cases")),
    "focus": (
        Text("项", "Field"), Text("现在", "Now"), Text("年数", "Years"), Text("换过几次", "Switches"),
        Text("说明", "Note"),
    ),
}  # fmt: skip
