"""The grades of the five dimensions beside their indicators."""

from __future__ import annotations

from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Measure, Status
from kasales_xl.core.text import Text, same
from kasales_xl.functions import typed
from kasales_xl.functions.answers.level import scored
from kasales_xl.functions.arguments import BOOK
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Rows, Value
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.pages.measure_cells import measure_text
from kasales_xl.text.functions import HEADERS
from kasales_xl.text.verdicts.dimensions import unbacked_text


def grade(book: OpenBook, dimension: str) -> float:
    wanted = typed.read_dimension(dimension)
    return float(scored(book).capability.grades[wanted].grade)


def dimensions(book: OpenBook, about: str | None = None) -> Value | Rows:
    """Grade, headline indicator with its n, a flag where a good grade has nothing recorded (G2), and
    how many of its seven practices are graded.
    about: a dimension for all its indicators with their n, or one indicator for its plain value
    (money in the book's unit)."""
    if about is not None:
        return _about(book, about)
    card = scored(book)
    rows: Rows = [HEADERS["dimensions"]]
    for line in dimension_lines(card.capability.grades, card.dimensions):
        name, value = INDICATORS[line.measure.code].name, measure_text(line.measure)
        indicator = same("{name} {value}")(name=name, value=value)
        grade = line.grade
        rows.append((line.dimension, float(grade.grade), indicator, unbacked_text(line), float(grade.filled)))
    return rows


def _about(book: OpenBook, about: str) -> Value | Rows:
    known = book.card.dimensions
    code = typed.read_indicator(about)
    if code:
        return measure_value(known.measures[code])
    policy = dict(book.card.policy)
    rows: Rows = [HEADERS["indicators"]]
    for measure in known.of(typed.read_dimension(about)).measures:
        declared = INDICATORS[measure.code]
        rows.append((declared.name, measure_value(measure), float(measure.n), declared.formula(**policy)))
    return rows


def measure_value(measure: Measure) -> Status | float:
    """The plain value; 数据不足 where it cannot be said."""
    return Status.FEW if measure.value is None else float(measure.value)


DECLARED = (
    Function(
        "KA_GRADE",
        (BOOK, Argument("dimension", Text("道、术、本、势、律", "ESP+, TAS+, ECM, MCI or PBM"), "text")),
        Text("一个维度的等级，0 无到 3 精通。",
             "Grade of one dimension, 0 none to 3 mastery."),
        "number", '=KA_GRADE(KA,"道")', grade, (NA, VALUE, REF),
    ),
    Function(
        "KA_DIMENSIONS",
        (BOOK, Argument(
            "about",
            Text("维度（道、术、本、势、律）：列出它的全部指标；或一个指标的名称或代码：只要它的值；不填是五维总表",
                 "A dimension for all its indicators, or the name or code of one indicator for its value; "
                 "left out: all five dimensions"),
            "text", optional=True,
        )),
        Text("五维一张表：等级、从账簿算出的指标、两者对不上的提示、七项做法已评几项；也能查一个维度或一个指标。",
             "The five dimensions: grade, indicator computed from the book, a flag where they disagree, how "
             "many of 7 practices are graded; or one dimension's indicators, or one indicator."),
        "table", "=KA_DIMENSIONS(KA)", dimensions, (NA, VALUE, REF),
    ),
)  # fmt: skip
