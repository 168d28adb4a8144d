"""Whose level would change under other rules: asked before a company adopts them."""

from __future__ import annotations

from dataclasses import dataclass

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Level
from kasales_xl.core.verdicts.levels import Counts


@dataclass(frozen=True, slots=True)
class SellerEffect:
    """One seller under both policies; ``accounts``: how many are judged differently."""

    name: str
    team: str
    was: Level
    now: Level
    counts_was: Counts
    counts_now: Counts
    accounts: int

    @property
    def direction(self) -> int:
        """1 would rise, −1 would fall, 0 stays."""
        return (self.now > self.was) - (self.now < self.was)

    @property
    def any(self) -> bool:
        return self.was is not self.now or self.counts_was != self.counts_now or self.accounts > 0


def effect(old: SellerCard, new: SellerCard) -> SellerEffect:
    """Two cards of one book, judged by two policies."""
    pairs = zip(old.accounts, new.accounts, strict=True)
    return SellerEffect(
        name=old.seller.name,
        team=old.seller.team,
        was=old.level,
        now=new.level,
        counts_was=old.counts,
        counts_now=new.counts,
        accounts=sum((a.tier, a.key) != (b.tier, b.key) for a, b in pairs),
    )
