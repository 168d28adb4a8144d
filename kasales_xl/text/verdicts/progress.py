"""Progress in words: who rose, who fell and why; what other rules would change; zh beside en."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.policy_effect import SellerEffect
from kasales_xl.core.history.fact_changes import FactChange, FactKind
from kasales_xl.core.history.past import Past
from kasales_xl.core.history.progress import AccountChange, Cause, PolicySwitch, Progress, Stage
from kasales_xl.core.names import person
from kasales_xl.core.terms import Dimension, KeyAccount, Lang
from kasales_xl.core.verdicts.levels import SLOT_TIERS, Counts
from kasales_xl.text.verdicts.policy import change_line

CAUSES: dict[Cause, tuple[str, str]] = {
    Cause.PROGRAM: ("程序换了版本", "a new version of the program"),
    Cause.POLICY: ("规则变了，人和客户照旧算", "the policy changed; with people and accounts as they were"),
    Cause.TIME: ("日子过去了（大单变旧、商机过期）", "time went by (big deals age, deals fall overdue)"),
    Cause.FACTS: ("客户、人和五维的变化", "accounts, people and grades changed"),
    Cause.UNKNOWN: (
        "规则和事实都可能变了，分不开，不归到谁头上",
        "policy and facts may both have changed; nobody is credited or blamed",
    ),
}

FACTS: dict[FactKind, tuple[str, str]] = {
    FactKind.WON: ("争取到{who}", "won {who}"),
    FactKind.LOST: ("影响不了{who}了", "lost influence on {who}"),
    FactKind.RECONCILED: ("{who}不再反对", "{who} no longer opposed"),
    FactKind.OPPOSED: ("{who}转为反对", "{who} now opposed"),
    FactKind.FOUND_DM: ("认定{who}是关键决策人", "{who} is now a key decision maker"),
    FactKind.NO_DM: ("{who}不再是关键决策人", "{who} is no key decision maker any more"),
    FactKind.JOINED: ("新增{who}", "{who} is new"),
    FactKind.LEFT: ("{who}不在名单上了", "{who} is gone from the book"),
    FactKind.MOVED: ("{who}从{was}调到{now}", "{who} moved from {was} to {now}"),
    FactKind.DEPARTMENTS: ("关键部门由{was}改为{now}", "key departments {was} → {now}"),
    FactKind.POTENTIAL: ("12个月潜力 {was} → {now}", "potential {was} → {now}"),
    FactKind.DEALS: ("商机有变化", "its deals changed"),
    FactKind.OWNER: ("负责人由{was}改为{now}", "owner {was} → {now}"),
    FactKind.TARGET: ("年度目标 {was} → {now}", "annual target {was} → {now}"),
}
_NOTHING = ("空", "blank")
#: Changed settings that are named; kasales policy diff names all.
_SETTINGS = 3


def _pick(pair: tuple[str, str], lang: Lang) -> str:
    return pair[0] if lang == "zh" else pair[1]


def fact_text(change: FactChange, lang: Lang) -> str:
    """``争取到财务部李总``, ``12个月潜力 30 → 50``"""
    # somebody who moved is named without the department, which the sentence tells
    who = change.person if change.kind is FactKind.MOVED else person(change.department, change.person)
    blank = _pick(_NOTHING, lang)
    return _pick(FACTS[change.kind], lang).format(who=who, was=change.was or blank, now=change.now or blank)


def account_text(change: AccountChange, lang: Lang) -> str:
    """``华东电力 中级 → 强：争取到财务部李总``"""
    parts = []
    if change.was is None:
        now = change.now.label(lang) if change.now else ""
        parts.append(f"新客户（{now}）" if lang == "zh" else f"new ({now})")
    elif change.now is None:
        parts.append("不在账簿里了" if lang == "zh" else "gone from the book")
    elif change.was is not change.now:
        parts.append(f"{change.was.label(lang)} → {change.now.label(lang)}")
    if change.was and change.now and change.key_was is not change.key_now:
        parts.append(_key(change.key_was, change.key_now, lang))
    comma, colon, stop = ("，", "：", "、") if lang == "zh" else (", ", ": ", "; ")
    because = stop.join(fact_text(fact, lang) for fact in change.because)
    return f"{change.account} {comma.join(parts)}" + (f"{colon}{because}" if because else "")


def _key(was: KeyAccount | None, now: KeyAccount | None, lang: Lang) -> str:
    before, after = (key.label(lang) if key else "" for key in (was, now))
    return f"大客户 {before} → {after}" if lang == "zh" else f"key account {before} → {after}"


def counts_text(counts: Counts, lang: Lang) -> str:
    """``强 1 中级 3 初级 5``"""
    return " ".join(f"{tier.label(lang)} {counts.of(tier)}" for tier in SLOT_TIERS)


def headline(progress: Progress, lang: Lang) -> str:
    """``中级 → 高级（进度 40% → 10%），比 2026-03-31``"""
    was, now = progress.level_was.label(lang), progress.level_now.label(lang)
    level = was if was == now else f"{was} → {now}"
    share = f"{progress.progress_was:.0%} → {progress.progress_now:.0%}"
    if lang == "zh":
        return f"{level}（进度 {share}），和 {progress.since} 比"
    return f"{level} (progress {share}) since {progress.since}"


def progress_lines(progress: Progress, lang: Lang) -> Iterator[str]:
    """The headline, then every cause with what it changed; one line where nothing did."""
    yield headline(progress, lang)
    for stage in progress.stages:
        yield from ("  " + line for line in stage_lines(stage, lang, progress.switch))
    if not progress.stages:
        yield "  " + ("没有变化" if lang == "zh" else "no change")


def switch_lines(switch: PolicySwitch, lang: Lang) -> Iterator[str]:
    """``规则 default · 648d3f3c → 2026H2 · 5f287721``, and the settings that changed, the first of them."""
    yield f"{'规则' if lang == 'zh' else 'policy'} {switch.was} → {switch.now}"
    for change in switch.changes[:_SETTINGS]:
        yield "  " + change_line(change, lang)
    more = len(switch.changes) - _SETTINGS
    if more > 0:
        yield f"  另有 {more} 项" if lang == "zh" else f"  {more} more settings"


def best_line(past: Past, lang: Lang) -> str:
    """Against the best day where that was another than the last one; blank where neither is worth a line."""
    if past.since_best is not None:
        text = headline(past.since_best, lang)
        return f"和最好的时候比：{text}" if lang == "zh" else f"Since the best day: {text}"
    if past.best_yet:
        return "这是目前最好的一次" if lang == "zh" else "The best so far"
    return ""


def stage_lines(stage: Stage, lang: Lang, switch: PolicySwitch | None = None) -> Iterator[str]:
    """One cause: the level if it moved, the rules that changed, the accounts, the grades."""
    colon = "：" if lang == "zh" else ": "
    level = ""
    if stage.level_was is not stage.level_now:
        level = f"{colon}{stage.level_was.label(lang)} → {stage.level_now.label(lang)}"
    yield _pick(CAUSES[stage.cause], lang) + level
    if switch is not None and stage.cause is Cause.POLICY:
        yield from ("  " + line for line in switch_lines(switch, lang))
    for account in stage.accounts:
        yield "  " + account_text(account, lang)
    for grade in stage.grades:
        label = next(d.label(lang) for d in Dimension if d.value == grade.dimension)
        yield f"  {label} {grade.was} → {grade.now}"


def effect_line(effect: SellerEffect, lang: Lang) -> str:
    """One seller under another policy: ``张三（华东）高级 → 中级；强 1 中级 3 初级 5 → …``"""
    was, now = effect.was.label(lang), effect.now.label(lang)
    level = f"{was} → {now}" if was != now else was
    name = f"{effect.name}（{effect.team}）" if lang == "zh" else f"{effect.name} ({effect.team})"
    if effect.counts_was == effect.counts_now:
        return f"{name} {level}"
    stop = "；" if lang == "zh" else "; "
    return (
        f"{name} {level}{stop}{counts_text(effect.counts_was, lang)} → {counts_text(effect.counts_now, lang)}"
    )
