"""The indicators of the five dimensions in words: values, red flags, paths, focus, questions."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.card.success import SuccessLine
from kasales_xl.core.dimensions.agreement import DimensionLine
from kasales_xl.core.dimensions.ecm import Pillar
from kasales_xl.core.dimensions.esp import AccountGrowth
from kasales_xl.core.dimensions.evidence.people_graph import Hop, Tie, WarmPath
from kasales_xl.core.dimensions.evidence.requests import RequestFacts
from kasales_xl.core.dimensions.evidence.rhythm import Quadrant
from kasales_xl.core.dimensions.evidence.winrate import WinRate
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.moves.coaching import Question
from kasales_xl.core.names import person
from kasales_xl.core.reasons import Reason
from kasales_xl.core.terms import DealStage, Lang, Party
from kasales_xl.core.verdicts.focus import Focus
from kasales_xl.text.verdicts.verdicts import join, plain

#: How many people or deals a sentence names before it says "and n more".
MOST_NAMES = 3
#: Conditions that name people; the others name deals, accounts and dimensions.
OF_PEOPLE = frozenset({"pillars", "relations-stale"})

FLAGS: dict[str, tuple[str, str]] = {
    "stage-without-dm": (
        "已到{stage}阶段，却没有一位能影响的关键决策人",
        "at {stage} without one decision maker you can influence",
    ),
    "need-not-real": ("需求不属实，却还在{stage}阶段", "the need is not real, yet the deal is at {stage}"),
    "cannot-win": ("自己说赢不了，却还在{stage}阶段", "marked as not winnable, yet the deal is at {stage}"),
    "no-dm-met": ("还没见过关键决策人{names}", "no key decision maker met{names}"),
    "dm-opposed": ("关键决策人反对：{people}", "opposed decision maker: {people}"),
    "not-qualified": (
        "已到{stage}阶段，需求是否属实、能不能赢还没说清",
        "at {stage}, but whether it is real and can be won is not answered",
    ),
    "single-threaded": ("全靠一个人", "everything hangs on one person"),
    "stage-long": ("阶段停留 {have} 天", "{have} days in one stage"),
    "stage-slow": ("阶段停留 {have} 天，平时是 {need} 天", "{have} days in this stage, usually {need}"),
    "no-close-date": ("没填预计成交", "no expected close"),
    "close-overdue": ("过了预计成交日 {have} 天", "{have} days past the expected close"),
    "no-amount": ("没填金额", "no amount"),
    "support-late": ("支持过期未批：{parties}", "support overdue: {parties}"),
}

NOTES: dict[str, tuple[str, str]] = {
    "focus-no-track": ("履历里没填赛道，看不出专注了多久", "no track on the career sheet: nothing to say"),
    "focus-no-industry": (
        "履历里没填行业，看不出专注了多久",
        "no industry on the career sheet: nothing to say",
    ),
    "focus-track-kept": ("赛道{name}做了 {years} 年，没换过", "{years} years on {name}, never changed track"),
    "focus-industry-kept": (
        "行业{name}做了 {years} 年，没换过",
        "{years} years in {name}, never changed industry",
    ),
    "focus-track-switched": (
        "现在的赛道{name}做了 {years} 年，换过 {times} 次；公司可以换，赛道最好不换",
        "{years} years on {name}, {times} change(s); the company may change, better not the track",
    ),
    "focus-industry-switched": (
        "现在的行业{name}做了 {years} 年，换过 {times} 次；公司可以换，行业最好不换",
        "{years} years in {name}, {times} change(s); the company may change, better not the industry",
    ),
    "focus-track-differs": (
        "「我的信息」写的赛道是{name}，履历最近一行是{other}",
        "the profile says track {name}, the latest career row {other}",
    ),
    "focus-industry-differs": (
        "「我的信息」写的行业是{name}，履历最近一行是{other}",
        "the profile says industry {name}, the latest career row {other}",
    ),
}

SUCCESS: dict[str, tuple[str, str]] = {
    "attainment": ("目标完成率", "Attainment"),
    "repeat": ("持续出大单的客户", "Accounts with repeat big deals"),
    "growth": ("关系升级的客户", "Accounts whose tier rose"),
    "reference": ("可做样板的客户", "Referenceable accounts"),
}


def _of(pair: tuple[str, str], lang: Lang) -> str:
    return pair[lang == "en"]


def flag(reason: Reason, lang: Lang) -> str:
    """A red flag as half a sentence: ``还没见过关键决策人``, ``阶段停留 90 天``."""
    names, code = reason.names, reason.code
    stage = _STAGES[names[0]].label(lang) if code in _STAGED else ""
    parties = join((_PARTIES[name].label(lang) for name in names), lang) if code == "support-late" else ""
    people = join(names, lang)
    return _of(FLAGS[code], lang).format(
        stage=stage,
        parties=parties,
        people=people,
        names=(f"（{people}）" if lang == "zh" else f" ({people})") if people else "",
        have=plain(reason.have),
        need=plain(reason.need),
    )


_STAGES = {stage.value: stage for stage in DealStage}
_PARTIES = {party.value: party for party in Party}
_STAGED = frozenset({"stage-without-dm", "need-not-real", "cannot-win", "not-qualified"})


def flags(reasons: Iterable[Reason], lang: Lang) -> str:
    return ("；" if lang == "zh" else "; ").join(flag(reason, lang) for reason in reasons)


def percent(share: float) -> str:
    """Whole percent: ``62%``."""
    return f"{share:.0%}"


def win_rate_text(rate: WinRate, lang: Lang) -> str:
    """``13 个赢了 8 个，62%（36%–82%）``; no percentage of few deals; 数据不足 of none."""
    if rate.low is None or rate.high is None:
        return Status.NOTHING.label(lang)
    told = f"{rate.n} 个赢了 {rate.k} 个" if lang == "zh" else f"{rate.k} of {rate.n} won"
    span = f"{percent(rate.low)}–{percent(rate.high)}"
    if rate.rate is None:
        return f"{told}（可能在 {span} 之间）" if lang == "zh" else f"{told} (could be {span})"
    return (
        f"{told}，{percent(rate.rate)}（{span}）"
        if lang == "zh"
        else f"{told}, {percent(rate.rate)} ({span})"
    )


def unbacked_text(line: DimensionLine, lang: Lang) -> str:
    """Where grade and record disagree (G2); blank where they don't."""
    if not line.unbacked:
        return ""
    if lang == "zh":
        return f"{line.dimension.zh}评了 {line.grade.grade} 分，数据里却没有记录"
    return f"{line.dimension.en} is graded {line.grade.grade}, yet nothing is recorded"


