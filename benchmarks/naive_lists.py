"""What the straightforward script lists beside measures: every account, risk, open deal and person to look
after, as the scorecards of the product do. Plain pandas, a row at a time where that is what one writes."""

from __future__ import annotations

import pandas as pd
from naive_measures import ELEMENTS, OPEN, WON
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

RELATION = {"unknown": 0, "none": 0, "junior": 1, "mid": 2, "strong": 3}
#: From these stages on a deal that is not real, or cannot be won, is a red flag.
QUALIFIED = ["方案", "影响", "控制"]


def named(people):
    return "、".join(str(d) + str(n) for d, n in zip(people["部门"], people["姓名"], strict=True))


def lacking(tier, departments, known, dms):
    """What the next tier asks for, in words."""
    won = dms[dms["能否影响"] == "能"]
    if tier == "unknown":
        return "还没有联系人"
    if tier == "none":
        return "还差 1 位能影响的业务相关联系人"
    if tier == "junior":
        return "还差：" + named(dms[dms["能否影响"] != "能"]) if len(dms) else "找到关键决策人"
    if tier == "mid":
        open_departments = [d for d in departments if d not in set(won["部门"])]
        words = ["覆盖这些关键部门：" + "、".join(open_departments)] if open_departments else []
        if len(won) < 0.75 * len(dms):
            words.append("还没影响：" + named(dms[dms["能否影响"] != "能"]))
        opposed = dms[dms["立场"] == "反对"]
        if len(opposed):
            words.append("反对：" + named(opposed))
        return "；".join(words)
    return ""


def account_list(name, facts):
    """Every account with its verdicts and what it lacks."""
    rows = []
    for account, verdict, departments, known, dms in facts:
        won = dms[dms["能否影响"] == "能"]
        rows.append(
            (
                account["客户名称"], account["客户编号"], name, account["负责人"], verdict.key,
                "是" if verdict.key == "yes" else "否", verdict.tier, verdict.score,
                f"{len(won)}/{len(dms)}", f"{won['部门'].nunique()}/{len(departments)}",
                lacking(verdict.tier, departments, known, dms),
                "12个月潜力" if pd.isna(account["12个月潜力"]) else "",
            )
        )  # fmt: skip
    return rows


def risk_list(name, facts, on):
    """Key and undecided accounts with opposed decision makers, cold relations or a single thread."""
    rows = []
    for _account, verdict, _departments, known, dms in facts:
        if verdict.key == "no":
            continue
        won = known[known["能否影响"] == "能"]
        opposed = dms[dms["立场"] == "反对"]
        cold = won[(on - won["最近联系"]).dt.days > 90]
        single = named(won) if len(won) == 1 else ""
        undecided = verdict.key == "undecided"
        kinds = bool(len(opposed)) + bool(len(cold)) + bool(single) + undecided
        if kinds:
            missing = "金额和关闭日期" if undecided else ""
            rows.append(
                (verdict.account, name, verdict.tier, kinds, named(opposed), named(cold), single, missing)
            )
    return sorted(rows, key=lambda row: (-row[3], row[0]))


def people_list(name, facts, tier_of, on):
    """Key accounts: bonds, single threads, whose leaving lowers the tier, who is still to be won."""
    rows = []
    for _account, verdict, departments, known, dms in facts:
        if verdict.key != "yes":
            continue
        won = known[known["能否影响"] == "能"]
        pillars = []
        for at, person in won.iterrows():
            rest = known.drop(index=at)
            after = tier_of(departments, rest, dms.drop(index=at, errors="ignore"))
            if RELATION[after] < RELATION[verdict.tier]:
                pillars.append(f"{person['部门']}{person['姓名']} → {after}")
        partners = known[(known["价值"] >= 2) & (known["信任"] >= 2)]
        cold = won[(on - won["最近联系"]).dt.days > 90]
        rows.append(
            (
                verdict.account, name, verdict.tier, f"{(dms['能否影响'] == '能').sum()}/{len(dms)}",
                f"{len(partners)}/{known['价值'].notna().sum()}", named(won) if len(won) == 1 else "",
                "、".join(pillars), named(cold), named(dms[dms["能否影响"] != "能"]),
            )
        )  # fmt: skip
    return rows


def counted(past):
    """Won of closed by element and value, of values that at least five deals carry."""
    mean, found = past["won"].mean(), {}
    for element in ELEMENTS:
        for value, (k, n) in past.groupby(element)["won"].agg(["sum", "count"]).iterrows():
            if n >= 5:
                found[element, value] = ((k + 5 * mean) / (n + 5), n)
    return found


