"""What the sheets that nobody fills in say: 检查 and 我的记分卡."""

from __future__ import annotations

from kasales_xl.core.findings import Severity
from kasales_xl.core.text import Text, same
from kasales_xl.layout.last_results import DAY_NAME
from kasales_xl.text.findings.severities import SIGNED

CHECKS: dict[str, Text] = {
    "heading-result": Text("结果", "Result"),
    "heading-light": Text("状态", "State"),
    "heading-todo": Text("怎么办", "What to do"),
    "overall": Text("总的看", "Overall"),
    "counts": Text("记录数", "Records"),
    "problems": Text("要看的", "To look at"),
    "ok": Text("✔ 正常", "✔ fine"),
    "look": SIGNED[Severity.WARN],
    "mend": SIGNED[Severity.HOLD],
    "overall-look": Text("▲ 有几处请核对", "▲ some to check"),
    "overall-mend": Text("✖ 有几处先不算，先改", "✖ some left out: fix first"),
    "addin-off": Text("▲ 没启用", "▲ not running"),
    "unseen": Text("– 看不到", "– not seen"),
    "addin": Text("插件", "Add-in"),
    "addin-on": Text("插件已启用 ", "Add-in running "),
    "findings": Text("填写上的问题", "Cells in question"),
    "list": Text("逐条看，最要紧的在前", "One by one, the weightiest first"),
    "heading-found": Text("发现", "Found"),
    "heading-fix": Text("怎么改", "How to fix"),
    "several": Text(" 等 ", " and others: "),
    "places": Text(" 处", " places"),
    "nothing-found": Text("没有发现问题", "Nothing found"),
    "file-only": Text(
        "这里列的是格里的问题。公式被改、下拉或保护没了，只有文件上看得出：用 kasales check。",
        "These are problems in cells. Formulas, drop-downs or protection that are gone show only in the "
        "file: run kasales check.",
    ),
    "more-findings": Text("后面还有，运行 kasales check 看全部", "There are more: kasales check lists all"),
    "count-accounts": Text("客户", "Accounts"),
    "count-contacts": Text("联系人", "Contacts"),
    "count-deals": Text("商机", "Deals"),
    "count-support": Text("支持申请", "Support requests"),
    "count-links": Text("人脉关系", "Links"),
    "count-practices": Text("已自评的做法（共 35 条）", "Practices graded by the rep (of 35)"),
    "count-career": Text("履历", "Career"),
    "profile-blank": Text("「我的信息」必填项空着", "Required fields blank on Profile"),
    "orphans-contacts": Text("联系人找不到客户", "Contacts of an unknown account"),
    "orphans-deals": Text("商机找不到客户", "Deals of an unknown account"),
    "orphans-support": Text("支持找不到商机", "Support for an unknown deal"),
    "duplicate-ids": Text("编号重复的行", "Rows with a repeated ID"),
    "missing-potential_12m": Text("客户缺「12个月潜力」", "Accounts without Potential 12 months"),
    "missing-key_departments": Text("客户缺「关键部门」", "Accounts without Key departments"),
}

#: The inside of a formula that says whose results are shown where the add-in does not answer. It is there but
#: could not read the book, or it is not there at all.
NOT_ALIVE = same('IF(ISERROR(KA_VERSION()),"{off}","{silent}")&{day}&"{results}"')(
    off=Text("没有启用插件：显示 ", "The add-in is not running: results of "),
    silent=Text("插件这次没算出来：显示 ", "The add-in could not calculate: results of "),
    day=DAY_NAME,
    results=Text(" 的结果", " shown"),
)

