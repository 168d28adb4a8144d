"""The indicators of the five dimensions in words: values, risks, paths, focus, questions."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.card.success import SuccessLine
from kasales_xl.core.dimensions.agreement import DimensionLine
from kasales_xl.core.dimensions.evidence.people_graph import Tie, WarmPath
from kasales_xl.core.dimensions.evidence.requests import RequestFacts
from kasales_xl.core.dimensions.evidence.winrate import WinRate
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.exact import percent
from kasales_xl.core.moves.coaching import Question
from kasales_xl.core.reasons import Reason
from kasales_xl.core.terms import DealStage, Party
from kasales_xl.core.text import CLAUSES, HALVES, NOTHING, Text, join, same
from kasales_xl.core.verdicts.focus import Focus
from kasales_xl.text.verdicts.elements import subject
from kasales_xl.text.verdicts.verdicts import plain

#: How many people or deals a sentence names before it says "and n more".
MOST_NAMES = 3
#: Conditions that name people; the others name deals, accounts and dimensions.
OF_PEOPLE = frozenset({"pillars", "relations-stale"})
#: Conditions that measure a share; the others count.
OF_SHARES = frozenset({"coverage-short", "one-account-carries", "elements-unrecorded"})

FLAGS: dict[str, Text] = {
    "stage-without-dm": Text(
        "已到{stage}阶段，却没有一位能影响的关键决策人",
        "at {stage} without one decision maker you can influence",
    ),
    "against-law": Text(
        "逆着规律：{what} {need} 个只赢了 {have} 个",
        "against a pattern that holds: {what}, {have} of {need} won",
    ),
    "need-not-real": Text(
        "需求不属实，却还在{stage}阶段", "the need is not real, yet the deal is at {stage}"
    ),
    "cannot-win": Text(
        "自己说赢不了，却还在{stage}阶段", "marked as not winnable, yet the deal is at {stage}"
    ),
    "no-dm-met": Text("还没见过关键决策人{names}", "no key decision maker met{names}"),
    "dm-opposed": Text("关键决策人反对：{people}", "opposed decision maker: {people}"),
    "not-qualified": Text(
        "已到{stage}阶段，需求是否属实、能不能赢还没说清",
        "at {stage}, but whether it is real and can be won is not answered",
    ),
    "single-threaded": Text("全靠一个人", "everything hangs on one person"),
    "stage-long": Text("阶段停留 {have} 天", "{have} days in one stage"),
    "stage-slow": Text("阶段停留 {have} 天，平时是 {need} 天", "{have} days in this stage, usually {need}"),
    "no-close-date": Text("没填预计成交", "no expected close"),
    "close-overdue": Text("过了预计成交日 {have} 天", "{have} days past the expected close"),
    "no-amount": Text("没填金额", "no amount"),
    "support-late": Text("支持过期未批：{parties}", "support overdue: {parties}"),
}

#: What the notes on focus say, by how their codes end; ``{field}`` is a track or an industry.
_NO_FIELD = Text("履历里没填{field}，看不出专注了多久", "no {field} on the career sheet: nothing to say")
_NOTES: dict[str, Text] = {
    "kept": Text("{field}{at}做了 {years} 年，没换过", "{years} years {at}, never changed {field}"),
    "switched": Text(
        "现在的{field}{at}做了 {years} 年，换过 {times} 次；公司可以换，{field}最好不换",
        "{years} years {at}, {times} {times:change|changes}; the company may change, better not the {field}",
    ),
    "differs": Text(
        "「我的信息」写的{field}是{name}，履历最近一行是{other}",
        "the profile says {field} {name}, the latest career row {other}",
    ),
}
_TRACK, _ON_TRACK = Text("赛道", "track"), Text("{name}", "on {name}")
_INDUSTRY, _IN_INDUSTRY = Text("行业", "industry"), Text("{name}", "in {name}")

SUCCESS: dict[str, Text] = {
    "attainment": Text("目标完成率", "Attainment"),
    "repeat": Text("持续出大单的客户", "Accounts with repeat big deals"),
    "growth": Text("关系升级的客户", "Accounts whose tier rose"),
    "reference": Text("可做样板的客户", "Referenceable accounts"),
}


_STAGES = {stage.value: stage for stage in DealStage}
_PARTIES = {party.value: party for party in Party}
_STAGED = frozenset({"stage-without-dm", "need-not-real", "cannot-win", "not-qualified"})
_IN_BRACKETS = Text("（{names}）", " ({names})")

_WON_OF = Text("{n} 个赢了 {k} 个", "{k} of {n} won")
_RATE = Text("{won}，{rate}（{span}）", "{won}, {rate} ({span})")
_COULD_BE = Text("{won}（可能在 {span} 之间）", "{won} (could be {span})")
_UNBACKED = Text(
    "{name}评了 {grade} 分，数据里却没有记录", "{name} is graded {grade}, yet nothing is recorded"
)

_US = Text("我", "me")
_HOP = Text("{name}（{tie}）", "{name} ({tie})")
#: Said of the person at the end of the hop.
_TIES: dict[Tie, Text] = {
    Tie.INFLUENCED: Text("我能影响", "I can influence"),
    Tie.COLLEAGUE: Text("我方同事", "our colleague"),
    Tie.INFLUENCES: Text("受前一位影响", "influenced by the one before"),
    Tie.INTRODUCES: Text("由前一位引荐", "introduced by the one before"),
    Tie.SUPERIOR: Text("前一位的上级", "superior of the one before"),
    Tie.SUBORDINATE: Text("前一位的下属", "reports to the one before"),
}

_WAITING = Text("已等 {days} 天", "waiting {days} {days:day|days}")
_LATE = Text("过期 {days} 天", "{days} {days:day|days} late")
_LEFT = Text("还剩 {days} 天", "{days} {days:day|days} left")

_AND_MORE = Text("{names}等 {count}", "{names} and {count} more")
_SUCCESS = Text("{name}：{have}，要求{wanted}", "{name}: {have}, wanted {wanted}")
_SUCCESS_FEW = Text("{name}：数据不足", "{name}: not enough data")
_SUCCESS_BEFORE = Text("{name}：要和上次评级比，见记分卡", "{name}: see the scorecard, which compares")


def flag(reason: Reason) -> Text:
    """A red flag as half a sentence: ``还没见过关键决策人``, ``阶段停留 90 天``."""
    names, code = reason.names, reason.code
    return FLAGS[code](
        stage=_STAGES[names[0]] if code in _STAGED else "",
        parties=join(_PARTIES[name] for name in names) if code == "support-late" else "",
        people=join(names),
        names=_IN_BRACKETS(names=join(names)) if names else "",
        what=subject(names[0], names[1], {}) if code == "against-law" else "",
        have=plain(reason.have),
        need=plain(reason.need),
    )


def flags(reasons: Iterable[Reason]) -> Text:
    return join(map(flag, reasons), HALVES)


def win_rate_text(rate: WinRate) -> Text:
    """``13 个赢了 8 个，62%（36%–82%）``; no percentage of few deals; 数据不足 of none."""
    if rate.low is None or rate.high is None:
        return Text(Status.NOTHING.zh, Status.NOTHING.en)
    won, span = _WON_OF(n=rate.n, k=rate.k), f"{percent(rate.low)}–{percent(rate.high)}"
    if rate.rate is None:
        return _COULD_BE(won=won, span=span)
    return _RATE(won=won, rate=percent(rate.rate), span=span)


def unbacked_text(line: DimensionLine) -> Text:
    """Where grade and record disagree (G2); blank where they don't."""
    return _UNBACKED(name=line.dimension, grade=line.grade.grade) if line.unbacked else NOTHING


