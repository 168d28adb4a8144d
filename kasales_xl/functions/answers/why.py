"""The reasons behind a level, an account's tier or a person's reminder, as one text."""

from __future__ import annotations

from collections.abc import Callable

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Dimension, Lang, Level, Stance
from kasales_xl.core.text import HALVES, Text, join, stand_alone
from kasales_xl.core.verdicts.tier import AccountVerdict, is_stale
from kasales_xl.functions import typed
from kasales_xl.functions.arguments import BOOK
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Refusal
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.findings.sentences import what
from kasales_xl.text.functions import WORDS
from kasales_xl.text.verdicts.actions import way_up
from kasales_xl.text.verdicts.blocker import blocker, undecided_in_short
from kasales_xl.text.verdicts.verdicts import (
    UNCONFIRMED,
    blocks_sentence,
    explain_reasons,
    key_in_short,
    requirement_line,
    tier_sentence,
)

#: What asks for the level, next to the name of any level.
LEVEL_WORDS = frozenset({"level", "等级", "级别", "销售等级"})
#: One sentence each: what blocks the next level, the cheapest way there, what does not count yet.
SHORT: dict[frozenset[str], Callable[[SellerCard], Text]] = {
    frozenset({"blocker", "卡点", "卡在哪里"}): blocker,
    frozenset({"wayup", "走法"}): lambda card: way_up(card.plan),
    frozenset({"undecided", "待判定"}): undecided_in_short,
}


def why(book: OpenBook, about: str) -> Text:
    """An account (name or ID), a contact (ID or name), a dimension, the level, or one of ``SHORT``; else
    #N/A."""
    verdict = book.card.by_name.find(about)
    if verdict is not None:
        return why_account(verdict)
    person = book.contacts.find(about)
    if person is not None:
        return remind(book, person)
    wanted = name_key(about)
    for words, said in SHORT.items():
        if wanted in words:
            return said(book.card) if book.named else WORDS["no-seller"]
    if wanted in LEVEL_WORDS or any(wanted in (name_key(x.zh), x.value, x.en) for x in Level):
        return why_level(book)
    try:
        return why_grade(book, typed.read_dimension(about))
    except Refusal:
        raise Refusal(NA) from None


def why_account(verdict: AccountVerdict) -> Text:
    """Tier and what the next one lacks, key account or not and on what ground, the manager's tier where it
    is another one, warnings. A cell of the book shows it, so it says no more than what is to be done."""
    parts = [tier_sentence(verdict.tier, verdict.lacking)]
    parts.append(WORDS["key-is"](what=key_in_short(verdict.key_test)))
    if verdict.confirmed and verdict.confirmed is not verdict.tier:
        parts.append(WORDS["confirmed"](tier=verdict.confirmed))
    if not verdict.owned:
        parts.append(WORDS["not-owned"](owner=verdict.account.owner))
    if verdict.warnings:
        parts.append(WORDS["mind"](what=explain_reasons(verdict.warnings)))
    return _sentences(parts)


def why_level(book: OpenBook) -> Text:
    """Which ladder blocks, what the next level lacks, what the verdict does not rest on."""
    card = book.card
    if not book.named:
        return WORDS["no-seller"]
    parts = [WORDS["level-is"](level=card.level, what=blocks_sentence(card.ladders))]
    lacking = [requirement_line(need) for need in card.gap if need.missing]
    if lacking and card.next_level:
        parts.append(WORDS["to-next"](level=card.next_level, what=join(lacking, HALVES)))
    if lacking and card.next_level:
        parts.append(way_up(card.plan))
    if not card.capability.confirmed and any(g.filled for g in card.capability.grades.values()):
        parts.append(UNCONFIRMED)
    held = sum(finding.severity.blocks for finding in card.findings)
    if held:
        parts.append(WORDS["held"](n=held))
    return _sentences(parts)


def why_grade(book: OpenBook, dimension: Dimension) -> Text:
    """How the grade of a dimension came about. Rule G1."""
    if not book.named:
        return WORDS["no-seller"]
    verdict = book.card.capability.grades[dimension]
    if not verdict.filled:
        return WORDS["not-graded"](name=dimension)
    text = WORDS["graded"](name=dimension, grade=verdict.grade, total=verdict.total, filled=verdict.filled)
    return text if verdict.confirmed else _sentences([text, UNCONFIRMED])


def remind(book: OpenBook, person: Contact) -> Text:
    """Not met for long, opposed, marked decision maker elsewhere, contradictions; blank when all is well."""
    reminders: list[Text | str] = []
    verdict = book.card.by_name.find(person.account)
    if is_stale(person, book.policy, book.on) and person.last_contact:
        reminders.append(WORDS["stale"](days=(book.on - person.last_contact).days))
    if verdict is not None:
        if person in verdict.facts.misplaced:
            reminders.append(WORDS["elsewhere"])
        if person in verdict.facts.opposed_dms:
            reminders.append(WORDS["opposed-dm"])
        elif person.stance is Stance.OPPOSED:
            reminders.append(WORDS["opposed"])
    reminders += [what(odd) for odd in book.odd_rows.get((Contact.sheet, person.row), ())]
    return join(reminders, HALVES)


class _Opening(Text):
    """A text that opens a sentence: in English with a capital letter."""

    __slots__ = ()

    def pick(self, lang: Lang) -> str:
        said: str = stand_alone(Text(self.zh, self.en, self.fields), lang)
        return said


def _sentences(parts: list[Text]) -> Text:
    return join((_Opening(part.zh, part.en, part.fields) for part in parts), Text("。", ". "))


DECLARED = (
    Function(
        "KA_WHY",
        (BOOK, Argument(
            "what", Text("「等级」「卡点」「走法」「待判定」、客户、联系人或维度（道术本势律）",
                         '"level", "blocker", "way up", "undecided", an account, a contact or a dimension '
                         "(ESP+ … PBM)"), "text",
        )),
        Text("为什么：等级卡在哪、客户关系离下一级还差什么、联系人要留意什么。",
             "Why: what blocks the level, what an account's next tier lacks, what to mind about a contact."),
        "text", '=KA_WHY(KA,"等级")', why, (NA, VALUE, REF),
    ),
)  # fmt: skip
