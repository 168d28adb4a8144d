"""Which way of telling a win chance tells best? Every candidate of the product, on a set of closed deals.

    python benchmarks/pbm_calibration.py [FOLDER] [--mapping MAPPING.toml] [--share 0.7]

FOLDER holds the tables of an export (default: the CRM export among the tests' data, read by
crm_export.toml). Any other set: copy crm_export.toml, name your own files and columns, and give it as
--mapping. Deals closed first are learnt from, deals closed later are told; nothing of a told deal but what
the mapping calls its elements is used. Brier score and log loss (lower is better) of

- the base rate: every deal gets the share won among the earlier ones;
- the estimated win rate: the account's, shrunk to the seller's, shrunk to the usual rate;
- the same moved by laws, which hold within accounts;
- the same moved by signals: the test of laws over all deals as one pool;
- the same moved by the product's small ridge regression;
- scikit-learn's logistic regression with seller and account (``pip install ".[bench]"``), as a yardstick.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mapped_deals import read

from kasales_xl.core.dimensions.evidence.chance import moved_by_laws
from kasales_xl.core.dimensions.evidence.fit import fit
from kasales_xl.core.dimensions.evidence.patterns import facts, laws
from kasales_xl.core.dimensions.evidence.pools import Case, PoolLevel, gather, pool
from kasales_xl.core.dimensions.evidence.prediction import (
    AccountRates,
    Candidate,
    Ended,
    choose,
    predictor,
    split,
)
from kasales_xl.core.dimensions.evidence.statistics import Z_95
from kasales_xl.core.policy import DEFAULT_POLICY as POLICY

HERE = Path(__file__).parent
EXPORT, MAPPING = HERE.parent / "tests" / "data" / "crm", HERE / "crm_export.toml"
BASE = "base rate"


def by_laws(earlier: Sequence[Ended], later: Sequence[Ended]) -> tuple[list[float], int]:
    """The estimated rate moved by the laws of everybody together, each account of each seller by itself."""
    accounts: defaultdict[str, list[Case]] = defaultdict(list)
    for told, won, _closed in earlier:
        name = f"{told.seller}|{told.account}"
        accounts[name].append(Case(won, told.elements, name))
    pools = {name: pool(PoolLevel.ACCOUNT, name, cases) for name, cases in accounts.items()}
    everybody = gather(PoolLevel.TEAM, "", pools.values())
    held = laws([*pools.values(), everybody], POLICY)
    rates, told_rates = AccountRates(earlier, POLICY), []
    for told, _won, _closed in later:
        own = pools.get(f"{told.seller}|{told.account}")
        found = fit(told.elements, [*([own] if own else []), everybody], POLICY, held)
        told_rates.append(moved_by_laws(rates(told), found, POLICY))
    return told_rates, len(facts(held))


def by_scikit(earlier: Sequence[Ended], later: Sequence[Ended]) -> list[float] | None:
    """Its defaults on one-hot elements, the seller and the account; None without it."""
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        return None

    def features(deal: Ended) -> dict[str, str]:
        return {**deal.told.elements, "seller": deal.told.seller, "account": deal.told.account}

    columns = DictVectorizer()
    seen = columns.fit_transform([features(deal) for deal in earlier])
    model = LogisticRegression(max_iter=2000).fit(seen, [deal.won for deal in earlier])
    told = model.predict_proba(columns.transform([features(deal) for deal in later]))
    return [float(row[1]) for row in told]


@dataclass(frozen=True)
class Score:
    """``gap``: Brier score less the base rate's; ``half``: half of its 95% interval."""

    name: str
    brier: float
    log_loss: float
    gap: float
    half: float


def scores(earlier: Sequence[Ended], later: Sequence[Ended]) -> list[Score]:
    """Every candidate on the later deals, the base rate first."""
    base = sum(deal.won for deal in earlier) / len(earlier)
    lawful, count = by_laws(earlier, later)
    told = {BASE: [base] * len(later)}
    for one in Candidate:
        predict = predictor(one, earlier, POLICY)
        told[one.en] = [predict(deal.told) for deal in later]
        if one is Candidate.RATE:
            told[f"the same moved by {count} laws"] = lawful
    yardstick = by_scikit(earlier, later)
    if yardstick is not None:
        told["scikit-learn, seller and account too"] = yardstick
    return [_score(name, rates, base, [deal.won for deal in later]) for name, rates in told.items()]


def _score(name: str, rates: Sequence[float], base: float, ends: Sequence[bool]) -> Score:
    misses = [(rate - won) ** 2 for rate, won in zip(rates, ends, strict=True)]
    losses = [
        -math.log(min(1.0, max(1e-12, rate if won else 1 - rate)))
        for rate, won in zip(rates, ends, strict=True)
    ]
    gaps = [miss - (base - won) ** 2 for miss, won in zip(misses, ends, strict=True)]
    n, gap = len(ends), math.fsum(gaps) / len(gaps)
    spread = math.sqrt(math.fsum((one - gap) ** 2 for one in gaps) / (n - 1))
    return Score(name, math.fsum(misses) / n, math.fsum(losses) / n, gap, Z_95 * spread / math.sqrt(n))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXPORT)
    parser.add_argument("--mapping", type=Path, default=MAPPING, help="how the export is read")
    parser.add_argument("--share", type=float, default=0.7, help="share of the deals to learn from")
    args = parser.parse_args()
    deals = read(args.folder, args.mapping)
    earlier, later = split(deals, 1 - args.share)
    won = [sum(deal.won for deal in part) / len(part) for part in (earlier, later)]
    print(f"learnt from {len(earlier)} deals closed before {later[0].closed} ({won[0]:.1%} won), ", end="")
    print(f"told {len(later)} closed from then on ({won[1]:.1%} won)\n")
    print(f"{'':42}{'Brier':>9}{'log loss':>10}{'Brier - base, 95% interval':>34}")
    found = scores(earlier, later)
    for one in found:
        low, high = one.gap - one.half, one.gap + one.half
        span = "" if one.name == BASE else f"{one.gap:+.5f} ({low:+.5f} to {high:+.5f})"
        print(f"{one.name:42}{one.brier:9.5f}{one.log_loss:10.5f}{span:>34}")
    better = [one.name for one in found if one.gap + one.half < 0]
    print(f"\nBetter than the base rate: {', '.join(better) or 'nothing'}.")
    print(f"The product would use: {choose(deals, POLICY).used.en}.")


if __name__ == "__main__":
    main()
