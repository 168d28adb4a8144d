"""The win chance of a deal in words: what it rests on, and how well the way it is told has done."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.chance import Chance
from kasales_xl.core.dimensions.evidence.prediction import Candidate, Choice
from kasales_xl.core.exact import percent
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import DealStage
from kasales_xl.core.text import HALVES, Text, join

_ZERO = Text("自己填了{why}，按 0 算", "0: marked as “{why}”")
_PARTS = Text(
    "{stage}阶段一般 {chance}；像这样的商机约 {rate} 能赢（这家客户 {n} 个赢了 {k} 个），"
    "公司平时 {usual}{law}",
    "at {stage} usually {chance}; such deals about {rate} (this account: {k} of {n} won), "
    "usually {usual}{law}",
)
_LAWFUL = Text("，已按规律调整", ", moved by a pattern that holds")

_FEW = Text(
    "赢单把握用{by}：已结 {n} 个，满 {need} 个才比得出哪种算法更准",
    "Win chances by the {by}: {n} closed, from {need} on the ways of telling are compared",
)
_CHOSEN = Text(
    "赢单把握用{by}：拿前 {earlier} 个已结商机去说后 {later} 个，它说得最准"
    "（误差 {scores}；只按平均赢率 {base}，越小越准）",
    "Win chances by {by}: learnt from the first {earlier} closed deals it told the later {later} best (Brier "
    "{scores}; the plain share alone {base}; lower is better)",
)
_NONE = Text(
    "赢单把握用{by}：拿前 {earlier} 个已结商机去说后 {later} 个，哪种都不比平均赢率准"
    "（误差 {scores}；只按平均赢率 {base}，越小越准），就用最简单的",
    "Win chances by the {by}: learnt from the first {earlier} closed deals, none told the later {later} "
    "better than the plain share (Brier {scores}; the plain share {base}; lower is better), so the simplest",
)
_SCORE = Text("{by} {score:.3f}", "{by} {score:.3f}")


def chance_text(chance: Chance, stage: DealStage) -> Text:
    """``方案阶段一般 40%；像这样的商机约 55% 能赢（这家客户 13 个赢了 8 个），公司平时 50%``"""
    if chance.hopeless is not None:
        return _ZERO(why=chance.hopeless)
    return _PARTS(
        stage=stage,
        chance=percent(chance.stage),
        rate=percent(chance.rate),
        k=chance.k,
        n=chance.n,
        usual=percent(chance.usual),
        law=_LAWFUL if chance.lawful else "",
    )


def choice_text(choice: Choice, policy: Policy) -> Text:
    """Which way of telling is used, and why."""
    if choice.base is None:
        return _FEW(by=Candidate.RATE, n=choice.n, need=policy.chance_min_deals)
    scores = join((_SCORE(by=one, score=score) for one, score in choice.scores.items()), HALVES)
    told = _CHOSEN if choice.scores[choice.used] < choice.base else _NONE
    return told(
        by=choice.used,
        earlier=choice.n - choice.later,
        later=choice.later,
        scores=scores,
        base=f"{choice.base:.3f}",
    )
