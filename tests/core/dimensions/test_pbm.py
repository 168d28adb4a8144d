"""律 PBM in a book: elements of a deal, whose past speaks, how an open deal goes with it, laws in words."""

from __future__ import annotations

from typing import Any

import pytest
from dimension_books import ON, account, days_ago, deal, lost, read, record, won

from kasales_xl.core.dimensions.evidence.deal_elements import case_of, closed_deal, elements_of
from kasales_xl.core.dimensions.evidence.fit import Fit, Side
from kasales_xl.core.dimensions.evidence.pools import Case, PoolLevel, pool
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.dimensions.team import TeamPast
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Account, Deal
from kasales_xl.core.terms import KeyCriterion, Procurement, YesNoUnknown
from kasales_xl.text.verdicts.elements import value_name
from kasales_xl.text.verdicts.patterns import fit_text, law_text, standing_text

TENDER: dict[str, Any] = {"procurement": Procurement.OPEN_TENDER}
SINGLE: dict[str, Any] = {"procurement": Procurement.SINGLE_SOURCE}


def test_blank_and_unknown_elements_are_left_out() -> None:
    assert elements_of(deal(1)) == {}
    full = deal(
        1,
        budget_month=3,
        procurement=Procurement.FRAMEWORK,
        deciding_department=" 财务部 ",
        key_criterion=KeyCriterion.PRICE,
        competitor="Ａ公司",
        incumbent=YesNoUnknown.NO,
    )
    assert elements_of(full) == {
        "budget_month": "03",
        "procurement": "framework",
        "deciding_department": "财务部",
        "key_criterion": "price",
        "competitor": "a公司",
        "incumbent": "no",
    }


@pytest.mark.parametrize(("days", "cycle"), [(90, "short"), (91, "middle"), (270, "middle"), (271, "long")])
def test_the_cycle_of_a_closed_deal_is_short_middling_or_long(days: int, cycle: str) -> None:
    assert case_of(closed_deal(won(1, ON, created=days_ago(days)), "S1"), DEFAULT_POLICY).elements == {
        "cycle": cycle
    }
    assert case_of(closed_deal(won(1, ON), "S1"), DEFAULT_POLICY).elements == {}
    assert case_of(closed_deal(won(1, days_ago(5), created=ON), "S1"), DEFAULT_POLICY).elements == {}


def fitted(open_deal: Deal, *past: Deal, accounts: list[Account] | None = None, **more: Any) -> Fit | None:
    places = accounts or [account(1), account(2), account(3)]
    return read(accounts=places, deals=[open_deal, *past], **more).pbm.fits[open_deal.deal_id]


ENOUGH = record(3, 6, of=3, key_criterion=KeyCriterion.BRAND)


def test_the_accounts_own_deals_speak_before_anybody_elses() -> None:
    found = fitted(deal(1, 1, **TENDER), *record(3, 3, of=1, **TENDER), *record(0, 9, of=2, **TENDER))
    assert found is not None
    assert (found.level, found.pool, found.n) == (PoolLevel.ACCOUNT, "A1", 3)
    assert [(part.k, part.n) for part in found.parts] == [(3, 3)]


def test_with_two_deals_the_account_stays_silent_and_its_industry_speaks() -> None:
    places = [account(n, industry=name) for n, name in ((1, "银行"), (2, " 银行"), (3, "医药"))]
    past = [*record(2, 2, of=1, **TENDER), *record(1, 2, of=2, **TENDER), *ENOUGH]
    found = fitted(deal(1, 1, **TENDER), *past, accounts=places)
    assert found is not None
    assert (found.level, found.pool, found.n) == (PoolLevel.INDUSTRY, "银行", 4)


def test_without_an_industry_the_seller_speaks_and_then_the_team() -> None:
    past = [*record(1, 2, of=1, **TENDER), *record(1, 2, of=2, **TENDER), *ENOUGH]
    own = fitted(deal(1, 1, **TENDER), *past)
    assert own is not None
    assert (own.level, own.n) == (PoolLevel.SELLER, 4)
    team = [Case(place < 30, {"procurement": "single_source"}) for place in range(40)]
    open_deal = deal(1, 1, **SINGLE)
    assert fitted(open_deal, *past) is None
    pooled = TeamPast(pool(PoolLevel.TEAM, "", team), DEFAULT_POLICY).fit(elements_of(open_deal))
    assert pooled is not None
    assert (pooled.level, pooled.n) == (PoolLevel.TEAM, 40)


def test_nothing_comparable_is_not_enough_data() -> None:
    assert fitted(deal(1, 1, **SINGLE), *record(3, 6, of=1, **TENDER)) is None
    assert fitted(deal(1, 1), *record(3, 6, of=1, **TENDER)) is None
    assert fitted(deal(1, 1, **TENDER), *record(1, 2, of=1, **TENDER)) is None
    assert fit_text(None, {}).pick("zh") == "数据不足"


def test_without_a_law_nothing_certain_is_said_and_each_part_is_shown() -> None:
    both: dict[str, Any] = {**TENDER, "key_criterion": KeyCriterion.PRICE}
    past = [*record(4, 4, of=1, **TENDER), *record(0, 4, of=1, key_criterion=KeyCriterion.PRICE)]
    found = fitted(deal(1, 1, **both), *past)
    assert found is not None
    assert [(part.element, part.k, part.n) for part in found.parts] == [
        ("procurement", 4, 4),
        ("key_criterion", 0, 4),
    ]
    assert found.side is Side.UNKNOWN
    assert fit_text(found, {}).pick("zh") == "说不准：这家客户过去的项目有 4 个可比，还不能算规律"


