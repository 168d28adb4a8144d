"""The deals of one sample account: big ones that make it a key account (or not), and smaller ones. A few
sellers' customers have a pattern in how they buy; with all others chance decides, as it mostly does."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from random import Random
from typing import Any

from kasales_xl.core.rows import Account, Deal
from kasales_xl.core.terms import DealStage, KeyCriterion, Level, LostReason, Procurement, YesNoUnknown
from kasales_xl.core.text import Text
from kasales_xl.demo.draft import Draft
from kasales_xl.demo.names import COMPETITORS
from kasales_xl.demo.trades import PHASES

YES, NO, UNKNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.UNKNOWN
_OPEN = (DealStage.QUALIFY, DealStage.SOLUTION, DealStage.INFLUENCE, DealStage.CONTROL)
#: Stages in which an open deal promises the next big one.
_PROMISING = _OPEN[1:]
_REASONS = {
    KeyCriterion.PRICE: LostReason.PRICE,
    KeyCriterion.RELATIONSHIP: LostReason.RELATIONSHIP,
    KeyCriterion.TECHNOLOGY: LostReason.SOLUTION,
}
#: How often a customer buys in the way usual in the trade; the same where a sure win goes with a pattern.
_USUAL, _GOES_WITH_IT = 0.55, 0.9
#: The chance to win a smaller deal: without a pattern; with one, against it and with it.
_BY_CHANCE, _ODDS = 0.45, (0.08, 0.85)
#: From the start of a deal to its end, in days.
_DAYS = (40, 260)


class Rhythm(Enum):
    """When the big deals of an account lie: ``NOW`` one won in the running period; ``NEXT`` the last one
    won before it, the next expected; ``PAST`` both won before it; ``OLD`` too long ago; ``ONE`` a single
    recent one; ``NO`` none at all."""

    NOW = "now"
    NEXT = "next"
    PAST = "past"
    OLD = "old"
    ONE = "one"
    NO = "no"


def add_deals(draft: Draft, account: Account, rhythm: Rhythm) -> None:
    """Big deals by their rhythm, then 2–4 smaller closed ones of the last four years, now and then an
    open one or one on hold."""
    period = (draft.on - (draft.seller.period_start or draft.on)).days
    if rhythm is Rhythm.NOW:
        first = draft.between(400, 560)
        _big_won(draft, account, first)
        _big_won(draft, account, draft.between(5, max(6, period - 10)))
        _before(draft, account, first)
    elif rhythm is Rhythm.NEXT:
        last = draft.between(max(period, 120) + 5, 560)
        _big_won(draft, account, last)
        _open(draft, account, draft.random.uniform(0.31, 0.42), ahead=(10, 100))
        # what the manager has confirmed stays as it was drawn: nobody promises anything there
        if account.sustainable is UNKNOWN:
            draft.deals[-1] = _promising(draft.deals[-1])
        # whoever has just begun has one big deal and a promise
        if draft.part.level is not Level.NOVICE:
            _before(draft, account, last)
    elif rhythm is Rhythm.PAST:
        _big_won(draft, account, draft.between(760, 900))
        _big_won(draft, account, draft.between(max(period, 380) + 10, 660))
    elif rhythm is Rhythm.OLD:
        _big_won(draft, account, draft.between(1700, 1800))
        _big_won(draft, account, draft.between(800, 900))
    elif rhythm is Rhythm.ONE:
        _big_won(draft, account, draft.between(max(period, 120) + 5, 620))
    for _ in range(draft.random.randint(2, 4)):
        _closed(draft, account)
    if draft.chance(0.45):
        _open(draft, account, draft.random.uniform(0.03, 0.12), ahead=(-40, 150))
    if draft.chance(0.08):
        _on_hold(draft, account)


def _name(draft: Draft, account: Account) -> str:
    """The account's next project: a product and its phase, each pair once an account."""
    number = sum(deal.account == account.account_id for deal in draft.deals)
    projects = draft.trade.projects
    at = number + len(draft.accounts)
    phase = PHASES[(at // len(projects) + number) % len(PHASES)]
    name = Text("{account}{project}{phase}", "{account}: {project}, {phase}")
    return draft.typed(name(account=account.account, project=projects[at % len(projects)], phase=phase))


def _habits(draft: Draft, won_for_sure: bool = False) -> dict[str, object]:
    """How the customer bought, each element by itself. ``won_for_sure``: a deal whose outcome is given;
    where the part has a pattern, it was bought in the way that wins."""
    trade = draft.trade
    favoured = draft.chance(_GOES_WITH_IT if won_for_sure and draft.part.pattern else _USUAL)
    others = tuple(way for way in Procurement if way is not trade.procurement)
    procurement = trade.procurement if favoured else draft.pick(others)
    criterion = trade.criterion if draft.chance(_USUAL) else draft.pick(tuple(KeyCriterion))
    month = trade.month if draft.chance(_USUAL) else draft.random.randint(1, 12)
    decides = trade.decides if draft.chance(_USUAL) else draft.random.randrange(4)
    return {
        "procurement": procurement,
        "key_criterion": criterion,
        "budget_month": month,
        "deciding_department": draft.typed(trade.departments[decides]),
        "competitor": draft.typed(COMPETITORS[draft.random.choice((0, 0, 1, 1, 2))]),
        "incumbent": YES if draft.chance(0.45) else NO,
    }


def _odds(draft: Draft, habits: dict[str, object]) -> float:
    """The chance to win. Where the part has a pattern the way of buying decides, and the pattern pages
    should find that and nothing else; everywhere else chance alone decides, and they should find none."""
    if not draft.part.pattern:
        return _BY_CHANCE
    return _ODDS[habits["procurement"] is draft.trade.procurement]


def _add(draft: Draft, account: Account, **fields: Any) -> None:
    deal_id = draft.next_id("D", draft.deals)
    deal = Deal(deal_id=deal_id, account=account.account_id, deal=_name(draft, account), **fields)
    draft.deals.append(deal)


def _big_won(draft: Draft, account: Account, closed: dt.date) -> None:
    days = (draft.on - closed).days
    stage = DealStage.CONTRACT if days < 45 else DealStage.DELIVER if days < 150 else DealStage.WON
    _add(
        draft,
        account,
        amount=draft.money(draft.random.uniform(0.31, 0.4)),
        stage=stage,
        created=closed - dt.timedelta(days=draft.random.randint(*_DAYS)),
        stage_since=closed,
        closed=closed,
        is_real=YES,
        can_win=YES,
        solution_advantage=draft.random.randint(2, 3),
        price_acceptance=draft.random.randint(1, 3),
        **_habits(draft, won_for_sure=True),
    )


def _before(draft: Draft, account: Account, first: dt.date) -> None:
    """The two big deals before ``first``, a year or more apart: an account that is big today was so a year
    ago. Drawn from a stream of their own."""
    own = Random(f"{account.account_id} before")  # noqa: S311
    usual, draft.random = draft.random, own
    for _ in range(2):
        first -= dt.timedelta(days=own.randint(380, 520))
        _big_won(draft, account, first)
    draft.random = usual


def _closed(draft: Draft, account: Account) -> None:
    habits = _habits(draft)
    won = draft.chance(_odds(draft, habits))
    closed = draft.between(15, 1400)
    reason = _REASONS.get(habits["key_criterion"], draft.pick((LostReason.COMPETITOR, LostReason.TIMING)))  # type: ignore[call-overload]
    _add(
        draft,
        account,
        amount=draft.money(draft.random.uniform(0.01, 0.07)),
        stage=DealStage.WON if won else DealStage.LOST,
        created=closed - dt.timedelta(days=draft.random.randint(*_DAYS)),
        stage_since=closed,
        closed=closed,
        lost_reason=None if won else reason,
        is_real=YES if won else draft.pick((YES, YES, UNKNOWN)),
        can_win=YES if won else draft.pick((YES, NO, UNKNOWN)),
        solution_advantage=draft.random.randint(2, 3) if won else draft.random.randint(0, 2),
        price_acceptance=draft.random.randint(1, 3) if won else draft.random.randint(0, 2),
        **habits,
    )


def _open(draft: Draft, account: Account, share: float, ahead: tuple[int, int]) -> None:
    expected = draft.on + dt.timedelta(days=draft.random.randint(*ahead))
    stage = draft.pick(_OPEN)
    since = draft.between(10, 130)
    answered = draft.chance(0.8)
    _add(
        draft,
        account,
        amount=draft.money(share),
        stage=stage,
        created=since - dt.timedelta(days=draft.random.randint(20, 150)),
        stage_since=since,
        expected_close=expected,
        is_real=YES if answered else UNKNOWN,
        can_win=draft.pick((YES, YES, NO)) if answered else UNKNOWN,
        solution_advantage=draft.random.randint(1, 3) if answered else None,
        price_acceptance=draft.random.randint(0, 3) if answered else None,
        **_habits(draft),
    )


def _promising(deal: Deal) -> Deal:
    """Far enough on, and nobody says that it cannot be won."""
    stage = deal.stage if deal.stage in _PROMISING else DealStage.SOLUTION
    return deal.model_copy(
        update={"stage": stage, "can_win": UNKNOWN if deal.can_win is NO else deal.can_win}
    )


def _on_hold(draft: Draft, account: Account) -> None:
    since = draft.between(60, 300)
    _add(
        draft,
        account,
        amount=draft.money(draft.random.uniform(0.03, 0.1)),
        stage=DealStage.ON_HOLD,
        created=since - dt.timedelta(days=90),
        stage_since=since,
        **_habits(draft),
    )
