"""Before and after in words: what a move or another policy would change."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Dimension
from kasales_xl.core.text import CLAUSES, Text, join, same
from kasales_xl.pages.explain.card import explain_gap
from kasales_xl.text.verdicts.verdicts import blocks_sentence, indent

_POLICY = Text("规则：{was} → {now}", "Policy: {was} → {now}")
_STAYS = Text("等级：不变，仍是{level}", "Level: stays {level}")
_LEVEL = Text("等级：{was} → {now}", "Level: {was} → {now}")
_NOTHING_ELSE = Text("  没有别的变化", "  nothing else changes")
_COUNTS = Text(
    "  计入的大客户：强 {strong}，中级 {mid}，初级 {junior}",
    "  Key accounts: strong {strong}, mid {mid}, junior {junior}",
)
_ACCOUNT = Text("  {account}：{changes}", "  {account}: {changes}")
_KEY = Text("大客户 {was} → {now}", "key account {was} → {now}")
_TIER = Text("关系 {was} → {now}", "tier {was} → {now}")


def explain_change(before: SellerCard, after: SellerCard) -> Iterator[Text]:
    """The policy, level, counts, key accounts, tiers and grades that differ, each as ``before → after``;
    then what is missing afterwards."""
    was, now = before.level, after.level
    if before.policy.fingerprint != after.policy.fingerprint:
        yield _POLICY(was=before.policy.title, now=after.policy.title)
    yield _STAYS(level=now) if was is now else _LEVEL(was=was, now=now)
    yield indent(blocks_sentence(after.ladders))
    changes = [*_counts(before, after), *_accounts(before, after), *_grades(before, after)]
    yield from changes or [_NOTHING_ELSE]
    yield from explain_gap(after)


def _counts(before: SellerCard, after: SellerCard) -> Iterator[Text]:
    was, now = before.counts, after.counts
    if was != now:
        yield _COUNTS(
            strong=f"{was.strong} → {now.strong}",
            mid=f"{was.mid} → {now.mid}",
            junior=f"{was.junior} → {now.junior}",
        )


def _accounts(before: SellerCard, after: SellerCard) -> Iterator[Text]:
    earlier = {verdict.account.account_id: verdict for verdict in before.accounts}
    for now in after.accounts:
        was = earlier[now.account.account_id]
        changes = []
        if was.key is not now.key:
            changes.append(_KEY(was=was.key, now=now.key))
        if was.tier is not now.tier:
            changes.append(_TIER(was=was.tier, now=now.tier))
        if changes:
            yield _ACCOUNT(account=now.account.account, changes=join(changes, CLAUSES))


def _grades(before: SellerCard, after: SellerCard) -> Iterator[Text]:
    for dimension in Dimension:
        was, now = (c.capability.grades[dimension].grade for c in (before, after))
        if was != now:
            yield same("  {name} {was} → {now}")(name=dimension, was=was, now=now)
