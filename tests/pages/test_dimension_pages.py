"""The five dimensions where people see them: a seller's page of details, the team's lists, the cells."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from functools import cache

import pytest
from books_of import book_of, card_of
from dimension_books import days_ago, deal, record
from test_pages import painted, rows, texts

from kasales_xl.book.filling import book_tables
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.card.success import SellerType, seller_type
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.evidence.pools import PoolLevel
from kasales_xl.core.dimensions.evidence.requests import PartySupport, together
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.dimensions.team import TeamPast
from kasales_xl.core.history.past import past
from kasales_xl.core.history.snapshot import snapshot
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows import Account, Deal
from kasales_xl.core.terms import LANGS, DealStage, Dimension, Lang, Party, Tier, YesNoUnknown
from kasales_xl.demo.books import drafts
from kasales_xl.functions import answers_for, call, open_tables
from kasales_xl.pages.page import Figures, Page, blocks, table, value
from kasales_xl.pages.paint import paint
from kasales_xl.pages.seller.growth import trend_text
from kasales_xl.pages.team.deals import by_team_alone, with_team_past
from kasales_xl.pages.workbooks import organisation_pages, seller_parts, team_pages, team_past
from kasales_xl.text.pages.dimensions import DETAIL

ON = dt.date(2026, 6, 30)
#: A sample seller of whom everything can be told, one of whom little can.
FULL, THIN = 4, 15


@cache
def card(number: int, lang: Lang = "zh") -> SellerCard:
    return make_card(drafts(ON, lang)[number - 1].book(), DEFAULT_POLICY, ON)


@cache
def detail(number: int, lang: Lang = "zh") -> Page:
    return paint(seller_parts(card(number, lang), details=True).details.page, lang)


@cache
def pages(lang: Lang, *numbers: int) -> dict[str, Page]:
    return painted(
        team_pages("East", [seller_parts(card(number, lang), details=True) for number in numbers]), lang
    )


def empty(lang: Lang = "zh") -> SellerCard:
    book = book_of()
    nothing = dict.fromkeys(("accounts", "contacts", "deals", "support", "links", "practices", "career"), ())
    return card_of(dataclasses.replace(book, **nothing))


def tiles(page: Page) -> dict[str, tuple[object, str]]:
    return {
        f.label: (value(f.value), f.note) for b in blocks(page) if isinstance(b, Figures) for f in b.items
    }


def named(tile: str, label: str) -> bool:
    """Is this the tile of that indicator, with or without a money unit behind its name?"""
    return re.split("（| \\(", tile)[0] == re.split("（| \\(", label)[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", INDICATORS)
def test_every_indicator_stands_on_the_page_and_in_a_cell_with_and_without_data(
    code: str, lang: Lang
) -> None:
    declared = INDICATORS[code]
    told, untold = card(FULL, lang).dimensions.measures[code], empty().dimensions.measures[code]
    assert told.value is not None
    assert (untold.value, untold.status) == (None, Status.NOTHING)
    label = declared.name.pick(lang)
    (shown,) = [both for name, both in tiles(detail(FULL, lang)).items() if named(name, label)]
    assert shown[0] not in (None, Status.FEW.label(lang))
    assert str(told.n) in shown[1]
    nothing = tiles(paint(seller_parts(empty(), details=True).details.page, lang))
    (silent,) = [both for name, both in nothing.items() if named(name, label)]
    assert not isinstance(silent[0], int | float)
    assert silent[1]
    full, none = (answers_for(c.book, DEFAULT_POLICY, ON, lang) for c in (card(FULL, lang), empty()))
    assert full("KA_DIMENSIONS", (code,)) == pytest.approx(told.value)
    assert full("KA_DIMENSIONS", (label,)) == pytest.approx(told.value)
    assert none("KA_DIMENSIONS", (code,)) == Status.FEW.label(lang)


@pytest.mark.parametrize("dimension", Dimension)
def test_a_dimension_in_a_cell_lists_its_indicators_with_their_formula(dimension: Dimension) -> None:
    book = card(FULL).book
    handle = open_tables(book_tables(book, DEFAULT_POLICY, "zh"), ON)
    found = call("KA_DIMENSIONS", [handle, dimension.zh], on=ON)
    declared = [i for i in INDICATORS.values() if i.dimension is dimension]
    assert [row[0] for row in found[1:]] == [i.name.zh for i in declared]
    assert [row[3] for row in found[1:]] == [i.formula(**dict(DEFAULT_POLICY)).pick("zh") for i in declared]


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_book_has_pages_that_say_so(lang: Lang) -> None:
    made = painted(team_pages("East", [seller_parts(empty(), details=True)]), lang)
    for key in ("detail:S001", "growth", "deals", "people", "support", "patterns"):
        for block in blocks(made[key]):
            if hasattr(block, "rows") and not block.rows:
                assert block.empty, key


def test_an_english_page_of_details_holds_no_chinese_of_ours() -> None:
    for key, page in pages("en", FULL, THIN).items():
        if key.split(":")[0] in ("detail", "growth", "deals", "people", "support", "patterns"):
            mottos = {ord(d.zh): "" for d in Dimension}
            assert not re.findall(r"[\u4e00-\u9fff]+", texts(page).translate(mottos)), key


def test_the_grid_shows_the_managers_and_the_reps_grades_apart() -> None:
    found = rows(detail(FULL), "grid")
    assert [row["graded"] for row in found[:2]] == ["经理", "自评"]
    practices = {(p.dimension, p.stage.value): p for p in card(FULL).book.practices}
    for dimension, pair in zip(Dimension, zip(found[::2], found[1::2], strict=True), strict=True):
        manager, own = pair
        for (kind, stage), practice in practices.items():
            if kind is dimension:
                assert (manager[stage], own[stage]) == (practice.manager_grade, practice.self_grade)
        verdict = card(FULL).capability.grades[dimension]
        assert (manager["grade"], own["grade"]) == (verdict.manager_grade, verdict.self_grade)
    unconfirmed = rows(detail(11), "grid")
    assert [unconfirmed[0][key] for key in ("incubate", "deliver", "grade")] == ["–", "–", "–"]
    assert unconfirmed[1]["grade"] == 2


def test_a_grade_without_a_record_is_flagged_in_words() -> None:
    assert re.search("势评了 ?2 ?分", texts(detail(10)))
    assert "势评了" not in texts(detail(FULL))


def test_open_deals_stand_by_expected_amount_with_their_flags_in_words() -> None:
    shown = table(detail(9), "deals").rows
    expected = [row[4] for row in shown]
    assert expected == sorted(expected, key=lambda amount: -(amount or 0))
    words = " ".join(str(value(row[-1])) for row in shown)
    assert "阶段停留" in words
    assert "自己说赢不了" in words
    four = re.compile(r"^[0-3](·([0-3]|–)){3}=\d+$")
    assert all(four.match(str(value(row[5]))) for row in shown)


def test_a_signed_deal_without_a_decision_maker_is_told_as_a_contradiction() -> None:
    signed = Deal(
        deal_id="D9", account="A001", deal="合同项目", stage=DealStage.CONTRACT, closed=ON, amount=5.0
    )
    book = book_of(junior=1)
    found = card_of(dataclasses.replace(book, deals=(*book.deals, signed)))
    assert "合同项目：已到合同阶段，却没有一位能影响的关键决策人" in texts(
        paint(seller_parts(found, details=True).details.page, "zh")
    )


def test_people_whose_leaving_lowers_the_tier_and_ways_in_are_named_for_rep_and_manager() -> None:
    ecm = card(FULL).dimensions.ecm
    account, (pillar, *_) = next(iter(sorted(ecm.pillars.items())))
    found = {row["account"]: row for row in rows(pages("zh", FULL, THIN)["people"], "people")}
    assert f"{pillar.contact.name} → {pillar.after.zh}" in str(found[pillar.account]["pillars"])
    assert account in {v.account.account_id for v in card(FULL).dimensions.rows.key_accounts}
    way = ecm.ways[0]
    assert any(way.target.name in str(row["ways"]) and "我 → " in str(row["ways"]) for row in found.values())
    assert "价值 × 信任" in texts(detail(FULL))


def test_growth_rhythm_and_overdue_plans_stand_on_the_teams_list() -> None:
    found = rows(pages("zh", 3, FULL)["growth"], "growth")
    growth = {g.account: g for n in (3, FULL) for g in card(n).dimensions.esp.accounts}
    assert {row["account"] for row in found} == growth.keys()
    for row in found:
        own = growth[str(row["account"])]
        assert row["trend"] == trend_text(own.trend).pick("zh")
        assert row["recent"] == own.trend.recent.count
        assert str(row["overdue"]) == (f"▲ {own.plan.overdue_days}" if own.plan.overdue_days else "–")
        assert ("断档" in str(row["since"])) == own.rhythm.broken


def test_support_is_told_by_party_by_seller_and_by_value() -> None:
    page = pages("zh", 1, 2)["support"]
    parties = {row["party"]: row for row in rows(page, "parties")}
    both = [p for n in (1, 2) for p in card(n).dimensions.mci.parties if p.party is Party.SOLUTION]
    assert parties["方案线"]["requests"] == sum(p.requests for p in both)
    assert parties["方案线"]["ratio"] == sum(p.granted for p in both) / sum(p.wanted for p in both)
    sellers = rows(page, "sellers")
    assert [row["seller"] for row in sellers] == [card(n).seller.name for n in (1, 2)]
    assert sellers[0]["mci.gather"] == f"{card(1).dimensions.mci.headline.value:.0%}"
    waiting = [str(row["late"]) for row in rows(page, "support")]
    late = [int(text.removeprefix("▲ ")) for text in waiting if text != "–"]
    assert late == sorted(late, reverse=True)
    assert waiting[: len(late)] == [f"▲ {days}" for days in late]
    assert "占着" in texts(page)
    assert "价值排第" in texts(page)


def test_parties_of_several_sellers_add_up_before_the_ratio_is_taken() -> None:
    small = PartySupport(Party.TEST, 1, 0, 1.0, 1.0, 1, (2,))
    large = PartySupport(Party.TEST, 3, 1, 9.0, 0.0, 2, (4, 10))
    unknown = PartySupport(Party.TEST, 1, 0, 0.0, 0.0, 0, ())
    (whole,) = together([small, large])
    assert (whole.requests, whole.waiting, whole.ratio, whole.wait) == (4, 1, 0.1, 4)
    assert (unknown.ratio, unknown.wait) == (None, None)
    assert together([]) == ()


def newcomer() -> SellerCard:
    """Nothing closed of his own, one open deal bought in the way the team has won with."""
    book = book_of(seller_id="S9", name="新人")
    rows_of_deals = (deal(1, competitor="甲", amount=100.0, expected_close=days_ago(-30)),)
    own = Account(account_id="A1", account="新客户", key_departments=("采购部",))
    return card_of(dataclasses.replace(book, accounts=(own,), deals=rows_of_deals, contacts=()))


def test_the_teams_past_speaks_where_the_sellers_own_is_silent_and_says_so() -> None:
    veteran = card_of(
        dataclasses.replace(
            book_of(junior=1),
            deals=(*record(6, 6, competitor="甲"), *record(0, 6, competitor="乙")),
        )
    )
    parts = [seller_parts(found, details=True) for found in (veteran, newcomer())]
    made = painted(team_pages("华东", parts))
    (line,) = rows(made["deals"], "deals")
    assert (line["level"], line["fit_n"], line["fit_side"]) == ("团队", 6, "顺着规律")
    assert "有 1 个在手商机" in texts(made["patterns"])
    alone = painted(team_pages("华东", parts[1:]))
    (silent,) = rows(alone["deals"], "deals")
    assert silent["level"] == "数据不足"
    assert newcomer().dimensions.pbm.fits == {"D1": None}


def test_a_narrower_past_is_not_overruled_by_the_team() -> None:
    parts = seller_parts(card(1), details=True)
    lines = with_team_past(parts.deals, TeamPast(team_past([parts]).pool, DEFAULT_POLICY))
    assert [new.past for new, old in zip(lines, parts.deals, strict=True) if old.past] == [
        old.past for old in parts.deals if old.past
    ]
    assert by_team_alone(parts.deals) == 0
    levels = {line.past.level for line in parts.deals if line.past}
    assert levels <= {PoolLevel.ACCOUNT, PoolLevel.INDUSTRY, PoolLevel.SELLER}


@pytest.mark.parametrize(("lost_tier", "grown"), [(1, "1"), (0, "0")])
def test_growth_of_tiers_is_counted_from_an_earlier_day(lost_tier: int, grown: str) -> None:
    now = card_of(book_of(mid=1, junior=1))
    earlier = make_card(book_of(junior=2) if lost_tier else now.book, DEFAULT_POLICY, days_ago(200))
    before = snapshot(earlier, "1")
    done = past(snapshot(now, "1"), (before,), before, before, before)
    line = {
        row["criterion"]: row
        for row in rows(paint(seller_parts(now, done, details=True).details.page, "zh"), "success")
    }
    assert (line["关系升级的客户"]["have"], line["关系升级的客户"]["note"]) == (
        grown,
        f"自 {days_ago(200)} 起",
    )
    without = {
        row["criterion"]: row
        for row in rows(paint(seller_parts(now, details=True).details.page, "zh"), "success")
    }
    assert without["关系升级的客户"]["have"] == "数据不足"
    assert done.start is not None
    assert set(done.start.tiers.values()) <= set(Tier)


def test_what_is_ours_says_so_and_says_nothing_about_character() -> None:
    said = texts(detail(FULL))
    assert DETAIL["ours-note"].zh in said
    assert "不是方法原文" in said
    assert f"类型：{seller_type(card(FULL).dimensions).type.zh}" in said
    assert seller_type(card(FULL).dimensions).type is not SellerType.UNDECIDED
    years = card(FULL).book.career[0].track
    assert years in said
    dropped = card_of(card(FULL).book, Policy(elements=()))
    assert "关系要素 0–3" not in texts(paint(seller_parts(dropped, details=True).details.page, "zh"))
    assert "关系要素 0–3" in said


def test_a_deal_in_a_cell_tells_where_its_numbers_come_from() -> None:
    found = card(1)
    one = next(c for c in found.dimensions.tas.cards if c.chance and not c.chance.hopeless and c.stay)
    answers = answers_for(found.book, DEFAULT_POLICY, ON, "zh")
    rows_by_item = {row[0]: row[1:] for row in answers("KA_DEAL", (one.deal.deal_id,))[1:]}
    tier = found.dimensions.rows.tier(one.deal.account)
    assert rows_by_item["关系优势"] == [float(one.advantages.relationship), f"本：客户关系{tier.zh}"]
    assert rows_by_item["阶段停留天数"][0] == one.stay.days
    assert rows_by_item["赢单把握"][0] == one.chance.value
    assert f"（这家客户 {one.chance.n} 个赢了 {one.chance.k} 个）" in rows_by_item["赢单把握"][1]
    assert f"赢单把握 {one.chance.value:.0%}" in rows_by_item["预期金额"][1]
    assert rows_by_item["有机会赢"][0] == one.deal.can_win.zh
    assert answers("KA_DEAL", (one.deal.deal_id, "win")) == one.deal.can_win.zh
    assert one.deal.can_win in YesNoUnknown


def test_patterns_in_a_cell_carry_interval_and_lift_of_one_account_or_of_all() -> None:
    found = card(1)
    answers = answers_for(found.book, DEFAULT_POLICY, ON, "zh")
    header, first, *_ = answers("KA_PATTERN", ())
    law = found.dimensions.pbm.seller_patterns[0]
    assert header[-1] == "规律"
    assert first[2:6] == [law.k, law.n, law.low, law.high]
    assert first[7] == pytest.approx(law.lift)
    assert first[8] == "规律"
    account = found.accounts[0].account.account
    own = answers("KA_PATTERN", (account,))
    assert 1 < len(own) <= len(answers("KA_PATTERN", ()))


def test_the_organisation_has_its_heat_map_and_the_patterns_of_all_teams() -> None:
    parts = [seller_parts(card(number), details=True) for number in (1, 10)]
    pasts = [team_past([part]) for part in parts]
    made = painted(organisation_pages([p.standing for p in parts], [], "2026-06-30", pasts, details=True))
    found = rows(made["heat"], "heat")
    east = found[0]
    assert east["seller"] == card(1).seller.name
    assert (east["esp"], east["tas.win_rate"]) == (3, f"{card(1).dimensions.rates.seller.rate:.0%}")
    assert east["tas.flagged"] == f"▲ {card(1).dimensions.measures['tas.flagged'].value:.0f}"
    assert found[2]["mci.gather"] == "▲ 没有记录"
    assert found[2]["mci.waiting"] == "数据不足"
    assert str(found[1]["team"]).endswith("中位")
    closed = sum(len(part.closed) for part in parts)
    assert f"全公司：{closed}" in texts(made["patterns"])
    assert any("✓" in str(row["standing"]) for row in rows(made["patterns"], "patterns"))