def growth_text(growth: AccountGrowth, lang: Lang) -> str:
    """``质升量降：每年 1 个（前一段 2 个），平均 500（前一段 300）``"""
    quadrant, now, then = growth.trend.quadrant, growth.trend.recent, growth.trend.before
    if quadrant is Quadrant.UNDECIDED:
        return quadrant.label(lang)
    average = [plain(part.average) if part.average is not None else "–" for part in (now, then)]
    count = [plain(part.a_year) for part in (now, then)]
    if lang == "zh":
        often = f"每年 {count[0]} 个（前一段 {count[1]} 个）"
        return f"{quadrant.zh}：{often}，平均 {average[0]}（前一段 {average[1]}）"
    return f"{quadrant.en}: {count[0]} a year (before {count[1]}), average {average[0]} (before {average[1]})"


_US = ("我", "me")


def path_text(path: WarmPath, lang: Lang) -> str:
    """``我 → 王工（我方同事） → 李总（由前一位引荐）``: each person with how the one before gets there."""
    return " → ".join([_of(_US, lang), *(_hop(hop, lang) for hop in path.hops)])


def _hop(hop: Hop, lang: Lang) -> str:
    tie = _of(_TIES[hop.tie], lang)
    return f"{hop.name}（{tie}）" if lang == "zh" else f"{hop.name} ({tie})"


#: Said of the person at the end of the hop.
_TIES: dict[Tie, tuple[str, str]] = {
    Tie.INFLUENCED: ("我能影响", "I can influence"),
    Tie.COLLEAGUE: ("我方同事", "our colleague"),
    Tie.INFLUENCES: ("受前一位影响", "influenced by the one before"),
    Tie.INTRODUCES: ("由前一位引荐", "introduced by the one before"),
    Tie.SUPERIOR: ("前一位的上级", "superior of the one before"),
    Tie.SUBORDINATE: ("前一位的下属", "reports to the one before"),
}


def pillar_text(pillar: Pillar, lang: Lang) -> str:
    """What the account's tier falls to when this person leaves."""
    name = person(pillar.contact.department, pillar.contact.name)
    if lang == "zh":
        return f"{name}一走，{pillar.account}就从{pillar.tier.zh}掉到{pillar.after.zh}"
    return f"if {name} leaves, {pillar.account} falls from {pillar.tier.en} to {pillar.after.en}"


def waiting_text(facts: RequestFacts, lang: Lang) -> str:
    """``方案线，已等 12 天，过期 3 天``"""
    parts = [facts.request.party.label(lang)]
    if facts.age is not None:
        parts.append(f"已等 {facts.age} 天" if lang == "zh" else f"waiting {facts.age} days")
    if facts.late is not None and facts.late > 0:
        parts.append(f"过期 {facts.late} 天" if lang == "zh" else f"{facts.late} days late")
    elif facts.late is not None:
        parts.append(f"还剩 {-facts.late} 天" if lang == "zh" else f"{-facts.late} days left")
    return ("，" if lang == "zh" else ", ").join(parts)


def focus_notes(found: Focus, lang: Lang) -> tuple[str, ...]:
    """P5 in plain words, track first."""
    return tuple(
        _of(NOTES[note.code], lang).format(
            name=note.names[0] if note.names else "",
            other=note.names[1] if len(note.names) > 1 else "",
            years=plain(note.have),
            times=plain(note.need),
        )
        for note in found.notes
    )


def question_text(question: Question, lang: Lang) -> str:
    """A coach's question with at most three names in it."""
    shown, hidden = question.names[:MOST_NAMES], len(question.names) - MOST_NAMES
    names = join(shown, lang)
    if hidden > 0:
        zh = f"等 {len(question.names)} {'人' if question.rule.when in OF_PEOPLE else '个'}"
        names += zh if lang == "zh" else f" and {hidden} more"
    sentence = question.rule.zh if lang == "zh" else question.rule.en
    return sentence.format(names=names, have=plain(round(question.have, 1)), more=max(0, hidden))


def success_text(line: SuccessLine, lang: Lang) -> str:
    """``目标完成率：85%，要求 100%``"""
    name = _of(SUCCESS[line.code], lang)
    if line.value is None:
        return f"{name}：数据不足" if lang == "zh" else f"{name}: not enough data"
    show = percent if line.code == "attainment" else plain
    if lang == "zh":
        return f"{name}：{show(line.value)}，要求{show(line.wanted)}"
    return f"{name}: {show(line.value)}, wanted {show(line.wanted)}"
