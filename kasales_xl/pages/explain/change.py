"""Before and after in words: what a wish or another policy would change. What is not so yet is never said
as if it were: it stands behind an arrow, or behind 那时."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.move import Move
from kasales_xl.core.terms import Dimension
from kasales_xl.core.text import CLAUSES, Text, join, same
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.explain.card import titled
from kasales_xl.text.verdicts.moves import steps_text
from kasales_xl.text.verdicts.verdicts import (
    blocks_sentence,
    explain_reasons,
    indent,
    requirement_line,
    tier_sentence,
)

_WISH = Text("假如做到：{steps}", "What if: {steps}")
_WISH_AND_POLICY = Text("假如做到：{steps}；并改用这套规则", "What if: {steps}; and under this policy")
_OTHER_POLICY = Text("假如改用这套规则", "What if this policy applied")
_SUPPOSED = Text(
    "这是推算，账簿没有改。箭头左边是现在，右边是那时。",
    "This is worked out, the book is unchanged. Left of an arrow is now, right of it is then.",
)
_POLICY = Text("规则：{was} → {now}", "Policy: {was} → {now}")
_STAYS = Text("等级：仍是{level}", "Level: stays {level}")
_LEVEL = Text("等级：{was} → {now}", "Level: {was} → {now}")
_NOW = Text("  现在：{what}", "  Now: {what}")
_THEN = Text("  那时：{what}", "  Then: {what}")
_BOTH = Text("  现在和那时都是：{what}", "  Now and then: {what}")
_NOTHING_ELSE = Text("  没有别的变化", "  Nothing else changes")
_COUNTS = Text(
    "  计入的大客户：强 {strong}，中级 {mid}，初级 {junior}",
    "  Key accounts counted: strong {strong}, mid {mid}, junior {junior}",
)
_ACCOUNT = Text("  {account}：{changes}", "  {account}: {changes}")
_KEY = Text("大客户 {was} → {now}", "key account {was} → {now}")
_KEY_STAYS = Text("  大客户：仍是「{now}」", "  Key account: stays {now}")
_KEY_CHANGES = Text("  大客户：{was} → {now}", "  Key account: {was} → {now}")
_TIER = Text("关系 {was} → {now}", "relation {was} → {now}")
_TIER_STAYS = Text("  关系：仍是{now}", "  Relation: stays {now}")
_TIER_CHANGES = Text("  关系：{was} → {now}", "  Relation: {was} → {now}")
_STILL_TO_REACH = Text("那时要升到{level}：", "Then, to reach {level}:")


def supposed(moves: Iterable[Move], *, other_policy: bool) -> Iterator[Text]:
    """What is supposed, and that it is supposed."""
    moves = tuple(moves)
    if moves:
        yield (_WISH_AND_POLICY if other_policy else _WISH)(steps=steps_text(moves))
    else:
        yield _OTHER_POLICY
    yield _SUPPOSED


def explain_change(before: SellerCard, after: SellerCard) -> Iterator[Text]:
    """The policy, level, counts, key accounts, tiers and grades that differ, each as ``before → after``;
    then what is missing afterwards."""
    was, now = before.level, after.level
    if before.policy.fingerprint != after.policy.fingerprint:
        yield _POLICY(was=before.policy.title, now=after.policy.title)
    yield _STAYS(level=now) if was is now else _LEVEL(was=was, now=now)
    yield from _now_and_then(blocks_sentence(before.ladders), blocks_sentence(after.ladders))
    changes = [*_counts(before, after), *_accounts(before, after), *_grades(before, after)]
    yield from changes or [_NOTHING_ELSE]
    if after.next_level is not None:
        yield _STILL_TO_REACH(level=after.next_level)
        yield from map(indent, map(requirement_line, after.gap))


def explain_account_change(before: AccountVerdict, after: AccountVerdict) -> Iterator[Text]:
    """One account: key account and tier, each with what speaks for it now and then."""
    yield titled(after.account)
    yield (_KEY_STAYS if before.key is after.key else _KEY_CHANGES)(was=before.key, now=after.key)
    yield from _now_and_then(
        explain_reasons(before.key_test.reasons), explain_reasons(after.key_test.reasons)
    )
    yield (_TIER_STAYS if before.tier is after.tier else _TIER_CHANGES)(was=before.tier, now=after.tier)
    yield from _now_and_then(*(tier_sentence(v.tier, v.lacking) for v in (before, after)))


def _now_and_then(was: Text, now: Text) -> Iterator[Text]:
    if (was.pick("zh"), was.pick("en")) == (now.pick("zh"), now.pick("en")):
        yield _BOTH(what=now)
    else:
        yield _NOW(what=was)
        yield _THEN(what=now)


def _counts(before: SellerCard, after: SellerCard) -> Iterator[Text]:
    was, now = before.counts, after.counts
    if was != now:
        yield _COUNTS(
            strong=_moved(was.strong, now.strong),
            mid=_moved(was.mid, now.mid),
            junior=_moved(was.junior, now.junior),
        )


def _moved(was: int, now: int) -> str:
    return f"{now}" if was == now else f"{was} → {now}"


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
