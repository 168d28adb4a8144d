"""What only the first page of a team or of the organisation says, and the pages behind it."""

from __future__ import annotations

from kasales_xl.core.text import Text

PACK: dict[str, Text] = {
    "three": Text("这三件要你出面（金额：{unit}）", "Three that need you (money: {unit})"),
    "three-note": Text(
        "先看有钱在手又有关键决策人反对的，再看支持过期没批、阶段和事实对不上的，都按在手金额从大到小"
        "（销售自己说赢不了、需求不属实的，钱不参加排序）；其余{where}。",
        "First where a key decision maker is opposed and money is in play, then where support is overdue or "
        "stage and facts contradict, each by the money in open deals (not counting deals the seller calls "
        "not winnable or not real); the rest {where}.",
    ),
    "rest-here": Text("见「{tab}」", "is on the tab {tab}"),
    "rest-in-teams": Text("在各团队工作簿的「{tab}」", "is in each team's workbook, tab {tab}"),
    "you-do": Text("请你做什么", "What to do"),
    "in-play": Text("在手金额", "In open deals"),
    "in-play-in": Text("在手金额（{unit}）", "In open deals ({unit})"),
    "at-risk": Text("有风险的在手金额", "Money at risk"),
    "at-risk-note": Text(
        "{n} 家客户，占在手金额 {share}", "{n} {n:account|accounts}, {share} of all in open deals"
    ),
    "year-forecast": Text("年度预测", "Year forecast"),
    "none-due": Text("年内没有待成交的商机", "no open deal due in the year"),
    "against-target": Text("预测比目标", "Against target"),
    "against-how": Text(
        "预测比目标 = 预测 {foretold} − 目标 {target}，只算填了目标的人；"
        "没填目标的 {n} 人预测 {rest}，不算在内。",
        "Against target = forecast {foretold} − target {target} of those with a target; the forecast {rest} "
        "of {n} without one is left out.",
    ),
    "money-group": Text("业绩和预测（{unit}）", "Results and forecast ({unit})"),
    "lagging-in": Text("结果和预测（{unit}）", "Results and forecast ({unit})"),
    "risk-in": Text("现在能改变的（金额：{unit}）", "Still in your hands (money: {unit})"),
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
    "target-plain": Text("年度目标", "Annual target"),
    "won-plain": Text("本年度已赢", "Won this year"),
    "quarter-target": Text("目标", "Target"),
    "quarter-won": Text("已赢", "Won"),
    "open-n": Text("在手（有金额）", "Open, with amount"),
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
    "ways": Text("每个人一路走来", "Each seller's way so far"),
    "ways-note": Text(
        "一格一人，按编号：0 小白、1 初级、2 中级、3 高级、4 顶级，中间是本级进度。",
        "One picture each, by ID: 0 novice, 1 junior, 2 intermediate, 3 senior, 4 top, progress in between.",
    ),
    "ways-about": Text("等级走势，{first} 到 {last}", "level from {first} to {last}"),
    "unchanged": Text("{n} 人没有变化：{names}", "{n} unchanged: {names}"),
    "people-and-accounts": Text("人和客户", "People and accounts"),
    "risk-accounts": Text("风险客户", "Accounts at risk"),
    "deals-at-stake": Text("商机哪里不对", "What is wrong with its deals"),
    "urgency": Text("急不急", "How urgent"),
    "urgency-act": Text("▲ 要出面", "▲ needs you"),
    "urgency-watch": Text("● 要跟进", "● follow up"),
    "urgency-open": Text("○ 补资料", "○ data missing"),
    "money": Text("{n} {unit}", "{n} ({unit})"),
    "more-risks": Text(
        "有关键决策人反对的都在，其余按在手金额，共列 {n} 家；另有 {more} 家，共 {amount}。"
        "全部：kasales score --details",
        "All with an opposed decision maker, the others by money, {n} in all; {more} more with {amount}. "
        "All of them: kasales score --details",
    ),
    "more-of-deals": Text(
        "按预期金额列前 {n} 个；另有 {more} 个，预期共 {amount}。全部：kasales score --details",
        "The first {n} by expected amount; {more} more with {amount} expected. All of them: "
        "kasales score --details",
    ),
    "unpriced-deals": Text(
        "这里的在手商机里有 {n} 个没写金额，预测和商机个数都不算它们。",
        "{n} of the open deals here {n:has|have} no amount; the forecast and its number of deals leave "
        "them out.",
    ),
    "more-movers": Text(
        "另有 {n} 人变化较小。全部：kasales score --details",
        "{n} more with smaller changes. All of them: kasales score --details",
    ),
    "by-id": Text("按销售编号排列，不作排名。", "In order of seller ID, not ranked. "),
    "index-note": Text(
        "点姓名看这个人的一页；每页右上角可以回到这里。", "A name leads to that seller's page, and back."
    ),
    "title-plan": Text("{account} 经营计划", "Account plan: {account}"),
    "tab-plan": Text("计划 {account}", "Plan {account}"),
    "to-seller": Text("← {name}", "← {name}"),
    "plan-standing": Text("关系和钱（{unit}）", "Relation and money ({unit})"),
    "plan-open": Text("{n} 个在手商机", "{n} open {n:deal|deals}"),
    "plan-potential": Text("12 个月潜力", "Potential, 12 months"),
    "plan-map": Text("关系图", "Relationship map"),
    "plan-next": Text("差在哪里，下一步", "What is missing, what is next"),
    "plan-top": Text("已是强关系，守住", "The strongest relation: keep it"),
    "plan-moves": Text("升级路上找谁", "Whom to see on the way up"),
    "plan-no-moves": Text("升下一级不靠这家", "The next level does not depend on it"),
    "plan-written": Text("账簿里写的", "What the book says"),
    "plan-deals": Text("在手商机（{unit}）", "Open deals ({unit})"),
    "plan-support": Text("支持", "Support"),
    "plan-granted": Text("已批 {days} 人天", "{days} person-days granted"),
    "plan-history": Text("过去（{unit}）", "History ({unit})"),
    "plan-no-past": Text("还没有结束的商机", "No closed deal yet"),
    "plan-won": Text("✓ 赢", "✓ won"),
    "plan-lost": Text("输", "lost"),
    "plan-end": Text("结果", "Result"),
    "plan-closed": Text("结束日期", "Closed"),
    "forecast-about": Text("每季度的预测 / 实际：{lines}", "Forecast / actual by quarter: {lines}"),
    "more-plain": Text("另有 {n} 家", "{n} more"),
    "all-met": Text("✓ 够了的（现有/要求）：{met}", "✓ Met (have/need): {met}"),
    "one-met": Text("{demand} {have}/{need}", "{demand} {have}/{need}"),
    "ask-next": Text("下次辅导可以问", "To ask next time"),
    "to-index": Text("← 团队一览", "← The team"),
    "ranked": Text(
        "按等级和本级进度从高到低（--ranking）。", "By level and progress in it, highest first (--ranking). "
    ),
}
