"""The five dimensions side by side, support, paths and focus."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure, Status
from kasales_xl.core.terms import Lang
from kasales_xl.core.verdicts.focus import focus as focus_of
from kasales_xl.functions import words_in
from kasales_xl.functions.answers.level import scored
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.pages.measure_cells import measure_text
from kasales_xl.text.functions import headers, say
from kasales_xl.text.verdicts.dimensions import focus_notes, path_text, unbacked_text

Rows = list[list[str | float]]

MEASURES: dict[str, tuple[str, ...]] = {
    "gather": ("聚", "ju", "gathering"),
    "match": ("准", "zhun", "matching", "aim"),
}


def dimensions(book: OpenBook, about: str | None = None) -> float | str | Rows:
    """Grade, headline indicator with its n, and a flag where a good grade has nothing recorded (G2).
    about: a dimension for all its indicators with their n, or one indicator for its plain value
    (money in the book's unit)."""
    if about is not None:
        return _about(book, about)
    card, lang = scored(book), book.lang
    rows: Rows = [[*headers("dimensions", lang)]]
    for line in dimension_lines(card.capability.grades, card.dimensions):
        label = INDICATORS[line.measure.code].label(lang)
        indicator = f"{label} {measure_text(line.measure, lang)}"
        flag = unbacked_text(line, lang)
        rows.append([line.dimension.label(lang), float(line.grade.grade), indicator, flag])
    return rows


def _about(book: OpenBook, about: str) -> float | str | Rows:
    found, lang = book.card.dimensions, book.lang
    code = words_in.indicator(about)
    if code:
        return _value(found.measures[code], lang)
    rows: Rows = [[*headers("indicators", lang)]]
    for measure in found.of(words_in.dimension(about)).measures:
        declared = INDICATORS[measure.code]
        known = [_value(measure, lang), float(measure.n), declared.formula(lang, book.card.policy)]
        rows.append([declared.label(lang), *known])
    return rows


def path(book: OpenBook, contact: str) -> str:
    """The warmest way from us to a person, hop by hop; says so where nobody leads there."""
    found = book.card.dimensions.ecm.path(words_in.contact(book, contact).contact_id)
    return path_text(found, book.lang) if found else say("no-path", book.lang)


def support(book: OpenBook, measure: str | None) -> float | str | Rows:
    """聚 and 准, or every measure of support with its n; 数据不足 where nothing can be said."""
    mci = book.card.dimensions.mci
    wanted = words_in.option(measure, MEASURES, "")
    if wanted:
        return _value(mci.gather if wanted == "gather" else mci.aim, book.lang)
    rows: Rows = [[*headers("support", book.lang)]]
    for found in mci.measures:
        label = INDICATORS[found.code].label(book.lang)
        rows.append([label, _value(found, book.lang), float(found.n)])
    return rows


def _value(measure: Measure, lang: Lang) -> float | str:
    return Status.FEW.label(lang) if measure.value is None else float(measure.value)


def focus(book: OpenBook) -> Rows:
    """Track and industry: what it is, years on it, switches, a plain note. Rule P5."""
    found = focus_of(book.book.career, book.book.seller, book.on)
    lang = book.lang
    rows: Rows = [[*headers("focus", lang)]]
    for kind, stretch in (("track", found.track), ("industry", found.industry)):
        own = replace(found, notes=tuple(note for note in found.notes if f"-{kind}" in note.code))
        unknown = Status.FEW.label(lang)
        years = unknown if stretch.years is None else round(stretch.years, 1)
        text = ("；" if lang == "zh" else "; ").join(focus_notes(own, lang))
        rows.append([say(kind, lang), stretch.name or unknown, years, float(stretch.switches), text])
    return rows
