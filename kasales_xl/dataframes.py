"""Cards as pandas DataFrames, for analysts and notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Dimension, Lang
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


def frames(cards: Iterable[SellerCard], lang: Lang = "zh") -> Frames:
    """cards: as ``score`` returns them. ``lang`` is the language of the findings' sentences."""
    import pandas as pd

    graded = tuple(cards)
    rows: dict[str, list[dict[str, Any]]] = {
        "sellers": [_seller(card) for card in graded],
        "accounts": [row for card in graded for row in _accounts(card)],
        "gaps": [row for card in graded for row in _gaps(card)],
        "findings": [row for card in graded for row in _findings(card, lang)],
    }
    return Frames(**{name: pd.DataFrame(rows[name], columns=_COLUMNS[name]) for name in rows})


_GRADES = [f"grade_{d.value}" for d in Dimension]
_COLUMNS: dict[str, list[str]] = {
    "sellers": [
        "seller_id", "name", "team", "on", "level", "accounts_level", "capability_level", "blocked_by",
        "progress", "strong", "mid", "junior", *_GRADES, "confirmed", "annual_target", "money_unit", "file",
    ],
    "accounts": [
        "seller_id", "account_id", "account", "key", "counted", "tier", "score", "potential_12m",
        "key_departments", "covered_departments", "contacts", "dms", "influenced_dms", "opposed_dms",
        "influenced_related",
    ],
    "gaps": ["seller_id", "next_level", "requirement", "have", "need", "missing"],
    "findings": ["seller_id", "file", "sheet", "cell", "severity", "code", "got", "now", "what", "fix"],
}  # fmt: skip


def _seller(card: SellerCard) -> dict[str, Any]:
    seller, ladders = card.seller, card.ladders
    return {
        "seller_id": seller.seller_id,
        "name": seller.name,
        "team": seller.team,
        "on": card.on,
        "level": card.level.value,
        "accounts_level": ladders.accounts_level.value,
        "capability_level": ladders.capability_level.value,
        "blocked_by": ladders.blocked_by,
        "progress": card.progress,
        **card.counts._asdict(),
        **{f"grade_{d.value}": grade.grade for d, grade in card.capability.grades.items()},
        "confirmed": card.capability.confirmed,
        "annual_target": seller.annual_target,
        "money_unit": seller.money_unit.value,
        "file": card.book.file,
    }


def _accounts(card: SellerCard) -> Iterable[dict[str, Any]]:
    for verdict in card.accounts:
        facts = verdict.facts
        yield {
            "seller_id": card.seller.seller_id,
            "account_id": verdict.account.account_id,
            "account": verdict.account.account,
            "key": verdict.key.value,
            "counted": verdict.counted,
            "tier": verdict.tier.value,
            "score": verdict.score.total,
            "potential_12m": verdict.account.potential_12m,
            "key_departments": len(facts.key_departments),
            "covered_departments": len(facts.covered),
            "contacts": facts.contacts,
            "dms": len(facts.dms),
            "influenced_dms": len(facts.influenced_dms),
            "opposed_dms": len(facts.opposed_dms),
            "influenced_related": len(facts.influenced_related),
        }


def _gaps(card: SellerCard) -> Iterable[dict[str, Any]]:
    for line in card.gap:
        yield {
            "seller_id": card.seller.seller_id,
            "next_level": card.next_level.value if card.next_level else "",
            "requirement": line.demand.code,
            "have": line.have,
            "need": line.need,
            "missing": line.missing,
        }


def _findings(card: SellerCard, lang: Lang) -> Iterable[dict[str, Any]]:
    for finding in card.findings:
        yield {
            "seller_id": card.seller.seller_id,
            "file": finding.at.file,
            "sheet": finding.at.sheet,
            "cell": finding.at.cell,
            "severity": finding.severity.value,
            "code": finding.code,
            "got": finding.got,
            "now": finding.now,
            "what": what(finding).pick(lang),
            "fix": fix(finding).pick(lang),
        }
