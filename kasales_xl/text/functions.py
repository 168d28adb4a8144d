"""What the worksheet functions say, zh beside en."""

from __future__ import annotations

from kasales_xl.core.terms import Lang

WORDS: dict[str, tuple[str, str]] = {
    "no-workbook": (
        "这里读不到整本账簿，请写 {function}(KA,…)",
        "This program cannot see the workbook: write {function}(KA, …)",
    ),
    "no-package": (
        "LibreOffice 找不到 kasales_xl，运行 kasales addin install --libreoffice",
        "LibreOffice cannot find kasales_xl: run kasales addin install --libreoffice",
    ),
    "addin-name": ("大客户销售函数", "Key-account sales functions"),
    "examples-title": ("工作表函数，一个一页", "The worksheet functions, a sheet each"),
    "examples-how": (
        "数据在后面几页，改一格试试。存着的结果按 {day} 计算；装了插件，会按今天重算。",
        "The data stands on the last sheets: change a cell. Stored answers are as of {day}; "
        "with the add-in they are computed for today.",
    ),
    "example-handle": (
        "放在名为 KA 的单元格里（见目录）",
        "it stands in the cell named KA (see the index)",
    ),
    "reference-intro": (
        "在单元格里直接写。模板里名为 KA 的单元格把整本账簿读一次，其他函数凭它查结果。"
        "结果用账簿的语言；没有内容就是空白。每个函数的活例子见 `workbook/examples.xlsx`。",
        "Type them into cells. The cell named KA of the template reads the whole book once; the other "
        "functions look things up by it. Answers are in the book's language; nothing to say is blank. "
        "`workbook/examples.xlsx` has a live example of each.",
    ),
    "reference-handle": (
        "凭句柄查，快，只在内容变了才重算",
        "by the handle: fast, computed again on a change only",
    ),
    "reference-here": (
        "不填账簿：读当前工作簿，每次计算都跟着变",
        "no book: reads the workbook you are in and follows every calculation",
    ),
    "reference-shift": ("账簿可以填、留空或不写", "the book may be given, left blank or left out"),
    "reference-range": (
        "一片单元格得到一片答案；几片要一样大",
        "one answer for each cell of a range; several ranges must be of one size",
    ),
    "reference-hosts": (
        "LibreOffice 里参数用分号隔开；KA_BOOK 的前四张表要选单元格区域（没有就在两个分号之间留空），"
        "表格结果要按数组公式输入（Ctrl+Shift+Enter），或用 INDEX 取一格。"
        "看不到工作簿的程序（xlwings Lite）只能凭句柄查，会在格子里这样说明。"
        "两个环境变量管所有程序：KASALES_TODAY=2026-06-30 换评分日，"
        "KASALES_LANG=zh|en 换不属于账簿的答案的语言。",
        "In LibreOffice arguments are separated by semicolons; the first four tables of KA_BOOK must be cell "
        "ranges (nothing between two semicolons for none), and a table answer is entered as an array formula "
        "(Ctrl+Shift+Enter) or picked from with INDEX. A program that cannot see the workbook (xlwings Lite) "
        "needs the handle and says so in the cell. Two environment variables hold in every program: "
        "KASALES_TODAY=2026-06-30 is another scoring day, KASALES_LANG=zh|en the language of answers that "
        "belong to no book.",
    ),
    "result-text": ("文字", "text"),
    "result-number": ("数", "number"),
    "result-table": (
        "表格（KA_DIMENSIONS、KA_DEAL、KA_SUPPORT 指定一项时是单个值）",
        "table (one value where a measure is named)",
    ),
    "error-NA": ("没有这个客户、商机或人，或还定不了", "unknown account, deal or person, or undecided"),
    "error-VALUE": ("参数用不了", "an argument that cannot be used"),
    "error-REF": ("句柄过期了：重算账簿那一格", "a stale handle: recalculate the book's cell"),
    "no-seller": ("先在「我的信息」填销售编号和姓名", "Fill in Seller ID and Name on Profile first"),
    "level-is": ("{level}：", "{level}: "),
    "to-next": ("到{level}：{what}", "to {level}: {what}"),
    "held": ("有 {n} 处数据没算进来，见检查表", "{n} finding(s) left data out, see Checks"),
    "undecided": ("是不是大客户还定不了，补填：{columns}", "key account undecided, fill in: {columns}"),
    "not-owned": ("负责人是{owner}，不计入本人", "counts for its owner, {owner}"),
    "mind": ("留意：{what}", "mind: {what}"),
    "not-graded": ("{name}还没打分", "{name} is not graded yet"),
    "graded": (
        "{name} {grade} 级：七项共 {total} 分，除以 7 取整，已填 {filled} 项",
        "{name} grade {grade}: {total} points over 7 practices, rounded down, {filled} filled in",
    ),
    "stale": ("{days} 天没联系", "not met for {days} days"),
    "elsewhere": (
        "标了关键决策人，但部门不在客户的关键部门里",
        "key decision maker, but not in a key department",
    ),
    "opposed-dm": ("关键决策人反对，强关系过不去", "an opposed key decision maker blocks a strong relation"),
    "opposed": ("反对我方", "opposed to us"),
    "no-path": ("还找不到引荐的人，先补人脉表", "nobody leads there yet: fill in Links"),
    "track": ("赛道", "Track"),
    "industry": ("行业", "Industry"),
    "deal-relationship": ("关系优势", "Relationship"),
    "deal-solution": ("方案优势", "Solution"),
    "deal-price": ("价格接受度", "Price acceptance"),
    "deal-insight": ("规律把握", "Insight"),
    "deal-score": ("四项优势合计", "Four advantages"),
    "deal-expected": ("预期金额", "Expected amount"),
    "deal-fit": ("规律匹配", "Pattern fit"),
    "deal-warnings": ("提醒", "Warnings"),
    "deal-real": ("需求属实", "Real need"),
    "deal-win": ("有机会赢", "Can win"),
    "deal-stay": ("阶段停留天数", "Days in stage"),
    "deal-overdue": ("过了预计成交几天", "Days past the expected close"),
    "deal-support": ("批准人天", "Person-days granted"),
    "source-relationship": ("本：客户关系{tier}", "ECM: the account's tier is {tier}"),
    "source-own-grade": ("商机表自评", "graded on Deals"),
    "source-insight": ("律：过去的项目", "PBM: past deals"),
    "source-score": ("满分 12", "out of 12"),
    "source-expected": (
        "金额 × 收缩赢率 {rate}（这家客户 {n} 个赢 {k} 个）",
        "amount × shrunk rate {rate} (this account: {k} of {n} won)",
    ),
    "source-stay": ("本人平时 {usual} 天（{n} 个在手商机）", "usually {usual} days ({n} open deals)"),
    "source-support": ("势：支持表", "MCI: Support"),
    "advice": (
        "{kind}：{chooses}。选公司：{company}。接下来：{do}。",
        "{kind}: {chooses}. Choosing a company: {company}. Next: {do}.",
    ),
}

