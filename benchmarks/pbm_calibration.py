"""Are win patterns any good at telling which open deals will be won? Asked of a public CRM export.

    python benchmarks/pbm_calibration.py [FOLDER] [--share 0.7]

FOLDER holds accounts.csv, sales_pipeline.csv, sales_teams.csv and products.csv (default: the one among
the tests' data). Deals closed first train, deals closed later test; nothing of a test deal but what was
known on the day it was opened is used. Brier score and log loss (lower is better) of:

- the base rate: every deal gets the share won in training;
- the seller's rate, shrunk to the team's (what an expected amount is weighed with);
- the fit of the product: account → industry → seller → team, whoever has enough deals speaks first;
- the base rate moved only where a law was found (false discoveries controlled, all pools at once);
- a plain scikit-learn logistic regression on the same elements (``pip install ".[bench]"``).
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.core.dimensions.evidence.fit import fit
from kasales_xl.core.dimensions.evidence.patterns import Case, Pool, PoolLevel, laws, pool
from kasales_xl.core.dimensions.evidence.statistics import Z_95, shrunk
from kasales_xl.core.policy import DEFAULT_POLICY as POLICY

EXPORT = Path(__file__).parent.parent / "tests" / "data" / "crm"
#: The export spells one product in two ways.
SAME = {"GTXPro": "GTX Pro"}


@dataclass(frozen=True)
class Opportunity:
    seller: str
    team: str
    account: str
    industry: str
    closed: dt.date
    case: Case


def read(folder: Path) -> list[Opportunity]:
    """Closed opportunities, the earliest first."""
    accounts = {row["account"]: row for row in _rows(folder / "accounts.csv")}
    teams = {row["sales_agent"]: row for row in _rows(folder / "sales_teams.csv")}
    products = {row["product"]: row for row in _rows(folder / "products.csv")}
    found = []
    for row in _rows(folder / "sales_pipeline.csv"):
        if row["deal_stage"] not in ("Won", "Lost"):
            continue
        product, account = SAME.get(row["product"], row["product"]), accounts.get(row["account"], {})
        team, opened = teams[row["sales_agent"]], _day(row["engage_date"])
        elements = {
            "product": product,
            "series": products[product]["series"],
            "industry": account.get("sector", ""),
            "country": account.get("office_location", ""),
            "size": _size(account.get("employees", "")),
            "subsidiary": "yes" if account.get("subsidiary_of") else "no",
            "region": team["regional_office"],
            "opened": f"{opened.month:02d}",
        }
        case = Case(row["deal_stage"] == "Won", {key: value for key, value in elements.items() if value})
        closed = _day(row["close_date"])
        found.append(
            Opportunity(
                row["sales_agent"], team["manager"], row["account"], account.get("sector", ""), closed, case
            )
        )
    return sorted(found, key=lambda o: o.closed)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> dt.date:
    month, day, year = (int(part) for part in text.split("/"))
    return dt.date(year, month, day)


def _size(employees: str) -> str:
    return f"10^{len(str(int(employees))) - 1}" if employees.isdigit() else ""


@dataclass
class Trained:
    """Everything counted on the earlier deals: pools by level and key, rates."""

    pools: dict[tuple[PoolLevel, str], Pool]
    base: float

    def near(self, deal: Opportunity) -> list[Pool]:
        keys = (
            (PoolLevel.ACCOUNT, f"{deal.seller}|{deal.account}"),
            (PoolLevel.INDUSTRY, f"{deal.seller}|{deal.industry}"),
            (PoolLevel.SELLER, deal.seller),
            (PoolLevel.TEAM, deal.team),
        )
        return [self.pools[key] for key in keys if key in self.pools]

    def seller_rate(self, deal: Opportunity) -> float:
        own = self.pools.get((PoolLevel.SELLER, deal.seller))
        team = self.pools.get((PoolLevel.TEAM, deal.team))
        mean = team.rate if team and team.rate is not None else self.base
        return shrunk(*own.all, mean, POLICY.pattern_prior) if own else mean


def train(deals: Sequence[Opportunity]) -> Trained:
    groups: defaultdict[tuple[PoolLevel, str], list[Case]] = defaultdict(list)
    for deal in deals:
        groups[PoolLevel.ACCOUNT, f"{deal.seller}|{deal.account}"].append(deal.case)
        groups[PoolLevel.INDUSTRY, f"{deal.seller}|{deal.industry}"].append(deal.case)
        groups[PoolLevel.SELLER, deal.seller].append(deal.case)
        groups[PoolLevel.TEAM, deal.team].append(deal.case)
    pools = {key: pool(*key, cases) for key, cases in groups.items()}
    return Trained(pools, sum(deal.case.won for deal in deals) / len(deals))


def by_fit(trained: Trained, deals: Iterable[Opportunity]) -> list[float]:
    told = []
    for deal in deals:
        team = trained.pools.get((PoolLevel.TEAM, deal.team))
        own = trained.seller_rate(deal)
        means = dict.fromkeys((PoolLevel.ACCOUNT, PoolLevel.INDUSTRY, PoolLevel.SELLER), own)
        means[PoolLevel.TEAM] = team.rate if team and team.rate is not None else trained.base
        found = fit(deal.case.elements, trained.near(deal), means, POLICY)
        told.append(found.rate if found else own)
    return told


def by_laws(trained: Trained, deals: Iterable[Opportunity]) -> tuple[list[float], int]:
    """The base rate, moved to the shrunk rate of the laws that hold for a deal (their mean)."""
    found = laws(list(trained.pools.values()), POLICY)
    lawful = {(law.level, law.pool, law.pair) for law in found}
    told = []
    for deal in deals:
        rates = [
            shrunk(*group.of_pair[pair], trained.base, POLICY.pattern_prior)
            for group in trained.near(deal)
            for pair in deal.case.elements.items()
            if (group.level, group.name, pair) in lawful
        ]
        told.append(sum(rates) / len(rates) if rates else trained.base)
    return told, len(found)


def by_regression(earlier: Sequence[Opportunity], later: Sequence[Opportunity]) -> list[float] | None:
    """scikit-learn's defaults on one-hot elements, the seller and the account; None without it."""
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        return None

    def features(deal: Opportunity) -> dict[str, str]:
        return {**deal.case.elements, "seller": deal.seller, "account": deal.account}

    columns = DictVectorizer()
    seen = columns.fit_transform([features(deal) for deal in earlier])
    model = LogisticRegression(max_iter=2000).fit(seen, [deal.case.won for deal in earlier])
    told = model.predict_proba(columns.transform([features(deal) for deal in later]))
    return [float(row[1]) for row in told]