def comparable(deal, groups):
    """Whose past speaks of an open deal: account, industry, all; over how many, and with which rate."""
    for whose, past in groups:
        same = [past[element, deal[element]] for element in ELEMENTS if (element, deal[element]) in past]
        if same:
            return whose, max(n for _rate, n in same), sum(rate for rate, _n in same) / len(same)
    return "", 0, None


def red_flags(deal, stay, late):
    flags = [f"阶段停留 {stay:.0f} 天"] if stay > 90 else []
    if deal["阶段"] in QUALIFIED and deal["需求属实"] != "是":
        flags.append("需求是否属实还没说清")
    if deal["阶段"] in QUALIFIED and deal["有机会赢"] == "否":
        flags.append("自己说赢不了")
    return [*flags, "预计成交已过"] if late else flags


def deal_list(name, deals, table, accounts, requests, on):
    """Every open deal: four advantages, stay in its stage, expected amount, comparable past, flags."""
    closed = deals[deals["阶段"].isin([*WON, "输单"])].assign(won=lambda d: d["阶段"].isin(WON))
    mean = closed["won"].mean() if len(closed) else 0
    by_account = closed.groupby("客户名称")["won"].agg(["sum", "count"])
    industry_of = dict(zip(accounts["客户名称"], accounts["行业"], strict=True))
    industries = closed.groupby(closed["客户名称"].map(industry_of))
    by_industry = {industry: counted(past) for industry, past in industries}
    of_account = {name: counted(past) for name, past in closed.groupby("客户名称") if len(past) >= 5}
    of_seller = counted(closed)
    tiers = dict(zip(table["account"], table["tier"], strict=True))
    granted = requests.groupby("商机")["批准人天"].sum()
    rows = []
    for _, deal in deals[deals["阶段"].isin(OPEN)].iterrows():
        account = deal["客户名称"]
        k, n = by_account.loc[account] if account in by_account.index else (0, 0)
        weight = (k + 5 * mean) / (n + 5)
        stay = (on - pd.Timestamp(deal["进入阶段日期"])).days if pd.notna(deal["进入阶段日期"]) else 0
        groups = [
            (whose, past)
            for whose, past in (
                ("客户", of_account.get(account)),
                ("行业", by_industry.get(industry_of.get(account))),
                ("本人", of_seller),
            )
            if past
        ]
        past = comparable(deal, groups)
        parts = [RELATION[tiers.get(account, "unknown")], deal["方案优势"], deal["价格接受度"]]
        parts.append(3 if past[0] == "客户" else 1 if past[0] else 0)
        late = pd.notna(deal["预计成交"]) and deal["预计成交"] < on
        rows.append(
            (
                deal["商机名称"], account, name, deal["阶段"], deal["金额"], weight, deal["金额"] * weight,
                "·".join("?" if pd.isna(p) else f"{p:.0f}" for p in parts),
                sum(p for p in parts if pd.notna(p)), f"{deal['需求属实']} {deal['有机会赢']}", stay,
                deal["预计成交"], granted.get(deal["商机名称"]), *past, mean,
                "；".join(red_flags(deal, stay, late)),
            )
        )  # fmt: skip
    return sorted(rows, key=lambda row: -(0 if pd.isna(row[6]) else row[6]))


HEADS = {
    "客户": "客户 编号 销售 负责人 大客户 计入 关系 关系分 关键决策人 关键部门 还差 要补的资料",
    "风险客户": "客户 销售 关系 风险项 反对的关键决策人 久未联系 只靠一个人 要补的资料",
    "商机": "商机 客户 销售 阶段 金额 收缩赢率 预期金额 关方价律 合计 真赢 停留天数 预计成交 批准人天"
    " 看谁的过去 可比 像这样的赢率 平时赢率 红旗",
    "人脉": "客户 销售 关系 能影响的决策人 高价值高信任 单线 谁一走就掉级 久未联系 还没影响的决策人",
}
#: Number formats by column.
FORMATS = {"金额": "#,##0", "预期金额": "#,##0", "收缩赢率": "0%", "像这样的赢率": "0%", "平时赢率": "0%"}


def write_list(book, title, rows):
    """One sheet with filters, widths and number formats."""
    page = book.create_sheet(title)
    heads = HEADS[title].split()
    page.append(heads)
    for cell in page[1]:
        cell.font = Font(bold=True)
    for row in rows:
        page.append([None if pd.isna(value) else value for value in row])
    for place, head in enumerate(heads, start=1):
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = 10 + 2 * len(head)
        if head in FORMATS:
            for cell in page[letter][1:]:
                cell.number_format = FORMATS[head]
    page.auto_filter.ref = page.dimensions
    page.freeze_panes = "B2"
