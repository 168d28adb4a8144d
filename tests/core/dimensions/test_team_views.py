"""The views of a team: heat-map, support waiting, pattern page; and what every indicator declares."""

from __future__ import annotations

import datetime as dt

from dimension_books import (
    ON,
    SELLER,
    account,
    contact,
    deal,
    graded,
    lost,
    read,
    record,
    won,
)

from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.evidence.deal_elements import Closed, closed_deal
from kasales_xl.core.dimensions.team import (
    HeatRow,
    heat_columns,
    pattern_page,
    pooled,
    together,
)
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Deal
from kasales_xl.core.terms import (
    LANGS,
)


def closed(deals: list[Deal]) -> list[Closed]:
    return [closed_deal(deal, "S1") for deal in deals if deal.stage.is_closed]


def heat(number: int, found: Dimensions) -> HeatRow:
    return HeatRow(f"S{number}", f"销售{number}", dimension_lines(graded(2), found))


def test_the_teams_middle_counts_only_who_has_an_indicator_and_who_lacks_a_record() -> None:
    rows = [heat(1, read()), heat(2, read(deals=record(3, 5)))]
    assert [line.measure.value for line in rows[1].cells][1] == 0.6
    column = heat_columns(rows)[1]
    assert (column.grade, column.indicator, column.told, column.unbacked) == (2, 0.6, 1, 1)
    assert heat_columns(())[0].grade is None


def test_a_team_pools_its_closed_deals_into_one_pattern_page() -> None:
    own = record(6, 6, competitor="甲")
    others = record(0, 6, competitor="乙 公司")
    page = pattern_page(pooled(closed([*own, *others, deal(1)]), DEFAULT_POLICY), DEFAULT_POLICY)
    assert (page.rate.k, page.rate.n) == (6, 12)
    assert {p.value for p in page.laws} == {"甲", "乙公司"}
    assert page.spelt["乙公司"] == "乙 公司"
    assert pattern_page(pooled([], DEFAULT_POLICY), DEFAULT_POLICY).rate.rate is None


def test_every_indicator_is_declared_and_every_declared_one_computed() -> None:
    full = read(accounts=[account()], deals=[*record(3, 6), deal(1)])
    assert list(full.measures) == list(INDICATORS)
    heads = [indicator for indicator in INDICATORS.values() if indicator.headline]
    assert [indicator.code for indicator in heads] == [m.code for m in full.headlines.values()]
    for indicator in INDICATORS.values():
        assert indicator.dimension.value == indicator.code.split(".")[0]
        for lang in LANGS:
            told = [text(**dict(DEFAULT_POLICY)).pick(lang) for text in (indicator.formula, indicator.none)]
            assert all(told), indicator.code
            assert "{" not in "".join(told), indicator.code


def test_a_formula_carries_the_numbers_of_the_policy() -> None:
    strict = Policy(rate_min_deals=9)
    assert "不到 9 个" in INDICATORS["tas.win_rate"].none(**dict(strict)).pick("zh")


def test_a_book_without_anything_has_no_number_in_it() -> None:
    assert {code: m.value for code, m in read().measures.items() if m.value is not None} == {}
    half = read(
        accounts=[account()], contacts=[contact(1)], seller=SELLER.model_copy(update={"period_start": None})
    )
    assert {code: m.value for code, m in half.measures.items() if m.value is not None} == {}


def test_a_date_before_everything_or_a_lost_deal_without_a_date_does_no_harm() -> None:
    rows = [lost(1, ON).model_copy(update={"closed": None}), won(2, ON)]
    found = read(accounts=[account()], deals=rows, on=dt.date(2000, 1, 1))
    assert found.rates.seller.n == 1, "what closed after the scoring date was open on it"
    assert found.measures["esp.top_share"].value is None


def test_several_teams_are_counted_as_if_they_were_one() -> None:
    east, west = record(4, 6, competitor="甲 公司"), record(1, 5, of=2, competitor="甲公司", budget_month=3)
    whole = pooled(closed([*east, *west]), DEFAULT_POLICY)
    both = together([pooled(closed(east), DEFAULT_POLICY), pooled(closed(west), DEFAULT_POLICY)])
    assert (both.pool.all, both.pool.of_pair, both.spelt) == (whole.pool.all, whole.pool.of_pair, whole.spelt)
    one, other = (
        [(p.element, p.value, p.k, p.n, p.law) for p in pattern_page(past, DEFAULT_POLICY).patterns]
        for past in (both, whole)
    )
    assert one == other
    assert pattern_page(together([]), DEFAULT_POLICY).patterns == ()
