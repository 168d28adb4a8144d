"""One card as version 1 of ``cards.json`` holds it: written only where it is asked for."""

from __future__ import annotations

from typing import Any

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import tally
from kasales_xl.text.private import without_addresses


def card_object(card: SellerCard) -> dict[str, Any]:
    """One card as plain values; codes as in the method: levels ``novice … top``, tiers
    ``unknown … strong``, grades 0–3, scores 0–100."""
    return {
        "seller_id": card.seller.seller_id,
        "name": card.seller.name,
        "team": card.seller.team,
        "level": card.level.value,
        "accounts_level": card.ladders.accounts_level.value,
        "capability_level": card.ladders.capability_level.value,
        "counts": card.counts._asdict(),
        "grades": {d.value: g.grade for d, g in card.capability.grades.items()},
        "accounts": [
            {
                "account_id": verdict.account.account_id,
                "account": without_addresses(verdict.account.account),
                "key": verdict.key.value,
                "tier": verdict.tier.value,
                "score": verdict.score.total,
            }
            for verdict in card.accounts
        ],
        "gap": [
            {"requirement": r.demand.code, "have": r.have, "need": r.need, "missing": r.missing}
            for r in card.gap
        ],
        "findings": tally(card.findings),
    }
