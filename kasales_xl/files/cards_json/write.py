"""The wrapper around the cards: ``{"version", "on", "program", "policy", "cards"}``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.policy import Policy
from kasales_xl.files.cards_json import version1, version2

#: How one card is written in each version of the format, the newest last.
VERSIONS: Mapping[int, Callable[[SellerCard], Mapping[str, Any]]] = {
    1: version1.card_object,
    2: version2.card_object,
}
NEWEST = max(VERSIONS)


def card_line(card: SellerCard, version: int = NEWEST) -> str:
    """One card as the line of JSON that ``write_cards`` takes."""
    return json.dumps(VERSIONS[version](card), ensure_ascii=False)


def write_cards(path: Path, lines: Iterable[str], on: dt.date, policy: Policy, version: int = NEWEST) -> None:
    """Write the wrapper with one card a line, as they come: memory does not grow with their number."""
    head = {
        "version": version,
        "on": on.isoformat(),
        "policy": {"edition": policy.edition, "fingerprint": policy.fingerprint},
    }
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "cards": [')
        for number, line in enumerate(lines):
            file.write(",\n" if number else "\n")
            file.write(line)
        file.write("\n]}\n")
