"""What the sheets that nobody fills in say: 检查 and 我的记分卡."""

from __future__ import annotations

from kasales_xl.core.terms import Lang

CHECKS: dict[str, tuple[str, str]] = {
    "heading-check": ("检查什么", "Check"),
    "heading-result": ("结果", "Result"),
    "heading-light": ("状态", "State"),
    "heading-todo": ("怎么办", "What to do"),
    "overall": ("总灯", "Overall"),
    "counts": ("记录数", "Records"),
    "problems": ("要看的", "To look at"),
    "ok": ("✔ 正常", "✔ fine"),
    "look": ("▲ 请看一眼", "▲ have a look"),
    "mend": ("✖ 要改", "✖ mend this"),
    "unseen": ("– 看不到", "– not seen"),
    "addin": ("插件", "Add-in"),
    "addin-off": ("未启用，显示的是上次结果", "not running: last results shown"),
    "addin-on": ("已启用 ", "running "),
    "findings": ("数据问题（插件查出）", "Findings in the data (add-in)"),
    "count-accounts": ("客户", "Accounts"),
    "count-contacts": ("联系人", "Contacts"),
    "count-deals": ("商机", "Deals"),
    "count-support": ("支持申请", "Support requests"),
    "count-links": ("人脉关系", "Links"),
    "count-practices": ("已自评的做法（共 35 条）", "Practices graded by the rep (of 35)"),
    "count-career": ("履历", "Career"),
    "profile-blank": ("「我的信息」必填项空着", "Required fields blank on Profile"),
    "orphans-contacts": ("联系人找不到客户", "Contacts of an unknown account"),
    "orphans-deals": ("商机找不到客户", "Deals of an unknown account"),
    "orphans-support": ("支持找不到商机", "Support for an unknown deal"),
    "duplicate-ids": ("编号重复的行", "Rows with a repeated ID"),
    "missing-potential_12m": ("客户缺「12个月潜力」", "Accounts without Potential 12 months"),
    "missing-key_departments": ("客户缺「关键部门」", "Accounts without Key departments"),
}

TODO: dict[str, tuple[str, str]] = {
    "addin": (
        "没启用也能填；装好插件后自动重算。",
        "You can go on filling in; results refresh once it is installed.",
    ),
    "findings": (
        "逐条看：任一空白处输入 =KA_CHECK(KA)。",
        "To list them, type =KA_CHECK(KA) into a free cell.",
    ),
    "profile-blank": (
        "填上带 * 的项，否则评不了等级。",
        "Fill in the fields marked *, else there is no level.",
    ),
    "orphans-contacts": (
        "先在「客户」补一行，或改成那里的名称。",
        "Add the account first, or use its name there.",
    ),
    "orphans-deals": ("同上。", "The same."),
    "orphans-support": ("商机编号或名称要和「商机」一致。", "Use the ID or name on Deals."),
    "duplicate-ids": ("每行一个编号，改掉重复的。", "One ID a row: change the repeated ones."),
    "missing-potential_12m": ("不填就待判定，不计入等级。", "Undecided without it: does not count."),
    "missing-key_departments": ("不填就到不了强关系。", "No strong tier without them."),
}

CARD: dict[str, tuple[str, str]] = {
    "level": ("销售等级", "Seller level"),
    "blocked": ("卡在哪里", "What blocks it"),
    "ladder-accounts": ("客户够到", "Accounts reach"),
    "ladder-capability": ("五维够到", "Dimensions reach"),
    "progress": ("本级进度", "Progress"),
    "counts": ("大客户关系", "Key-account relations"),
    "tier": ("关系等级", "Tier"),
    "have": ("现有", "Have"),
    "next": ("下一级要", "Next level"),
    "state": ("状态", "State"),
    "grades": ("五维", "Five dimensions"),
    "grade": ("等级", "Grade"),
    "dimension": ("维度", "Dimension"),
    "radar": ("五维：现在和下一级", "Five dimensions: now and next level"),
    "now": ("现在", "Now"),
    "gap": ("离下一级还差", "Gap to the next level"),
    "requirement": ("要求", "Requirement"),
    "need": ("需要", "Need"),
    "missing": ("还差", "Missing"),
    "moves": ("下一步找谁", "Next moves"),
    "advice": ("这一级怎么走", "Advice for this level"),
    "trend": ("走势", "Trend"),
    "changes": ("和上次比，变了什么", "What changed since last time"),
    "trend-none": (
        "评过两次，再用 kasales refresh 加上 --history，这里就有走势和变化。",
        "After two scorings, kasales refresh with --history shows the trend and the changes here.",
    ),
    "trend-axis": ("等级", "Level"),
    "day": ("日期", "Day"),
    "next-code": ("下一级代码", "Code of the next level"),
    "live": ("随填随算", "live"),
    "met": ("✔ 够了", "✔ met"),
    "short": ("▲ 还差", "▲ short"),
    "fair-use": (
        "用来看差距、定行动；不得作为任用、奖惩的唯一依据。关系分和走势是本产品补充，不是方法原文。",
        "Made to show gaps and plan actions; never the sole ground for decisions on employment. "
        "Score and trend are ours, not the method's.",
    ),
}


def check_word(code: str, lang: Lang) -> str:
    return CHECKS[code][lang == "en"]


def todo_word(code: str, lang: Lang) -> str:
    """What to do about a check; blank for plain counts."""
    return TODO[code][lang == "en"] if code in TODO else ""


def card_word(code: str, lang: Lang) -> str:
    return CARD[code][lang == "en"]
