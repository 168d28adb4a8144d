"""Tabs, titles and headings of scorecards, zh beside en, by code."""

from __future__ import annotations

from kasales_xl.core.text import Text

TITLES: dict[str, Text] = {
    "tab-overview": Text("总览", "Overview"),
    "tab-team": Text("团队", "Team"),
    "tab-heat": Text("五维热图", "Heat-map"),
    "tab-questions": Text("教练提问", "Coaching"),
    "tab-support": Text("支持", "Support"),
    "tab-patterns": Text("赢单规律", "Patterns"),
    "tab-progress": Text("进展", "Progress"),
    "tab-calibration": Text("关系准不准", "Tiers and wins"),
    "title-calibration": Text("{team} 立项时的关系等级，后来赢了多少", "{team}: what came of the tiers"),
    "tab-risks": Text("风险客户", "At risk"),
    "tab-accounts": Text("客户", "Accounts"),
    "tab-findings": Text("数据问题", "Findings"),
    "tab-policy": Text("规则", "Policy"),
    "tab-teams": Text("各团队", "Teams"),
    "tab-sellers": Text("全部销售", "Sellers"),
    "tab-conflicts": Text("客户冲突", "Conflicts"),
    "tab-files": Text("文件", "Files"),
    "title-overview": Text("{team} 大客户销售记分卡", "{team}: key-account scorecard"),
    "title-team": Text("{team} 团队一览", "{team}: the team"),
    "title-heat": Text("{team} 五维：等级与数据", "{team}: grades beside the data"),
    "title-questions": Text("{team} 下次辅导可以问", "{team}: what to ask next"),
    "title-support": Text(
        "{team} 支持：谁在等，给了谁，值不值", "{team}: support, who waits and where it goes"
    ),
    "title-patterns": Text("{team} 怎样的项目赢得多", "{team}: which projects are won"),
    "title-progress": Text("{team} 谁升了谁降了，为什么", "{team}: who moved, and why"),
    "title-risks": Text("{team} 需要留意的客户", "{team}: accounts at risk"),
    "title-accounts": Text("{team} 客户清单", "{team}: all accounts"),
    "title-findings": Text("{team} 数据问题", "{team}: data findings"),
    "title-policy": Text("本次评分所用规则", "The policy behind these scores"),
    "title-organisation": Text("全公司大客户销售记分卡", "Key-account scorecard of the organisation"),
    "title-teams": Text("各团队一览", "The teams"),
    "title-sellers": Text("全部销售", "All sellers"),
    "title-conflicts": Text("两位以上销售都写了的客户", "Accounts in more than one seller's book"),
    "title-files": Text("各文件的数据问题", "Data findings by file"),
    "no-team": Text("未填团队", "No team"),
    "subtitle": Text("截至 {on} · 规则版本 {edition}", "As of {on} · policy edition {edition}"),
    "subtitle-seller": Text(
        "{id} · {team} · 目标年度自 {start} 起 · 截至 {on} · 规则版本 {edition}",
        "{id} · {team} · target year from {start} · as of {on} · policy edition {edition}",
    ),
    "subtitle-several": Text(
        "截至 {on} · 规则版本不一：{edition}",
        "As of {on} · several policy editions: {edition}",
    ),
    "by-level": Text("销售等级分布", "Sellers by level"),
    "by-tier": Text("大客户关系分布", "Key accounts by tier"),
    "gap-to": Text("离{level}还差什么", "What {level} still needs"),
    "gap-none": Text("已在最高等级，下面是要守住的", "At the highest level; this is what to keep"),
    "dimensions": Text("五维能力", "Five dimensions"),
    "key-accounts": Text("计入的大客户", "Key accounts that count"),
    "advice": Text(
        "给{level}的建议 · {kind} · {chooses}", "Advice for the {level} level · {kind} · {chooses}"
    ),
    "warnings": Text("提醒", "Worth a look"),
    "progress-title": Text("和上次比", "Since last time"),
    "team-trend": Text("团队走势", "The team over time"),
    "who-moved": Text("每个人的变化", "Seller by seller"),
    "next-actions": Text("接下来三件事", "Next three actions"),
    "leading": Text("先行指标（现在能改变的）", "Leading measures (still in your hands)"),
    "standing": Text("等级", "Standing"),
}
