"""Cards as pandas DataFrames, for analysts and notebooks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import Finding
from kasales_xl.core.terms import Dimension, Lang
from kasales_xl.core.text import pick
from kasales_xl.core.verdicts.requirements import Requirement
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.text.findings.sentences import fix, what

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Frames:
    """``sellers``: one row a card; ``accounts``, ``gaps``, ``findings``: one row each, with
    ``seller_id`` to join by. Codes as in ``cards.json``; amounts in the book's money unit."""

    sellers: pd.DataFrame
    accounts: pd.DataFrame
    gaps: pd.DataFrame
    findings: pd.DataFrame


Line = TypeVar("Line")
#: A column's name and what it holds of a card and of one line of it.
Columns = Mapping[str, Callable[[SellerCard, Line], object]]


def frames(cards: Iterable[SellerCard], lang: Lang = "zh") -> Frames:
    """cards: as ``score`` returns them. ``lang`` is the language of the findings' sentences."""
    kept = tuple(cards)
    return Frames(
        sellers=_frame(_SELLERS, ((card, card) for card in kept), lang),
        accounts=_frame(_ACCOUNTS, ((card, verdict) for card in kept for verdict in card.accounts), lang),
        gaps=_frame(_GAPS, ((card, need) for card in kept for need in card.gap), lang),
        findings=_frame(_FINDINGS, ((card, finding) for card in kept for finding in card.findings), lang),
    )


def _frame(columns: Columns[Line], lines: Iterable[tuple[SellerCard, Line]], lang: Lang) -> pd.DataFrame:
    import pandas as pd

    rows = [[pick(get(card, line), lang) for get in columns.values()] for card, line in lines]
    return pd.DataFrame(rows, columns=list(columns))


def _grade_of(dimension: Dimension) -> Callable[[SellerCard, SellerCard], int]:
    return lambda card, _: card.capability.grades[dimension].grade


def _points_of(dimension: Dimension) -> Callable[[SellerCard, SellerCard], int]:
    return lambda card, _: card.capability.grades[dimension].total


_SELLERS: Columns[SellerCard] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "name": lambda card, _: card.seller.name,
    "team": lambda card, _: card.seller.team,
    "on": lambda card, _: card.on,
    "level": lambda card, _: card.level.value,
    "accounts_level": lambda card, _: card.ladders.accounts_level.value,
    "capability_level": lambda card, _: card.ladders.capability_level.value,
    "blocked_by": lambda card, _: card.ladders.blocked_by,
    "progress": lambda card, _: card.progress,
    "strong": lambda card, _: card.counts.strong,
    "mid": lambda card, _: card.counts.mid,
    "junior": lambda card, _: card.counts.junior,
    **{f"grade_{dimension.value}": _grade_of(dimension) for dimension in Dimension},
    **{f"points_{dimension.value}": _points_of(dimension) for dimension in Dimension},
    "confirmed": lambda card, _: card.capability.confirmed,
    "annual_target": lambda card, _: card.seller.annual_target,
    "money_unit": lambda card, _: card.seller.money_unit.value,
    "file": lambda card, _: card.book.file,
}

_ACCOUNTS: Columns[AccountVerdict] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "account_id": lambda _, verdict: verdict.account.account_id,
    "account": lambda _, verdict: verdict.account.account,
    "key": lambda _, verdict: verdict.key.value,
    "counted": lambda _, verdict: verdict.counted,
    "tier": lambda _, verdict: verdict.tier.value,
    "score": lambda _, verdict: verdict.score.total,
    "potential_12m": lambda _, verdict: verdict.account.potential_12m,
    "key_departments": lambda _, verdict: len(verdict.facts.key_departments),
    "covered_departments": lambda _, verdict: len(verdict.facts.covered),
    "contacts": lambda _, verdict: verdict.facts.contacts,
    "dms": lambda _, verdict: len(verdict.facts.dms),
    "influenced_dms": lambda _, verdict: len(verdict.facts.influenced_dms),
    "opposed_dms": lambda _, verdict: len(verdict.facts.opposed_dms),
    "influenced_related": lambda _, verdict: len(verdict.facts.influenced_related),
}

_GAPS: Columns[Requirement] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "next_level": lambda card, _: card.next_level.value if card.next_level else "",
    "requirement": lambda _, need: need.demand.code,
    "have": lambda _, need: need.have,
    "need": lambda _, need: need.need,
    "missing": lambda _, need: need.missing,
}

_FINDINGS: Columns[Finding] = {
    "seller_id": lambda card, _: card.seller.seller_id,
    "file": lambda _, finding: finding.at.file,
    "sheet": lambda _, finding: finding.at.sheet,
    "cell": lambda _, finding: finding.at.cell,
    "severity": lambda _, finding: finding.severity.value,
    "code": lambda _, finding: finding.code,
    "got": lambda _, finding: finding.got,
    "now": lambda _, finding: finding.now,
    "what": lambda _, finding: what(finding),
    "fix": lambda _, finding: fix(finding),
}
