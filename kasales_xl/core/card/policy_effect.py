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
        AccountEffect(account=a.account.account, was=a.tier, now=b.tier, key_was=a.key, key_now=b.key)
        for a, b in zip(old.accounts, new.accounts, strict=True)
        if (a.tier, a.key) != (b.tier, b.key)
    )
    return SellerEffect(
        seller_id=old.seller.seller_id,
        name=old.seller.name,
        team=old.seller.team,
        was=old.level,
        now=new.level,
        counts_was=old.counts,
        counts_now=new.counts,
        accounts=accounts,
    )
