"""律 PBM: how an account's past projects were won, and how its open deals go with that (G2, F)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.evidence.deal_elements import (
    TYPED,
    Closed,
    case_of,
    closed_deal,
    elements_of,
    spellings,
)
from kasales_xl.core.dimensions.evidence.fit import Fit, Side, fit
from kasales_xl.core.dimensions.evidence.patterns import (
    Law,
    Laws,
    Pattern,
    could_speak,
    facts,
    laws,
    patterns,
)
from kasales_xl.core.dimensions.evidence.pools import Case, Pool, PoolLevel, gather, pool
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.evidence.winrate import Rates
from kasales_xl.core.dimensions.measure import Measure, ratio
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Deal


@dataclass(frozen=True)
class Pbm:
    """PBM of one seller. Computed when asked for, once."""

    rows: SortedRows
    rates: Rates

    @cached_property
    def _cases(self) -> dict[str, list[Case]]:
        """Closed deals by account ID."""
        cases: defaultdict[str, list[Case]] = defaultdict(list)
        for row, deal in zip(self.rows.closed_deals, self.closed, strict=True):
            cases[row.account].append(case_of(deal, self.rows.policy))
        return dict(cases)

    @cached_property
    def closed(self) -> tuple[Closed, ...]:
        """What a team pools: the closed deals, in row order."""
        seller = self.rows.book.seller
        seller_id = seller.seller_id if seller else ""
        return tuple(closed_deal(deal, seller_id) for deal in self.rows.closed_deals)

    @cached_property
    def _industry(self) -> dict[str, str]:
        """Comparable industry of each account that has one."""
        industries = ((v.account.account_id, name_key(v.account.industry)) for v in self.rows.accounts)
        return {account: industry for account, industry in industries if industry}

    def industry_name(self, pool_name: str) -> str:
        """An industry as the accounts sheet writes it; pool_name: its comparable form."""
        for verdict in self.rows.accounts:
            if name_key(verdict.account.industry) == pool_name:
                return verdict.account.industry.strip()
        return pool_name

    @cached_property
    def _accounts(self) -> dict[str, Pool]:
        """Every account with a closed deal, by account ID."""
        cases = sorted(self._cases.items())
        return {account: pool(PoolLevel.ACCOUNT, account, own) for account, own in cases}

    @cached_property
    def seller(self) -> Pool:
        return gather(PoolLevel.SELLER, "", self._accounts.values())

    @cached_property
    def industries(self) -> dict[str, Pool]:
        """By comparable industry; one that holds all closed deals says no more than the seller's."""
        pools_of: defaultdict[str, list[Pool]] = defaultdict(list)
        for account, own in self._accounts.items():
            if account in self._industry:
                pools_of[self._industry[account]].append(own)
        made = (gather(PoolLevel.INDUSTRY, name, pools) for name, pools in sorted(pools_of.items()))
        return {group.name: group for group in made if group.all.n < self.seller.all.n}

    def account(self, account_id: str) -> Pool:
        """The closed deals of one account of the book."""
        known = self._accounts.get(account_id) if account_id in self.rows.by_id else None
        return known or pool(PoolLevel.ACCOUNT, account_id, ())

    def _pools(self, account_id: str) -> Iterator[Pool]:
        """Narrow to wide: account → industry → seller."""
        if len(self._cases.get(account_id, ())) >= self.rows.policy.law_min_deals:
            yield self.account(account_id)
        industry = self._industry.get(account_id, "")
        if industry in self.industries:
            yield self.industries[industry]
        yield self.seller

    @cached_property
    def laws(self) -> Laws:
        """All that may be said as a rule in this book, false discoveries controlled over all of it."""
        policy = self.rows.policy
        speaking = [self.account(a) for a, own in self._cases.items() if could_speak(len(own), policy)]
        return laws([*speaking, *self.industries.values(), self.seller], policy)

    @cached_property
    def facts(self) -> tuple[Law, ...]:
        """The laws, each fact once, narrow to wide."""
        return facts(self.laws)

    def _patterns(self, group: Pool) -> tuple[Pattern, ...]:
        policy = self.rows.policy
        return patterns(group, self.laws, policy, mean=self.rates.mean, usual=self.seller.rate)

    def patterns_of(self, account_id: str) -> tuple[Pattern, ...]:
        """The account's closed deals by element and value, laws first; empty without any."""
        return self._patterns(self.account(account_id))

    @cached_property
    def seller_patterns(self) -> tuple[Pattern, ...]:
        return self._patterns(self.seller)

    @cached_property
    def law_patterns(self) -> tuple[Pattern, ...]:
        """Only the laws, each fact once, narrow to wide, best supported first."""
        told = {(law.level, law.pool, *law.pair) for law in self.facts}
        pools = dict.fromkeys((law.level, law.pool) for law in self.facts)
        spoken = (p for level, name in pools for p in self._patterns(self._pool(level, name)))
        return tuple(p for p in spoken if (p.level, p.pool, p.element, p.value) in told)

    def _pool(self, level: PoolLevel, name: str) -> Pool:
        if level is PoolLevel.ACCOUNT:
            return self.account(name)
        return self.industries[name] if level is PoolLevel.INDUSTRY else self.seller

    @cached_property
    def spelt(self) -> dict[str, str]:
        deals = self.rows.book.deals
        return spellings(name for deal in deals for name in (deal.deciding_department, deal.competitor))

    def fit(self, deal: Deal) -> Fit | None:
        """How an open deal goes with what won before; None: nothing comparable."""
        return fit(elements_of(deal), self._pools(deal.account), self.rows.policy, self.laws)

    @cached_property
    def fits(self) -> dict[str, Fit | None]:
        """By deal ID, the open deals."""
        return {deal.deal_id: self.fit(deal) for deal in self.rows.open_deals}

    def insight(self, deal: Deal) -> int:
        """The insight advantage 0–3: 3 with a law, 2 with a pattern that is no law yet, 1 recorded but
        nobody knows, 0 against a law or nothing recorded. Data alone never earns more than 1."""
        if not elements_of(deal):
            return 0
        told = self.fits[deal.deal_id] if deal.deal_id in self.fits else self.fit(deal)
        if told is None:
            return 1
        if told.side is Side.UNKNOWN:
            return 2 if told.promising(self.rows.policy.law_min_deals) else 1
        return 3 if told.side is Side.WITH else 0

    @cached_property
    def _typed(self) -> list[int]:
        """Typed elements recorded on each closed deal."""
        return [
            len(case.elements) - ("cycle" in case.elements)
            for cases in self._cases.values()
            for case in cases
        ]

    @cached_property
    def _recorded(self) -> int:
        return sum(count > 0 for count in self._typed)

    @cached_property
    def headline(self) -> Measure:
        """Laws found, count; 0 is honest: nothing that could not be chance. None below
        ``law_min_deals`` closed deals with an element recorded."""
        n = self._recorded
        enough = n >= self.rows.policy.law_min_deals
        return Measure("pbm.laws", float(len(self.facts)) if enough else None, n, n)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The headline first."""
        return (self.headline, self.filled, self.fitted)

    @cached_property
    def filled(self) -> Measure:
        """Elements recorded on closed deals / (6 × closed deals), 0–1."""
        n, total = len(self._typed), sum(self._typed)
        return Measure("pbm.filled", ratio(total, len(TYPED) * n) if total else None, n, self._recorded)

    @cached_property
    def fitted(self) -> Measure:
        """Open deals that past deals can say something about / open deals, 0–1."""
        n, told = len(self.fits), sum(made is not None for made in self.fits.values())
        return Measure("pbm.fitted", ratio(told, n) if self._recorded else None, n, self._recorded)
