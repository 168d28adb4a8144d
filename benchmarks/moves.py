"""How long the cheapest way up takes: 200 key accounts with 6 people each, all three ways of counting."""

from __future__ import annotations

import datetime as dt
import random
import time
from statistics import median

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.moves.plan import plan
from kasales_xl.core.policy import Counting, Policy
from kasales_xl.core.rows import Account, Contact, Deal, Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import DealStage, Influence, Level, Stance, YesNoUnknown

ON = dt.date(2026, 6, 30)
DEPARTMENTS = ("采购部", "财务部", "信息中心")
AIM_MS = 50
# few enough that every slot is still open
INFLUENCED = 0.004


def book(accounts: int, people: int, seed: int) -> Book:
    draw = random.Random(seed)
    names = [f"客户{n:03}" for n in range(accounts)]
    return Book(
        Seller(seller_id="S001", name="张三", annual_target=100.0),
        tuple(
            Account(
                account_id=name,
                account=name,
                potential_12m=draw.choice([40, 40, None]),
                key_departments=DEPARTMENTS[: draw.randint(1, 3)],
            )
            for name in names
        ),
        tuple(
            Contact(
                contact_id=f"{name}-{n}",
                account=name,
                name=f"人{n}",
                department=draw.choice(DEPARTMENTS),
                key_decision_maker=draw.choice([YesNoUnknown.YES, YesNoUnknown.NO]),
                business_related=YesNoUnknown.YES,
                can_influence=Influence.YES if draw.random() < INFLUENCED else Influence.NO,
                stance=draw.choice([Stance.NEUTRAL, Stance.NEUTRAL, Stance.OPPOSED]),
            )
            for name in names
            for n in range(people)
        ),
        tuple(
            Deal(deal_id=f"{name}/{n}", account=name, deal="单", amount=50, stage=DealStage.WON, closed=ON)
            for name in names
            for n in (1, 2)
        ),
    )


def main() -> None:
    for counting in Counting:
        policy = Policy(counting=counting, senior_strong=(30, 40), senior_mid=(20, 30))
        for label, rules in (("default slots", Policy(counting=counting)), ("30/20/5 slots", policy)):
            times = []
            for seed in range(7):
                card = make_card(book(200, 6, seed), rules, ON)
                start = time.perf_counter()
                found = plan(card, Level.SENIOR)
                times.append((time.perf_counter() - start) * 1000)
            print(
                f"{counting.value:<10} {label}: 200 accounts, {len(found.moves):>3} moves, "
                f"{median(times):6.1f} ms (aim {AIM_MS} ms)"
            )


if __name__ == "__main__":
    main()
