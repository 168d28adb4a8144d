"""Progress in words: who rose, who fell and why; what other rules would change; zh beside en."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.policy_effect import SellerEffect
from kasales_xl.core.exact import percent
from kasales_xl.core.history.fact_changes import FactChange, FactKind
from kasales_xl.core.history.past import Past
from kasales_xl.core.history.progress import (
    AccountChange,
    Cause,
    GradeChange,
    PolicySwitch,
    Progress,
    Stage,
)
from kasales_xl.core.names import person
from kasales_xl.core.terms import Dimension, Term, Tier, YesNoUnknown
from kasales_xl.core.text import CLAUSES, NOTHING, Text, join, same
from kasales_xl.core.verdicts.levels import SLOT_TIERS, Counts
from kasales_xl.text.verdicts.policy import change_line
from kasales_xl.text.verdicts.verdicts import indent

CAUSES: dict[Cause, Text] = {
    Cause.PROGRAM: Text("程序换了版本", "A new version of the program"),
    Cause.POLICY: Text(
        "规则变了，人和客户照旧算", "The policy changed; with people and accounts as they were"
    ),
    Cause.TARGET: Text("年度目标改了，不算谁退步", "The annual target changed; nobody fell back"),
    Cause.SCOPE: Text(
        "统计范围改了（部门、关键人或客户重新划定），不算功过",
        "The scope changed (departments, decision makers or accounts redefined); no credit, no blame",
    ),
    Cause.TIME: Text("时间推移（大单变旧、商机过期）", "Time went by (big deals age, deals fall overdue)"),
    Cause.FACTS: Text("客户、人和五维的变化", "Accounts, people and grades changed"),
    Cause.UNKNOWN: Text(
        "规则和事实都可能变了，分不开，不归到谁头上",
        "Policy and facts may both have changed; nobody is credited or blamed",
    ),
}

FACTS: dict[FactKind, Text] = {
    FactKind.WON: Text("争取到{who}", "won {who}"),
    FactKind.LOST: Text("影响不了{who}了", "lost influence on {who}"),
    FactKind.RECONCILED: Text("{who}不再反对", "{who} no longer opposed"),
    FactKind.OPPOSED: Text("{who}转为反对", "{who} now opposed"),
    FactKind.FOUND_DM: Text("认定{who}是关键决策人", "{who} is now a key decision maker"),
    FactKind.NO_DM: Text("{who}不再是关键决策人", "{who} is no key decision maker any more"),
    FactKind.JOINED: Text("新增{who}", "{who} is new"),
    FactKind.LEFT: Text("{who}不在名单上了", "{who} is gone from the book"),
    FactKind.MOVED: Text("{who}从{was}调到{now}", "{who} moved from {was} to {now}"),
    FactKind.DEPARTMENTS: Text("关键部门由{was}改为{now}", "key departments {was} → {now}"),
    FactKind.POTENTIAL: Text("12个月潜力 {was} → {now}", "potential {was} → {now}"),
    FactKind.DEALS: Text("商机有变化", "its deals changed"),
    FactKind.SUSTAINABLE: Text(
        "经理改了「能否持续」：{was} → {now}", "sustainable, by the manager: {was} → {now}"
    ),
    FactKind.CONFIRMED: Text("经理确认关系 {was} → {now}", "tier confirmed by the manager {was} → {now}"),
    FactKind.OWNER: Text("负责人由{was}改为{now}", "owner {was} → {now}"),
    FactKind.TARGET: Text("年度目标 {was} → {now}", "annual target {was} → {now}"),
}
#: Answers that a change holds as codes.
_CODED: dict[FactKind, dict[str, Term]] = {
    FactKind.SUSTAINABLE: {answer.value: answer for answer in YesNoUnknown},
    FactKind.CONFIRMED: {tier.value: tier for tier in Tier},
}
#: Changed settings that are named; kasales policy diff names all.
_SETTINGS = 3
_BLANK = Text("空", "blank")
_CHANGES = same("{was} → {now}")

_POINT = Text("{n} 点", "{n} point")
_POINTS = Text("{n} 点", "{n} points")
_FACTS = Text("、", "; ")
_NEW = Text("新客户（{now}）", "new ({now})")
_GONE = Text("不在账簿里了", "gone from the book")
_KEY = Text("大客户 {was} → {now}", "key account {was} → {now}")
_BECAUSE = Text("{change}：{facts}", "{change}: {facts}")

_HEADLINE = Text("{level}（进度 {share}），和 {since} 比", "{level} (progress {share}) since {since}")
_UNCHANGED = Text("没有变化", "no change")
_SWITCH = Text("规则 {was} → {now}", "policy {was} → {now}")
_MORE_SETTINGS = Text("另有 {n} 项", "{n} more settings")
_SINCE_BEST = Text("和最好的时候比：{headline}", "Since the best day: {headline}")
_BEST_YET = Text("这是目前最好的一次", "The best so far")
_STAGE = Text("{cause}：{was} → {now}", "{cause}: {was} → {now}")

_SELLER = Text("{name}（{team}） {level}", "{name} ({team}) {level}")
_COUNTED = Text("{seller}；{was} → {now}", "{seller}; {was} → {now}")


def fact_text(change: FactChange) -> Text:
    """``争取到财务部李总``, ``12个月潜力 30 → 50``"""
    # somebody who moved is named without the department, which the sentence tells
    who = change.person if change.kind is FactKind.MOVED else person(change.department, change.person)
    was, now = (_CODED.get(change.kind, {}).get(side, side) or _BLANK for side in (change.was, change.now))
    return FACTS[change.kind](who=who, was=was, now=now)


def account_text(change: AccountChange) -> Text:
    """``华东电力 中级 → 强：争取到财务部李总``"""
    parts = []
    if change.was is None:
        parts.append(_NEW(now=change.now or ""))
    elif change.now is None:
        parts.append(_GONE)
    elif change.was is not change.now:
        parts.append(_CHANGES(was=change.was, now=change.now))
    if change.was and change.now and change.key_was is not change.key_now:
        parts.append(_KEY(was=change.key_was or "", now=change.key_now or ""))
    text = same("{account} {parts}")(account=change.account, parts=join(parts, CLAUSES))
    because = join(map(fact_text, change.because), _FACTS)
    return _BECAUSE(change=text, facts=because) if because else text


def counts_text(counts: Counts) -> Text:
    """``强 1 中级 3 初级 5``"""
    return join((same("{tier} {n}")(tier=tier, n=counts.of(tier)) for tier in SLOT_TIERS), same(" "))


def headline(progress: Progress) -> Text:
    """``中级 → 高级（进度 40% → 10%），比 2026-03-31``"""
    was, now = progress.level_was, progress.level_now
    level = same("{was}" if was is now else "{was} → {now}")(was=was, now=now)
    share = f"{percent(progress.progress_was)} → {percent(progress.progress_now)}"
    return _HEADLINE(level=level, share=share, since=progress.since)


def progress_lines(progress: Progress) -> Iterator[Text]:
    """The headline, then every cause with what it changed; one line where nothing did."""
    yield headline(progress)
    for stage in progress.stages:
        yield from map(indent, stage_lines(stage, progress.switch))
    if not progress.stages:
        yield indent(_UNCHANGED)


def switch_lines(switch: PolicySwitch) -> Iterator[Text]:
    """``规则 default · 648d3f3c → 2026H2 · 5f287721``, and the settings that changed, the first of them."""
    yield _SWITCH(was=switch.was, now=switch.now)
    yield from map(indent, map(change_line, switch.changes[:_SETTINGS]))
    more = len(switch.changes) - _SETTINGS
    if more > 0:
        yield indent(_MORE_SETTINGS(n=more))


def best_line(past: Past) -> Text:
    """Against the best day where that was another than the last one; blank where neither is worth a line."""
    if past.since_best is not None:
        return _SINCE_BEST(headline=headline(past.since_best))
    return _BEST_YET if past.best_yet else NOTHING


def stage_lines(stage: Stage, switch: PolicySwitch | None = None) -> Iterator[Text]:
    """One cause: the level if it moved, the rules that changed, the accounts, the grades."""
    cause = CAUSES[stage.cause]
    if stage.level_was is not stage.level_now:
        cause = _STAGE(cause=cause, was=stage.level_was, now=stage.level_now)
    yield cause
    if switch is not None and stage.cause is Cause.POLICY:
        yield from map(indent, switch_lines(switch))
    yield from map(indent, map(account_text, stage.accounts))
    for grade in stage.grades:
        yield indent(grade_text(grade))


def grade_text(change: GradeChange) -> Text:
    """``术 1 → 2，+3 点``, ``术 +1 点``"""
    name = next(d for d in Dimension if d.value == change.dimension)
    grades = _CHANGES(was=change.was, now=change.now) if change.was != change.now else NOTHING
    points = _POINTS if abs(change.points) != 1 else _POINT
    parts = (grades, points(n=f"{change.points:+d}") if change.points else NOTHING)
    return same("{name} {parts}")(name=name, parts=join(filter(None, parts), CLAUSES))


def effect_line(effect: SellerEffect) -> Text:
    """One seller under another policy: ``张三（华东）高级 → 中级；强 1 中级 3 初级 5 → …``"""
    was, now = effect.was, effect.now
    level = same("{was}" if was is now else "{was} → {now}")(was=was, now=now)
    seller = _SELLER(name=effect.name, team=effect.team, level=level)
    if effect.counts_was == effect.counts_now:
        return seller
    return _COUNTED(seller=seller, was=counts_text(effect.counts_was), now=counts_text(effect.counts_now))
