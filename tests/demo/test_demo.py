"""The sample organisation shows all that the product can tell, and is the same everywhere."""

import datetime as dt
from collections import Counter

import pytest
from command_line import digests
from demo_history import write_earlier_books

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.dimensions.evidence.deal_elements import closed_deal
from kasales_xl.core.dimensions.team import pattern_page, pooled
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import KeyAccount, KeyGround, Level, RequestStatus, Tier
from kasales_xl.demo import SLIPS, earlier_books, make_demo
from kasales_xl.demo.books import drafts
from kasales_xl.demo.cast import CAST
from kasales_xl.files.xlsx_in.book import read_book

ON = dt.date(2026, 6, 30)


@pytest.fixture(scope="module", params=["zh", "en"])
def folder(request, organisations):
    sample = organisations(request.param)
    return sample.books, sample.sellers_books, request.param


@pytest.fixture(scope="module")
def cards(folder):
    return [make_card(read_book(path, on=ON), DEFAULT_POLICY, ON) for path in folder[1]]


def test_sixteen_sellers_of_two_teams_stand_on_all_five_levels_as_cast(cards):
    assert [card.level for card in cards] == [part.level for part in CAST]
    assert {card.level for card in cards} == set(Level)
    assert len(cards) >= 14
    assert len({card.seller.team for card in cards}) == 2


def test_each_sellers_accounts_have_the_tiers_of_the_part(cards):
    for card, part in zip(cards, CAST, strict=True):
        if part.has_target:
            assert tuple(card.counts) == (part.strong, part.mid, part.junior), card.seller.name
        else:
            assert {v.key for v in card.accounts} == {KeyAccount.UNDECIDED}


def test_the_accounts_cover_every_tier_and_every_answer_of_the_key_account_test(cards):
    verdicts = [verdict for card in cards for verdict in card.accounts]
    assert len(verdicts) >= 60
    assert {v.tier for v in verdicts} == set(Tier)
    assert {v.key for v in verdicts} == set(KeyAccount)
    assert {v.key_test.ground for v in verdicts} == set(KeyGround)
    assert {v.confirmed for v in verdicts} >= {None, Tier.JUNIOR, Tier.MID, Tier.STRONG}
    assert any(v.confirmed is not None and v.confirmed < v.tier for v in verdicts)
    assert 4 <= sum(v.facts.contacts for v in verdicts) / len(verdicts) <= 8


def test_both_ladders_block_somebody_and_somebody_is_unconfirmed(cards):
    assert {"accounts", "capability", "both", "expert", ""} == {card.ladders.blocked_by for card in cards}
    assert any(not card.capability.confirmed for card in cards)


def test_support_waits_links_lead_on_and_results_can_be_believed(cards):
    requests = [request for card in cards for request in card.book.support]
    assert any(r.status is RequestStatus.WAITING for r in requests)
    assert any(not card.book.support for card in cards)
    assert all(card.book.links or card.level is Level.NOVICE for card in cards)
    for card in cards:
        if card.seller.annual_target:
            start = card.seller.period_start
            won = sum(
                d.amount or 0 for d in card.book.deals if d.stage.is_won and d.closed and d.closed >= start
            )
            assert won / card.seller.annual_target < 1.6


@pytest.mark.parametrize("number", sorted({number for number, _code, _slip in SLIPS}))
def test_every_planted_slip_is_found(folder, number):
    found = Counter(f.code for f in read_book(folder[1][number - 1], on=ON).findings)
    wanted = {code for at, code, _slip in SLIPS if at == number and code}
    assert wanted <= set(found)


def test_at_least_ten_kinds_of_slips_are_planted():
    assert len({code for _number, code, _slip in SLIPS if code}) >= 10


def test_a_renamed_tab_is_read_and_said(folder):
    book = read_book(folder[1][13], on=ON)
    assert book.career
    assert "sheet-renamed" in {f.code for f in book.findings}


def test_stray_files_lie_beside_the_books(folder):
    root, books, _lang = folder
    others = {path for path in root.rglob("*") if path.is_file()} - set(books)
    assert len(others) == 6
    for path in sorted(others):
        if path.suffix == ".xlsx" and path.parent == root:
            book = read_book(path, on=ON)
            assert book.seller is None
            assert book.findings


def test_a_shared_account_stands_in_two_books_and_names_its_owner(cards):
    names = Counter(a.account for card in cards for a in card.book.accounts)
    (shared,) = [name for name, times in names.items() if times == 2]
    owners = {a.owner for card in cards for a in card.book.accounts if a.account == shared}
    assert owners == {"", "S002"}


