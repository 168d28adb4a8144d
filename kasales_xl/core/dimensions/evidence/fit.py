"""How an open deal goes with what won before: with a law, against one, or nobody knows (PBM, F)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.patterns import Law, Laws
from kasales_xl.core.dimensions.evidence.pools import Pool, PoolLevel, Question
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import Term


class Side(Term):
    """Of the laws. A deal that goes with one and against another goes against: that is what to look at."""

    WITH = "with", "顺着规律", "with a pattern that holds"
    AGAINST = "against", "逆着规律", "against a pattern that holds"
    UNKNOWN = "unknown", "说不准", "nothing certain"


class Part(NamedTuple):
    """One recorded element of the open deal: k of the n closed deals that share its value were won.
    ``question``: how that compares within accounts, None where no account can tell."""

    element: str
    value: str
    k: int
    n: int
    question: Question | None


class Applied(NamedTuple):
    """A law that speaks of the deal."""

    law: Law
    question: Question


@dataclass(frozen=True, slots=True)
class Fit:
    """``level`` and ``pool`` say which past deals spoke: those of the narrowest law that decides ``side``,
    where none does the narrowest that are comparable; ``parts`` what is recorded there, ``n`` how many
    deals stand behind the best-known part; ``laws`` all that speak of the deal."""

    side: Side
    level: PoolLevel
    pool: str
    n: int
    parts: tuple[Part, ...]
    laws: tuple[Applied, ...]

    @property
    def decisive(self) -> tuple[Applied, ...]:
        """The laws on the deal's side."""
        raises = self.side is Side.WITH
        return () if self.side is Side.UNKNOWN else tuple(a for a in self.laws if a.question.raises is raises)

    def promising(self, least: int) -> bool:
        """Does a part win more than its accounts usually do, over ``least`` deals that tell? A pattern,
        and no law yet."""
        questions = (part.question for part in self.parts)
        return any(q.raises and q.n >= least for q in questions if q is not None)


def fit(elements: Mapping[str, str], pools: Iterable[Pool], policy: Policy, known_laws: Laws) -> Fit | None:
    """elements: of the open deal; pools: those it belongs to, narrow to wide. None: 数据不足, neither a law
    nor ``law_min_deals`` comparable deals anywhere."""
    groups = tuple(pools)
    pairs = tuple(elements.items())
    laws: dict[object, Applied] = {}
    for group in groups:
        for pair in pairs:
            law = Law(group.level, group.name, pair)
            if law in known_laws:
                laws.setdefault((pair, known_laws[law].side), Applied(law, known_laws[law]))
    spoken = tuple(laws.values())
    if spoken:
        losing = [one for one in spoken if not one.question.raises]
        side = Side.AGAINST if losing else Side.WITH
        speaking = (losing or spoken)[0].law
        group = next(g for g in groups if (g.level, g.name) == (speaking.level, speaking.pool))
        return _fit(side, group, pairs, spoken, policy)
    for group in groups:
        told = _fit(Side.UNKNOWN, group, pairs, (), policy)
        if told.parts:
            return told
    return None


def _fit(
    side: Side, group: Pool, pairs: Iterable[tuple[str, str]], spoken: tuple[Applied, ...], policy: Policy
) -> Fit:
    parts = tuple(
        Part(*pair, *seen, group.question(pair))
        for pair in pairs
        if (seen := group.of_pair.get(pair)) is not None and seen.n >= policy.law_min_deals
    )
    n = max((part.n for part in parts), default=0)
    return Fit(side=side, level=group.level, pool=group.name, n=n, parts=parts, laws=spoken)
