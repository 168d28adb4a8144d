"""The straightforward way to the same tiers, levels, indicators and workbooks: pandas to read and group,
openpyxl to write. What one would write in an afternoon; nothing is slowed down on purpose.

    python benchmarks/naive_score.py BOOKS OUT ON
"""

from __future__ import annotations

import datetime as dt
import json
import math
import sys
from pathlib import Path

import pandas as pd
from naive_lists import HEADS, account_list, deal_list, people_list, risk_list, write_list
from naive_measures import (
    WON,
    account_patterns,
    account_score,
    gap,
    growth,
    patterns,
    results,
    support,
)
from openpyxl import Workbook
from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.styles import Font

SHEETS = ["我的信息", "客户", "联系人", "商机", "支持", "能力"]
CHOICES = {
    "联系人": {
        "采购角色": "决策者 审批者 评估者 使用者 影响者 教练 把关者 未知",
        "关键决策人": "是 否 未知",
        "与业务相关": "是 否 未知",
        "能否影响": "能 不能 未知",
        "立场": "反对 中立 支持 拥护 未知",
    },
    "商机": {
        "阶段": "孵化 验证 方案 影响 控制 合同 交付 赢单 输单 搁置",
        "输单原因": "价格 方案 关系 时机 取消 竞争对手 其他",
        "采购方式": "公开招标 邀请招标 竞争性谈判 单一来源 框架协议 直接采购 其他",
        "关键标准": "价格 技术 关系 服务 品牌 其他",
    },
}
LEVELS = ["novice", "junior", "intermediate", "senior"]


def read(path):
    """Sheets by name: the header stands in the second row, money columns carry the unit in theirs."""
    sheets = pd.read_excel(path, sheet_name=SHEETS, header=1, engine="openpyxl")
    for frame in sheets.values():
        frame.columns = [str(name).split("(")[0].split("（")[0].strip() for name in frame.columns]
    return sheets


def clean(frame, sheet, key, findings, name):
    """Rows whose answers are outside the lists or whose amount is no number are left out and listed."""
    frame = frame[frame[key].notna()].copy()
    bad = pd.Series(False, index=frame.index)
    for column, allowed in CHOICES[sheet].items():
        wrong = frame[column].notna() & ~frame[column].isin(allowed.split())
        for row, value in frame.loc[wrong, column].items():
            findings.append((name, sheet, row + 3, column, value))
        # the row counts without the answer
        frame.loc[wrong, column] = "未知"
    if sheet == "商机":
        amount = pd.to_numeric(frame["金额"], errors="coerce")
        wrong = frame["金额"].notna() & amount.isna()
        for row, value in frame.loc[wrong, "金额"].items():
            findings.append((name, sheet, row + 3, "金额", value))
        bad |= wrong
        frame["金额"] = amount
    return frame[~bad]


def big_contributions(deals, bar, on):
    """Days on which wins of one year together reached the bar (K2)."""
    won = deals[deals["阶段"].isin(WON) & deals["金额"].notna() & (deals["关闭日期"] <= on)]
    days, waiting = [], []
    for _, deal in won.sort_values(["关闭日期", "金额"], ascending=[True, False]).iterrows():
        since = deal["关闭日期"] - pd.DateOffset(months=12)
        waiting = [one for one in waiting if one[0] >= since] + [(deal["关闭日期"], deal["金额"])]
        if round(sum(amount for _, amount in waiting), 6) >= round(bar, 6):
            days.append(deal["关闭日期"])
            waiting = []
    return days


def sustainable(account, deals, bar, on):
    """True, False or None while open: the manager's word, then proof, then promise (K2)."""
    says = account.get("能否持续")
    if says in ("是", "否"):
        return says == "是"
    days = big_contributions(deals, bar, on)
    if not days:
        return None
    gap, oldest = pd.DateOffset(months=24), on - pd.DateOffset(months=24)
    if days[-1] < oldest:
        return False
    if len(days) > 1 and days[-1] <= days[-2] + gap:
        return True
    ahead = deals[
        deals["阶段"].isin(["方案", "影响", "控制"])
        & (deals["需求属实"] != "否")
        & (deals["有机会赢"] != "否")
        & (deals["金额"] >= bar)
        & (deals["预计成交"] >= on)
        & (deals["预计成交"] <= days[-1] + gap)
    ]
    return True if len(ahead) else None


