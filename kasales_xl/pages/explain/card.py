"""A card in words, line by line: what ``kasales explain`` prints and ``KA_WHY`` answers."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Dimension, KeyAccount, Lang, Tier
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.text.verdicts.verdicts import (
    blocks_sentence,
    column_name,
    explain_reason,
    explain_reasons,
    join,
    plain,
    requirement_line,
    tier_sentence,
    unconfirmed,
)


def _(lang: Lang, zh: str, en: str) -> str:
    return zh if lang == "zh" else en


def explain_level(card: SellerCard, lang: Lang) -> Iterator[str]:
    """Level, what blocks it, the counts and grades behind it."""
    counts = card.counts
    yield _(lang, f"等级：{card.level.zh}", f"Level: {card.level.en}")
    yield blocks_sentence(card.ladders, lang)
    if not card.capability.confirmed:
        yield unconfirmed(lang)
    yield _(
        lang,
        f"计入的大客户：强 {counts.strong}，中级 {counts.mid}，初级 {counts.junior}",
        f"Key accounts counted: strong {counts.strong}, mid {counts.mid}, junior {counts.junior}",
    )
    grades = ((d, card.capability.grades[d].grade) for d in Dimension)
    yield _(lang, "五维：", "Five dimensions: ") + join((f"{d.label(lang)} {g}" for d, g in grades), lang)


def explain_gap(card: SellerCard, lang: Lang) -> Iterator[str]:
    """What the next level asks, what blocks most first; the data to complete by account."""
    if card.next_level is None:
        return
    yield _(lang, f"升到{card.next_level.zh}：", f"To reach {card.next_level.en}:")
    for requirement in card.gap:
        yield "  " + requirement_line(requirement, lang)
    for verdict in card.undecided:
        columns = join((column_name(key, lang) for key in verdict.key_test.fill_in), lang)
        name = verdict.account.account
        yield "    " + _(lang, f"{name}：请补 {columns}", f"{name}: fill in {columns}")


def explain_account(verdict: AccountVerdict, lang: Lang) -> Iterator[str]:
    """Key account or not and why; tier and why; score with its parts; warnings."""
    account = verdict.account
    yield f"{account.account} ({account.account_id})"
    label = _(lang, "大客户", "Key account")
    yield f"  {label}: {verdict.key.label(lang)} - {explain_reasons(verdict.key_test.reasons, lang)}"
    if not verdict.owned:
        yield _(
            lang,
            f"  算在负责人 {account.owner} 名下，不计入本人",
            f"  counts for its owner {account.owner}, not here",
        )
    elif verdict.key is KeyAccount.NO and verdict.tier >= Tier.JUNIOR:
        yield _(lang, "  关系有了，但不是大客户，不计入等级", "  related, but no key account: not counted")
    yield _(lang, "  关系：", "  Relation: ") + tier_sentence(verdict.tier, verdict.lacking, lang)
    yield _(lang, "  依据：", "  Facts: ") + _facts(verdict, lang)
    score = verdict.score
    parts = (
        (_(lang, "部门覆盖", "departments"), score.departments),
        (_(lang, "决策人", "decision makers"), score.dms),
        (_(lang, "无反对", "no opposition"), score.opposition),
        (_(lang, "最近联系", "recency"), score.recency),
    )
    shown = join((f"{name} {part:.0%}" for name, part in parts), lang)
    yield _(lang, "  关系分：", "  Score: ") + f"{plain(score.total)} ({shown})"
    for warning in verdict.warnings:
        yield _(lang, "  提醒：", "  Note: ") + explain_reason(warning, lang)


def _facts(verdict: AccountVerdict, lang: Lang) -> str:
    facts = verdict.facts
    departments = f"{len(facts.covered)}/{len(facts.key_departments)}"
    dms = f"{len(facts.influenced_dms)}/{len(facts.dms)}"
    related, opposed = len(facts.influenced_related), len(facts.opposed_dms)
    return _(
        lang,
        f"联系人 {facts.contacts}，关键部门覆盖 {departments}，能影响的关键决策人 {dms}，"
        f"能影响的业务相关人 {related}，反对的关键决策人 {opposed}",
        f"{facts.contacts} contacts, key departments covered {departments}, key decision makers influenced "
        f"{dms}, related people influenced {related}, key decision makers opposed {opposed}",
    )
