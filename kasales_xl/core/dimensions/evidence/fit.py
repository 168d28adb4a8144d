"""How well an open deal goes with what won before, and whose past deals say so (PBM, F)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kasales_xl.core.dimensions.evidence.patterns import Law, Pool, PoolLevel
from kasales_xl.core.dimensions.evidence.statistics import shrunk
from kasales_xl.core.policy import Policy


class Part(NamedTuple):
    """One recorded element of the open deal: k of the n closed deals that share its value were won;
    ``rate`` is shrunk to the mean; ``law``: this part may be said as a rule."""

    element: str
    value: str
    k: int
    n: int
    rate: float
    law: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """``rate`` 0–1: mean of the parts' rates, to be set against ``mean`` μ; ``level`` and ``pool`` say
    which past deals spoke, ``n`` how many of them stand behind the best-known part."""

    level: PoolLevel
    pool: str
    rate: float
    mean: float
    n: int
    parts: tuple[Part, ...]

    @property
    def lawful(self) -> bool:
        """Does a law stand behind any part? Otherwise the rate is a record that could be chance: on
        public data such rates tell no better than the mean does (``benchmarks/pbm_calibration.py``)."""
        return any(part.law for part in self.parts)


def fit(
    elements: Mapping[str, str],
    pools: Iterable[Pool],
    means: Mapping[PoolLevel, float],
    policy: Policy,
    known_laws: frozenset[Law] = frozenset(),
) -> Fit | None:
    """elements: of the open deal; pools: narrow to wide; means: μ by level; known_laws: what may be
    said as a rule. The first pool in which at least one element has ``law_min_deals`` cases speaks, the
    wider ones stay silent. None: 数据不足."""
    for group in pools:
        mean = means.get(group.level)
        if mean is None or group.all.n < policy.law_min_deals:
            continue
        parts = []
        for element, value in elements.items():
            seen = group.of_pair.get((element, value))
            if seen is not None and seen.n >= policy.law_min_deals:
                rate = shrunk(seen.k, seen.n, mean, policy.pattern_prior)
                law = Law(group.level, group.name, (element, value)) in known_laws
                parts.append(Part(element=element, value=value, k=seen.k, n=seen.n, rate=rate, law=law))
        if parts:
            rate = sum([part.rate for part in parts]) / len(parts)
            n = max(part.n for part in parts)
            return Fit(level=group.level, pool=group.name, rate=rate, mean=mean, n=n, parts=tuple(parts))
    return None
