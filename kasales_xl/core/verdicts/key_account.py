"""Is it a key account (大客户)? Big (K1) and sustainable (K2); what is open is data or a win (K3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from kasales_xl.core.exact import exact, portion, reaches
from kasales_xl.core.policy import Policy
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Account, Deal, Seller
from kasales_xl.core.rows.book import Doubt
from kasales_xl.core.terms import KeyAccount, KeyGround, YesNoUnknown
from kasales_xl.core.verdicts.big_contributions import BigContribution
from kasales_xl.core.verdicts.sustainable import Sustained, ToWin, sustained, to_win


class Datum(Enum):
    """Data of the book that the verdict on an account may lack, by sheet and column."""

    TARGET = "seller", "annual_target"
    POTENTIAL = "accounts", "potential_12m"
    AMOUNT = "deals", "amount"
    CLOSED = "deals", "closed"
    KEY_DEPARTMENTS = "accounts", "key_departments"
    SUSTAINABLE = "accounts", "sustainable"

    @property
    def sheet(self) -> str:
        return self.value[0]

    @property
    def column(self) -> str:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class BlankCell:
    """A cell that the test needs and that holds nothing; ``deal`` and its ID where it is a deal's. ``cell``:
    where it stands, if it holds something that could not be read (T7)."""

    datum: Datum
    deal_id: str = ""
    deal: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class KeyTest:
    """``ground``: what the answer rests on. ``big`` and ``sustainable`` are None while open; ``reasons``
    explain both; ``deals`` carry the answer to K2; ``proven``: big deals kept coming, whatever was
    promised or confirmed. While undecided: ``fill_in``, the blank cells, and ``to_win``, what must be
    won even when they are filled in the best way. None where nothing must be won, or no bar is known."""

    ground: KeyGround
    big: bool | None
    sustainable: bool | None
    reasons: tuple[Reason, ...]
    deals: tuple[Deal, ...] = ()
    proven: bool = False
    fill_in: tuple[BlankCell, ...] = ()
    to_win: ToWin | None = None

    @property
    def key(self) -> KeyAccount:
        return self.ground.key


def big_deal_amount(seller: Seller, policy: Policy) -> float | None:
    """From which amount a contribution is big, in the book's unit; None while no target is known. K2."""
    if policy.big_deal_amount is not None:
        unit = policy.big_deal_unit or seller.money_unit
        return float(exact(policy.big_deal_amount) * unit.yuan / seller.money_unit.yuan)
    if not seller.annual_target or seller.annual_target <= 0:
        return None
    return portion(policy.big_deal_share, seller.annual_target)


def is_big(account: Account, seller: Seller, policy: Policy) -> bool | None:
    """K1: potential / target >= key_share, inclusive; None where either is missing."""
    target = seller.annual_target
    if account.potential_12m is None or not target or target < 0:
        return None
    return reaches(account.potential_12m, policy.key_share, target)


def key_account(
    account: Account,
    deals: Iterable[Deal],
    seller: Seller,
    policy: Policy,
    on: dt.date,
    doubts: Sequence[Doubt] = (),
) -> KeyTest:
    """deals: all rows of this account; doubts: what of it could not be read. Rules K1–K3, T7."""
    unread = {(doubt.column, doubt.row_id if doubt.sheet == "deals" else ""): doubt.cell for doubt in doubts}
    rows = tuple(_at_worst(deal, unread) for deal in deals)
    bar = big_deal_amount(seller, policy)
    big = is_big(account, seller, policy)
    lasting = sustained(account.sustainable, rows, bar, policy, on)
    if lasting.holds and ("sustainable", "") in unread:
        # the manager's answer goes before all others, and nobody knows what it says
        lasting = replace(lasting, ground=KeyGround.TO_WIN)
    open_questions = big is not False and lasting.holds is not False and not (big and lasting.holds)
    blank = tuple(_blank(account, seller, rows, lasting, unread)) if open_questions else ()
    wanted = None
    if open_questions and lasting.holds is None and bar is not None:
        wanted = _still_to_win(account, rows, bar, policy, on)
    return KeyTest(
        ground=_ground(big, lasting, bool(blank)),
        big=big,
        sustainable=lasting.holds,
        reasons=(
            _size(account, seller, policy, big),
            *_lasting(lasting, bar, wanted, [cell.deal for cell in blank if cell.deal], seller, policy),
        ),
        deals=(*(deal for one in lasting.big for deal in one.deals), *_promise(lasting)),
        proven=lasting.proven,
        fill_in=blank,
        to_win=wanted,
    )


Unread = Mapping[tuple[str, str], str]


