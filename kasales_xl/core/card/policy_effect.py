"""Whose level would change under other rules: asked before a company adopts them."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import KeyAccount, Level, Tier
from kasales_xl.core.verdicts.levels import Counts


@dataclass(frozen=True, slots=True)
class AccountEffect:
    """An account that the other policy judges differently."""

    account: str
    was: Tier
    now: Tier
    key_was: KeyAccount
    key_now: KeyAccount


@dataclass(frozen=True, slots=True)
class SellerEffect:
    """One seller under both policies; ``accounts`` only where they differ."""

    seller_id: str
    name: str
    team: str
    was: Level
    now: Level
    counts_was: Counts
    counts_now: Counts
    accounts: tuple[AccountEffect, ...]

    @property
    def direction(self) -> int:
        """1 would rise, −1 would fall, 0 stays."""
        return (self.now > self.was) - (self.now < self.was)

    @property
    def any(self) -> bool:
        return self.was is not self.now or self.counts_was != self.counts_now or bool(self.accounts)


def effect(old: SellerCard, new: SellerCard) -> SellerEffect:
    """Two cards of one book, judged by two policies."""
    accounts = tuple(
        AccountEffect(a.account.account, a.tier, b.tier, a.key, b.key)
        for a, b in zip(old.accounts, new.accounts, strict=True)
        if (a.tier, a.key) != (b.tier, b.key)
    )
    return SellerEffect(
        old.seller.seller_id,
        old.seller.name,
        old.seller.team,
        old.level,
        new.level,
        old.counts,
        new.counts,
        accounts,
    )
