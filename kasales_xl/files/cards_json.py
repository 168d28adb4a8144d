"""``cards.json``, a public format (docs/cards.md): ``{"version", "on", "policy", "cards"}``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import tally
from kasales_xl.core.policy import Policy
from kasales_xl.text.private import without_addresses

VERSION = 1


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


def write_cards(path: Path, cards: Iterable[dict[str, Any]], on: dt.date, policy: Policy) -> None:
    """Write the wrapper with one card a line, as they come: memory does not grow with their number."""
    head = {
        "version": VERSION,
        "on": on.isoformat(),
        "policy": {"edition": policy.edition, "fingerprint": policy.fingerprint},
    }
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "cards": [')
        for number, card in enumerate(cards):
            file.write(",\n" if number else "\n")
            file.write(json.dumps(card, ensure_ascii=False))
        file.write("\n]}\n")
