"""Pages say what the cards say: every number on a scorecard stands in a card."""

from __future__ import annotations

import dataclasses
import datetime as dt
import pickle
import re
from collections.abc import Iterable
from functools import cache

import pytest
from books_of import ON, TARGET, account_of, book_of, card_of
from paths import ROOT

from kasales_xl.core.card.concerns import Concern, DealConcern, for_the_director
from kasales_xl.core.card.standing import conflicts, standing
from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.reasons import Reason
from kasales_xl.core.rows import Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import (
    DealStage,
    Dimension,
    Influence,
    Lang,
    Level,
    MoneyUnit,
    Party,
    RequestStatus,
    Stance,
    Tier,
    YesNoUnknown,
)
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.pages.explain.card import explain_account
from kasales_xl.pages.page import Beside, Bullets, Cell, Chart, Figures, Page, Table, blocks, table, value
from kasales_xl.pages.paint import paint
from kasales_xl.pages.workbooks import FileFindings, organisation_pages, seller_parts, team_pages
from kasales_xl.text.findings.amounts import MONEY_RANGE, MONEY_TEXT
from kasales_xl.text.pages.sentences import SENTENCES
from kasales_xl.text.pages.titles import TITLES
from kasales_xl.text.pages.words import WORDS

LANGS: tuple[Lang, ...] = ("zh", "en")


def pages_of(*books: Book, lang: Lang = "zh", policy: Policy = DEFAULT_POLICY) -> dict[str, Page]:
    parts = [seller_parts(card_of(book, policy), details=True) for book in books]
    return painted(team_pages("华东", parts), lang)


def painted(pages: Iterable[Page], lang: Lang = "zh") -> dict[str, Page]:
    return {page.key: paint(page, lang) for page in pages}


def rows(page: Page, key: str) -> list[dict[str, object]]:
    found = table(page, key)
    names = [column.key for column in found.columns]
    return [dict(zip(names, map(value, row), strict=True)) for row in found.rows]


def figures(page: Page) -> dict[str, object]:
    return {f.label: value(f.value) for b in blocks(page) if isinstance(b, Figures) for f in b.items}


def texts(page: Page) -> str:
    """Everything on the page, one piece a line."""
    return "\n".join(str(value(piece)) for piece in _pieces(page))


def _pieces(page: Page):
    yield page.title
    yield page.subtitle
    for block in blocks(page):
        if isinstance(block, Table):
            yield block.caption
            yield from (label for column in block.columns for label in (column.group, column.label))
            yield from (cell for row in block.rows for cell in row)
            yield block.empty if not block.rows else ""
        elif isinstance(block, Figures):
            yield block.caption
            yield from (piece for f in block.items for piece in (f.label, f.value, f.note))
        elif isinstance(block, Bullets):
            yield from block.items or (block.empty,)
        elif not isinstance(block, Chart | Beside):
            yield block.text


def change(book: Book, contact_id: str, **update: object) -> Book:
    changed = tuple(c.model_copy(update=update) if c.contact_id == contact_id else c for c in book.contacts)
    return dataclasses.replace(book, contacts=changed)


