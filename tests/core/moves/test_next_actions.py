"""Three things for the week, and "what if": cases in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from books_of import book_of

from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.moves.next_actions import A_WEEK, ActionKind, next_actions
from kasales_xl.core.moves.plan import account_ways, plan
from kasales_xl.core.moves.what_if import apply_moves
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Account, Contact, Deal, Seller, Support
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import (
    LANGS,
    DealStage,
    Influence,
    Lang,
    Level,
    Party,
    RequestStatus,
    Stance,
    Tier,
    YesNoUnknown,
)
from kasales_xl.core.text import Text
from kasales_xl.reading.what_if import NotUnderstood, read_phrases
from kasales_xl.text.verdicts.actions import (
    ACTIONS,
    EFFECTS,
    REASONS,
    action_cells,
    action_line,
    explain_plan,
    explain_week,
)
from kasales_xl.text.verdicts.moves import explain_ways
from kasales_xl.text.what_if import NO_DEPARTMENT, NO_VERB, NOBODY

ON = dt.date(2026, 6, 30)
YES, NO = YesNoUnknown.YES, YesNoUnknown.NO


def days_ago(days: int) -> dt.date:
    return ON - dt.timedelta(days=days)


def person(account: str, name: str, department: str = "采购部", **given: object) -> Contact:
    return Contact.model_validate(
        {"contact_id": f"{account}{name}", "account": account, "name": name, "department": department} | given
    )


def won(account: str) -> tuple[Deal, ...]:
    return tuple(
        Deal(deal_id=f"{account}{n}", account=account, deal="老单", amount=50, stage=DealStage.WON, closed=ON)
        for n in (1, 2)
    )


SELLER = Seller(seller_id="S001", name="张三", annual_target=100.0)
BOOK = Book(
    SELLER,
    (
        Account(account_id="A1", account="华东电力", potential_12m=40, key_departments=("采购部", "财务部")),
        Account(
            account_id="A2",
            account="江南医药",
            potential_12m=40,
            key_departments=("采购部",),
            next_action="约总经理",
            next_action_date=days_ago(9),
        ),
    ),
    (
        person("A1", "李建国", "财务部", title="总经理", key_decision_maker=YES, can_influence=Influence.NO),
        person("A1", "王强", "采购部", key_decision_maker=YES, stance=Stance.OPPOSED),
        person("A1", "赵工", "技术部", business_related=YES),
        person("A2", "钱进", key_decision_maker=YES, can_influence=Influence.YES, last_contact=days_ago(181)),
        person("A2", "孙六", "后勤部", can_influence=Influence.YES, last_contact=days_ago(300)),
        person("A2", "周七", "后勤部", can_influence=Influence.YES, last_contact=days_ago(180)),
    ),
    (
        *won("A1"),
        *won("A2"),
        Deal(deal_id="D1", account="A1", deal="新机房", stage=DealStage.SOLUTION, amount=90),
        Deal(deal_id="D2", account="A1", deal="旧单", stage=DealStage.LOST),
    ),
    (
        Support(
            request_id="R1",
            deal="D1",
            party=Party.EXECUTIVE,
            request="高层拜访",
            status=RequestStatus.WAITING,
            requested_on=days_ago(20),
            needed_by=days_ago(2),
        ),
        Support(request_id="R2", deal="D1", party=Party.PRODUCT, status=RequestStatus.GRANTED),
        Support(request_id="R3", deal="D2", party=Party.PRODUCT, status=RequestStatus.WAITING),
        Support(request_id="R4", deal="D1", party=Party.TEST, status=RequestStatus.WAITING, needed_by=ON),
    ),
)


def card(book: Book = BOOK) -> SellerCard:
    return make_card(book, DEFAULT_POLICY, ON)


def kinds(book: Book = BOOK) -> list[str]:
    return [action.kind.value for action in next_actions(card(book))]


def test_the_week_starts_with_a_move_up_and_then_what_is_most_pressing_of_each_kind() -> None:
    assert kinds()[:A_WEEK] == ["move", "late_support", "overdue"]
    late = [k for k in kinds() if k not in ("move", "practice", "new_account")]
    assert late == ["late_support", "overdue", "pillar", "waiting_support", "stale"]


def test_with_nothing_late_the_week_is_all_moves_and_practices() -> None:
    calm = replace(
        BOOK,
        support=(),
        accounts=tuple(a.model_copy(update={"next_action_date": None}) for a in BOOK.accounts),
    )
    fresh = replace(calm, contacts=tuple(c.model_copy(update={"last_contact": ON}) for c in calm.contacts))
    assert set(kinds(fresh)[:A_WEEK]) == {"move", "practice"}


def test_a_request_is_late_only_once_the_day_it_was_needed_has_passed() -> None:
    found = {a.party: a for a in next_actions(card()) if a.party}
    assert (found[Party.EXECUTIVE].kind, found[Party.EXECUTIVE].days) == (ActionKind.LATE_SUPPORT, 2)
    assert found[Party.TEST].kind is ActionKind.WAITING_SUPPORT
    assert Party.PRODUCT not in found


def test_a_next_action_due_today_is_not_overdue() -> None:
    today = replace(
        BOOK, accounts=tuple(a.model_copy(update={"next_action_date": ON}) for a in BOOK.accounts)
    )
    assert "overdue" not in kinds(today)


def test_somebody_not_met_for_181_days_on_whom_the_tier_rests_is_a_pillar_and_at_180_days_nobody_is_stale() -> (
    None
):
    found = {a.person: a for a in next_actions(card()) if a.kind in (ActionKind.PILLAR, ActionKind.STALE)}
    assert {name: a.kind.value for name, a in found.items()} == {"钱进": "pillar", "孙六": "stale"}
    assert found["钱进"].tier is Tier.NONE
    assert found["孙六"].tier is None


def test_accounts_that_can_never_count_are_left_out_of_the_week() -> None:
    small = replace(BOOK, accounts=tuple(a.model_copy(update={"potential_12m": 1}) for a in BOOK.accounts))
    assert {"overdue", "pillar", "stale"}.isdisjoint(kinds(small))


def test_the_list_does_not_depend_on_the_order_of_rows() -> None:
    turned = replace(
        BOOK, accounts=BOOK.accounts[::-1], contacts=BOOK.contacts[::-1], support=BOOK.support[::-1]
    )
    assert next_actions(card(turned)) == next_actions(card())


@pytest.mark.parametrize("lang", LANGS)
def test_every_action_says_what_why_and_what_comes_of_it(lang: Lang) -> None:
    seen = card()
    for action in next_actions(seen):
        cells = action_cells(action, seen)
        assert all(cell.pick(lang) for cell in (cells.account, cells.what, cells.effect, cells.reason))
        assert "{" not in action_line(action, seen).pick(lang)
    assert len(list(explain_week(next_actions(seen), seen))) == A_WEEK + 1
    assert len(list(explain_plan(plan(seen)))) > 1


def test_who_lacks_only_the_expert_is_told_so_and_not_that_there_is_nothing_to_do() -> None:
    seen = make_card(book_of(strong=2, mid=4, junior=6, grade=3), DEFAULT_POLICY, ON)
    assert seen.level is Level.SENIOR
    said = [line.pick("zh") for line in explain_plan(plan(seen))]
    assert said[0] == "升到顶级：客户数够了，还差 专家确认"
    assert "请经理确认你是赛道专家" in said[1]
    assert next_actions(seen)[0].kind is ActionKind.EXPERT
    assert [action_cells(a, seen).account.pick("en") for a in next_actions(seen)[:3]] == ["(yourself)"] * 3


def test_an_action_reads_like_a_sentence_of_the_trade() -> None:
    seen = card()
    lines = [action_line(a, seen).pick("zh") for a in next_actions(seen)]
    assert (
        lines[0] == "华东电力 · 争取关键决策人 · 财务部李建国 → 升到中级关系（升初级缺这一步，这家共 1 步）"
    )
    assert (
        lines[1] == "华东电力 · 催支持：高层拜访 · 公司高管 → 保住商机「新机房」（过了需要日期 2 天还没批）"
    )
    assert lines[2] == "江南医药 · 做完过期的下一步：约总经理 → 这家客户继续往前走（过期 9 天）"


def test_every_account_tells_the_least_way_to_each_higher_tier() -> None:
    seen = card()
    lines = [line.pick("zh") for line in explain_ways(account_ways(seen, seen.accounts[0]))]
    assert lines == [
        "  升到初级（1 步）：争取业务相关人 技术部赵工",
        "  升到中级（1 步）：争取关键决策人 财务部李建国",
        "  升到强（3 步）：争取关键决策人 财务部李建国；化解反对 采购部王强；争取关键决策人 采购部王强",
    ]
    assert len(list(explain_ways(account_ways(seen, seen.accounts[0])))) == 3


def test_every_kind_of_action_has_words() -> None:
    composed = {ActionKind.MOVE, ActionKind.PRACTICE}
    assert set(ACTIONS) | composed == set(ActionKind)
    assert set(REASONS) == set(ActionKind)
    assert set(EFFECTS) | {ActionKind.PRACTICE} == set(ActionKind)


# ---- what if


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("影响 财务部李建国", [("win_dm", "A1李建国")]),
        ("影响财务部李总", [("win_dm", "A1李建国")]),
        ("争取 华东电力 李总", [("win_dm", "A1李建国")]),
        ("影响 李建国", [("win_dm", "A1李建国")]),
        ("影响 Ａ1李建国", [("win_dm", "A1李建国")]),
        ("win 赵工", [("win_related", "A1赵工")]),
        ("Influence 李建国 财务部", [("win_dm", "A1李建国")]),
        ("化解 王强；影响 王强", [("neutralise", "A1王强"), ("win_dm", "A1王强")]),
        ("neutralise 王强; win over 王强", [("neutralise", "A1王强"), ("win_dm", "A1王强")]),
    ],
)
def test_phrases_name_a_move_and_a_person(text: str, told: list[tuple[str, str]]) -> None:
    assert [(m.kind, m.contact_id) for m in read_phrases(text, BOOK)] == told


def test_a_department_without_a_decision_maker_can_be_found() -> None:
    alone = replace(BOOK, contacts=BOOK.contacts[1:])
    (move,) = read_phrases("找到 财务部的关键决策人", alone)
    assert (move.kind, move.account, move.department) == ("find_dm", "华东电力", "财务部")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("喝酒 李建国", NO_VERB),
        ("", NO_VERB),
        ("影响", NO_VERB),
        ("winter 李建国", NO_VERB),
        ("影响 李小龙", NOBODY),
        ("找到 采购部", NO_DEPARTMENT),
    ],
)
def test_what_cannot_be_understood_is_said_in_both_languages(text: str, why: Text) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_phrases(text, BOOK)
    assert caught.value.text.zh == why.zh
    assert all("{" not in caught.value.text.pick(lang) for lang in LANGS)


def test_a_name_that_fits_several_people_asks_which_one() -> None:
    twice = replace(
        BOOK, contacts=(*BOOK.contacts, person("A2", "李建国", title="总监", key_decision_maker=YES))
    )
    with pytest.raises(NotUnderstood, match="fits several") as caught:
        read_phrases("影响 李建国", twice)
    assert "：华东电力 财务部 李建国、江南医药 采购部 李建国。" in caught.value.text.pick("zh")
    assert [m.contact_id for m in read_phrases("影响 江南医药李建国", twice)] == ["A2李建国"]


def test_what_if_shows_the_account_and_the_level_before_and_after() -> None:
    moves = read_phrases("影响 财务部李总；化解 王强；影响 王强", BOOK)
    before, after = card(), make_card(apply_moves(BOOK, moves, DEFAULT_POLICY, ON), DEFAULT_POLICY, ON)
    assert (before.accounts[0].tier, after.accounts[0].tier) == (Tier.NONE, Tier.STRONG)
    assert (before.ladders.accounts_level, after.ladders.accounts_level) == (Level.NOVICE, Level.JUNIOR)
    assert card().accounts == before.accounts
