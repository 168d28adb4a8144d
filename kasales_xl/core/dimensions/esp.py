"""道 ESP+: raise the quality and quantity of projects of each key account over a long time (G2, F)."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from kasales_xl.core.dimensions.evidence.rhythm import Rhythm, Trend, rhythm, trend, usual_gap
from kasales_xl.core.dimensions.evidence.sorted_rows import SortedRows
from kasales_xl.core.dimensions.evidence.statistics import effective_number, median, shares
from kasales_xl.core.dimensions.measure import Measure, ratio
from kasales_xl.core.verdicts.key_account import big_deal_amount
from kasales_xl.core.verdicts.tier import AccountVerdict


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """What the account sheet says about where to go. ``overdue_days``: how long the next action's
    date has passed; None without a date, 0 when it is today or ahead."""

    objective: str
    next_action: str
    next_action_date: dt.date | None
    overdue_days: int | None

    @property
    def complete(self) -> bool:
        """An objective, and a next action whose date has not passed."""
        return bool(self.objective and self.next_action) and self.overdue_days == 0

    @property
    def recorded(self) -> bool:
        return bool(self.objective or self.next_action)


@dataclass(frozen=True, slots=True)
class AccountGrowth:
    """One key account in 道: how its projects develop, the rhythm of big deals, the plan."""

    account_id: str
    account: str
    trend: Trend
    rhythm: Rhythm
    plan: WrittenPlan

    @property
    def recorded(self) -> bool:
        return bool(self.trend.recent.count or self.trend.before.count or self.plan.recorded)


@dataclass(frozen=True)
class Esp:
    """ESP+ of one seller. Computed when asked for, once."""

    rows: SortedRows

    @cached_property
    def accounts(self) -> tuple[AccountGrowth, ...]:
        """Key accounts that count, in row order."""
        seller = self.rows.book.seller
        least = big_deal_amount(seller, self.rows.policy) if seller else None
        return tuple(self._growth(verdict, least) for verdict in self.rows.key_accounts)

    def _growth(self, verdict: AccountVerdict, least: float | None) -> AccountGrowth:
        account, on = verdict.account, self.rows.on
        deals = self.rows.book.deals_of(account.account_id)
        due = account.next_action_date
        plan = WrittenPlan(
            account.objective.strip(),
            account.next_action.strip(),
            due,
            None if due is None else max(0, (on - due).days),
        )
        beat = rhythm(deals, least, on)
        return AccountGrowth(
            account_id=account.account_id,
            account=account.account,
            trend=trend(deals, usual_gap(deals, least, self.rows), self.rows),
            rhythm=beat,
            plan=plan,
        )

    @cached_property
    def by_account(self) -> dict[str, AccountGrowth]:
        return {growth.account_id: growth for growth in self.accounts}

    @cached_property
    def won_by_account(self) -> dict[str, float]:
        """Amount won in the recent window by account ID, all accounts, book's money unit."""
        amounts: defaultdict[str, list[float]] = defaultdict(list)
        for deal in self.rows.closed_deals:
            if deal.stage.is_won and deal.amount is not None and self.rows.recent.holds(deal.closed):
                amounts[deal.account].append(deal.amount)
        return {account: math.fsum(won) for account, won in amounts.items()}

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The headline first: key accounts whose projects grow in quality or quantity."""
        return (self.headline, self.planned, self.overdue, self.big_deal_gap, *self._concentration)

    @cached_property
    def headline(self) -> Measure:
        """Key accounts that grow / key accounts whose trend is known, 0–1."""
        known = [growth.trend for growth in self.accounts if growth.trend.known]
        recorded = sum(growth.recorded for growth in self.accounts)
        growing = sum(trend.growing for trend in known)
        return Measure("esp.rising", ratio(growing, len(known)), len(known), recorded)

    @cached_property
    def planned(self) -> Measure:
        """Key accounts with an objective and a next action not overdue / key accounts, 0–1; without
        any objective or action on the sheet nothing is said."""
        recorded = sum(growth.plan.recorded for growth in self.accounts)
        complete = sum(growth.plan.complete for growth in self.accounts)
        return Measure(
            "esp.planned", complete / len(self.accounts) if recorded else None, len(self.accounts), recorded
        )

    @cached_property
    def overdue(self) -> Measure:
        """Key accounts whose next action's date has passed, count."""
        dated = [g.plan.overdue_days for g in self.accounts if g.plan.overdue_days is not None]
        late = sum(days > 0 for days in dated)
        return Measure("esp.overdue", float(late) if dated else None, len(dated), len(dated))

    @cached_property
    def big_deal_gap(self) -> Measure:
        """Median months between two neighbouring big deals won in one key account."""
        gaps = [gap for growth in self.accounts for gap in growth.rhythm.gaps]
        won = sum(growth.rhythm.since_last is not None for growth in self.accounts)
        return Measure("esp.big_deal_gap", median(gaps), len(gaps), won)

    @cached_property
    def _concentration(self) -> tuple[Measure, Measure]:
        parts = shares(self.won_by_account.values())
        n = len(parts)
        return (
            Measure("esp.top_share", parts[0] if parts else None, n, n),
            Measure("esp.effective_accounts", effective_number(parts), n, n),
        )