def brier(told: float, won: bool) -> float:
    return (told - won) ** 2


def log_loss(told: float, won: bool) -> float:
    return -math.log(min(1.0, max(1e-12, told if won else 1 - told)))


def against(told: Sequence[float], base: float, ends: Sequence[bool]) -> tuple[float, float]:
    """Mean difference of the Brier score to the base rate's, and half of its 95% interval."""
    gaps = [brier(p, won) - brier(base, won) for p, won in zip(told, ends, strict=True)]
    mean = math.fsum(gaps) / len(gaps)
    spread = math.sqrt(math.fsum((gap - mean) ** 2 for gap in gaps) / (len(gaps) - 1))
    return mean, Z_95 * spread / math.sqrt(len(gaps))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXPORT)
    parser.add_argument("--share", type=float, default=0.7, help="share of the deals that train")
    args = parser.parse_args()
    deals = read(args.folder)
    day = deals[int(len(deals) * args.share)].closed
    earlier = [deal for deal in deals if deal.closed < day]
    later = [deal for deal in deals if deal.closed >= day]
    trained = train(earlier)
    lawful, count = by_laws(trained, later)
    told = {
        "base rate": [trained.base] * len(later),
        "seller's rate, shrunk": [trained.seller_rate(deal) for deal in later],
        "fit (account > industry > seller > team)": by_fit(trained, later),
        f"base rate + {count} laws": lawful,
    }
    regression = by_regression(earlier, later)
    if regression is not None:
        told["logistic regression"] = regression
    report(told, trained.base, [deal.case.won for deal in later], len(earlier), day)


def report(
    told: dict[str, list[float]], base: float, ends: Sequence[bool], trained_on: int, day: dt.date
) -> None:
    won = sum(ends) / len(ends)
    print(f"trained on {trained_on} deals closed before {day} ({base:.1%} won), ", end="")
    print(f"tested on {len(ends)} closed from then on ({won:.1%} won)\n")
    print(f"{'':42}{'Brier':>9}{'log loss':>10}{'Brier - base, 95% interval':>30}")
    better = []
    for name, rates in told.items():
        score = math.fsum(map(brier, rates, ends)) / len(ends)
        loss = math.fsum(map(log_loss, rates, ends)) / len(ends)
        gap, half = against(rates, base, ends)
        span = "" if name == "base rate" else f"{gap:+.5f} ({gap - half:+.5f} to {gap + half:+.5f})"
        print(f"{name:42}{score:9.5f}{loss:10.5f}{span:>34}")
        if gap + half < 0:
            better.append(name)
    verdict = (
        f"Better than the base rate: {', '.join(better)}." if better else "Nothing beats the base rate here."
    )
    print(f"\n{verdict}")


if __name__ == "__main__":
    main()
