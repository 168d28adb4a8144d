"""Sentences and remarks on scorecards, zh beside en, by code."""

from __future__ import annotations

from kasales_xl.core.text import Text
from kasales_xl.text.findings.severities import SIGNED

SENTENCES: dict[str, Text] = {
    "more-accounts": Text("另有 {n} 家，见「{tab}」页", "{n} more on the {tab} page"),
    "no-accounts": Text("还没有计入的大客户", "No key account counts yet"),
    "no-questions": Text("暂时没有要问的", "Nothing to ask at present"),
    "no-support": Text("没有等待中的支持申请", "No support request is waiting"),
    "no-patterns": Text("已结商机还没有记录项目要素", "No element recorded on closed deals yet"),
    "heat-note": Text(
        "等级来自能力表，指标来自账簿数据，指标不影响销售等级。"
        "「▲ 没有记录」：评了 {grade} 级以上，账簿里却没有记录。",
        "Grades come from the capability sheet, indicators from the book's data; indicators change no level. "
        "“▲ no record”: graded {grade} or more while the book records nothing.",
    ),
    "questions-note": Text(
        "问题由规则里的条件触发，可按公司情况改写；用来开场，不用来打分。",
        "Each question follows from a rule that the company may rewrite; it opens a talk and scores nobody.",
    ),
    "patterns-note": Text(
        "全队已结商机合在一起看。标「规律」的经过误报控制（误报不超过 {share}），其余只是记录。",
        "All closed deals of the team together. What holds has passed a control of false discoveries "
        "(at most {share} false); the rest is only recorded.",
    ),
    "no-change": Text("没有变化", "no change"),
    "more-changes": Text("另有 {n} 处变化，见「进展」页", "{n} more {n:change|changes} on the Progress page"),
    "trend-about": Text("大客户数走势，{first} 到 {last}", "Key accounts by tier, {first} to {last}"),
    "progress-note": Text(
        "先把程序、规则、时间带来的变化分出来，剩下的才是客户、人和五维的变化：规则改了不怪人。",
        "A new program, new rules and time gone by are told apart first; nobody is blamed for a changed "
        "threshold.",
    ),
    "calibration-note": Text(
        "立项那天的关系等级取自历史，立项和关闭日期取自账簿。已结不满 {least} 个的不下结论；"
        "另有 {untold} 个商机没写立项日期，或立项在有历史之前。",
        "Tiers on the day of opening come from the history, the days from the books. Nothing is said below "
        "{least} closed deals; {untold} more have no day of opening, or one before the history begins.",
    ),
    "no-risks": Text("没有需要留意的客户", "No account at risk"),
    "no-findings": Text("数据没有问题", "No findings"),
    "no-conflicts": Text("没有冲突", "No conflicts"),
    "no-sellers": Text("没有可评分的销售", "No seller could be scored"),
    "no-warnings": Text("暂无", "Nothing at present"),
    "all-well": Text("没有需要特别留意的", "Nothing in particular"),
    "pair": Text("{name}：{text}", "{name}: {text}"),
    "more-lifted": Text("另有 {n} 家要往上做", "and {n} more to bring up"),
    "open-new": Text("再开拓 {n} 家新的大客户", "open {n} new key {n:account|accounts}"),
    "no-actions": Text("这周没有必做的事", "Nothing that must be done this week"),
    "raise-grade": Text(
        "七项做法共 {have} 分，满 {need} 分升到 {grade} 级",
        "{have} of the {need} points for grade {grade}",
    ),
    "need-manager": Text("请经理确认", "ask your manager to confirm"),
    "need-evidence": Text("写明演讲、文章或哪位高管的认可", "name a talk, an article or an executive's word"),
    "attention-blocked-capability": Text(
        "{n} 人客户数够了，卡在五维：{names}",
        "{n} held up by the five dimensions alone: {names}",
    ),
    "attention-blocked-expert": Text(
        "{n} 人只差专家确认：{names}",
        "{n} lack only the expert's confirmation: {names}",
    ),
    "attention-unconfirmed": Text(
        "{n} 人的五维还有经理没评的：{names}",
        "{n} with grades the manager has not confirmed: {names}",
    ),
    "attention-opposed": Text(
        "{n} 家客户有关键决策人反对：{names}",
        "{n} {n:account has|accounts have} an opposed decision maker: {names}",
    ),
    "attention-stale": Text(
        "{n} 家客户关系变冷：{names}", "{n} {n:account has|accounts have} gone cold: {names}"
    ),
    "attention-single": Text(
        "{n} 家客户只靠一个人：{names}", "{n} {n:account rests|accounts rest} on one person: {names}"
    ),
    "attention-undecided": Text(
        "{n} 家客户还定不了是不是大客户（缺资料或待赢单）：{names}",
        "{n} {n:account is|accounts are} not decided yet, data or a win is missing: {names}",
    ),
    "attention-held": Text(
        "{n} 处数据先不算：{names}", "{n} {n:cell or row|cells or rows} left out: {names}"
    ),
    "attention-rejected": Text(
        "{n} 处文件或表没读：{names}", "{n} {n:file or sheet|files or sheets} not read: {names}"
    ),
    "attention-double": Text(
        "{n} 家客户被两位以上销售重复计入，见「{tab}」",
        "{n} {n:account is|accounts are} counted by more than one seller, see {tab}",
    ),
    "names-more": Text("{names} 等 {n} 人", "{names} and others ({n})"),
    "fair-use": Text(
        "本记分卡用于辅导和改进。等级不得作为录用、解聘、降职或定薪的唯一依据；客户联系人只记业务信息。",
        "This scorecard is for coaching. Levels and grades must not be the sole ground for any decision on "
        "a person's employment. Contacts hold business data only.",
    ),
    "sources-note": Text(
        "来源说明：「方法原文」是方法本身的规定；「本产品默认」「行业惯例」由本产品设定，可按公司情况调整。",
        "Sources: what is marked “the method” is the method's own rule; “our default” and “field practice” "
        "were set by this product and are meant to be adjusted.",
    ),
    "no-ranking": Text(
        "按销售编号排列，不作排名。五维后的「自评」表示经理还没确认。",
        "In order of seller ID, not ranked. A grade marked “self” is not yet confirmed by the manager.",
    ),
    "radar-about": Text(
        "五维雷达图：{grades}；{level}要求每项 {need}",
        "Radar of the five dimensions: {grades}; {level} needs {need} each",
    ),
    "levels-about": Text("各等级人数：{counts}", "Sellers by level: {counts}"),
    "tiers-about": Text("各关系等级的大客户数：{counts}", "Key accounts by tier: {counts}"),
    **{f"severity-{severity.value}": signed for severity, signed in SIGNED.items()},
    "tally-warn": Text("请核对", "To check"),
    "tally-hold": Text("先不算", "Left out"),
    "tally-reject": Text("没读", "Not read"),
}