def is_key(account, deals, target, on):
    """yes, no or undecided (K1–K3)."""
    potential = account["12个月潜力"]
    big = None if pd.isna(potential) or not target else potential / target >= 0.3
    lasting = sustainable(account, deals, 0.3 * target, on) if target else None
    if big is False or lasting is False:
        return "no"
    return "yes" if big and lasting else "undecided"


def tier(departments, people, dms):
    """unknown, none, junior, mid, strong (T1–T6)."""
    if people.empty:
        return "unknown"
    influenced = dms[dms["能否影响"] == "能"]
    if len(influenced):
        covered = influenced["部门"].nunique() == len(departments)
        most = len(influenced) / len(dms) >= 0.75 and len(dms) > 1 and len(departments) > 1
        opposed = (dms["立场"] == "反对").any()
        return "strong" if covered and most and not opposed else "mid"
    related = people[(people["能否影响"] == "能") & (people["与业务相关"] == "是")]
    return "junior" if len(related) else "none"


def level_of(counts, grades):
    """The lower of accounts and capability (L2, L4, L5); top needs a confirmed expert, nobody is here."""
    strong, mid, junior = (counts.get(name, 0) for name in ("strong", "mid", "junior"))
    by_accounts = 0
    if strong + mid + junior >= 2:
        by_accounts = 1
    if strong + mid >= 3 and strong + mid + junior >= 8:
        by_accounts = 2
    if strong >= 1 and strong + mid >= 4 and strong + mid + junior >= 9:
        by_accounts = 3
    return LEVELS[min(by_accounts, min(grades.values()))]


def score_book(path, on, findings):
    sheets = read(path)
    profile = dict(zip(sheets["我的信息"].iloc[:, 1], sheets["我的信息"].iloc[:, 2], strict=True))
    target = float(profile["年度目标"])
    accounts = sheets["客户"][sheets["客户"]["客户编号"].notna()]
    people = clean(sheets["联系人"], "联系人", "联系人编号", findings, path.name)
    deals = clean(sheets["商机"], "商机", "商机编号", findings, path.name)
    people["最近联系"] = pd.to_datetime(people["最近联系"])
    for column in ("关闭日期", "预计成交"):
        deals[column] = pd.to_datetime(deals[column])
    people_of, deals_of = dict(list(people.groupby("客户名称"))), dict(list(deals.groupby("客户名称")))
    rows, known_of = [], []
    for _, account in accounts.iterrows():
        name = account["客户名称"]
        known = people_of.get(name, people.iloc[:0])
        departments = str(account["关键部门"]).split("、") if pd.notna(account["关键部门"]) else []
        dms = known[(known["关键决策人"] == "是") & known["部门"].isin(departments)]
        key = is_key(account, deals_of.get(name, deals.iloc[:0]), target, on)
        score = account_score(departments, known, dms, on)
        rows.append((account["客户编号"], name, key, tier(departments, known, dms), score))
        known_of.append((account, departments, known, dms))
    table = pd.DataFrame(rows, columns=["account_id", "account", "key", "tier", "score"])
    grid = sheets["能力"]
    used = grid["经理评"].fillna(grid["自评"]).fillna(0)
    grades = {d: math.floor(used[grid["维度"] == d].sum() / 7) for d in "道术本势律"}
    counts = table[table["key"] == "yes"]["tier"].value_counts().to_dict()
    level = level_of(counts, grades)
    facts = [
        (account, verdict, departments, known, dms)
        for (account, departments, known, dms), verdict in zip(
            known_of, table.itertuples(index=False), strict=True
        )
    ]
    seller = profile["姓名"]
    return {
        "lists": {
            "客户": account_list(seller, facts),
            "风险客户": risk_list(seller, facts, on),
            "商机": deal_list(seller, deals, table, accounts, sheets["支持"], on),
            "人脉": people_list(seller, facts, tier, on),
        },
        "seller_id": profile["销售编号"],
        "name": profile["姓名"],
        "team": profile["团队"],
        "level": level,
        "counts": {name: counts.get(name, 0) for name in ("strong", "mid", "junior")},
        "grades": grades,
        "gap": gap(level, counts, grades),
        "accounts": table.to_dict("records"),
        "results": results(deals, pd.Timestamp(profile["期间开始"]), target, on),
        "growth": growth(table, deals, on),
        "patterns": patterns(deals),
        "account_patterns": account_patterns(deals),
        "support": support(sheets["支持"], on),
    }


