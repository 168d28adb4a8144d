"""Win patterns in words: laws, what is only recorded, and how an open deal goes with them."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.deal_elements import CODED, DealElement
from kasales_xl.core.dimensions.evidence.fit import Fit
from kasales_xl.core.dimensions.evidence.patterns import Pattern, PoolLevel
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.text import Text, same
from kasales_xl.text.verdicts.dimensions import percent

_PHRASES: dict[str, Text] = {
    "budget_month": Text("预算在{value}的项目", "projects budgeted in {value}"),
    "procurement": Text("{value}的项目", "projects by {value}"),
    "deciding_department": Text("{value}说了算的项目", "projects decided by {value}"),
    "key_criterion": Text("最看重{value}的项目", "projects decided on {value}"),
    "competitor": Text("遇到{value}的项目", "projects against {value}"),
    "cycle": Text("{value}的项目", "projects with a {value} cycle"),
}
_INCUMBENT: dict[str, Text] = {
    "yes": Text("我方在位的项目", "projects where we are incumbent"),
    "no": Text("我方不在位的项目", "projects where we are not incumbent"),
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ELEMENTS = {element.value: element for element in DealElement}

_LAW = Text("{what}：{n} 个赢了 {k} 个{rest}", "{what}: {k} of {n} won{rest}")
_REST = Text("，其余 {others} 个赢了 {won} 个", "; {won} of the other {others}")
_HOLDS = Text("规律", "a pattern that holds")
_ONLY_RECORDED = Text("只是记录，还不能算规律", "recorded only; could be chance")

_VOICES: dict[PoolLevel, Text] = {
    PoolLevel.ACCOUNT: Text("这家客户过去的项目", "this account's past projects"),
    PoolLevel.INDUSTRY: Text("同行业过去的项目", "past projects in the industry"),
    PoolLevel.SELLER: Text("本人过去的项目", "your own past projects"),
    PoolLevel.TEAM: Text("团队过去的项目", "the team's past projects"),
}
_FIT = Text(
    "看{voice}（{n} 个可比）：像这样的约 {rate} 能赢，平时 {mean}；{sure}",
    "by {voice} ({n} comparable): about {rate} of such deals won, usually {mean}; {sure}",
)
_LAWFUL = Text("有规律", "a pattern holds")
_NO_LAW = Text("还不能算规律", "could be chance")


def element_name(element: str) -> Text:
    """``预算月份``; an element that is not of the book is shown as it is called."""
    known = _ELEMENTS.get(element)
    return Text(known.zh, known.en) if known else same(element)


def value_name(element: str, value: str, spelt: dict[str, str]) -> Text:
    """A value for the eye: ``公开招标``, ``3月``, a name as people write it.
    spelt: spelling by comparable name (``Pbm.spelt``)."""
    if element in CODED:
        coded = CODED[element][value]
        return Text(coded.zh, coded.en)
    if element == DealElement.BUDGET_MONTH.value:
        return Text(f"{int(value)}月", _MONTHS[int(value) - 1])
    return same(spelt.get(value, value))


def subject(element: str, value: str, spelt: dict[str, str]) -> Text:
    """``预算在3月的项目``"""
    if element == DealElement.INCUMBENT.value:
        return _INCUMBENT[value]
    phrase = _PHRASES.get(element, same("{element} = {value}"))
    return phrase(element=element, value=value_name(element, value, spelt))


def law_text(pattern: Pattern, spelt: dict[str, str]) -> Text:
    """``预算在3月的项目：4 个赢了 3 个，其余 6 个赢了 1 个``: beside all others of the pool."""
    others, won = pattern.base.n - pattern.n, pattern.base.k - pattern.k
    what = subject(pattern.element, pattern.value, spelt)
    rest = _REST(others=others, won=won) if others else ""
    return _LAW(what=what, n=pattern.n, k=pattern.k, rest=rest)


def standing_text(pattern: Pattern) -> Text:
    """May it be said as a rule? ``规律`` or ``只是记录，还不能算规律``."""
    return _HOLDS if pattern.law else _ONLY_RECORDED


def fit_text(fit: Fit | None) -> Text:
    """Whose past speaks, how many deals stand behind it, and whether a law does:
    ``看这家客户过去的项目（8 个可比）：像这样的约 62% 能赢，平时 45%；有规律``"""
    if fit is None:
        return Text(Status.FEW.zh, Status.FEW.en)
    return _FIT(
        voice=_VOICES[fit.level],
        n=fit.n,
        rate=percent(fit.rate),
        mean=percent(fit.mean),
        sure=_LAWFUL if fit.lawful else _NO_LAW,
    )
