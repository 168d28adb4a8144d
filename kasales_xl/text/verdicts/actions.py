"""What to do this week, and the whole way up, in words: who, what, why, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.move import WIN_DEAL
from kasales_xl.core.moves.next_actions import A_WEEK, Action, ActionKind
from kasales_xl.core.moves.plan import AccountPlan, Plan
from kasales_xl.core.moves.practice_moves import DimensionLift
from kasales_xl.core.names import person
from kasales_xl.core.terms import Level
from kasales_xl.core.text import NOTHING, Text, join, same
from kasales_xl.core.verdicts.requirements import Demand, ExpertProof
from kasales_xl.text.verdicts.moves import (
    effect_text,
    lift_effect,
    lift_text,
    move_person,
    move_text,
    new_accounts,
    plan_sentence,
    steps_text,
)
from kasales_xl.text.verdicts.verdicts import indent

ACTIONS: dict[ActionKind, Text] = {
    ActionKind.NEW_ACCOUNT: Text(
        "再开拓 {count} 家大客户，做到{tier}关系",
        "open {count} more key {count:account|accounts}, up to {tier}",
    ),
    ActionKind.EXPERT: same("{expert}"),
    ActionKind.LATE_SUPPORT: Text("催支持：{what}", "chase support: {what}"),
    ActionKind.WAITING_SUPPORT: Text("跟进支持：{what}", "follow up on support: {what}"),
    ActionKind.OVERDUE: Text("做完过期的下一步：{what}", "do the overdue next action: {what}"),
    ActionKind.PILLAR: Text("去见一面", "meet again"),
    ActionKind.STALE: Text("联系一次", "get in touch"),
}

REASONS: dict[ActionKind, Text] = {
    ActionKind.MOVE: Text(
        "升{level}缺这一步，这家共 {steps} 步", "{level} needs it; {steps} {steps:step|steps} here"
    ),
    ActionKind.PRACTICE: Text("五维还差 {steps} 分", "{steps} {steps:point|points} short"),
    ActionKind.NEW_ACCOUNT: Text("现有客户全做到位也不够", "your present accounts are not enough"),
    ActionKind.EXPERT: Text("{level}要有专家认定", "{level} asks for an expert"),
    ActionKind.LATE_SUPPORT: Text(
        "过了需要日期 {days} 天还没批", "{days} {days:day|days} past the day needed"
    ),
    ActionKind.WAITING_SUPPORT: Text("已等 {days} 天", "waiting for {days} {days:day|days}"),
    ActionKind.OVERDUE: Text("过期 {days} 天", "{days} {days:day|days} overdue"),
    ActionKind.PILLAR: Text("{days} 天没联系", "not met for {days} days"),
    ActionKind.STALE: Text("{days} 天没联系", "not met for {days} days"),
}

EFFECTS: dict[ActionKind, Text] = {
    ActionKind.MOVE: Text("升到{tier}关系", "the relation rises to {tier}"),
    ActionKind.NEW_ACCOUNT: Text("补上{level}的客户数", "fills the accounts for {level}"),
    ActionKind.EXPERT: Text("够上{level}的专家要求", "meets what {level} asks of an expert"),
    ActionKind.LATE_SUPPORT: Text("保住商机「{deal}」", "keeps {deal} going"),
    ActionKind.WAITING_SUPPORT: Text("推动商机「{deal}」", "moves {deal} on"),
    ActionKind.OVERDUE: Text("这家客户继续往前走", "the account moves on"),
    ActionKind.PILLAR: Text(
        "这个人一断，就掉到{tier}关系", "without this person the relation falls to {tier}"
    ),
    ActionKind.STALE: Text("关系不断线", "keeps the relation alive"),
}
EXPERT: dict[Demand, Text] = {
    ExpertProof.TRACK: Text(
        "请经理确认你是赛道专家", "have your manager confirm you as an expert of your track"
    ),
    ExpertProof.INDUSTRY: Text(
        "请经理确认你是行业专家",
        "have your manager confirm you as an expert of your industry",
    ),
    ExpertProof.EVIDENCE: Text(
        "写下一条专家依据：演讲、文章、给高管的建议",
        "write down a piece of evidence: a talk, an article, advice to executives",
    ),
}
_COUNTS = Text("资料齐了才能算大客户", "counts once its data is complete")
_BECOMES_KEY = Text("赢下来就算大客户（{tier}关系）", "makes it a key account ({tier})")
_NO_WORDS = Text("未写内容", "not written down")
_NEW_ACCOUNTS = Text("新客户", "New accounts")
#: An action about the seller, not about an account.
_OWN = Text("（本人）", "(yourself)")
_PARTS = same(" · ")
_ACTION = Text("{head} → {effect}（{reason}）", "{head} → {effect} ({reason})")

_CHEAPEST = Text("升到{level}最省力的走法：{what}", "The cheapest way to {level}: {what}")
_SUFFICE = Text("升到{level}：客户数够了，还差 {what}", "To {level} the accounts suffice; missing: {what}")
_REACHED = Text("升到{level}：什么都不缺", "To {level}: nothing is missing")
_ACCOUNT = Text("{account} {effect}：{steps}", "{account} {effect}: {steps}")
_LIFT = Text(
    "{name} {now} → {to}，还差 {steps} 分：{practices}",
    "{name} {now} → {to}, {steps} {steps:point|points} short: {practices}",
)


class ActionCells(NamedTuple):
    """One action in four cells, as KA_NEXT and My scorecard show it, and its reason."""

    account: Text
    what: Text
    person: Text
    effect: Text
    reason: Text


def action_cells(action: Action, card: SellerCard) -> ActionCells:
    """An action as KA_NEXT shows it: account, what to do, person, effect; and why."""
    words = {
        "what": action.what or _NO_WORDS,
        "expert": EXPERT[action.expert] if action.expert else _NO_WORDS,
        "count": action.count,
        "days": action.days,
        "steps": action.steps,
        "tier": action.tier,
        "level": card.next_level or Level.TOP,
        "deal": action.deal,
    }
    what, effect = (table.get(action.kind, NOTHING)(**words) for table in (ACTIONS, EFFECTS))
    if action.move:
        what = move_text(action.move)
        effect = _COUNTS if action.undecided or action.tier is None else effect
        if action.move.kind == WIN_DEAL and not action.undecided:
            effect = _BECOMES_KEY(tier=action.tier or NOTHING)
    if action.lift and action.practice:
        what, effect = lift_text(action.practice), lift_effect(action.lift)
    return ActionCells(_where(action), what, _who(action), effect, REASONS[action.kind](**words))


def _where(action: Action) -> Text:
    if action.lift:
        return Text(action.lift.dimension.zh, action.lift.dimension.en)
    if action.kind is ActionKind.NEW_ACCOUNT:
        return _NEW_ACCOUNTS
    return same(action.account) if action.account else _OWN


def _who(action: Action) -> Text:
    if action.move:
        return move_person(action.move)
    if action.party:
        return Text(action.party.zh, action.party.en)
    return same(person(action.department, action.person)) if action.person else NOTHING


def action_line(action: Action, card: SellerCard) -> Text:
    """``华东电力 · 争取关键决策人 · 财务部李总 → 关系升到中级关系（升高级缺这一步，…）``"""
    cells = action_cells(action, card)
    head = join((cells.account, cells.what, cells.person), _PARTS)
    return _ACTION(head=head, effect=cells.effect, reason=cells.reason)


def explain_plan(planned: Plan) -> Iterator[Text]:
    """The cheapest way up, line by line: people by account, practices, new accounts."""
    if planned.level is None:
        return
    yield way_up(planned)
    yield from map(indent, map(move_text, planned.shared))
    yield from map(indent, map(account_line, planned.accounts))
    yield from map(indent, new_accounts(planned.new))
    yield from map(indent, map(lift_line, planned.practices))
    yield from (indent(EXPERT[need.demand]) for need in planned.expert)


def way_up(planned: Plan) -> Text:
    """``升到高级最省力的走法：2 位关键人、1 家新客户、6 项能力``; blank at the top."""
    if planned.level is None:
        return NOTHING
    what = plan_sentence(planned)
    heading = _CHEAPEST if planned.moves or any(planned.new) else _SUFFICE if what else _REACHED
    return heading(level=planned.level, what=what)


def account_line(account: AccountPlan) -> Text:
    """``华东电力 无→中级：争取关键决策人 财务部李总``"""
    return _ACCOUNT(
        account=account.verdict.account.account,
        effect=effect_text(account),
        steps=steps_text(account.moves),
    )


def lift_line(lift: DimensionLift) -> Text:
    """``术 0 → 1，还差 7 分：孵化 0→1、验证 0→1``"""
    practices = (same("{stage} {now}→{to}")(stage=p.stage, now=p.now, to=p.to) for p in lift.practices)
    return _LIFT(name=lift.dimension, now=lift.now, to=lift.to, steps=lift.steps, practices=join(practices))


def explain_week(actions: tuple[Action, ...], card: SellerCard) -> Iterator[Text]:
    """This week's actions, numbered; nothing where there are none."""
    if not actions:
        return
    yield Text(f"本周先做这 {min(A_WEEK, len(actions))} 件：", "This week:")
    for number, action in enumerate(actions[:A_WEEK], start=1):
        yield same("  {number}. {action}")(number=number, action=action_line(action, card))
