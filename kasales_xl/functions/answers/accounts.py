"""Key account, tier and score of accounts."""

from __future__ import annotations

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import KeyAccount, Tier
from kasales_xl.core.verdicts.facts import TierCounts
from kasales_xl.core.verdicts.tier import tier_of
from kasales_xl.functions.declared import CellError, Refusal, Rows
from kasales_xl.functions.open_books import Asked, OpenBook
from kasales_xl.functions.words_in import account, term
from kasales_xl.text.functions import HEADERS


def tier(book: OpenBook, name: str) -> Tier:
    return account(book, name).tier


def key(book: OpenBook, name: str) -> KeyAccount:
    return account(book, name).key


def score(book: OpenBook, name: str) -> float:
    return float(account(book, name).score.total)


def tiers(book: OpenBook) -> Rows:
    """All accounts in the order of the book: account, key account, tier, score."""
    accounts = (
        (verdict.account.account, verdict.key, verdict.tier, float(verdict.score.total))
        for verdict in book.card.accounts
    )
    return [HEADERS["tiers"], *accounts]


def count(book: OpenBook, name: str) -> float:
    """Counted key accounts of exactly this tier. Rules K3, L8."""
    return float(len(book.card.of_tier(term(Tier, name))))


def what_if(
    asked: Asked,
    key_departments: float,
    covered: float,
    dms: float,
    influenced: float,
    opposed: float,
    related: float,
) -> Tier:
    """The tier of plain numbers under the default policy. Rules T1–T4."""
    counts = (key_departments, covered, dms, influenced, opposed, related)
    if any(n != int(n) or n < 0 for n in counts):
        raise Refusal(CellError.VALUE)
    if covered > key_departments or influenced > dms or opposed > dms:
        raise Refusal(CellError.VALUE)
    return tier_of(TierCounts(*map(int, counts)), DEFAULT_POLICY)