#: Header rows of the answers that are tables.
HEADERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "tiers": (("客户", "大客户", "等级", "关系分"), ("Account", "Key account", "Tier", "Score")),
    "gap": (("要求", "现有", "需要", "还差"), ("Requirement", "Have", "Need", "Missing")),
    "check": (("表", "行", "列", "发现", "怎么改"), ("Sheet", "Row", "Column", "Found", "How to fix")),
    "next": (("客户", "举措", "人", "效果"), ("Account", "Move", "Person", "Effect")),
    "dimensions": (
        ("维度", "等级", "指标", "提示"),
        ("Dimension", "Grade", "Indicator", "Flag"),
    ),
    "indicators": (("指标", "值", "依据数", "怎么算"), ("Indicator", "Value", "Cases", "Formula")),
    "deal": (("项", "值", "来源"), ("Item", "Value", "Source")),
    "win-rate": (("赢", "总数", "赢率", "下限", "上限"), ("Won", "Closed", "Rate", "Low", "High")),
    "pattern": (
        ("要素", "取值", "赢", "总数", "下限", "上限", "收缩赢率", "提升", "规律"),
        ("Element", "Value", "Won", "Closed", "Low", "High", "Rate (shrunk)", "Lift", "Law"),
    ),
    "support": (("指标", "值", "依据数"), ("Measure", "Value", "Cases")),
    "focus": (
        ("项", "现在", "年数", "换过几次", "说明"),
        ("Field", "Now", "Years", "Switches", "Note"),
    ),
}


def say(code: str, lang: Lang, **fields: object) -> str:
    """The sentence of a code, its ``{fields}`` filled in."""
    return WORDS[code][lang == "en"].format(**fields)


def headers(code: str, lang: Lang) -> tuple[str, ...]:
    return HEADERS[code][lang == "en"]
