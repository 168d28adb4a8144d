"""Typical account books for measuring: 100 accounts, 600 contacts, 300 deals, some support and links, a
filled grid, and in every book a few cells as reps really type them. The same number gives the same book."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from random import Random

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Account, Contact, Deal, Practice, Seller, Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import (
    BuyingRole,
    DealStage,
    Influence,
    KeyCriterion,
    LostReason,
    Party,
    Procurement,
    RequestStatus,
    Stance,
    YesNoUnknown,
)
from kasales_xl.files.book.book import write_book
from kasales_xl.layout.practices import default_practices

ON = dt.date(2026, 6, 30)
ACCOUNTS, CONTACTS, DEALS, TEAM = 100, 600, 300, 12
#: Books that are made one by one, which takes two seconds each.
DISTINCT = 24
#: Raise it when the books below change, so that kept ones are made anew.
EDITION = 2

_SURNAMES = "陈林黄吴徐孙胡朱高何郭马罗梁宋郑谢韩唐冯"
_GIVEN = [
    "建平",
    "文博",
    "晓岚",
    "志远",
    "雅琴",
    "国梁",
    "思敏",
    "海涛",
    "静怡",
    "立群",
    "春燕",
    "明哲",
    "慧君",
    "卫东",
    "若曦",
    "振宇",
]
_STEMS = [
    "澜川",
    "岳衡",
    "祁光",
    "沂岚",
    "泓远",
    "朔岭",
    "岱宁",
    "栖河",
    "云筑",
    "嘉澍",
    "锦陌",
    "启泽",
    "原壑",
    "清漪",
    "昱成",
    "玄圃",
    "葭洲",
    "峤南",
    "翊和",
    "砺川",
]
_KINDS = ["供电", "重工", "医药", "轨道", "装备", "新能源"]
_DEPARTMENTS = ["信息中心", "采购部", "运维部", "财务部", "生产部"]
_TITLES = ["主任", "部长", "经理", "工程师", "专员"]
_STAGES = [*[DealStage.WON] * 9, *[DealStage.LOST] * 6, *list(DealStage)[:5], DealStage.ON_HOLD]


def typical_book(number: int) -> Book:
    random = Random(f"typical {number}")
    target = random.randrange(800, 3200, 100)
    accounts = tuple(_account(random, number, at, target) for at in range(ACCOUNTS))
    contacts = [_contact(random, at, accounts[at % ACCOUNTS]) for at in range(CONTACTS)]
    deals = [_deal(random, at, accounts[at % ACCOUNTS], target) for at in range(DEALS)]
    _slips(random, contacts, deals)
    able = random.randint(0, 3)
    seller_id, name, team = _profile(number)
    return Book(
        Seller(
            seller_id=seller_id,
            name=name,
            team=team,
            manager="沈克勤",
            period_start=dt.date(ON.year, 1, 1),
            annual_target=float(target),
        ),
        accounts,
        tuple(contacts),
        tuple(deals),
        tuple(_request(random, at, deals[at * 3]) for at in range(40)),
        practices=tuple(_graded(random, practice, able) for practice in default_practices("zh")),
        lang="zh",
    )


def _account(random: Random, number: int, at: int, target: int) -> Account:
    return Account(
        account_id=f"A{at:04d}",
        account=f"{_STEMS[at % 20]}{_KINDS[at // 20]}{number:04d}",
        industry=_KINDS[at // 20],
        potential_12m=float(random.randint(20, target)) if random.random() < 0.95 else None,
        key_departments=tuple(_DEPARTMENTS[: random.randint(1, 3)]),
        objective="三年内成为首选供应商" if random.random() < 0.5 else "",
        next_action="约关键决策人当面谈一次" if random.random() < 0.6 else "",
        next_action_date=ON + dt.timedelta(days=random.randint(-30, 60)),
    )


def _contact(random: Random, at: int, account: Account) -> Contact:
    turn = at // ACCOUNTS
    department = _DEPARTMENTS[turn % 5]
    decides = department in account.key_departments and random.random() < 0.6
    influenced = random.random() < 0.35
    opposed = not influenced and random.random() < 0.06
    stances = (Stance.SUPPORTER, Stance.CHAMPION) if influenced else (Stance.NEUTRAL, Stance.UNKNOWN)
    return Contact(
        contact_id=f"C{at:05d}",
        account=account.account_id,
        name=_SURNAMES[(at * 7 + turn) % 20] + _GIVEN[(turn * 5 + at // 20) % 16],
        department=department,
        title=random.choice(_TITLES),
        buying_role=random.choice(list(BuyingRole)),
        key_decision_maker=YesNoUnknown.YES if decides or random.random() < 0.01 else YesNoUnknown.NO,
        business_related=random.choice(list(YesNoUnknown)),
        can_influence=Influence.YES if influenced else random.choice([Influence.NO, Influence.UNKNOWN]),
        stance=Stance.OPPOSED if opposed else random.choice(stances),
        value=random.randint(0, 3),
        trust=random.randint(0, 3),
        last_contact=ON - dt.timedelta(days=random.randint(1, 300)),
    )


def _deal(random: Random, at: int, account: Account, target: int) -> Deal:
    stage = random.choice(_STAGES)
    day = ON - dt.timedelta(days=random.randint(5, 1100))
    ahead = ON + dt.timedelta(days=random.randint(5, 300))
    return Deal(
        deal_id=f"D{at:05d}",
        account=account.account_id,
        deal=f"{account.account}平台项目{at // ACCOUNTS + 1}期",
        amount=float(random.randint(target // 50, target * 3 // 5)),
        stage=stage,
        created=day - dt.timedelta(days=random.randint(30, 300)),
        stage_since=day,
        expected_close=ahead if stage.is_open else None,
        closed=day if stage.is_closed else None,
        lost_reason=random.choice(list(LostReason)) if stage is DealStage.LOST else None,
        is_real=random.choice(list(YesNoUnknown)),
        can_win=random.choice(list(YesNoUnknown)),
        solution_advantage=random.randint(0, 3),
        price_acceptance=random.randint(0, 3),
        budget_month=random.randint(1, 12),
        procurement=random.choice(list(Procurement)),
        deciding_department=random.choice(_DEPARTMENTS),
        key_criterion=random.choice(list(KeyCriterion)),
        competitor=random.choice(["启衡软件", "宏岭科技", "智榕信息"]),
        incumbent=random.choice(list(YesNoUnknown)),
    )


def _request(random: Random, at: int, deal: Deal) -> Support:
    return Support(
        request_id=f"R{at:03d}",
        deal=deal.deal_id,
        party=random.choice(list(Party)),
        days_wanted=float(random.randint(1, 12)),
        requested_on=ON - dt.timedelta(days=random.randint(5, 90)),
        status=random.choice(list(RequestStatus)),
    )


def _graded(random: Random, practice: Practice, able: int) -> Practice:
    grade = min(3, max(0, able + random.choice([0, 0, 0, 1])))
    return practice.model_copy(update={"self_grade": grade, "manager_grade": grade})


def _slips(random: Random, contacts: list[Contact], deals: list[Deal]) -> None:
    """Rows that both programs must leave out: an answer outside the list, an amount that is a range."""
    at = random.randrange(CONTACTS)
    contacts[at] = contacts[at].model_copy(update={"stance": "很好"})
    at = random.randrange(DEALS)
    deals[at] = deals[at].model_copy(update={"amount": "50-80万"})


def make_books(folder: Path, count: int, distinct: int = DISTINCT) -> list[Path]:
    """The first ``count`` books in ``folder``, made where they are missing. Those from ``distinct`` on are
    copies of the first ones under another seller, ID and team."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:04d}.xlsx" for number in range(count)]
    for number, path in enumerate(paths):
        if path.exists():
            continue
        if number < distinct:
            write_book(path, typical_book(number), policy=DEFAULT_POLICY, on=ON, lang="zh")
        else:
            _copy(paths[number % distinct], path, number % distinct, number)
    return paths


def _copy(source: Path, path: Path, old: int, new: int) -> None:
    """The same book of another seller."""
    others = dict(zip(_profile(old), _profile(new), strict=True))
    spare = path.with_suffix(".part")
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(spare, "w", zipfile.ZIP_DEFLATED) as made:
        for info in given.infolist():
            content = given.read(info)
            if info.filename == "xl/sharedStrings.xml":
                for text, other in others.items():
                    content = content.replace(f">{text}<".encode(), f">{other}<".encode())
            made.writestr(info, content)
    spare.rename(path)


def _profile(number: int) -> tuple[str, str, str]:
    """ID, name and team."""
    name = f"{_SURNAMES[number % 20]}{_GIVEN[number // 20 % 16]}{number // 320 or ''}"
    return f"S{number:04d}", name, f"第{number // TEAM + 1}团队"
