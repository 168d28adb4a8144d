"""Candidates for telling how likely a deal is to be won, and which of them has told best so far (PBM, F).

A claim and a chance are two things. A sentence that says 规律 needs a law, tested within accounts; a chance
needs only to have predicted better on later deals. All candidates start from the account's rate, shrunk to
the seller's, that one to the usual rate: ``RATE`` tells it as it is, ``SIGNALS`` moves it by values that
went with winning in all deals together, whoever's they were, ``REGRESSION`` by a small penalised logistic
regression."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.patterns import laws
from kasales_xl.core.dimensions.evidence.pools import Case, PoolLevel, Tally, pool
from kasales_xl.core.dimensions.evidence.regression import Weights, logit, regression, sigmoid
from kasales_xl.core.dimensions.evidence.statistics import shrunk
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Term


class Candidate(Term):
    """The simplest first: of equally good ones it is taken."""

    RATE = "rate", "估计赢率", "estimated win rate"
    SIGNALS = "signals", "估计赢率加信号", "win rate moved by signals"
    REGRESSION = "regression", "回归", "logistic regression"


class Told(NamedTuple):
    """What is known of a deal when it is told: whose it is and the elements recorded."""

    elements: Mapping[str, str]
    account: str
    seller: str = ""


class Ended(NamedTuple):
    """A closed deal; ``closed`` None where nobody wrote the day."""

    told: Told
    won: bool
    closed: dt.date | None


Predictor = Callable[[Told], float]


@dataclass(frozen=True)
class Choice:
    """``used`` with ``n`` closed deals; ``scores``: Brier score of each candidate on the ``later`` deals,
    without the regression where too few have closed for it, empty where too few have closed at all;
    ``base``: of the plain share won before them."""

    used: Candidate
    n: int
    later: int
    scores: Mapping[Candidate, float]
    base: float | None


class AccountRates:
    """The account's rate, shrunk to the seller's, that one to ``policy.usual_win_rate``."""

    def __init__(self, deals: Iterable[Ended], policy: Policy) -> None:
        self._strength, self._usual = policy.pattern_prior, policy.usual_win_rate
        self._accounts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        self._sellers: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for told, won, _closed in deals:
            for tally in (self._accounts[told.seller, told.account], self._sellers[told.seller]):
                tally[0] += won
                tally[1] += 1

    def __call__(self, told: Told) -> float:
        return self._rate(told, 0, 0)

    def of_account(self, told: Told) -> tuple[int, int]:
        """Won and closed deals of the account."""
        k, n = self._accounts.get((told.seller, told.account), (0, 0))
        return k, n

    def without(self, deal: Ended) -> float:
        """What would be told of a deal that is among those counted, had it not ended yet."""
        return self._rate(deal.told, int(deal.won), 1)

    def _rate(self, told: Told, won: int, closed: int) -> float:
        k, n = self._sellers.get(told.seller, (0, 0))
        mean = shrunk(k - won, n - closed, self._usual, self._strength)
        k, n = self._accounts.get((told.seller, told.account), (0, 0))
        return shrunk(k - won, n - closed, mean, self._strength)


def signals(deals: Sequence[Ended], base: Predictor, policy: Policy) -> Predictor:
    """The base moved to the mean of what deals with the same values came to, where such a value stands
    out in all deals together: the test of laws, without keeping accounts apart."""
    cases = [Case(deal.won, deal.told.elements) for deal in deals]
    group = pool(PoolLevel.SELLER, "", cases)
    held: dict[tuple[str, str], Tally] = {law.pair: group.of_pair[law.pair] for law in laws([group], policy)}

    def predict(told: Told) -> float:
        start = base(told)
        seen = [held[pair] for pair in told.elements.items() if pair in held]
        if not seen:
            return start
        return math.fsum(shrunk(*one, start, policy.pattern_prior) for one in seen) / len(seen)

    return predict


def by_regression(deals: Sequence[Ended], base: AccountRates, policy: Policy) -> Predictor:
    """The base moved by one weight a value, in odds."""
    rows = [(tuple(deal.told.elements.items()), logit(base.without(deal)), deal.won) for deal in deals]
    weights: Weights = regression(rows, least=policy.law_min_deals)

    def predict(told: Told) -> float:
        shift = math.fsum(weights.get(pair, 0.0) for pair in told.elements.items())
        return sigmoid(logit(base(told)) + shift + weights[None])

    return predict


def predictor(candidate: Candidate, deals: Sequence[Ended], policy: Policy) -> Predictor:
    """The candidate, learnt from these deals."""
    base = AccountRates(deals, policy)
    if candidate is Candidate.RATE:
        return base
    return (signals if candidate is Candidate.SIGNALS else by_regression)(deals, base, policy)


def brier(predict: Predictor, deals: Iterable[Ended]) -> float:
    """Mean square of chance told − what came (1 won, 0 lost): 0 is perfect, 0.25 is a coin."""
    misses = [(predict(deal.told) - deal.won) ** 2 for deal in deals]
    return math.fsum(misses) / len(misses)


def choose(deals: Sequence[Ended], policy: Policy) -> Choice:
    """Learn from the earlier deals, tell the later ``policy.chance_later_share`` of them, and take who did
    best; below ``policy.chance_min_deals`` dated closed deals the shrunk rate alone."""
    dated = sorted(
        (deal for deal in deals if deal.closed is not None), key=lambda d: (d.closed, d.told.account, d.won)
    )
    if len(dated) < policy.chance_min_deals:
        return Choice(Candidate.RATE, len(dated), 0, {}, None)
    earlier, later = split(dated, policy.chance_later_share)
    if not earlier or not later:
        return Choice(Candidate.RATE, len(dated), 0, {}, None)
    scores = {
        one: brier(predictor(one, earlier, policy), later)
        for one in Candidate
        if one is not Candidate.REGRESSION or _enough_for_regression(earlier, policy)
    }
    share = sum(deal.won for deal in earlier) / len(earlier)
    base = brier(lambda _told: share, later)
    best = min(scores, key=lambda one: (round(scores[one], 9), one.rank))
    return Choice(
        # where nothing does better than the plain share, the simplest tells no worse
        used=best if scores[best] < base else Candidate.RATE,
        n=len(dated),
        later=len(later),
        scores=scores,
        base=base,
    )


def _enough_for_regression(deals: Sequence[Ended], policy: Policy) -> bool:
    """A weight needs ``policy.regression_deals`` deals: with fewer it learns the chance of the sample."""
    counts = Counter(pair for deal in deals for pair in deal.told.elements.items())
    weights = sum(n >= policy.law_min_deals for n in counts.values())
    return len(deals) >= policy.regression_deals * weights


def split(dated: Sequence[Ended], later_share: float) -> tuple[list[Ended], list[Ended]]:
    """By time: deals of one day are never torn apart. dated: the earliest first."""
    first = dated[min(len(dated) - 1, round(len(dated) * (1 - later_share)))].closed
    earlier = [
        deal for deal in dated if deal.closed is not None and first is not None and deal.closed < first
    ]
    return earlier, list(dated[len(earlier) :])
