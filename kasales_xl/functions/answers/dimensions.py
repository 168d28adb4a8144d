"""The five dimensions side by side, support, paths and focus."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure, Status
from kasales_xl.core.text import HALVES, Text, join, same
from kasales_xl.core.verdicts.focus import focus as focus_of
from kasales_xl.functions import words_in
from kasales_xl.functions.answers.level import scored
from kasales_xl.functions.declared import Rows, Value
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.pages.measure_cells import measure_text
from kasales_xl.text.functions import HEADERS, WORDS
from kasales_xl.text.verdicts.dimensions import focus_notes, path_text, unbacked_text

MEASURES: dict[str, tuple[str, ...]] = {
    "gather": ("聚", "ju", "gathering"),
    "match": ("准", "zhun", "matching", "aim"),
}


def dimensions(book: OpenBook, about: str | None = None) -> Value | Rows:
    """Grade, headline indicator with its n, and a flag where a good grade has nothing recorded (G2).
    about: a dimension for all its indicators with their n, or one indicator for its plain value
    (money in the book's unit)."""
    if about is not None:
        return _about(book, about)
    card = scored(book)
    rows: Rows = [HEADERS["dimensions"]]
    for line in dimension_lines(card.capability.grades, card.dimensions):
        name, value = INDICATORS[line.measure.code].name, measure_text(line.measure)
        indicator = same("{name} {value}")(name=name, value=value)
        rows.append((line.dimension, float(line.grade.grade), indicator, unbacked_text(line)))
    return rows


def _about(book: OpenBook, about: str) -> Value | Rows:
    found = book.card.dimensions
    code = words_in.indicator(about)
    if code:
        return _value(found.measures[code])
    policy = dict(book.card.policy)
    rows: Rows = [HEADERS["indicators"]]
    for measure in found.of(words_in.dimension(about)).measures:
        declared = INDICATORS[measure.code]
        rows.append((declared.name, _value(measure), float(measure.n), declared.formula(**policy)))
    return rows


def path(book: OpenBook, contact: str) -> Text:
    """The warmest way from us to a person, hop by hop; says so where nobody leads there."""
    found = book.card.dimensions.ecm.path(words_in.contact(book, contact).contact_id)
    return path_text(found) if found else WORDS["no-path"]


def support(book: OpenBook, measure: str | None) -> Value | Rows:
    """聚 and 准, or every measure of support with its n; 数据不足 where nothing can be said."""
    mci = book.card.dimensions.mci
    wanted = words_in.option(measure, MEASURES, "")
    if wanted:
        return _value(mci.gather if wanted == "gather" else mci.aim)
    measures = ((INDICATORS[m.code].name, _value(m), float(m.n)) for m in mci.measures)
    return [HEADERS["support"], *measures]


def _value(measure: Measure) -> Status | float:
    return Status.FEW if measure.value is None else float(measure.value)


def focus(book: OpenBook) -> Rows:
    """Track and industry: what it is, years on it, switches, a plain note. Rule P5."""
    found = focus_of(book.book.career, book.book.seller, book.on)
    rows: Rows = [HEADERS["focus"]]
    for kind, stretch in (("track", found.track), ("industry", found.industry)):
        own = replace(found, notes=tuple(note for note in found.notes if f"-{kind}" in note.code))
        years = Status.FEW if stretch.years is None else round(stretch.years, 1)
        notes = join(focus_notes(own), HALVES)
        rows.append((WORDS[kind], stretch.name or Status.FEW, years, float(stretch.switches), notes))
    return rows
