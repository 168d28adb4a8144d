"""What only the first page of a team or of the organisation says, and the pages behind it."""

from __future__ import annotations

from kasales_xl.core.text import Text

PACK: dict[str, Text] = {
    "three": Text("这三件要你出面", "Three that need you"),
    "three-note": Text(
        "先看有人反对、支持过期没批、阶段和事实对不上的，再按在手金额从大到小；其余{where}。",
        "First where somebody is opposed, support is overdue or stage and facts contradict, then by the money "
        "in open deals; the rest {where}.",
    ),
    "rest-here": Text("见「{tab}」", "is on the tab {tab}"),
    "rest-in-teams": Text("在各团队工作簿的「{tab}」", "is in each team's workbook, tab {tab}"),
    "you-do": Text("请你做什么", "What to do"),
    "in-play": Text("在手金额（{unit}）", "In open deals ({unit})"),
    "at-risk": Text("有风险的在手金额（{unit}）", "Money at risk ({unit})"),
    "at-risk-note": Text(
        "{n} 家客户，占在手金额 {share}", "{n} {n:account|accounts}, {share} of all in open deals"
    ),
    "year-forecast": Text("年度预测（{unit}）", "Year forecast ({unit})"),
    "against-target": Text("预测比目标（{unit}）", "Forecast against target ({unit})"),
    "forecast-group": Text("年度预测", "Forecast"),
    "without-target": Text("{n} 人没填目标，不算在内", "{n} without a target left out"),
    "pipeline": Text("各季度业绩和商机（{unit}）", "Results and pipeline by quarter ({unit})"),
    "pipeline-about": Text("各季度已赢加预期：{lines}", "Won and expected by quarter: {lines}"),
    "pipeline-note": Text(
        "预期 = 在手商机金额 × 赢单把握，按预计成交日归季度；实际赢下的，{sure} 落在区间里。"
        "目标按月份分到季度。",
        "Expected = amount × win chance of the open deals, by expected close; what they come to lies in the "
        "interval with {sure}. The target is shared out by month.",
    ),
    "span-year": Text("目标年度合计", "Target year"),
    "span-later": Text("目标年度以后", "Later"),
    "span-no-day": Text("过期或没写日期", "Overdue or undated"),
    "target-plain": Text("目标", "Target"),
    "won-plain": Text("已赢", "Won"),
    "open-n": Text("在手个数", "Open"),
    "between": Text("{sure} 区间", "{sure} interval"),
    "movers": Text("谁升了，谁降了", "Who rose, who fell"),
    "movers-since": Text("谁升了，谁降了（和 {day} 比）", "Who rose, who fell since {day}"),
    "rose": Text("▲ 升 {n} 人", "▲ Rose: {n}"),
    "fell": Text("▼ 降 {n} 人", "▼ Fell: {n}"),
    "nobody": Text("没有人", "Nobody"),
    "no-history": Text(
        "还没有上一次的记录；下次评分就能比。", "No earlier scoring yet; from the next one on there is."
    ),
    "then": Text("上次", "Then"),
    "way-so-far": Text("一路走来", "The way so far"),
    "people-and-accounts": Text("人和客户", "People and accounts"),
    "risk-accounts": Text("风险客户", "Accounts at risk"),
    "risk-group": Text("风险", "At risk"),
    "deals-at-stake": Text("商机哪里不对", "What is wrong with its deals"),
    "urgency": Text("急不急", "How urgent"),
    "urgency-act": Text("▲ 要出面", "▲ needs you"),
    "urgency-watch": Text("● 要跟进", "● follow up"),
    "urgency-open": Text("○ 补资料", "○ data missing"),
    "money": Text("{n} {unit}", "{n} ({unit})"),
    "more-risks": Text(
        "按在手金额列前 {n} 家；另有 {more} 家，共 {amount}。全部：kasales score --details",
        "The first {n} by money; {more} more with {amount} in all. All of them: kasales score --details",
    ),
    "more-of-deals": Text(
        "按预期金额列前 {n} 个；另有 {more} 个，预期共 {amount}。全部：kasales score --details",
        "The first {n} by expected amount; {more} more with {amount} expected. All of them: "
        "kasales score --details",
    ),
    "more-movers": Text(
        "另有 {n} 人变化较小。全部：kasales score --details",
        "{n} more with smaller changes. All of them: kasales score --details",
    ),
    "by-id": Text("按销售编号排列，不作排名。", "In order of seller ID, not ranked. "),
    "index-note": Text(
        "点姓名看这个人的一页；每页右上角可以回到这里。", "A name leads to that seller's page, and back."
    ),
    "to-index": Text("← 团队一览", "← The team"),
    "ranked": Text(
        "按等级和本级进度从高到低（--ranking）。", "By level and progress in it, highest first (--ranking). "
    ),
}
