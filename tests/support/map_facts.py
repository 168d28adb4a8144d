"""Facts of relationship maps, made up: any number of people, in Chinese or English, with or without superiors."""

from __future__ import annotations

from itertools import cycle
from typing import Any

from kasales_xl.core.terms import Lang
from kasales_xl.pages.relations.plain import MapOut, PersonOut

_DEPARTMENTS = {
    "zh": ("总经办", "采购部", "信息中心", "财务部", "生产部", "研发中心", "质量部", "设备处"),
    "en": (
        "Executive office",
        "Purchasing",
        "IT centre",
        "Finance",
        "Production",
        "Research",
        "Quality",
        "Plant",
    ),
}
_NAMES = {
    "zh": ("王海涛", "欧阳慧君", "李伟", "司徒明哲", "周月华"),
    "en": ("Ann Lee", "Christopher Montgomery-Smith", "Wei Zhang", "Maria Fernandez", "Tom Berg"),
}
_STANCES = ("champion", "supporter", "neutral", "opposed", "unknown")
_BACKINGS = ("evidence", "none", "claim", "none", "none", "none", "none")


def person(number: int, department: str = "采购部", **said: Any) -> PersonOut:
    row: dict[str, Any] = {
        "id": f"p{number}",
        "contact_id": f"C{number}",
        "name": f"人{number}",
        "title": "",
        "department": department,
        "role": "unknown",
        "power": "other",
        "stance": "neutral",
        "backing": "none",
        "freshness": "unknown",
        "days": None,
        "elsewhere": "",
    }
    return row | said  # type: ignore[return-value]


def department(name: str = "采购部", **said: bool) -> dict[str, Any]:
    return {"name": name, "key": False, "covered": False, "empty": False} | said


def tie(start: str, end: str, line: str, strength: int | None = None) -> dict[str, Any]:
    return {"start": start, "end": end, "line": line, "strength": strength}


def facts(*people: PersonOut, **said: Any) -> MapOut:
    row: dict[str, Any] = {
        "account_id": "A1",
        "account": "华东重工",
        "tier": "mid",
        "departments": [department(name) for name in dict.fromkeys(p["department"] for p in people)],
        "people": list(people),
        "ours": [{"id": "me", "name": "张三"}],
        "ties": [],
        "next": None,
    }
    return row | said  # type: ignore[return-value]


def way(person: str, *path: tuple[str, str]) -> dict[str, Any]:
    """path: (node, tie) of each hop."""
    hops = [{"end": end, "tie": kind, "strength": 3} for end, kind in path]
    return {"person": person, "planned": True, "path": hops}


def company(size: int, lang: Lang = "zh", *, superiors: bool = True) -> MapOut:
    """An account with so many people: one on top, a head in each department, everybody of every kind."""
    names, stances, backings = cycle(_NAMES[lang]), cycle(_STANCES), cycle(_BACKINGS)
    places = _DEPARTMENTS[lang][: max(2, min(8, size // 5))]
    people, ties = [], []
    for n in range(size):
        at = 0 if n == 0 else 1 + (n - 1) % (len(places) - 1)
        head = 0 < n < len(places)
        power = "weighs" if n == 0 else "decides" if head else "other"
        people.append(
            person(
                n + 1,
                places[at],
                name=next(names),
                title="部长" if lang == "zh" else "Head of department",
                power=power,
                stance=next(stances),
                backing=next(backings),
                freshness="stale" if n % 4 == 3 else "fresh",
                days=200 if n % 4 == 3 else 20,
            )
        )
        if n and superiors:
            ties.append(tie("p1" if head else f"p{at + 1}", f"p{n + 1}", "reports"))
    if size > 4:
        ties += [
            tie("p1", "p4", "influences", 3),
            tie("p3", "p2", "introduces", 1),
            tie("p4", "p5", "conflicts"),
            tie("c1", "p3", "introduces", 2),
        ]
    ours = [{"id": "me", "name": "张三"}, {"id": "c1", "name": "王工"}][: 1 + (size > 4)]
    following = way("p2", ("p3", "influenced"), ("p2", "introduces")) if size > 4 else None
    seats = department("战略部" if lang == "zh" else "Strategy", key=True, empty=True)
    own = [department(name, key=n > 0) for n, name in enumerate(places)]
    return facts(*people, departments=[*own, seats], ties=ties, ours=ours, next=following)
