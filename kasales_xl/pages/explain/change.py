"""Before and after in words: what a move or another policy would change."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Dimension, Lang
from kasales_xl.pages.explain.card import explain_gap
from kasales_xl.text.verdicts.verdicts import blocks_sentence


def explain_change(before: SellerCard, after: SellerCard, lang: Lang) -> Iterator[str]:
    """The policy, level, counts, key accounts, tiers and grades that differ, each as ``before → after``;
    then what is missing afterwards."""
    old, new = before.level, after.level
    if before.policy.fingerprint != after.policy.fingerprint:
        rules = "规则：" if lang == "zh" else "Policy: "
        yield f"{rules}{before.policy.title} → {after.policy.title}"
    label = "等级：" if lang == "zh" else "Level: "
    if old is new:
        stays = "不变，仍是" if lang == "zh" else "stays "
        yield f"{label}{stays}{new.label(lang)}"
    else:
        yield f"{label}{old.label(lang)} → {new.label(lang)}"
    yield f"  {blocks_sentence(after.ladders, lang)}"
    changes = [*_counts(before, after, lang), *_accounts(before, after, lang), *_grades(before, after, lang)]
    yield from changes or (["  没有别的变化"] if lang == "zh" else ["  nothing else changes"])
    yield from explain_gap(after, lang)


def _counts(before: SellerCard, after: SellerCard, lang: Lang) -> Iterator[str]:
    if before.counts != after.counts:
        (a, b, c), (x, y, z) = before.counts, after.counts
        yield (
            f"  计入的大客户：强 {a} → {x}，中级 {b} → {y}，初级 {c} → {z}"
            if lang == "zh"
            else f"  Key accounts: strong {a} → {x}, mid {b} → {y}, junior {c} → {z}"
        )


def _accounts(before: SellerCard, after: SellerCard, lang: Lang) -> Iterator[str]:
    was = {verdict.account.account_id: verdict for verdict in before.accounts}
    for now in after.accounts:
        then = was[now.account.account_id]
        parts = []
        if then.key is not now.key:
            key = "大客户" if lang == "zh" else "key account"
            parts.append(f"{key} {then.key.label(lang)} → {now.key.label(lang)}")
        if then.tier is not now.tier:
            tier = "关系" if lang == "zh" else "tier"
            parts.append(f"{tier} {then.tier.label(lang)} → {now.tier.label(lang)}")
        if parts:
            colon, comma = ("：", "，") if lang == "zh" else (": ", ", ")
            yield f"  {now.account.account}{colon}{comma.join(parts)}"


def _grades(before: SellerCard, after: SellerCard, lang: Lang) -> Iterator[str]:
    for dimension in Dimension:
        then, now = (c.capability.grades[dimension].grade for c in (before, after))
        if then != now:
            yield f"  {dimension.label(lang)} {then} → {now}"
