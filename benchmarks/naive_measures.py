"""What the straightforward script says beside tiers and levels: the score of an account, the gap, growth,
results, patterns, support. Formulas as in the method; pandas where one would use it."""

from __future__ import annotations

import math

import pandas as pd

WON, OPEN = ["合同", "交付", "赢单"], ["孵化", "验证", "方案", "影响", "控制"]
ELEMENTS = ["预算月份", "采购方式", "决策部门", "关键标准", "主要对手", "我方在位"]
NEEDS = {
    "novice": [("accounts_junior_or_better", 2)],
    "junior": [("accounts_mid_or_better", 3), ("accounts_junior_or_better", 8)],
    "intermediate": [
        ("accounts_strong", 1),
        ("accounts_mid_or_better", 4),
        ("accounts_junior_or_better", 9),
    ],
    "senior": [],
}
GRADES = {"novice": 1, "junior": 2, "intermediate": 3, "senior": 3}


def account_score(departments, people, dms, on):
    """0–100: department cover 40, share of decision makers 30, no opposition 10, recency 20."""
    if people.empty:
        return 0.0
    who = dms if len(dms) else people
    days = (on - who["最近联系"]).dt.days.clip(lower=0)
    recency = (0.5 ** (days / 90)).fillna(0).mean()
    influenced = dms[dms["能否影响"] == "能"]
    covered = influenced["部门"].nunique() / len(departments) if departments else 0
    share = len(influenced) / len(dms) if len(dms) else 0
    calm = 1 - (dms["立场"] == "反对").mean() if len(dms) else 0
    return round(40 * covered + 30 * share + 10 * calm + 20 * recency, 1)


def gap(level, counts, grades):
    strong, mid, junior = (counts.get(name, 0) for name in ("strong", "mid", "junior"))
    have = {
        "accounts_strong": strong,
        "accounts_mid_or_better": strong + mid,
        "accounts_junior_or_better": strong + mid + junior,
    }
    lines = [(name, have[name], need, max(0, need - have[name])) for name, need in NEEDS[level]]
    needed = GRADES[level]
    return lines + [(f"grade_{d}", grade, needed, max(0, needed - grade)) for d, grade in grades.items()]


def wilson(k, n, z=1.959964):
    if not n:
        return 0.0, 1.0
    rate, width = k / n, z * math.sqrt(k / n * (1 - k / n) / n + z * z / 4 / n / n)
    middle = rate + z * z / 2 / n
    return (middle - width) / (1 + z * z / n), (middle + width) / (1 + z * z / n)


def growth(table, deals, on):
    """Projects and mean amount per key account, the last twelve months against the twelve before."""
    year, before = on - pd.DateOffset(months=12), on - pd.DateOffset(months=24)
    won = deals[deals["阶段"].isin(WON)]
    rows = []
    for name in table.loc[table["key"] == "yes", "account"]:
        mine = won[won["客户名称"] == name]
        now = mine[(mine["关闭日期"] > year) & (mine["关闭日期"] <= on)]
        then = mine[(mine["关闭日期"] > before) & (mine["关闭日期"] <= year)]
        rows.append((name, len(now), now["金额"].mean(), len(then), then["金额"].mean()))
    return pd.DataFrame(rows, columns=["account", "now", "mean_now", "then", "mean_then"])


def results(deals, start, target, on):
    """Win rate with its interval, cycle, attainment, pipeline cover; red flags of the open deals."""
    closed = deals[deals["阶段"].isin([*WON, "输单"])]
    won = closed[closed["阶段"].isin(WON)]
    in_period = won[won["关闭日期"] >= start]["金额"].sum()
    open_deals = deals[deals["阶段"].isin(OPEN)]
    due = open_deals[open_deals["预计成交"] < start + pd.DateOffset(years=1)]["金额"].sum()
    aged = (on - pd.to_datetime(open_deals["进入阶段日期"])).dt.days > 90
    overdue = open_deals["预计成交"] < on
    rest = max(0.0, target - in_period)
    return {
        "k": len(won),
        "n": len(closed),
        "interval": wilson(len(won), len(closed)),
        "cycle": (won["关闭日期"] - pd.to_datetime(won["立项日期"])).dt.days.median(),
        "won": float(in_period),
        "attainment": in_period / target if target else None,
        "cover": due / rest if rest else None,
        "flags": open_deals.loc[aged | overdue, "商机名称"].tolist(),
        "expected": float((open_deals["金额"] * (len(won) / len(closed) if len(closed) else 0)).sum()),
    }


def patterns(deals):
    """Each value of each element over the seller's closed deals: k, n, interval, lift, shrunk rate."""
    closed = deals[deals["阶段"].isin([*WON, "输单"])].assign(won=lambda d: d["阶段"].isin(WON))
    base = closed["won"].mean() if len(closed) else 0
    rows = []
    for element in ELEMENTS:
        for value, group in closed.groupby(element):
            k, n = int(group["won"].sum()), len(group)
            lift = (k / n) / base if base else None
            rows.append((element, value, k, n, *wilson(k, n), lift, (k + 5 * base) / (n + 5)))
    columns = ["element", "value", "k", "n", "low", "high", "lift", "rate"]
    return pd.DataFrame(rows, columns=columns)


def account_patterns(deals):
    """The same per account, where three or more deals carry the value."""
    closed = deals[deals["阶段"].isin([*WON, "输单"])].assign(won=lambda d: d["阶段"].isin(WON))
    found = []
    for element in ELEMENTS:
        grouped = closed.groupby(["客户名称", element])["won"].agg(["sum", "count"])
        found.append(grouped[grouped["count"] >= 3].reset_index())
    return found


def support(requests, on):
    """Granted share of the days, median wait, waiting requests with their age."""
    requests = requests[requests["申请编号"].notna()]
    waiting = requests[requests["状态"] == "待批"]
    wait = (pd.to_datetime(requests["批准日期"]) - pd.to_datetime(requests["申请日期"])).dt.days
    asked, granted = requests["申请人天"].sum(), requests["批准人天"].sum()
    return {
        "share": granted / asked if asked else None,
        "wait": wait.median(),
        "by_party": requests.groupby("支持方")["申请人天"].sum().to_dict(),
        "waiting": [
            (row["商机"], row["支持方"], (on - pd.Timestamp(row["申请日期"])).days)
            for _, row in waiting.iterrows()
        ],
    }