def test_two_runs_give_equal_bytes(folder, tmp_path):
    root, books, lang = folder
    made = make_demo(tmp_path, ON, lang)
    assert [path.relative_to(tmp_path) for path in made] == [path.relative_to(root) for path in books]
    assert digests(tmp_path) == digests(root)


@pytest.mark.parametrize(
    "day", [dt.date(2024, 2, 29), dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 5, 1)]
)
def test_the_levels_hold_on_any_day_of_the_year(day):
    for draft in drafts(day, "zh"):
        assert make_card(draft.book(), DEFAULT_POLICY, day).level is draft.part.level, draft.seller.name


def test_both_languages_tell_the_same_story():
    for zh, en in zip(drafts(ON, "zh"), drafts(ON, "en"), strict=True):
        left, right = (make_card(d.book(), DEFAULT_POLICY, ON) for d in (zh, en))
        assert [v.tier for v in left.accounts] == [v.tier for v in right.accounts]
        paid = [[(d.amount or 0) * m.seller.money_unit.yuan for d in m.deals] for m in (zh, en)]
        assert paid[0] == paid[1]


def test_no_name_is_used_twice_where_people_refer_by_name():
    whole = Counter()
    for draft in drafts(ON, "zh"):
        for rows, key in ((draft.accounts, "account"), (draft.contacts, "name"), (draft.deals, "deal")):
            names = [getattr(row, key) for row in rows]
            assert len(set(names)) == len(names)
        whole.update(account.account for account in draft.accounts)
    assert max(whole.values()) == 1


def test_earlier_quarters_show_weaker_relations_and_lower_grades(earlier_quarters, cards):
    history = earlier_quarters
    assert [day for day, _paths in history] == [dt.date(2025, 12, 30), dt.date(2026, 3, 30)]

    def standing(made):
        return (
            sum(len(v.facts.influenced_dms) for card in made for v in card.accounts),
            sum(g.total for card in made for g in card.capability.grades.values()),
        )

    steps = [
        standing([make_card(read_book(p, on=day), DEFAULT_POLICY, day) for p in paths])
        for day, paths in history
    ]
    steps.append(standing(cards))
    assert steps == sorted(steps)
    assert steps[0][0] < steps[-1][0]
    assert steps[0][1] < steps[-1][1]


@pytest.mark.parametrize("day", [ON, dt.date(2026, 11, 24)])
def test_people_rise_at_a_believable_pace(day):
    """The method speaks of five years for a level: in a year few rise, and nobody by more than one."""
    levels: dict[str, list[Level]] = {}
    for on, book in earlier_books(day):
        levels.setdefault(book.seller.seller_id, []).append(make_card(book, DEFAULT_POLICY, on).level)
    steps = {}
    for draft in drafts(day, "zh"):
        course = [*levels[draft.seller.seller_id], draft.part.level]
        assert len(course) == 5
        steps[draft.number] = max(course).rank - min(course).rank
    assert steps[1] == 0
    assert set(steps.values()) == {0, 1}
    assert 2 <= sum(steps.values()) <= 4


@pytest.mark.slow
def test_an_earlier_book_holds_nothing_of_later_days(tmp_path):
    ((day, paths),) = write_earlier_books(tmp_path, ON, "en", quarters=1)
    for path in paths:
        book = read_book(path, on=day)
        past = [d for deal in book.deals for d in (deal.created, deal.stage_since, deal.closed) if d]
        past += [c.last_contact for c in book.contacts if c.last_contact]
        past += [r.requested_on for r in book.support if r.requested_on]
        assert max(past) <= day
        assert book.accounts
        assert book.practices


@pytest.mark.parametrize("day", [ON, dt.date(2026, 11, 20)])
def test_laws_are_found_where_a_pattern_was_planted_and_nowhere_else(day):
    for draft in drafts(day, "zh"):
        pbm = make_card(draft.book(), DEFAULT_POLICY, day).dimensions.pbm
        elements = {pattern.element for pattern in pbm.law_patterns}
        assert elements == ({"procurement"} if draft.part.pattern else set()), draft.seller.name


def test_the_pooled_team_has_the_law_of_its_members_and_the_other_team_has_none():
    teams: dict[str, list] = {}
    for draft in drafts(ON, "zh"):
        teams.setdefault(draft.seller.team, []).extend(
            (draft.seller.seller_id, d) for d in draft.deals if d.stage.is_closed
        )
    first, second = (
        pattern_page(
            pooled((closed_deal(d, seller) for seller, d in deals), DEFAULT_POLICY), DEFAULT_POLICY
        ).laws
        for deals in teams.values()
    )
    assert [(law.element, law.value, law.k / law.n > law.base.k / law.base.n) for law in first] == [
        ("procurement", "invited_tender", True)
    ]
    assert not second
