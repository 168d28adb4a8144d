"""The elements of a project in words: what they are called, their values, and the projects that have one."""

from __future__ import annotations

from kasales_xl.core.dimensions.evidence.deal_elements import CODED, DealElement
from kasales_xl.core.text import Text, same

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