def test_an_open_deal_goes_with_a_law_against_one_or_nobody_knows() -> None:
    """12 deals at one account: March always won, September never; a few deals tell the same but prove nothing."""
    past, march, september = months((6, 6), (0, 6)), deal(1, 1, budget_month=3), deal(1, 1, budget_month=9)
    sides = [fitted(march, *past), fitted(september, *past), fitted(march, *months((3, 4), (0, 2)))]
    assert [found and found.side for found in sides] == [Side.WITH, Side.AGAINST, Side.UNKNOWN]
    assert fit_text(sides[0], {}).pick("zh") == (
        "顺着规律：看这家客户过去的项目，预算在3月的项目：6 个赢了 6 个，其余 6 个赢了 0 个"
    )
    assert fit_text(sides[1], {}).pick("zh").startswith("逆着规律：")


def test_a_deal_with_one_law_and_against_another_goes_against() -> None:
    past = [
        *record(6, 6, budget_month=3),
        *record(0, 6, budget_month=9),
        *record(0, 6, **TENDER),
        *record(6, 6, **SINGLE),
    ]
    found = fitted(deal(1, 1, budget_month=3, **TENDER), *past)
    assert found is not None
    assert (found.side, [law.law.pair[0] for law in found.decisive]) == (Side.AGAINST, ["procurement"])
    assert len(found.laws) == 2


def months(march: tuple[int, int], others: tuple[int, int], of: int = 1) -> list[Deal]:
    return [*record(*march, of=of, budget_month=3), *record(*others, of=of, budget_month=9)]


def test_a_law_is_said_with_its_counts_and_the_others_beside_it() -> None:
    found = read(accounts=[account()], deals=months((6, 6), (0, 6)))
    shown = [p for p in found.pbm.law_patterns if p.level is PoolLevel.ACCOUNT]
    assert [law_text(p, found.pbm.spelt).pick("zh") for p in shown] == [
        "预算在3月的项目：6 个赢了 6 个，其余 6 个赢了 0 个",
    ]
    assert law_text(shown[0], {}).pick("en") == "projects budgeted in March: 6 of 6 won; 0 of the other 6"


def test_what_could_be_chance_is_shown_as_recorded_only() -> None:
    found = read(accounts=[account()], deals=months((3, 4), (1, 4)))
    first = found.pbm.patterns_of("A1")[0]
    assert law_text(first, {}).pick("zh") == "预算在3月的项目：4 个赢了 3 个，其余 4 个赢了 1 个"
    assert standing_text(first).pick("zh") == "只是记录，还不能算规律"
    assert found.pbm.law_patterns == ()
    assert found.pbm.headline.value == 0


def test_names_are_compared_loosely_and_shown_as_written() -> None:
    deals = [
        won(1, ON, competitor="ＡＢＣ公司"),
        won(2, ON, competitor="abc 公司"),
        lost(3, competitor="别家"),
    ]
    found = read(accounts=[account()], deals=deals)
    by_value = {p.value: p for p in found.pbm.patterns_of("A1")}
    assert (by_value["abc公司"].k, by_value["abc公司"].n) == (2, 2)
    assert value_name("competitor", "abc公司", found.pbm.spelt).pick("zh") == "abc 公司"


def test_the_headline_needs_three_deals_with_an_element_recorded() -> None:
    two = read(accounts=[account()], deals=[*record(1, 2, **TENDER), *record(1, 9)])
    assert (two.pbm.headline.status, two.pbm.headline.recorded) == (Status.FEW, 2)
    three = read(accounts=[account()], deals=record(1, 3, **TENDER))
    assert (three.pbm.headline.value, three.pbm.headline.n) == (0, 3)
    dated = [won(n, ON, created=days_ago(50)) for n in range(5)]
    assert read(accounts=[account()], deals=dated).pbm.headline.status is Status.NOTHING


def test_elements_recorded_count_six_a_closed_deal() -> None:
    found = read(accounts=[account()], deals=[*record(1, 1, **TENDER), *record(0, 1), deal(9, **TENDER)])
    assert found.measures["pbm.filled"].value == pytest.approx(1 / 12)
    assert read(deals=record(1, 3)).measures["pbm.filled"].status is Status.NOTHING


def test_an_account_without_closed_deals_has_no_pattern() -> None:
    assert read(accounts=[account()], deals=[deal(1, **TENDER)]).pbm.patterns_of("A1") == ()
    assert read(accounts=[account()], deals=[deal(1, **TENDER)]).pbm.patterns_of("A404") == ()


def test_the_order_of_the_rows_is_irrelevant() -> None:
    deals = [*months((6, 6), (0, 6)), *months((2, 5), (3, 5), 2), deal(1, 1, budget_month=3)]
    one, other = (read(accounts=[account(1), account(2)], deals=rows).pbm for rows in (deals, deals[::-1]))
    assert (one.laws, one.fits, one.law_patterns) == (other.laws, other.fits, other.law_patterns)
