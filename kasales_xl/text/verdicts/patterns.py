"""Win patterns in words: laws, what is only recorded, and how an open deal goes with them."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.fit import Fit, Side
from kasales_xl.core.dimensions.evidence.patterns import Pattern
from kasales_xl.core.dimensions.evidence.pools import Pair, PoolLevel, Question
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.text import NOTHING, Text
from kasales_xl.text.verdicts.elements import subject

_LAW = Text("{what}：{n} 个赢了 {k} 个{rest}{within}", "{what}: {k} of {n} won{rest}{within}")
_REST = Text("，其余 {others} 个赢了 {won} 个", "; {won} of the other {others}")
_WITHIN = Text("（同一家客户自己比）", " (each account against itself)")
_HOLDS = Text("规律", "a pattern that holds")
_ONLY_RECORDED = Text("只是记录，还不能算规律", "recorded only; could be chance")

_VOICES: dict[PoolLevel, Text] = {
    PoolLevel.ACCOUNT: Text("这家客户过去的项目", "this account's past projects"),
    PoolLevel.INDUSTRY: Text("同行业过去的项目", "past projects in the industry"),
    PoolLevel.SELLER: Text("本人过去的项目", "your own past projects"),
    PoolLevel.TEAM: Text("团队过去的项目", "the team's past projects"),
}
_FIT = Text("{side}：看{voice}，{law}", "{side}: by {voice}, {law}")
_NO_LAW = Text(
    "说不准：{voice}有 {n} 个可比，还不能算规律",
    "nothing certain: {n} comparable among {voice}, could be chance",
)


def law_text(pattern: Pattern, spelt: dict[str, str]) -> Text:
    """``预算在3月的项目：4 个赢了 3 个，其余 6 个赢了 1 个``: a law by the deals that it was tested on,
    beside all others of the same accounts; a record by all that are counted."""
    question = pattern.within if pattern.law else None
    pair = (pattern.element, pattern.value)
    if question is not None:
        return _question_text(pair, question, pattern.level, spelt)
    others, won = pattern.base.n - pattern.n, pattern.base.k - pattern.k
    rest = _REST(others=others, won=won) if others else ""
    return _LAW(what=subject(*pair, spelt), n=pattern.n, k=pattern.k, rest=rest, within=NOTHING)


def _question_text(pair: Pair, question: Question, level: PoolLevel, spelt: dict[str, str]) -> Text:
    everything = question.all
    return _LAW(
        what=subject(*pair, spelt),
        n=question.n,
        k=question.k,
        rest=_REST(others=everything.n - question.n, won=everything.k - question.k),
        within=NOTHING if level is PoolLevel.ACCOUNT else _WITHIN,
    )


def standing_text(pattern: Pattern) -> Text:
    """May it be said as a rule? ``规律`` or ``只是记录，还不能算规律``."""
    return _HOLDS if pattern.law else _ONLY_RECORDED


def fit_text(fit: Fit | None, spelt: dict[str, str]) -> Text:
    """With a law, against one, or nothing certain, and whose past says so:
    ``逆着规律：看这家客户过去的项目，公开招标的项目：6 个赢了 0 个，其余 8 个赢了 7 个``"""
    if fit is None:
        return Text(Status.FEW.zh, Status.FEW.en)
    voice = _VOICES[fit.level]
    if fit.side is Side.UNKNOWN:
        return _NO_LAW(voice=voice, n=fit.n)
    law, question = fit.decisive[0]
    return _FIT(side=fit.side, voice=voice, law=_question_text(law.pair, question, law.level, spelt))