def _at_worst(deal: Deal, unread: Unread) -> Deal:
    """An open deal whose answers cannot be read promises nothing: they may be no."""
    answers = [name for name in ("is_real", "can_win") if (name, deal.deal_id) in unread]
    if not answers or not deal.stage.is_open:
        return deal
    return deal.model_copy(update=dict.fromkeys(answers, YesNoUnknown.NO))


def _ground(big: bool | None, lasting: Sustained, blank: bool) -> KeyGround:
    if big is False:
        return KeyGround.SMALL
    if lasting.holds is False or (big and lasting.holds):
        return lasting.ground
    return KeyGround.DATA if blank else KeyGround.TO_WIN


def _promise(lasting: Sustained) -> tuple[Deal, ...]:
    return (lasting.promise,) if lasting.promise is not None else ()


def _blank(
    account: Account, seller: Seller, deals: Sequence[Deal], lasting: Sustained, unread: Unread
) -> Iterator[BlankCell]:
    """The cells without which the test stays open: only these may ever be asked for."""
    if answer := unread.get(("sustainable", "")):
        yield BlankCell(Datum.SUSTAINABLE, cell=answer)
    if not seller.annual_target or seller.annual_target < 0:
        yield BlankCell(Datum.TARGET)
    if account.potential_12m is None:
        yield BlankCell(Datum.POTENTIAL, cell=unread.get(("potential_12m", ""), ""))
    if lasting.holds is None:
        for deal in deals:
            if deal.stage.is_won and deal.amount is None:
                yield BlankCell(
                    Datum.AMOUNT, deal.deal_id, deal.deal, unread.get(("amount", deal.deal_id), "")
                )
            if deal.stage.is_won and deal.closed is None:
                yield BlankCell(
                    Datum.CLOSED, deal.deal_id, deal.deal, unread.get(("closed", deal.deal_id), "")
                )


def _still_to_win(
    account: Account, deals: Sequence[Deal], bar: float, policy: Policy, on: dt.date
) -> ToWin | None:
    """Asked of the account as it would stand with its won deals filled in in the best way: nobody is sent
    to win what a date may prove."""
    best = tuple(filled_in(deal, bar, on) for deal in deals)
    holds = sustained(account.sustainable, best, bar, policy, on).holds
    return to_win(best, bar, policy, on) if holds is None else None


def filled_in(deal: Deal, bar: float, on: dt.date) -> Deal:
    """A won deal with its blank amount or date as good as they can be."""
    if not deal.stage.is_won or (deal.amount is not None and deal.closed is not None):
        return deal
    amount = bar if deal.amount is None else deal.amount
    return deal.model_copy(update={"amount": amount, "closed": deal.closed or on})


def _size(account: Account, seller: Seller, policy: Policy, big: bool | None) -> Reason:
    return Reason(
        {True: "big", False: "not-big", None: "size-unknown"}[big],
        have=account.potential_12m or 0,
        need=portion(policy.key_share, seller.annual_target or 0),
        unit=seller.money_unit,
    )


def _lasting(
    lasting: Sustained,
    bar: float | None,
    wanted: ToWin | None,
    blank: Sequence[str],
    seller: Seller,
    policy: Policy,
) -> Iterator[Reason]:
    """Why K2 is answered as it is, with the deals that carry it by name and date."""
    big = tuple(map(_told, lasting.big))
    unit = seller.money_unit
    if lasting.holds is not None:
        ahead = tuple(f"{deal.expected_close} {deal.deal}" for deal in _promise(lasting))
        code = {
            KeyGround.PROVEN: "proven",
            KeyGround.PROMISED: "promised",
            KeyGround.CONFIRMED: "sustainable-confirmed",
            KeyGround.REFUSED: "sustainable-refused",
            KeyGround.LAPSED: "lapsed",
        }[lasting.ground]
        yield Reason(
            code, (*big, *ahead), have=policy.big_deal_gap_months, need=policy.big_deal_recent_months
        )
        return
    if bar is None:
        yield Reason("bar-unknown")
    elif not (big or blank or wanted):
        yield Reason("lasting-open")
    if big:
        yield Reason("one-big", big)
    if blank:
        yield Reason("deals-blank", tuple(dict.fromkeys(blank)))
    if wanted is not None:
        beside = (wanted.beside.deal,) if wanted.beside else ()
        code = "to-win-two" if wanted.wins > 1 else "to-win-beside" if beside else "to-win"
        yield Reason(code, beside, have=wanted.wins, need=wanted.amount, day=wanted.by, unit=unit)


def _told(one: BigContribution) -> str:
    """``2025-11-21 财务分析``; the deals of one contribution joined by a plus."""
    names = dict.fromkeys(deal.deal for deal in one.deals)
    return f"{one.on} {' + '.join(names)}"
