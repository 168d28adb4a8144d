"""Progress on scorecards: who moved and why, and no page about a past that nobody remembers."""

from __future__ import annotations

import datetime as dt
import io
from functools import partial

import pytest
from books_of import ON, card_of
from books_of import book_of as any_book

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.history.past import Past, past
from kasales_xl.core.history.snapshot import Snapshot, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Level
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.pages.page import Bullets, Chart, Heading, Page, blocks, table, value
from kasales_xl.pages.paint import paint
from kasales_xl.pages.workbooks import SellerParts, seller_parts, team_pages

book_of = partial(any_book, lasting=True)
LAST_QUARTER, LAST_YEAR = ON - dt.timedelta(days=91), ON - dt.timedelta(days=200)


def remembered(book: Book, on: dt.date, policy: Policy = DEFAULT_POLICY) -> Snapshot:
    return snapshot(card_of(book, policy, on), "1.0")


def past_of(card: SellerCard, *earlier: Snapshot) -> Past:
    now = snapshot(card, "1.0")
    best = max(earlier, key=lambda s: s.standing) if earlier else None
    return past(now, (*earlier, now), earlier[-1] if earlier else None, best)


def parts_of(book: Book, *earlier: Snapshot, policy: Policy = DEFAULT_POLICY) -> SellerParts:
    card = card_of(book, policy)
    return seller_parts(card, past_of(card, *earlier), details=True)


def pages_of(*parts: SellerParts) -> dict[str, Page]:
    return {page.key: paint(page, "zh") for page in team_pages("华东", parts)}


def said(page: Page) -> str:
    return "\n".join(str(value(item)) for b in blocks(page) if isinstance(b, Bullets) for item in b.items)


def changes(page: Page) -> list[tuple[str, str, str]]:
    return [tuple(str(value(cell)) for cell in row) for row in table(page, "changes").rows]


def test_a_first_run_has_no_progress_to_show() -> None:
    pages = pages_of(parts_of(book_of(junior=2, grade=1)))
    assert "progress" not in pages
    headings = [b.text for b in blocks(pages["seller:S001"]) if isinstance(b, Heading)]
    assert "和上次比" not in headings


def test_who_rose_is_told_with_the_reason() -> None:
    before = remembered(book_of(junior=1, none=1, grade=1), LAST_QUARTER)
    pages = pages_of(parts_of(book_of(junior=2, grade=1), before))
    ((name, change, why),) = changes(pages["progress"])
    assert name == "张三"
    assert change.startswith("▲ 小白 → 初级")
    assert "客户002 无 → 初级" in why
    assert "小白 → 初级" in said(pages["seller:S001"])


def test_who_fell_is_told_without_colour() -> None:
    before = remembered(book_of(junior=3, grade=1), LAST_QUARTER)
    ((_, change, _),) = changes(pages_of(parts_of(book_of(junior=1, grade=1), before))["progress"])
    assert change.startswith("▼ 初级 → 小白")


def test_new_rules_are_not_put_down_to_people() -> None:
    book = book_of(junior=2, grade=1)
    strict = Policy(edition="严", junior_junior=(3, 6))
    ((_, change, why),) = changes(
        pages_of(parts_of(book, remembered(book, LAST_QUARTER), policy=strict))["progress"]
    )
    assert change.startswith("▼ 初级 → 小白")
    assert "规则变了" in why
    assert "严 · " in why
    assert "初级销售需要的初级关系客户数（下限，满分） (junior_junior)：[2, 4] → [3, 6]" in why
    assert "客户00" not in why


def test_the_trend_ends_today_and_is_drawn() -> None:
    earlier = [
        remembered(book_of(junior=1, grade=1), LAST_YEAR),
        remembered(book_of(junior=2, grade=1), LAST_QUARTER),
    ]
    page = pages_of(parts_of(book_of(junior=3, mid=1, grade=1), *earlier))["seller:S001"]
    rows = [tuple(value(cell) for cell in row) for row in table(page, "trend").rows]
    assert [row[0] for row in rows] == [LAST_YEAR.isoformat(), LAST_QUARTER.isoformat(), ON.isoformat()]
    assert [row[-3:] for row in rows] == [(0, 0, 1), (0, 0, 2), (0, 1, 3)]
    assert [chart.kind for chart in blocks(page) if isinstance(chart, Chart)] == ["line", "radar"]


def test_a_better_past_is_kept_in_sight() -> None:
    best = remembered(book_of(junior=5, mid=3, grade=2), LAST_YEAR)
    last = remembered(book_of(junior=2, grade=1), LAST_QUARTER)
    before = past_of(card_of(book_of(junior=2, grade=1)), best, last)
    assert before.since_best is not None
    assert before.since_best.level_was is Level.INTERMEDIATE
    assert past_of(card_of(book_of(junior=3, grade=1)), last).since_best is None


def test_the_best_day_so_far_is_said_and_an_equal_one_is_not() -> None:
    book = book_of(junior=3, grade=1)
    rose = parts_of(book, remembered(book_of(junior=2, grade=1), LAST_QUARTER))
    assert "这是目前最好的一次" in said(pages_of(rose)["seller:S001"])
    stayed = parts_of(book, remembered(book, LAST_QUARTER))
    assert "最好" not in said(pages_of(stayed)["seller:S001"])


@pytest.mark.parametrize(("weeks", "days"), [(12, (35, 28, 21, 14, 7, 0)), (26, (154, 126, 91, 63, 35, 0))])
def test_who_is_scored_every_week_sees_the_latest_weeks_and_later_whole_months(
    weeks: int, days: tuple[int, ...]
) -> None:
    book = book_of(junior=2, grade=1)
    every = [remembered(book, ON - dt.timedelta(weeks=week)) for week in range(weeks, 0, -1)]
    page = pages_of(parts_of(book, *every))["seller:S001"]
    shown = [value(row[0]) for row in table(page, "trend").rows]
    assert shown == [(ON - dt.timedelta(days=day)).isoformat() for day in days]


def test_the_team_trend_counts_a_seller_as_last_seen() -> None:
    first = parts_of(book_of(junior=2, grade=1), remembered(book_of(junior=2, grade=1), LAST_YEAR))
    second = parts_of(
        book_of(seller_id="S2", name="李四", mid=1), remembered(book_of(seller_id="S2"), LAST_QUARTER)
    )
    page = pages_of(first, second)["progress"]
    rows = [tuple(value(cell) for cell in row) for row in table(page, "trend").rows]
    assert [row[0] for row in rows] == [LAST_YEAR.isoformat(), LAST_QUARTER.isoformat(), ON.isoformat()]
    assert [row[4:6] for row in rows] == [(1, 0), (1, 1), (1, 1)]
    assert [row[-3:] for row in rows] == [(0, 0, 2), (0, 0, 2), (0, 1, 2)]


def test_progress_is_written_with_its_charts() -> None:
    before = remembered(book_of(junior=1, grade=1), LAST_QUARTER)
    pages = team_pages("华东", [parts_of(book_of(junior=2, grade=1), before)])
    file = io.BytesIO()
    write_pages(file, pages, "zh")
    again = io.BytesIO()
    write_pages(again, pages, "zh")
    assert file.getvalue() == again.getvalue()
