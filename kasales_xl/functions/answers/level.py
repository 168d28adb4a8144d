"""The seller's level, what it lacks, and what-if on plain numbers."""

from __future__ import annotations

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.advice import ADVICE
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Dimension, Grade, Level, YesNo
from kasales_xl.core.text import HALVES, Text, join
from kasales_xl.core.verdicts.capability import capability_level
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.core.verdicts.levels import level as level_of
from kasales_xl.functions import words_in
from kasales_xl.functions.declared import CellError, Refusal, Rows, Value
from kasales_xl.functions.open_books import Asked, OpenBook, is_handle
from kasales_xl.text.functions import HEADERS, WORDS
from kasales_xl.text.verdicts.verdicts import DEMANDS

FORMS: dict[str, tuple[str, ...]] = {
    "name": ("名称",),
    "code": ("代码",),
    "number": ("数字", "编号"),
    "accounts": ("客户", "客户数"),
    "capability": ("能力", "五维"),
}


def scored(book: OpenBook) -> SellerCard:
    """The card of a book whose profile names a seller; else #N/A."""
    if not book.named:
        raise Refusal(CellError.NA)
    return book.card


def level(book: OpenBook, form: str | None) -> Value:
    ladders = scored(book).ladders
    wanted = words_in.option(form, FORMS, "name")
    if wanted == "number":
        return float(ladders.level.rank)
    if wanted == "code":
        return str(ladders.level.value)
    shown = {"accounts": ladders.accounts_level, "capability": ladders.capability_level}
    return shown.get(wanted, ladders.level)


def grade(book: OpenBook, dimension: str) -> float:
    wanted = words_in.dimension(dimension)
    return float(scored(book).capability.grades[wanted].grade)


def gap(book: OpenBook, wanted: object) -> Rows:
    """Requirement, have, need, missing; what blocks most first. Only the header at the top. Rule P1."""
    card = scored(book)
    lines = card.gap if wanted is None else card.gap_to(words_in.level(wanted))
    requirements = (
        (DEMANDS[line.demand], float(line.have), float(line.need), float(line.missing)) for line in lines
    )
    return [HEADERS["gap"], *requirements]


def progress(book: OpenBook) -> float:
    return float(scored(book).progress)


def advice(asked: Asked, wanted: object) -> str:
    """Type, who chooses, what to look for, what to do next, as one text; for the calling workbook's
    seller, a handle's seller, or a level, then in the language it was typed in. Rule P4."""
    if wanted is None or is_handle(wanted):
        book = asked.book(None if wanted is None else str(wanted))
        return advise(scored(book).level).pick(book.lang)
    lang = words_in.language_of(wanted) if isinstance(wanted, str) else asked.lang
    return advise(words_in.level(wanted)).pick(lang)


def advise(level: Level) -> Text:
    advice = ADVICE[level]
    return WORDS["advice"](
        kind=advice.kind, chooses=advice.chooses, company=advice.company, do=join(advice.do, HALVES)
    )


def what_if(
    asked: Asked,
    strong: float,
    mid: float,
    junior: float,
    grade: float | None,
    expert: object,
) -> Level:
    """The level of plain numbers under the default policy. grade: of all five dimensions; left out,
    the accounts alone decide. Rules L2–L6."""
    counts = [strong, mid, junior]
    if any(n != int(n) or n < 0 for n in counts):
        raise Refusal(CellError.VALUE)
    is_expert = _is_yes(expert)
    if grade is None:
        able = Level.TOP if is_expert else Level.SENIOR
    elif 0 <= grade < len(Grade):
        able = capability_level([int(grade)] * len(Dimension), is_expert, DEFAULT_POLICY)
    else:
        raise Refusal(CellError.VALUE)
    return level_of(Counts(*map(int, counts)), able, DEFAULT_POLICY).level


def _is_yes(value: object) -> bool:
    if value is None:
        return False
    if isinstance(value, (bool, int, float)):
        return value != 0
    text = name_key(str(value))
    if text in ("true", "false"):
        return text == "true"
    return words_in.term(YesNo, text) is YesNo.YES
