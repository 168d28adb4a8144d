"""大客户: big (K1), sustainable (K2), and missing data is never a no (K3)."""

from __future__ import annotations

import datetime as dt

import pytest

from kasales_xl.core.calendar import add_months
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Account, Deal, Seller
from kasales_xl.core.terms import DealStage, KeyAccount, MoneyUnit
from kasales_xl.core.verdicts.key_account import Datum, big_deal_amount, key_account

ON = dt.date(2026, 6, 30)
SELLER = Seller(seller_id="S1", name="张三", annual_target=1000, period_start=dt.date(2026, 1, 1))


def deal(day: dt.date | None, stage: DealStage = DealStage.WON, amount: float | None = 300) -> Deal:
    dated = {"closed": day} if stage.is_closed else {"expected_close": day}
    return Deal(deal_id="D", account="A", deal="某项目", amount=amount, stage=stage, **dated)


def verdict(
    potential: float | None, deals: list[Deal], seller: Seller = SELLER, policy: Policy = DEFAULT_POLICY
) -> KeyAccount:
    found = Account(account_id="A", account="某客户", potential_12m=potential)
    return key_account(found, deals, seller, policy, ON).key


TWICE = [deal(dt.date(2025, 3, 1)), deal(dt.date(2026, 3, 1))]


@pytest.mark.parametrize(
    ("case", "potential", "key"),
    [
        ("潜力刚好三成", 300, KeyAccount.YES),
        ("潜力差一点", 299.99, KeyAccount.NO),
        ("没填潜力", None, KeyAccount.UNDECIDED),
    ],
)
def test_an_account_is_big_from_three_tenths_of_the_target(
    case: str, potential: float | None, key: KeyAccount
) -> None:
    assert verdict(potential, TWICE) is key


def test_three_tenths_are_compared_as_people_write_them() -> None:
    seller = SELLER.model_copy(update={"annual_target": 1.1})
    assert verdict(0.33, [deal(d, amount=9) for d in (dt.date(2025, 3, 1), ON)], seller) is KeyAccount.YES


@pytest.mark.parametrize("target", [None, 0, -5])
def test_without_a_target_nothing_is_decided(target: float | None) -> None:
    assert verdict(300, TWICE, SELLER.model_copy(update={"annual_target": target})) is KeyAccount.UNDECIDED


@pytest.mark.parametrize(
    ("case", "dates", "key"),
    [
        ("没有大单", [], KeyAccount.UNDECIDED),
        ("只有一个新的大单", [ON], KeyAccount.UNDECIDED),
        ("只有一个大单，刚好 24 个月", [add_months(ON, -24)], KeyAccount.UNDECIDED),
        ("只有一个大单，过了 24 个月", [add_months(ON, -24) - dt.timedelta(1)], KeyAccount.NO),
        ("两个大单刚好隔 24 个月", [dt.date(2024, 5, 1), dt.date(2026, 5, 1)], KeyAccount.YES),
        ("两个大单隔 24 个月零一天", [dt.date(2024, 5, 1), dt.date(2026, 5, 2)], KeyAccount.NO),
        ("两个大单都旧", [dt.date(2022, 1, 1), dt.date(2023, 1, 1)], KeyAccount.NO),
        ("后一个刚好 24 个月前", [dt.date(2023, 1, 1), add_months(ON, -24)], KeyAccount.YES),
        ("旧的一对加一个接得上的新单", [dt.date(2021, 1, 1), dt.date(2024, 9, 1), ON], KeyAccount.YES),
    ],
)
def test_big_deals_keep_coming_or_they_do_not(case: str, dates: list[dt.date], key: KeyAccount) -> None:
    assert verdict(300, [deal(day) for day in dates]) is key


@pytest.mark.parametrize(
    ("case", "other", "key"),
    [
        ("在谈的大单按预计成交算", deal(dt.date(2026, 12, 1), DealStage.SOLUTION), KeyAccount.YES),
        ("今天到期的还算", deal(ON, DealStage.SOLUTION), KeyAccount.YES),
        ("过期没关的不算", deal(ON - dt.timedelta(1), DealStage.SOLUTION), KeyAccount.UNDECIDED),
        ("合同阶段算赢", deal(dt.date(2025, 12, 1), DealStage.CONTRACT), KeyAccount.YES),
        ("交付阶段算赢", deal(dt.date(2025, 12, 1), DealStage.DELIVER), KeyAccount.YES),
        ("输单不算", deal(dt.date(2025, 12, 1), DealStage.LOST), KeyAccount.UNDECIDED),
        ("搁置不算", deal(dt.date(2026, 12, 1), DealStage.ON_HOLD), KeyAccount.UNDECIDED),
        ("没有日期不算", deal(None), KeyAccount.UNDECIDED),
        ("金额刚好三成", deal(dt.date(2025, 12, 1), amount=300), KeyAccount.YES),
        ("金额差一点", deal(dt.date(2025, 12, 1), amount=299), KeyAccount.UNDECIDED),
        ("没填金额", deal(dt.date(2025, 12, 1), amount=None), KeyAccount.UNDECIDED),
    ],
)
def test_which_deals_count_as_big(case: str, other: Deal, key: KeyAccount) -> None:
    assert verdict(300, [deal(dt.date(2025, 6, 1)), other]) is key


def test_a_failed_test_is_a_no_even_where_the_other_lacks_data() -> None:
    old = [deal(dt.date(2020, 1, 1)), deal(dt.date(2021, 1, 1))]
    assert verdict(None, old) is KeyAccount.NO
    assert verdict(1, []) is KeyAccount.NO


def test_an_undecided_account_names_the_columns_to_fill_in() -> None:
    found = Account(account_id="A", account="某客户")
    seller = SELLER.model_copy(update={"annual_target": None})
    asked = key_account(found, [], seller, DEFAULT_POLICY, ON).fill_in
    assert asked == (Datum.TARGET, Datum.POTENTIAL, Datum.DEALS)


def test_a_big_deal_amount_in_the_policy_is_converted_into_the_books_unit() -> None:
    policy = Policy.model_validate({"big_deal_amount": 50, "big_deal_unit": MoneyUnit.WAN})
    yuan = SELLER.model_copy(update={"money_unit": MoneyUnit.YUAN})
    assert big_deal_amount(yuan, policy) == 500_000
    assert big_deal_amount(SELLER, policy) == 50
    assert big_deal_amount(yuan, Policy.model_validate({"big_deal_amount": 50})) == 50


def test_months_end_where_the_month_ends() -> None:
    assert add_months(dt.date(2024, 2, 29), 24) == dt.date(2026, 2, 28)
    assert add_months(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)
    assert add_months(dt.date(2026, 3, 31), -25) == dt.date(2024, 2, 29)