def path_text(path: WarmPath) -> Text:
    """``我 → 王工（我方同事） → 李总（由前一位引荐）``: each person with how the one before gets there."""
    hops = (_HOP(name=hop.name, tie=_TIES[hop.tie]) for hop in path.hops)
    return join([_US, *hops], same(" → "))


def waiting_text(facts: RequestFacts) -> Text:
    """``方案线，已等 12 天，过期 3 天``"""
    parts: list[object] = [facts.request.party]
    if facts.age is not None:
        parts.append(_WAITING(days=facts.age))
    if facts.late is not None:
        parts.append(_LATE(days=facts.late) if facts.late > 0 else _LEFT(days=-facts.late))
    return join(parts, CLAUSES)


def focus_notes(focus: Focus, kind: str = "") -> tuple[Text, ...]:
    """P5 in plain words, track first. kind: ``track`` or ``industry``, both if blank."""
    return tuple(_focus_note(note) for note in focus.notes if f"-{kind}" in note.code)


def _focus_note(note: Reason) -> Text:
    field, at = (_TRACK, _ON_TRACK) if "-track" in note.code else (_INDUSTRY, _IN_INDUSTRY)
    name, other = (*note.names, "", "")[:2]
    sentence = _NOTES.get(note.code.rpartition("-")[2], _NO_FIELD)
    return sentence(
        field=field, at=at(name=name), name=name, other=other, years=plain(note.have), times=plain(note.need)
    )


def question_text(question: Question) -> Text:
    """A coach's question with at most three names in it."""
    whole, hidden = len(question.names), max(0, len(question.names) - MOST_NAMES)
    names = join(question.names[:MOST_NAMES])
    if hidden:
        count = Text(f"{whole} {'人' if question.rule.when in OF_PEOPLE else '个'}", str(hidden))
        names = _AND_MORE(names=names, count=count)
    sentence = Text(question.rule.zh, question.rule.en)
    have = percent(question.have) if question.rule.when in OF_SHARES else plain(question.have)
    return sentence(names=names, have=have, more=hidden)


def success_text(line: SuccessLine) -> Text:
    """``目标完成率：85%，要求 100%``"""
    name = SUCCESS[line.code]
    if line.value is None:
        return (_SUCCESS_BEFORE if line.code == "growth" else _SUCCESS_FEW)(name=name)
    show = percent if line.code == "attainment" else plain
    return _SUCCESS(name=name, have=show(line.value), wanted=show(line.wanted))