@pytest.mark.parametrize(
    ("level", "wanted"),
    [
        (Level.NOVICE, {"junior": 1, "grade": 1}),
        (Level.JUNIOR, {"junior": 2, "grade": 1}),
        (Level.INTERMEDIATE, {"junior": 5, "mid": 3, "grade": 2}),
        (Level.SENIOR, {"junior": 5, "mid": 3, "strong": 1, "grade": 3}),
        (Level.TOP, {"junior": 5, "mid": 3, "strong": 1, "grade": 3, "expert": True}),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_the_team_table_and_the_page_of_a_seller_show_the_level_of_the_card(
    level: Level, wanted: dict[str, int], lang: Lang
) -> None:
    pages = pages_of(book_of(**wanted), lang=lang)
    (row,) = rows(pages["team"], "team")
    assert str(row["level"]).lower() == level.label(lang)
    assert str(figures(pages["seller:S001"])[WORDS["level"].pick(lang)]).lower() == level.label(lang)


def test_tier_counts_stand_against_what_the_next_level_needs() -> None:
    (row,) = rows(pages_of(book_of(junior=6, mid=2, grade=2))["team"], "team")
    assert (row["strong"], row["mid"], row["junior"]) == ("0/–", "▲ 2/3", "✓ 8/8")


def test_what_is_met_and_what_is_missing_are_told_without_colour() -> None:
    (row,) = rows(pages_of(book_of(junior=5, mid=3, grade=2))["team"], "team")
    assert (row["strong"], row["mid"], row["junior"]) == ("▲ 0/1", "▲ 3/4", "▲ 8/9")


def test_won_and_attainment_are_those_of_the_target_year() -> None:
    """Each account has one deal won in March 2026 and one in March 2025."""
    pages = pages_of(book_of(junior=2, grade=1))
    (row,) = rows(pages["team"], "team")
    assert (row["target"], row["won"]) == (TARGET, 2 * 0.35 * TARGET)
    assert row["attainment"] == pytest.approx(0.7)
    shown = figures(pages["seller:S001"])
    assert shown["完成率"] == pytest.approx(0.7)
    assert shown["本年度已赢"] == 700


def test_a_reached_target_needs_no_pipeline() -> None:
    assert figures(pages_of(book_of(junior=3, grade=1))["seller:S001"])["商机覆盖率"] == "✓ 已完成"
    assert figures(pages_of(book_of(junior=2, grade=1))["seller:S001"])["商机覆盖率"] == "0%"


def test_without_deals_nothing_is_said_to_be_zero() -> None:
    shown = figures(pages_of(book_of())["seller:S001"])
    assert shown["本年度已赢"] == shown["完成率"] == shown["年度预测"] == "数据不足"


def test_books_in_yuan_and_in_wan_stand_in_one_unit() -> None:
    yuan = book_of(seller_id="S2", target=5_000_000.0, unit=MoneyUnit.YUAN)
    first, second = rows(pages_of(book_of(), yuan)["team"], "team")
    assert (first["target"], second["target"]) == (TARGET, 500)


def test_a_book_in_yuan_keeps_its_unit_where_all_do() -> None:
    page = pages_of(book_of(target=5_000_000.0, unit=MoneyUnit.YUAN))["team"]
    assert rows(page, "team")[0]["target"] == 5_000_000
    (label,) = (column.label for column in table(page, "team").columns if column.key == "target")
    assert label == "年度目标（元）"


def test_the_gap_names_accounts_and_people() -> None:
    page = pages_of(book_of(junior=6, mid=4, grade=3))["seller:S001"]
    gap = {row["requirement"]: row for row in rows(page, "gap")}
    line = gap["强关系大客户"]
    assert (line["have"], line["need"], line["missing"]) == (0, 1, "▲ 1")
    assert "客户001" in str(line["where"])
    assert "决策人A0011" in str(line["where"])


def test_undecided_accounts_are_listed_with_the_column_to_fill_in() -> None:
    pages = pages_of(book_of(junior=2, undecided=1, grade=1))
    (row,) = [r for r in rows(pages["accounts"], "accounts") if r["fill_in"]]
    assert (row["account"], row["fill_in"]) == ("客户003", "补填 客户·12个月潜力")
    (row,) = [r for r in rows(pages["risks"], "risks") if r["account"] == "客户003"]
    assert (row["urgency"], row["single"]) == ("● 要跟进", "业务部业务A003")
    assert any("客户003" in str(r["where"]) for r in rows(pages["seller:S001"], "gap"))


def test_every_list_says_on_what_ground_an_account_is_one_and_what_the_manager_confirmed() -> None:
    made = book_of(junior=3, undecided=1, small=1, grade=1)
    by_manager = {"sustainable": YesNoUnknown.YES, "confirmed_tier": Tier.NONE}
    accounts = list(made.accounts)
    accounts[1] = accounts[1].model_copy(update=by_manager)
    told = made.contacts[0].model_copy(
        update={"can_influence": Influence.YES, "influence_evidence": "5月约了总经理"}
    )
    # 客户003 has won one big deal only
    book = dataclasses.replace(
        made,
        accounts=tuple(accounts),
        contacts=(told, *made.contacts[1:]),
        deals=tuple(d for d in made.deals if d.deal_id != "D003-1"),
    )
    pages = pages_of(book)
    ground = {row["account"]: row["ground"] for row in rows(pages["accounts"], "accounts")}
    assert ground == {
        "客户001": "已证实：2025-03-01 项目1、2026-03-01 项目2",
        "客户002": "经理说能持续",
        "客户003": "待赢单：2026-03-01 项目2",
        "客户004": "缺资料",
        "客户005": "潜力不够",
    }
    confirmed = {row["account"]: row["confirmed"] for row in rows(pages["accounts"], "accounts")}
    assert (confirmed["客户001"], confirmed["客户002"]) == ("–", "▲ 无")
    shown = {row["account"]: row for row in rows(pages["seller:S001"], "accounts")}
    assert shown["客户002"]["ground"] == "经理说能持续"
    assert str(shown["客户001"]["evidenced"]).startswith("1/")
    gap = {row["requirement"]: str(row["where"]) for row in rows(pages["seller:S001"], "gap")}
    assert "待赢单：2028-03-01 前再赢一单，不少于 300 万元" in gap["待赢单才算大客户的客户"]
    assert "补填" not in gap["待赢单才算大客户的客户"]
    lines = [line.pick("zh") for verdict in card_of(book).accounts for line in explain_account(verdict)]
    assert "  大客户：是（经理说能持续）：潜力 400 万元，达到门槛 300 万元；经理确认以后还有大单" in lines
    assert "  经理确认的关系：无" in lines


def test_the_grades_stand_beside_what_the_next_level_needs() -> None:
    grades = dict(zip(Dimension, (0, 1, 2, 3, 1), strict=True))
    page = pages_of(book_of(junior=2, grade=grades))["seller:S001"]
    found = rows(page, "grades")
    assert [row["grade"] for row in found] == [0, 1, 2, 3, 1]
    assert {row["needed"] for row in found} == {1}
    (radar,) = [block for block in blocks(page) if isinstance(block, Chart)]
    assert (radar.kind, radar.table, radar.series) == ("radar", "grades", ("grade", "needed"))
    assert "势 3" in radar.about


def test_grades_without_the_manager_are_marked() -> None:
    pages = pages_of(book_of(junior=2, grade=1, confirmed=False))
    assert rows(pages["team"], "team")[0]["esp"] == "1 自评"
    assert "经理还没评" in texts(pages["seller:S001"])
    confirmed = pages_of(book_of(junior=2, grade=1))
    assert rows(confirmed["team"], "team")[0]["esp"] == 1


def test_an_opposed_decision_maker_is_a_risk_by_name() -> None:
    book = change(book_of(junior=2, grade=1), "A001-0", stance=Stance.OPPOSED)
    (row,) = [r for r in rows(pages_of(book)["risks"], "risks") if r["opposed"]]
    assert (row["account"], row["opposed"]) == ("客户001", "▲ 采购部决策人A0010")


@pytest.mark.parametrize(("days", "stale"), [(180, 0), (181, 1)])
def test_a_relation_goes_cold_after_half_a_year(days: int, stale: int) -> None:
    book = change(book_of(mid=1, grade=1), "A001-0", last_contact=ON - dt.timedelta(days=days))
    assert len([r for r in rows(pages_of(book)["risks"], "risks") if r["stale"]]) == stale


def open_deal(book: Book, account: int, amount: float) -> Book:
    """With one more open deal, whose account is the book's ``account``-th."""
    like = next(deal for deal in book.deals if deal.account == f"A{account:03}")
    deal = like.model_copy(
        update={
            "deal_id": f"N{account:03}",
            "stage": DealStage.QUALIFY,
            "amount": amount,
            "closed": None,
            "expected_close": ON + dt.timedelta(days=60),
        }
    )
    return dataclasses.replace(book, deals=(*book.deals, deal))


def test_accounts_at_risk_stand_by_money_then_by_how_urgent_they_are() -> None:
    """All of them rest on one person; somebody opposes in the second."""
    book = change(book_of(junior=3, grade=1), "A002-1", stance=Stance.OPPOSED)
    found = rows(pages_of(book)["risks"], "risks")
    assert [(row["account"], row["amount"], row["urgency"]) for row in found] == [
        ("客户002", 0, "▲ 要出面"),
        ("客户001", 0, "● 要跟进"),
        ("客户003", 0, "● 要跟进"),
    ]
    found = rows(pages_of(open_deal(book, 3, 500))["risks"], "risks")
    assert [(row["account"], row["amount"]) for row in found] == [
        ("客户003", 500),
        ("客户002", 0),
        ("客户001", 0),
    ]


def test_an_account_with_an_opponent_and_money_comes_first_and_written_off_money_does_not_count() -> None:
    def concern(account: str, amount: float, *flags: str) -> Concern:
        reasons = tuple(Reason(flag, ("财务部李总",)) for flag in flags)
        return Concern(account, account, Tier.MID, (), (DealConcern(account, amount, reasons),))

    found = sorted(
        (
            concern("写掉的", 9000, "cannot-win"),
            concern("支持晚了", 500, "support-late"),
            concern("反对但没机会", 8000, "dm-opposed", "cannot-win"),
            concern("反对", 40, "dm-opposed"),
            concern("没见过", 9999, "no-dm-met"),
        ),
        key=for_the_director,
    )
    assert [one.account for one in found] == ["反对", "支持晚了", "写掉的", "反对但没机会", "没见过"]
    assert found[3].opponents == ("财务部李总",)
    assert (found[3].amount, found[3].winnable) == (8000, 0)


def test_the_difference_to_the_target_can_be_checked_where_somebody_has_none() -> None:
    aimed = book_of(seller_id="S001", junior=3, grade=1)
    free = book_of(seller_id="S002", junior=3, grade=1)
    assert free.seller
    free = dataclasses.replace(free, seller=free.seller.model_copy(update={"annual_target": None}))
    both = pages_of(open_deal(aimed, 1, 500), open_deal(free, 2, 700))["overview"]
    told = re.search(r"预测比目标 = 预测 ([\d,]+) − 目标 ([\d,]+).*1 人预测 ([\d,]+)", texts(both))
    assert told
    foretold, target, rest = (int(part.replace(",", "")) for part in told.groups())
    shown = figures(both)
    assert shown["预测比目标"] == pytest.approx(foretold - target, abs=1)
    assert shown["年度预测"] == pytest.approx(foretold + rest, abs=1)
    assert shown["年度目标"] == target
    assert "预测比目标 =" not in texts(pages_of(open_deal(aimed, 1, 500))["overview"])


def test_small_accounts_are_listed_but_not_watched() -> None:
    pages = pages_of(book_of(small=1, grade=1))
    (row,) = rows(pages["accounts"], "accounts")
    assert (row["key"], row["counted"], row["tier"]) == ("– 否", "否", "●●○ 中级")
    assert rows(pages["risks"], "risks") == []


def test_every_account_is_on_the_list_with_its_verdict() -> None:
    card = card_of(book_of(strong=1, mid=1, junior=1, none=1, undecided=1, small=1))
    found = rows(pages_of(card.book)["accounts"], "accounts")
    assert [row["account"] for row in found] == [v.account.account for v in card.accounts]
    assert [row["score"] for row in found] == [v.score.total for v in card.accounts]


def test_a_page_shows_the_best_accounts_and_says_how_many_more() -> None:
    page = pages_of(book_of(junior=12, strong=1, grade=1))["seller:S001"]
    found = rows(page, "accounts")
    assert (len(found), found[0]["tier"]) == (6, "●●● 强")
    assert "另有 7 家" in texts(page)


def test_a_page_has_eight_to_twelve_measures_leading_and_lagging_apart() -> None:
    page = pages_of(book_of(junior=2, grade=1))["seller:S001"]
    captions = [block.caption for block in blocks(page) if isinstance(block, Figures)]
    assert [caption[:2] for caption in captions] == ["等级", "先行", "结果"]
    assert 8 <= len(figures(page)) <= 12


def test_sellers_are_not_ranked() -> None:
    weak, able = book_of(seller_id="S001"), book_of(seller_id="S002", junior=5, mid=3, grade=2)
    assert [row["seller_id"] for row in rows(pages_of(weak, able)["team"], "team")] == ["S001", "S002"]


def test_notes_stay_in_the_book_and_plans_and_evidence_lose_phone_and_mail() -> None:
    book = book_of(junior=2, grade=1)
    private = "私人备注13800000000"
    told = "找li@a.cn 13800000000，2026-06-30前给20000000元方案"
    book = dataclasses.replace(
        book,
        accounts=tuple(a.model_copy(update={"note": private, "objective": told}) for a in book.accounts),
        contacts=tuple(c.model_copy(update={"note": private}) for c in book.contacts),
        deals=tuple(d.model_copy(update={"note": private}) for d in book.deals),
        practices=tuple(p.model_copy(update={"evidence": told}) for p in book.practices),
    )
    pages = pages_of(book)
    assert not [
        key for key, page in pages.items() if "私人备注" in texts(page) or "13800000000" in texts(page)
    ]
    struck = "找*** ***，2026-06-30前给20000000元方案"
    assert struck in texts(pages["growth"])
    assert texts(pages["detail:S001"]).count(struck) > 2


def test_the_fair_use_note_is_on_overview_and_policy() -> None:
    pages = pages_of(book_of())
    for key in ("overview", "policy"):
        assert "唯一依据" in texts(pages[key])


def test_an_adjusted_setting_is_marked_and_the_edition_named() -> None:
    policy = Policy(edition="2026版", stale_days=90)
    page = pages_of(book_of(), policy=policy)["policy"]
    (line,) = [row for row in rows(page, "policy") if row["key"] == "stale_days"]
    assert (line["value"], line["default"]) == ("▲ 90", 180)
    assert "2026版" in page.subtitle
    assert policy.fingerprint in texts(page)


def test_only_what_the_method_says_is_called_the_method() -> None:
    found = {row["key"]: row["source"] for row in rows(pages_of(book_of())["policy"], "policy")}
    assert (found["key_share"], found["stale_days"], found["score_dms"]) == (
        "方法原文",
        "本产品默认",
        "行业惯例",
    )


def test_findings_tell_file_cell_and_what_was_done() -> None:
    place = Place("张三.xlsx", "accounts", "客户", 5, "potential_12m", "G5")
    found = (
        Finding(MONEY_TEXT, place, "3.5万", "3.5"),
        Finding(MONEY_RANGE, place, "50-80万"),
    )
    first, second = rows(pages_of(book_of(findings=found))["findings"], "findings")
    assert (first["severity"], first["place"], first["got"]) == ("✖ 先不算", "客户!G5", "50-80万")
    assert (second["severity"], second["now"]) == ("○ 已读懂", "3.5")
    assert first["what"]
    assert first["fix"]


def test_requests_that_wait_are_told_with_their_age() -> None:
    book = book_of(junior=1)
    request = Support(
        request_id="R1",
        deal="D001-1",
        party=Party.SOLUTION,
        request="方案专家两天",
        days_wanted=2,
        requested_on=ON - dt.timedelta(days=12),
        needed_by=ON - dt.timedelta(days=3),
        status=RequestStatus.WAITING,
    )
    (row,) = rows(pages_of(dataclasses.replace(book, support=(request,)))["support"], "support")
    assert (row["party"], row["age"], row["late"]) == ("方案线", 12, "▲ 3")


def test_the_heat_map_marks_a_grade_without_a_record() -> None:
    (row, middle) = rows(pages_of(book_of(junior=2, grade=2))["heat"], "heat")
    assert (row["mci"], row["mci.gather"]) == (2, "▲ 没有记录")
    assert middle["mci"] == "2"
    (row, _) = rows(pages_of(book_of(junior=2, grade=1))["heat"], "heat")
    assert "没有记录" in str(row["mci.gather"])
    assert "▲" not in str(row["mci.gather"])


def test_what_needs_attention_counts_and_names() -> None:
    card = book_of(junior=5, mid=3, grade=1, name="李四")
    assert "1 人客户数够了，卡在五维：李四" in texts(pages_of(card)["overview"])


def test_a_team_in_good_order_needs_no_attention() -> None:
    assert WORDS["all-well"].zh in texts(pages_of(book_of(strong=2, grade=1))["overview"])
    assert WORDS["all-well"].zh not in texts(pages_of(book_of(strong=2, undecided=1))["overview"])


def test_a_team_without_sellers_has_no_pages() -> None:
    with pytest.raises(ValueError, match="without sellers"):
        team_pages("华东", [])


def test_an_account_in_two_books_is_a_conflict_until_it_has_one_owner() -> None:
    shared, people, deals = account_of(1, Tier.MID, name="华东电力（集团）")
    mine = dataclasses.replace(book_of(), accounts=(shared,), contacts=tuple(people), deals=tuple(deals))
    other = dataclasses.replace(
        mine, seller=mine.seller.model_copy(update={"seller_id": "S002", "name": "李四"})
    )
    (clash,) = conflicts([standing(card_of(mine)), standing(card_of(other))])
    assert clash.double
    theirs = shared.model_copy(update={"owner": "S001", "account": "华东电力(集团)"})
    resolved = dataclasses.replace(other, accounts=(theirs,))
    (clash,) = conflicts([standing(card_of(mine)), standing(card_of(resolved))])
    assert not clash.double


def test_the_organisation_lists_teams_sellers_conflicts_and_files() -> None:
    east, west = book_of(junior=2, grade=1), book_of(seller_id="S009", name="王五", team="", mid=1)
    standings = [standing(card_of(book)) for book in (west, east)]
    files = [FileFindings("坏.xlsx", "", "", {"fix": 0, "warn": 0, "hold": 0, "reject": 1})]
    pages = painted(organisation_pages(standings, files, "2026-06-30", details=True))
    assert [row["team"] for row in rows(pages["teams"], "teams")] == ["未填团队", "华东"]
    assert [row["seller_id"] for row in rows(pages["sellers"], "sellers")] == ["S009", "S001"]
    (team,) = [row for row in rows(pages["teams"], "teams") if row["team"] == "华东"]
    assert (team["sellers"], team["junior"], team["accounts_junior"], team["won"]) == (1, 1, 2, 700)
    assert {row["account"] for row in rows(pages["conflicts"], "conflicts")} == {"客户001"}
    assert rows(pages["files"], "files")[0]["reject"] == "▲ 1"


def test_several_policies_in_one_team_are_told() -> None:
    cards = [card_of(book_of()), card_of(book_of(seller_id="S2"), Policy(edition="试行", stale_days=90))]
    page = paint(team_pages("华东", [seller_parts(card, details=True) for card in cards])[0], "zh")
    assert "2 · " in page.subtitle
    assert "、试行 · " in page.subtitle


def test_one_edition_name_with_other_numbers_is_another_edition() -> None:
    ours, theirs = card_of(book_of()), card_of(book_of(seller_id="S2"), Policy(stale_days=90))
    pages = painted(team_pages("华东", [seller_parts(card, details=True) for card in (ours, theirs)]))
    assert "规则版本不一" in pages["overview"].subtitle
    subtitles = [pages[f"seller:{seller}"].subtitle.split("规则版本 ")[1] for seller in ("S001", "S2")]
    assert subtitles == [ours.policy.title, theirs.policy.title]
    assert subtitles[0] != subtitles[1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_of_every_table_has_its_columns_and_charts_their_table(lang: Lang) -> None:
    books = (book_of(), book_of(seller_id="S2", strong=1, mid=4, junior=6, grade=3, undecided=2))
    standings = [standing(card_of(book)) for book in books]
    organisation = painted(organisation_pages(standings, [], "2026-06-30", details=True), lang)
    for page in (*pages_of(*books, lang=lang).values(), *organisation.values()):
        for block in blocks(page):
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows), page.key
                assert len({column.key for column in block.columns}) == len(block.columns), page.key
                assert block.rows or block.empty, page.key
            if isinstance(block, Chart):
                keys = {column.key for column in table(page, block.table).columns}
                assert {block.categories, *block.series} <= keys
                assert block.about


def test_links_lead_to_pages_of_the_same_workbook() -> None:
    pages = pages_of(book_of(), book_of(seller_id="S2", junior=3, undecided=1))
    links = {cell.link for page in pages.values() for cell in _pieces(page) if isinstance(cell, Cell)} - {""}
    assert links == {"seller:S001", "seller:S2", "detail:S001", "detail:S2"}
    assert links <= pages.keys()


def test_english_pages_hold_no_chinese_of_ours() -> None:
    book = book_of(seller_id="S2", name="Ann", team="East", findings=(Finding(MONEY_RANGE),))
    practices = tuple(p.model_copy(update={"practice": "Ask"}) for p in book.practices)
    book = dataclasses.replace(book, practices=practices)
    for page in painted(team_pages("East", [seller_parts(card_of(book), details=True)]), "en").values():
        assert not re.findall(
            r"[\u4e00-\u9fff]+", texts(page).translate({ord(d.zh): "" for d in Dimension})
        ), page.key


def test_parts_wait_on_disk_unchanged() -> None:
    parts = seller_parts(card_of(book_of(mid=2, junior=3, grade=1)), details=True)
    assert pickle.loads(pickle.dumps(parts)) == parts  # noqa: S301


@cache
def _source(*rooms: str) -> str:
    paths = (path for room in rooms for path in (ROOT / "kasales_xl" / room).rglob("*.py"))
    return "".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("code", WORDS)
def test_every_word_is_said_somewhere(code: str) -> None:
    """By its code, as ``WORDS[tier.value]``, or put together as ``WORDS[f"title-{key}"]`` of a key in use."""
    pages = _source("pages", "build/reference")
    if f'"{code}"' in pages or code in {tier.value for tier in SLOT_TIERS}:
        return
    families = (re.sub(r"\{[^}]*\}", "(.+)", family) for family in re.findall(r'WORDS\[f"([^"]+)"', pages))
    keys = [found[1] for family in families if (found := re.fullmatch(family, code))]
    everything = pages + _source("core", "layout")
    assert any(f'"{key}"' in everything for key in keys)


def test_no_word_is_defined_twice() -> None:
    assert not TITLES.keys() & SENTENCES.keys()
    assert len(WORDS) > len(TITLES) + len(SENTENCES)
