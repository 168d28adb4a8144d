"""What to do this week, and the whole way up, in words: who, what, why, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.next_actions import A_WEEK, Action, ActionKind
from kasales_xl.core.moves.plan import AccountPlan, Plan
from kasales_xl.core.moves.practice_moves import DimensionLift
from kasales_xl.core.names import person
from kasales_xl.core.terms import Lang, Level, Tier
from kasales_xl.core.verdicts.requirements import Demand, ExpertProof
from kasales_xl.text.verdicts.moves import (
    effect_text,
    lift_effect,
    lift_text,
    move_person,
    move_text,
    new_accounts,
)
from kasales_xl.text.verdicts.verdicts import join

ACTIONS: dict[ActionKind, tuple[str, str]] = {
    ActionKind.NEW_ACCOUNT: (
        "再开拓 {count} 家大客户，做到{tier}",
        "open {count} more key account(s), up to {tier}",
    ),
    ActionKind.EXPERT: ("{expert}", "{expert}"),
    ActionKind.LATE_SUPPORT: ("催支持：{what}", "chase support: {what}"),
    ActionKind.WAITING_SUPPORT: ("跟进支持：{what}", "follow up on support: {what}"),
    ActionKind.OVERDUE: ("做完过期的下一步：{what}", "do the overdue next action: {what}"),
    ActionKind.PILLAR: ("去见一面", "meet again"),
    ActionKind.STALE: ("联系一次", "get in touch"),
}

REASONS: dict[ActionKind, tuple[str, str]] = {
    ActionKind.MOVE: ("升{level}缺这一步，这家共 {steps} 步", "{level} needs it; {steps} step(s) here"),
    ActionKind.PRACTICE: ("五维还差 {steps} 分", "{steps} point(s) short"),
    ActionKind.NEW_ACCOUNT: ("现有客户全做到位也不够", "your present accounts are not enough"),
    ActionKind.EXPERT: ("{level}要有专家认定", "{level} asks for an expert"),
    ActionKind.LATE_SUPPORT: ("过了需要日期 {days} 天还没批", "{days} day(s) past the day needed"),
    ActionKind.WAITING_SUPPORT: ("已等 {days} 天", "waiting for {days} day(s)"),
    ActionKind.OVERDUE: ("过期 {days} 天", "{days} day(s) overdue"),
    ActionKind.PILLAR: ("{days} 天没联系", "not met for {days} days"),
    ActionKind.STALE: ("{days} 天没联系", "not met for {days} days"),
}

EFFECTS: dict[ActionKind, tuple[str, str]] = {
    ActionKind.MOVE: ("升到{tier}", "the relation rises to {tier}"),
    ActionKind.NEW_ACCOUNT: ("补上{level}的客户数", "fills the accounts for {level}"),
    ActionKind.EXPERT: ("够上{level}的专家要求", "meets what {level} asks of an expert"),
    ActionKind.LATE_SUPPORT: ("保住商机{deal}", "keeps {deal} going"),
    ActionKind.WAITING_SUPPORT: ("推动商机{deal}", "moves {deal} on"),
    ActionKind.OVERDUE: ("这家客户继续往前走", "the account moves on"),
    ActionKind.PILLAR: ("这个人一断，就掉到{tier}", "without this person the relation falls to {tier}"),
    ActionKind.STALE: ("关系不断线", "keeps the relation alive"),
}
EXPERT: dict[Demand, tuple[str, str]] = {
    ExpertProof.TRACK: ("请经理确认你是赛道专家", "have your manager confirm you as an expert of your track"),
    ExpertProof.INDUSTRY: (
        "请经理确认你是行业专家",
        "have your manager confirm you as an expert of your industry",
    ),
    ExpertProof.EVIDENCE: (
        "写下一条专家依据：演讲、文章、给高管的建议",
        "write down a piece of evidence: a talk, an article, advice to executives",
    ),
}
_COUNTS = ("资料齐了才能算大客户", "counts once its data is complete")
_BLANK = ("", "")
_NO_WORDS = ("未写内容", "not written down")


class ActionCells(NamedTuple):
    """One action in four cells, as KA_NEXT and My scorecard show it, and its reason."""

    account: str
    what: str
    person: str
    effect: str
    reason: str


def _pick(pair: tuple[str, str], lang: Lang) -> str:
    return pair[0] if lang == "zh" else pair[1]


def tier_name(tier: Tier | None, lang: Lang) -> str:
    """``中级关系``, ``强关系``, ``a mid relation``."""
    if tier is None:
        return ""
    return f"{tier.zh}关系" if lang == "zh" else tier.en


def action_cells(action: Action, card: SellerCard, lang: Lang) -> ActionCells:
    """An action as KA_NEXT shows it: account, what to do, person, effect; and why."""
    level = card.next_level or Level.TOP
    words = {
        "what": action.what or _pick(_NO_WORDS, lang),
        "expert": _pick(EXPERT[action.expert] if action.expert else _NO_WORDS, lang),
        "count": action.count,
        "days": action.days,
        "steps": action.steps,
        "tier": tier_name(action.tier, lang),
        "level": level.label(lang),
        "deal": f"「{action.deal}」" if lang == "zh" else action.deal,
    }
    reason = _pick(REASONS[action.kind], lang).format(**words)
    what, effect = (_pick(said.get(action.kind, _BLANK), lang).format(**words) for said in (ACTIONS, EFFECTS))
    if action.move:
        what = move_text(action.move, lang)
        effect = _pick(_COUNTS, lang) if action.undecided or action.tier is None else effect
    if action.lift and action.practice:
        what, effect = lift_text(action.practice, lang), lift_effect(action.lift, lang)
    return ActionCells(_where(action, lang), what, _who(action, lang), effect, reason)


def _where(action: Action, lang: Lang) -> str:
    if action.lift:
        return action.lift.dimension.label(lang)
    if action.kind is ActionKind.NEW_ACCOUNT:
        return "新客户" if lang == "zh" else "New accounts"
    return action.account or ("我的信息" if lang == "zh" else "Profile")


def _who(action: Action, lang: Lang) -> str:
    if action.move:
        return move_person(action.move, lang)
    if action.party:
        return action.party.label(lang)
    return person(action.department, action.person) if action.person else ""


def action_line(action: Action, card: SellerCard, lang: Lang) -> str:
    """``华东电力 · 争取关键决策人 · 财务部李总 → 关系升到中级关系（升高级缺这一步，…）``"""
    account, what, person, effect, reason = action_cells(action, card, lang)
    head = " · ".join(part for part in (account, what, person) if part)
    return f"{head} → {effect}（{reason}）" if lang == "zh" else f"{head} → {effect} ({reason})"


def explain_plan(planned: Plan, lang: Lang) -> Iterator[str]:
    """The cheapest way up, line by line: people by account, practices, new accounts."""
    zh = lang == "zh"
    if planned.level is None:
        return
    steps = len(planned.moves)
    if steps or any(planned.new):
        yield (
            f"升到{planned.level.zh}最省力的走法：{steps} 步"
            if zh
            else f"The cheapest way to {planned.level.en}: {steps} step(s)"
        )
    else:
        yield (
            f"升到{planned.level.zh}：客户数够了，还差"
            if zh
            else f"To {planned.level.en} the accounts suffice; still missing"
        )
    for move in planned.shared:
        yield f"  {move_text(move, lang)}"
    for account in planned.accounts:
        yield "  " + account_line(account, lang)
    for text in new_accounts(planned.new, lang):
        yield f"  {text}"
    for lift in planned.practices:
        yield "  " + lift_line(lift, lang)
    for need in planned.expert:
        yield "  " + _pick(EXPERT[need.demand], lang)


def account_line(account: AccountPlan, lang: Lang) -> str:
    """``华东电力 无→中级：争取关键决策人 财务部李总``"""
    steps = (f"{move_text(m, lang)} {move_person(m, lang)}".strip() for m in account.moves)
    effect = effect_text(account.now, account.then, account.undecided, lang)
    colon, stop = ("：", "；") if lang == "zh" else (": ", "; ")
    return f"{account.verdict.account.account} {effect}{colon}{stop.join(steps)}"


def lift_line(lift: DimensionLift, lang: Lang) -> str:
    """``术 0 → 1，还差 7 分：孵化 0→1、验证 0→1``"""
    practices = join((f"{p.stage.label(lang)} {p.now}→{p.to}" for p in lift.practices), lang)
    label = lift.dimension.label(lang)
    if lang == "zh":
        return f"{label} {lift.now} → {lift.to}，还差 {lift.steps} 分：{practices}"
    return f"{label} {lift.now} → {lift.to}, {lift.steps} point(s) short: {practices}"


def explain_week(actions: tuple[Action, ...], card: SellerCard, lang: Lang) -> Iterator[str]:
    """This week's actions, numbered; nothing where there are none."""
    if not actions:
        return
    yield f"本周先做这 {min(A_WEEK, len(actions))} 件：" if lang == "zh" else "This week:"
    for number, action in enumerate(actions[:A_WEEK], start=1):
        yield f"  {number}. {action_line(action, card, lang)}"
