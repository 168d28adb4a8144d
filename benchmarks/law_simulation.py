"""Does a book without any effect inside its accounts show a law? And is a planted effect still found?

    python benchmarks/law_simulation.py [--books 2000] [--seed 20260630]

Each simulated book has accounts with their own win rate and their own habits: with a given share every
element of a deal takes the account's own value, otherwise any. Nothing but the account decides who wins,
so every law shown is false. Beside it stand books with one effect planted inside the accounts. Both are
told by the product (each account compared with itself) and by the test it had before (all deals in one
pool). The figures stand in docs/calibration.md.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass

from kasales_xl.core.dimensions.evidence.patterns import Law, could_speak, laws
from kasales_xl.core.dimensions.evidence.pools import Case, Pool, PoolLevel, gather, pool
from kasales_xl.core.policy import DEFAULT_POLICY as POLICY

ELEMENTS = {
    "budget_month": [f"{month:02d}" for month in range(1, 13)],
    "procurement": ["open_tender", "negotiation", "single_source", "framework"],
    "deciding_department": ["purchasing", "it", "finance"],
    "key_criterion": ["price", "technology", "relationship"],
    "competitor": ["a", "b", "c", "d"],
    "incumbent": ["yes", "no"],
}
#: The value that wins or loses more where an effect is planted.
PLANTED = ("deciding_department", "finance")


@dataclass(frozen=True)
class Mix:
    """``rates``: of the accounts, in turn; ``own``: share of deals on the account's own values; ``lift``:
    points of win rate that the planted value adds."""

    name: str
    rates: Sequence[float]
    own: float
    accounts: int = 8
    deals: int = 15
    lift: float = 0.0


NOTHING = (
    Mix("rates 75/25, 90% on its own values", (0.75, 0.25), 0.9),
    Mix("the same, two accounts of ten deals", (0.75, 0.25), 0.9, accounts=2, deals=10),
    Mix("the same, four accounts of forty deals", (0.75, 0.25), 0.9, accounts=4, deals=40),
    Mix("rates 65/35, 90% on its own values", (0.65, 0.35), 0.9),
    Mix("rates 75/25, 60% on its own values", (0.75, 0.25), 0.6),
    Mix("rates 60/40, 70% on its own values", (0.6, 0.4), 0.7),
    Mix("rates 30 to 70 in steps, 80% own", (0.3, 0.4, 0.5, 0.6, 0.7), 0.8, accounts=10),
    Mix("all rates equal, no habits", (0.5,), 0.0),
)
EFFECTS = (
    Mix("+30 points, equal accounts", (0.35,), 0.0, lift=0.3),
    Mix("+45 points, equal accounts", (0.3,), 0.0, lift=0.45),
    Mix("+30 points, rates 50/20, a third own", (0.5, 0.2), 0.33, lift=0.3),
    Mix("+45 points, rates 40/20, a third own", (0.4, 0.2), 0.33, lift=0.45),
)


def simulate(mix: Mix, dice: random.Random) -> list[Case]:
    """One book's closed deals."""
    cases = []
    for place in range(mix.accounts):
        rate = mix.rates[place % len(mix.rates)]
        habits = {name: dice.choice(values) for name, values in ELEMENTS.items()}
        for _ in range(mix.deals):
            elements = {
                name: habits[name] if dice.random() < mix.own else dice.choice(values)
                for name, values in ELEMENTS.items()
            }
            lift = mix.lift if elements[PLANTED[0]] == PLANTED[1] else 0.0
            cases.append(Case(dice.random() < rate + lift, elements, f"A{place}"))
    return cases


def pools_of(cases: Sequence[Case]) -> list[Pool]:
    """As a book's: every account that could speak, and the seller."""
    names = dict.fromkeys(case.account for case in cases)
    accounts = [pool(PoolLevel.ACCOUNT, name, [c for c in cases if c.account == name]) for name in names]
    speaking = [account for account in accounts if could_speak(account.all.n, POLICY)]
    return [*speaking, gather(PoolLevel.SELLER, "", accounts)]


def as_one_pool(cases: Sequence[Case]) -> list[Pool]:
    """The same as it was asked before: the seller's deals as if they were one account's."""
    seller = pool(PoolLevel.SELLER, "", [case._replace(account="") for case in cases])
    return [*pools_of(cases)[:-1], seller]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--books", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20260630)
    args = parser.parse_args()
    print(f"{args.books} books each\n\n{'no effect inside accounts':42}{'books with a law':>18}{'before':>9}")
    for mix in NOTHING:
        dice = random.Random(args.seed)
        now = before = 0
        for _ in range(args.books):
            cases = simulate(mix, dice)
            now += bool(laws(pools_of(cases), POLICY))
            before += bool(laws(as_one_pool(cases), POLICY))
        print(f"{mix.name:42}{now / args.books:18.1%}{before / args.books:9.1%}", flush=True)
    print(f"\n{'an effect planted':42}{'found in':>18}{'before':>9}")
    law = Law(PoolLevel.SELLER, "", PLANTED)
    for mix in EFFECTS:
        dice = random.Random(args.seed)
        now = before = 0
        for _ in range(args.books):
            cases = simulate(mix, dice)
            now += law in laws(pools_of(cases), POLICY)
            before += law in laws(as_one_pool(cases), POLICY)
        print(f"{mix.name:42}{now / args.books:18.1%}{before / args.books:9.1%}", flush=True)


if __name__ == "__main__":
    main()
