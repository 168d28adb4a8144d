"""Books made of rows in code: so many key accounts of each tier, grades as wished, hence a known level."""

from __future__ import annotations

import datetime as dt

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Account, Contact, Deal, Practice, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import (
    DealStage,
    Dimension,
    Influence,
    LoopStage,
    MoneyUnit,
    Stance,
    Tier,
    YesNo,
    YesNoUnknown,
)

ON = dt.date(2026, 6, 30)
TARGET = 1000.0
_YES, _NO = YesNoUnknown.YES, YesNoUnknown.NO
_DEPARTMENTS = ("采购部", "信息中心")


def account_of(
    number: int, tier: Tier, *, key: bool | None = True, owner: str = "", name: str = ""
) -> tuple[Account, list[Contact], list[Deal]]:
    """An account of exactly that tier with its people and deals. ``key`` None: undecided (no potential)."""
    account = Account(
        row=number + 2,
        account_id=f"A{number:03d}",
        account=name or f"客户{number:03d}",
        owner=owner,
        potential_12m=None if key is None else TARGET * (0.4 if key else 0.1),
        key_departments=_DEPARTMENTS,
    )
    deals = [
        Deal(
            row=2 * number + year,
            deal_id=f"D{number:03d}-{year}",
            account=account.account_id,
            deal=f"项目{year}",
            amount=TARGET * 0.35,
            stage=DealStage.WON,
            closed=dt.date(2024 + year, 3, 1),
        )
        for year in (1, 2)
    ]
    return account, _people(account, tier), deals


def _people(account: Account, tier: Tier) -> list[Contact]:
    if tier is Tier.UNKNOWN:
        return []
    won = {Tier.STRONG: 2, Tier.MID: 1}.get(tier, 0)
    dms = [
        Contact(
            row=10 * account.row + place,
            contact_id=f"{account.account_id}-{place}",
            account=account.account_id,
            name=f"决策人{account.account_id}{place}",
            department=department,
            key_decision_maker=_YES,
            business_related=_YES,
            can_influence=Influence.YES if place < won else Influence.NO,
            stance=Stance.SUPPORTER if place < won else Stance.NEUTRAL,
            last_contact=ON - dt.timedelta(days=30),
        )
        for place, department in enumerate(_DEPARTMENTS)
    ]
    related = Contact(
        row=10 * account.row + 9,
        contact_id=f"{account.account_id}-9",
        account=account.account_id,
        name=f"业务{account.account_id}",
        department="业务部",
        key_decision_maker=_NO,
        business_related=_YES,
        can_influence=Influence.YES if tier >= Tier.JUNIOR else Influence.NO,
        last_contact=ON - dt.timedelta(days=20),
    )
    return [*dms, related]


def practices_of(grade: int | dict[Dimension, int], *, confirmed: bool = True) -> tuple[Practice, ...]:
    """The 35 rows of the grid, every practice of a dimension at its grade."""
    return tuple(
        Practice(
            row=3 + 7 * d + s,
            practice_id=f"{dimension.zh}{s + 1}",
            dimension=dimension,
            stage=stage,
            practice=f"{dimension.zh}的第{s + 1}项做法",
            self_grade=grade if isinstance(grade, int) else grade[dimension],
            manager_grade=(grade if isinstance(grade, int) else grade[dimension]) if confirmed else None,
        )
        for d, dimension in enumerate(Dimension)
        for s, stage in enumerate(LoopStage)
    )


def book_of(
    *,
    strong: int = 0,
    mid: int = 0,
    junior: int = 0,
    none: int = 0,
    undecided: int = 0,
    small: int = 0,
    grade: int | dict[Dimension, int] = 0,
    confirmed: bool = True,
    expert: bool = False,
    seller_id: str = "S001",
    name: str = "张三",
    team: str = "华东",
    target: float | None = TARGET,
    unit: MoneyUnit = MoneyUnit.WAN,
    findings: tuple[Finding, ...] = (),
    lasting: bool = False,
) -> Book:
    """A book with so many key accounts of each tier (``small``: mid relations, but no key accounts).
    ``lasting``: the manager has confirmed that big deals go on, so that they are key accounts on days
    before their deals were won."""
    wanted: list[tuple[Tier, bool | None]] = [
        *[(Tier.STRONG, True)] * strong,
        *[(Tier.MID, True)] * mid,
        *[(Tier.JUNIOR, True)] * junior,
        *[(Tier.NONE, True)] * none,
        *[(Tier.JUNIOR, None)] * undecided,
        *[(Tier.MID, False)] * small,
    ]
    made = [account_of(number, tier, key=key) for number, (tier, key) in enumerate(wanted, start=1)]
    seller = Seller(
        row=1,
        seller_id=seller_id,
        name=name,
        team=team,
        manager="周经理",
        track="工业软件",
        industry="电力",
        period_start=dt.date(2026, 1, 1),
        annual_target=target,
        money_unit=unit,
        track_expert=YesNo.YES if expert else None,
        industry_expert=YesNo.YES if expert else None,
        expert_evidence="2025 年行业大会演讲" if expert else "",
    )
    return Book(
        seller,
        accounts=tuple(
            account.model_copy(update={"sustainable": YesNoUnknown.YES}) if lasting else account
            for account, _people_, _deals in made
        ),
        contacts=tuple(person for _account, people, _deals in made for person in people),
        deals=tuple(deal for _account, _people_, deals in made for deal in deals),
        practices=practices_of(grade, confirmed=confirmed),
        findings=findings,
        file=f"{name}.xlsx",
    )


def card_of(book: Book, policy: Policy = DEFAULT_POLICY, on: dt.date = ON) -> SellerCard:
    return make_card(book, policy, on)