def write_page(book, card):
    """One seller: gap, grades with a radar chart, growth, patterns."""
    page = book.create_sheet(card["name"])
    page.append([card["name"], card["level"]])
    page.append(["要求", "已有", "需要", "还差"])
    for line in card["gap"]:
        page.append(line)
    page.append(["维度", "评分"])
    top = page.max_row
    for item in card["grades"].items():
        page.append(item)
    radar = RadarChart()
    radar.add_data(Reference(page, min_col=2, min_row=top, max_row=page.max_row), titles_from_data=True)
    radar.set_categories(Reference(page, min_col=1, min_row=top + 1, max_row=page.max_row))
    page.add_chart(radar, "H2")
    for frame in (card["growth"], card["patterns"]):
        page.append(list(frame.columns))
        for cell in page[page.max_row]:
            cell.font = Font(bold=True)
        for row in frame.itertuples(index=False):
            page.append([None if pd.isna(value) else value for value in row])


def write_team(path, cards, findings):
    """An overview with a chart, a sheet per seller, lists, support that waits, findings."""
    book = Workbook()
    sheet = book.active
    sheet.title = "团队"
    sheet.append(["姓名", "等级", "强", "中级", "初级", *"道术本势律", "已签", "完成率", "覆盖"])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for card in cards:
        counts = [card["counts"][name] for name in ("strong", "mid", "junior")]
        done = [card["results"][name] for name in ("won", "attainment", "cover")]
        sheet.append([card["name"], card["level"], *counts, *card["grades"].values(), *done])
    chart = BarChart()
    chart.add_data(
        Reference(sheet, min_col=3, max_col=5, min_row=1, max_row=sheet.max_row), titles_from_data=True
    )
    sheet.add_chart(chart, "A20")
    for card in cards:
        write_page(book, card)
    waiting = book.create_sheet("支持等待")
    for card in cards:
        for line in card["support"]["waiting"]:
            waiting.append([card["name"], *line])
    for title in HEADS:
        write_list(book, title, [row for card in cards for row in card["lists"][title]])
    listed = book.create_sheet("数据问题")
    for line in findings:
        listed.append(line)
    book.save(path)


def main(folder, out, on):
    on = pd.Timestamp(on)
    out.mkdir(parents=True, exist_ok=True)
    findings, cards, found_in = [], [], []
    for path in sorted(folder.glob("*.xlsx")):
        before = len(findings)
        cards.append(score_book(path, on, findings))
        found_in.append(findings[before:])
    for team, places in pd.Series(range(len(cards))).groupby([card["team"] for card in cards]):
        lines = [line for at in places for line in found_in[at]]
        write_team(out / f"{team}.xlsx", [cards[at] for at in places], lines)
    columns = ["file", "sheet", "row", "column", "found"]
    pd.DataFrame(findings, columns=columns).to_csv(out / "findings.csv", index=False)
    public = ("seller_id", "name", "team", "level", "counts", "grades", "accounts")
    short = [{key: card[key] for key in public} for card in cards]
    (out / "cards.json").write_text(json.dumps({"cards": short}, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), dt.date.fromisoformat(sys.argv[3]))
