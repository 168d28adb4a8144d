"""A card in words, line by line: what ``kasales explain`` prints and ``KA_WHY`` answers."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.rows import Account
from kasales_xl.core.terms import Dimension, KeyAccount, Tier
from kasales_xl.core.text import Text, join, same
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.text.verdicts.verdicts import (
    UNCONFIRMED,
    blocks_sentence,
    explain_reason,
    indent,
    key_sentence,
    plain,
    requirement_line,
    tier_sentence,
    what_is_open,
)

_LEVEL = Text("等级：{level}", "Level: {level}")
_COUNTED = Text(
    "计入的大客户：强 {strong}，中级 {mid}，初级 {junior}",
    "Key accounts counted: strong {strong}, mid {mid}, junior {junior}",
)
_GRADES = Text("五维：{grades}", "Five dimensions: {grades}")
_TO_REACH = Text("升到{level}：", "To reach {level}:")
_OPEN = Text("    {account}：{what}", "    {account}: {what}")

_KEY_ACCOUNT = Text("大客户", "Key account")
_VERDICT = Text("  {name}：{verdict}", "  {name}: {verdict}")
_CONFIRMED = Text("  经理确认的关系：{tier}", "  Confirmed by the manager: {tier}")
_NOT_CONFIRMED = Text("  经理还没确认关系", "  Not confirmed by the manager yet")
_EVIDENCE = Text(
    "  影响依据：能影响的 {all} 人里 {n} 人写了依据", "  Evidence: of {n} of {all} people influenced"
)
_NOT_OWN = Text("  算在负责人 {owner} 名下，不计入本人", "  Counts for its owner {owner}, not here")
_NO_KEY = Text("  关系有了，但不是大客户，不计入等级", "  Related, but no key account: not counted")
_RELATION = Text("  关系：{tier}", "  Relation: {tier}")
_FACTS = Text(
    "  依据：联系人 {contacts}，关键部门覆盖 {departments}，能影响的关键决策人 {dms}，"
    "能影响的业务相关人 {related}，反对的关键决策人 {opposed}",
    "  Facts: {contacts} contacts, key departments covered {departments}, key decision makers influenced "
    "{dms}, related people influenced {related}, key decision makers opposed {opposed}",
)
_SCORE = Text(
    "  关系分：{total}（部门覆盖 {departments:.0%}、决策人 {dms:.0%}、"
    "无反对 {opposition:.0%}、最近联系 {recency:.0%}）",
    "  Score: {total} (departments {departments:.0%}, decision makers {dms:.0%}, "
    "no opposition {opposition:.0%}, recency {recency:.0%})",
)
_NOTE = Text("  提醒：{warning}", "  Note: {warning}")


def explain_level(card: SellerCard) -> Iterator[Text]:
    """Level, what blocks it, the counts and grades behind it."""
    counts = card.counts
    yield _LEVEL(level=card.level)
    yield blocks_sentence(card.ladders)
    if not card.capability.confirmed:
        yield UNCONFIRMED
    yield _COUNTED(strong=counts.strong, mid=counts.mid, junior=counts.junior)
    grades = (same("{name} {grade}")(name=d, grade=card.capability.grades[d].grade) for d in Dimension)
    yield _GRADES(grades=join(grades))


def explain_gap(card: SellerCard) -> Iterator[Text]:
    """What the next level asks, what blocks most first; the data to complete by account."""
    if card.next_level is None:
        return
    yield _TO_REACH(level=card.next_level)
    yield from map(indent, map(requirement_line, card.gap))
    for verdict in card.undecided:
        yield _OPEN(account=verdict.account.account, what=what_is_open(verdict.key_test))


def titled(account: Account) -> Text:
    """An account's name with its ID, where somebody gave it one: a blank ID is made of the name."""
    if account.account_id in ("", account.account):
        return same(account.account)
    return same(f"{account.account} ({account.account_id})")


def explain_account(verdict: AccountVerdict) -> Iterator[Text]:
    """Key account or not and why; tier and why; score with its parts; warnings."""
    account, key, score = verdict.account, verdict.key_test, verdict.score
    yield titled(account)
    yield _VERDICT(name=_KEY_ACCOUNT, verdict=key_sentence(key))
    if not verdict.owned:
        yield _NOT_OWN(owner=account.owner)
    elif verdict.key is KeyAccount.NO and verdict.tier >= Tier.JUNIOR:
        yield _NO_KEY
    yield _RELATION(tier=tier_sentence(verdict.tier, verdict.lacking))
    yield _CONFIRMED(tier=verdict.confirmed) if verdict.confirmed else _NOT_CONFIRMED
    yield _facts(verdict)
    if verdict.facts.influenced:
        yield _EVIDENCE(n=verdict.facts.evidenced, all=verdict.facts.influenced)
    yield _SCORE(
        total=plain(score.total),
        departments=score.departments,
        dms=score.dms,
        opposition=score.opposition,
        recency=score.recency,
    )
    for warning in verdict.warnings:
        yield _NOTE(warning=explain_reason(warning))


def _facts(verdict: AccountVerdict) -> Text:
    facts = verdict.facts
    return _FACTS(
        contacts=facts.contacts,
        departments=f"{len(facts.covered)}/{len(facts.key_departments)}",
        dms=f"{len(facts.influenced_dms)}/{len(facts.dms)}",
        related=len(facts.influenced_related),
        opposed=len(facts.opposed_dms),
    )
