"""Win patterns in words: laws, what is only recorded, and how an open deal goes with them."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.deal_elements import CODED, DealElement
from kasales_xl.core.dimensions.evidence.fit import Fit
from kasales_xl.core.dimensions.evidence.patterns import Pattern, PoolLevel
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.terms import Lang
from kasales_xl.text.verdicts.dimensions import percent

_PHRASES: dict[str, tuple[str, str]] = {
    "budget_month": ("预算在{value}的项目", "projects budgeted in {value}"),
    "procurement": ("{value}的项目", "projects by {value}"),
    "deciding_department": ("{value}说了算的项目", "projects decided by {value}"),
    "key_criterion": ("最看重{value}的项目", "projects decided on {value}"),
    "competitor": ("遇到{value}的项目", "projects against {value}"),
    "cycle": ("{value}的项目", "projects with a {value} cycle"),
}
_INCUMBENT = {
    "yes": ("我方在位的项目", "projects where we are incumbent"),
    "no": ("我方不在位的项目", "projects where we are not incumbent"),
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


def element_name(element: str, lang: Lang) -> str:
    """``预算月份``; an element that is not of the book is shown as it is called."""
    return _ELEMENTS[element].label(lang) if element in _ELEMENTS else element


def value_name(element: str, value: str, spelt: dict[str, str], lang: Lang) -> str:
    """A value for the eye: ``公开招标``, ``3月``, a name as people write it.
    spelt: spelling by comparable name (``Pbm.spelt``)."""
    if element in CODED:
        return CODED[element][value].label(lang)
    if element == DealElement.BUDGET_MONTH.value:
        return f"{int(value)}月" if lang == "zh" else _MONTHS[int(value) - 1]
    return spelt.get(value, value)


def subject(element: str, value: str, spelt: dict[str, str], lang: Lang) -> str:
    """``预算在3月的项目``"""
    if element == DealElement.INCUMBENT.value:
        return _INCUMBENT[value][lang == "en"]
    name = value_name(element, value, spelt, lang)
    if element not in _PHRASES:
        return f"{element} = {name}"
    return _PHRASES[element][lang == "en"].format(value=name)


def law_text(pattern: Pattern, spelt: dict[str, str], lang: Lang) -> str:
    """``预算在3月的项目：4 个赢了 3 个，其余 6 个赢了 1 个``: beside all others of the pool."""
    what = subject(pattern.element, pattern.value, spelt, lang)
    others, won = pattern.base.n - pattern.n, pattern.base.k - pattern.k
    if lang == "zh":
        rest = f"，其余 {others} 个赢了 {won} 个" if others else ""
        return f"{what}：{pattern.n} 个赢了 {pattern.k} 个{rest}"
    rest = f"; {won} of the other {others}" if others else ""
    return f"{what}: {pattern.k} of {pattern.n} won{rest}"


def standing_text(pattern: Pattern, lang: Lang) -> str:
    """May it be said as a rule? ``规律`` or ``只是记录，还不能算规律``."""
    if pattern.law:
        return "规律" if lang == "zh" else "a pattern that holds"
    return "只是记录，还不能算规律" if lang == "zh" else "recorded only; could be chance"


_VOICES: dict[PoolLevel, tuple[str, str]] = {
    PoolLevel.ACCOUNT: ("这家客户过去的项目", "this account's past projects"),
    PoolLevel.INDUSTRY: ("同行业过去的项目", "past projects in the industry"),
    PoolLevel.SELLER: ("本人过去的项目", "your own past projects"),
    PoolLevel.TEAM: ("团队过去的项目", "the team's past projects"),
}


def fit_text(found: Fit | None, lang: Lang) -> str:
    """Whose past speaks, how many deals stand behind it, and whether a law does:
    ``看这家客户过去的项目（8 个可比）：像这样的约 62% 能赢，平时 45%；有规律``"""
    if found is None:
        return Status.FEW.label(lang)
    voice = _VOICES[found.level][lang == "en"]
    rate, mean = percent(found.rate), percent(found.mean)
    if lang == "zh":
        sure = "有规律" if found.lawful else "还不能算规律"
        return f"看{voice}（{found.n} 个可比）：像这样的约 {rate} 能赢，平时 {mean}；{sure}"
    sure = "a pattern holds" if found.lawful else "could be chance"
    return f"by {voice} ({found.n} comparable): about {rate} of such deals won, usually {mean}; {sure}"
