"""The reasons behind a level, an account's tier or a person's reminder, as one text."""

from __future__ import annotations

from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Dimension, Lang, Level, Stance
from kasales_xl.core.verdicts.tier import AccountVerdict, is_stale
from kasales_xl.functions import words_in
from kasales_xl.functions.declared import CellError, Refusal
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.findings.sentences import what
from kasales_xl.text.functions import say
from kasales_xl.text.verdicts.verdicts import (
    blocks_sentence,
    column_name,
    explain_reasons,
    join,
    requirement_line,
    tier_sentence,
    unconfirmed,
)

#: What asks for the level, next to the name of any level.
LEVEL_WORDS = frozenset({"level", "等级", "级别", "销售等级"})


def why(book: OpenBook, about: str) -> str:
    """An account (name or ID), a contact (ID or name), a dimension, or the level; else #N/A."""
    wanted = name_key(about)
    verdict = book.card.by_name.get(wanted)
    if verdict is not None:
        return why_account(verdict, book.lang)
    person = book.contacts.get(wanted)
    if person is not None:
        return remind(book, person)
    if wanted in LEVEL_WORDS or any(wanted in (name_key(x.zh), x.value, x.en) for x in Level):
        return why_level(book)
    try:
        return why_grade(book, words_in.dimension(about))
    except Refusal:
        raise Refusal(CellError.NA) from None


def why_account(verdict: AccountVerdict, lang: Lang) -> str:
    """Tier and what the next one lacks, what is missing to decide on the key account, warnings."""
    parts = [tier_sentence(verdict.tier.tier, verdict.tier.lacking, lang)]
    if verdict.key.fill_in:
        columns = join((column_name(key, lang) for key in verdict.key.fill_in), lang)
        parts.append(say("undecided", lang, columns=columns))
    if not verdict.owned:
        parts.append(say("not-owned", lang, owner=verdict.account.owner))
    if verdict.warnings:
        parts.append(say("mind", lang, what=explain_reasons(verdict.warnings, lang)))
    return _sentences(parts, lang)


def why_level(book: OpenBook) -> str:
    """Which ladder blocks, what the next level lacks, what the verdict does not rest on."""
    lang, card = book.lang, book.card
    if not book.named:
        return say("no-seller", lang)
    parts = [say("level-is", lang, level=card.level.level.label(lang)) + blocks_sentence(card.level, lang)]
    lacking = [requirement_line(need, lang) for need in card.gap if need.missing]
    if lacking and card.level.next:
        lines = ("；" if lang == "zh" else "; ").join(lacking)
        parts.append(say("to-next", lang, level=card.level.next.label(lang), what=lines))
    if not card.capability.confirmed and any(g.filled for g in card.capability.grades.values()):
        parts.append(unconfirmed(lang))
    held = sum(finding.severity.blocks for finding in card.findings)
    if held:
        parts.append(say("held", lang, n=held))
    return _sentences(parts, lang)


def why_grade(book: OpenBook, dimension: Dimension) -> str:
    """How the grade of a dimension came about. Rule G1."""
    if not book.named:
        return say("no-seller", book.lang)
    found = book.card.capability.grades[dimension]
    if not found.filled:
        return say("not-graded", book.lang, name=dimension.label(book.lang))
    text = say(
        "graded",
        book.lang,
        name=dimension.label(book.lang),
        grade=found.grade,
        total=found.total,
        filled=found.filled,
    )
    return text if found.confirmed else _sentences([text, unconfirmed(book.lang)], book.lang)


def remind(book: OpenBook, person: Contact) -> str:
    """Not met for long, opposed, marked decision maker elsewhere, contradictions; blank when all is well."""
    lang, found = book.lang, []
    verdict = book.card.by_name.get(name_key(person.account))
    if is_stale(person, book.policy, book.on) and person.last_contact:
        found.append(say("stale", lang, days=(book.on - person.last_contact).days))
    if verdict is not None:
        if person in verdict.facts.misplaced:
            found.append(say("elsewhere", lang))
        if person in verdict.facts.opposed_dms:
            found.append(say("opposed-dm", lang))
        elif person.stance is Stance.OPPOSED:
            found.append(say("opposed", lang))
    found += [what(odd).pick(lang) for odd in book.warned.get((Contact.sheet, person.row), ())]
    return ("；" if lang == "zh" else "; ").join(found)


def _sentences(parts: list[str], lang: Lang) -> str:
    return "。".join(parts) if lang == "zh" else ". ".join(part[:1].upper() + part[1:] for part in parts)
