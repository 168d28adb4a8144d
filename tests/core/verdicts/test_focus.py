"""P5: years on track and industry, switches, plain notes; company and role may change freely."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dimension_books import ON, SELLER

from kasales_xl.core.rows import Career
from kasales_xl.core.verdicts.focus import Focus, focus
from kasales_xl.text.verdicts.dimensions import focus_notes


def job(start: int, end: int | None, track: str = "云", industry: str = "医药", **fields: Any) -> Career:
    """From 1 July of ``start`` to 1 July of ``end``."""
    last = dt.date(end, 7, 1) if end else None
    return Career(start=dt.date(start, 7, 1), end=last, track=track, industry=industry, **fields)


def look(*career: Career, on: dt.date = dt.date(2026, 7, 1), **profile: str) -> Focus:
    return focus(career, SELLER.model_copy(update=profile), on)


def years(found: Focus) -> tuple[float | None, int]:
    value = found.track.years
    return (None if value is None else round(value, 1), found.track.switches)


@pytest.mark.parametrize(
    ("career", "expected"),
    [
        ([], (None, 0)),
        ([job(2020, None)], (6.0, 0)),
        ([job(2015, 2020), job(2020, None)], (11.0, 0)),
        ([job(2015, 2018, "ERP"), job(2018, None)], (8.0, 1)),
        ([job(2012, 2015), job(2015, 2018, "ERP"), job(2018, None)], (8.0, 2)),
        ([job(2015, 2018), job(2020, None)], (9.0, 0)),
        ([job(2015, 2020), job(2018, None)], (11.0, 0)),
        ([job(2015, 2020), job(2020, None, "")], (5.0, 0)),
        ([job(2020, None, "")], (None, 0)),
        ([job(2020, None), job(2027, None, "ERP")], (6.0, 0)),
        ([job(2015, 2018, " 云 "), job(2018, None)], (11.0, 0)),
    ],
    ids=[
        "no career",
        "one job",
        "two companies, one track",
        "one switch",
        "there and back again",
        "a gap is not counted",
        "an overlap is counted once",
        "a blank row adds nothing",
        "all blank",
        "a job yet to begin",
        "spelling aside",
    ],
)
def test_years_on_the_present_track(career: list[Career], expected: tuple[float | None, int]) -> None:
    assert years(look(*career)) == expected


def test_the_order_of_the_rows_is_irrelevant() -> None:
    rows = [job(2012, 2015, "ERP"), job(2015, 2018), job(2018, None, industry="银行")]
    assert look(*rows) == look(*rows[::-1])


def test_track_and_industry_are_counted_apart_and_companies_are_free() -> None:
    found = look(job(2016, 2020, company="甲"), job(2020, None, industry="银行", company="乙"))
    assert (found.track.switches, found.industry.switches) == (0, 1)
    assert tuple(line.pick("zh") for line in focus_notes(found)) == (
        "赛道云做了 10 年，没换过",
        "现在的行业银行做了 6 年，换过 1 次；公司可以换，行业最好不换",
    )


def test_a_profile_that_names_another_track_is_noted() -> None:
    same = look(job(2020, None), track=" 云", industry="医药")
    assert len(same.notes) == 2
    other = look(job(2020, None), track="安全")
    assert focus_notes(other)[1].pick("en") == "the profile says track 安全, the latest career row 云"


def test_no_career_sheet_is_said_plainly() -> None:
    found = look(on=ON)
    assert focus_notes(found)[0].pick("zh") == "履历里没填赛道，看不出专注了多久"
    assert focus((), None, ON).track.years is None