#: What to do about a check; plain counts ask for nothing.
CHECK_ADVICE: dict[str, Text] = {
    "addin": Text(
        "没启用也能填。显示「–」的是新加的行：装上插件，或请管理员用 kasales refresh 更新账簿，就有结果。",
        "You can go on filling in. New rows show “–”: install the add-in, or have the book refreshed with "
        "kasales refresh, to get their results.",
    ),
    "findings": Text(
        "下面逐条列着，点「在哪」就到那一格；改好了，格子的颜色就没了。",
        "They are listed below: click a place to get there. The colour goes once the cell is changed.",
    ),
    "profile-blank": Text(
        "填上带 * 的项，否则评不了等级。",
        "Fill in the fields marked *, else there is no level.",
    ),
    "orphans-contacts": Text(
        "先在「客户」补一行，或改成那里的名称。",
        "Add the account first, or use its name there.",
    ),
    "orphans-deals": Text("同上。", "The same."),
    "orphans-support": Text("商机编号或名称要和「商机」一致。", "Use the ID or name on Deals."),
    "duplicate-ids": Text("每行一个编号，改掉重复的。", "One ID a row: change the repeated ones."),
    "missing-potential_12m": Text("不填就待判定，不计入等级。", "Undecided without it: does not count."),
    "missing-key_departments": Text("不填就到不了强关系。", "No strong tier without them."),
}

CARD: dict[str, Text] = {
    "level": Text("销售等级", "Seller level"),
    "level-accounts": Text("客户关系已到的等级", "What your accounts reach"),
    "ladder-accounts": Text("取低的一条：客户到", "The lower of: accounts "),
    "ladder-capability": Text("能力到", "capability "),
    "not-graded": Text("（还没打分）", "not graded yet"),
    "waits-before": Text("先到「能力」表自评，再请", "Grade yourself on Capability, then "),
    "waits-confirms": Text("确认", " confirms"),
    "boss": Text("经理", "your manager"),
    "blocked": Text("卡在哪里", "What blocks it"),
    "progress": Text("本级进度", "Progress in this level"),
    "seats": Text("大客户席位：", "Key-account seats: "),
    "grades": Text("五维", "Five dimensions"),
    "dimension": Text("维度", "Dimension"),
    "grade-line": Text("━ 现在", "━ now"),
    "next-line": Text("┅ 要到", "┅ need"),
    "state": Text("状态", "State"),
    "practices-wait": Text("还等 ", "needs "),
    "practices": Text(" 条", " more"),
    "met": Text("✔ 够了", "✔ met"),
    "short": Text("▲ 还差", "▲ short"),
    "radar": Text("五维：现在和下一级", "Five dimensions: now and next level"),
    "radar-waits": Text(
        "五维图还没有：「能力」表打了分就画出来", "The chart is drawn once Capability is graded"
    ),
    "radar-how": Text("35 条做法，每条 0–3 分，约十分钟", "35 practices, 0–3 each, about ten minutes"),
    "now": Text("现在", "Now"),
    "next": Text("下一级要", "Next level"),
    "steps": Text("第一次：三步", "The first time: three steps"),
    "moves": Text("接下来见谁", "Whom to see next"),
    "others": Text("还要做的", "What else to do"),
    "findings": Text("填写上先改这几处", "Cells to put right first"),
    "advice": Text("这一级怎么走", "Advice for this level"),
    "trend": Text("走势", "Trend"),
    "changes": Text("和上次比，变了什么", "What changed since last time"),
    "trend-axis": Text("等级", "Level"),
    "day": Text("日期", "Day"),
    "level-name": Text("等级", "Level"),
    "next-code": Text("下一级代码", "Code of the next level"),
    "live": Text("随填随算", "live"),
    "fair-use": Text(
        "用来看差距、定行动；不得作为任用、奖惩的唯一依据。关系分和走势是本产品补充，不是方法原文。",
        "Made to show gaps and plan actions; never the sole ground for decisions on employment. "
        "Score and trend are ours, not the method's.",
    ),
}

#: What stands in place of people to see before the book names its seller: what to fill in, and what for.
FIRST_STEPS: tuple[tuple[Text, Text], ...] = (
    (
        Text("1 「我的信息」：编号、姓名、年度目标", "1 Profile: ID, name, annual target"),
        Text(
            "没有姓名评不了等级，没有目标看不出谁是大客户",
            "without them there is no level and no key account",
        ),
    ),
    (
        Text("2 「客户」「联系人」「商机」：最重要的三家", "2 Accounts, Contacts, Deals: your top three"),
        Text(
            "每家两三个人、在谈的项目，没把握就空着",
            "two or three people each, open deals; blank if unsure",
        ),
    ),
    (
        Text("3 「能力」：35 条做法打分", "3 Capability: grade the 35 practices"),
        Text("先自评，再请经理确认", "grade yourself, then your manager confirms"),
    ),
)
