"""The way to a person, the support granted, and how long a seller has kept to a field."""

from __future__ import annotations

from kasales_xl.core.dimensions.catalogue import INDICATORS
from kasales_xl.core.dimensions.measure import Status
from kasales_xl.core.text import HALVES, Text, join
from kasales_xl.core.verdicts.focus import focus as focus_of
from kasales_xl.functions import typed
from kasales_xl.functions.answers.dimensions import measure_value
from kasales_xl.functions.arguments import BOOK, CONTACT
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Rows, Value
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.functions import HEADERS, WORDS
from kasales_xl.text.verdicts.dimensions import focus_notes, path_text

MEASURES: dict[str, tuple[str, ...]] = {
    "gather": ("聚", "ju", "gathering"),
    "match": ("准", "zhun", "matching", "aim"),
}


def path(book: OpenBook, contact: str) -> Text:
    """The warmest way from us to a person, hop by hop; says so where nobody leads there."""
    way = book.card.dimensions.ecm.path(typed.find(book.contacts, contact).contact_id)
    return path_text(way) if way else WORDS["no-path"]


def support(book: OpenBook, measure: str | None) -> Value | Rows:
    """聚 and 准, or every measure of support with its n; 数据不足 where nothing can be said."""
    mci = book.card.dimensions.mci
    wanted = typed.read_option(measure, MEASURES, "")
    if wanted:
        return measure_value(mci.headline if wanted == "gather" else mci.aim)
    measures = ((INDICATORS[m.code].name, measure_value(m), float(m.n)) for m in mci.measures)
    return [HEADERS["support"], *measures]


def focus(book: OpenBook) -> Rows:
    """Track and industry: what it is, years on it, switches, a plain note. Rule P5."""
    kept = focus_of(book.book.career, book.book.seller, book.on)
    rows: Rows = [HEADERS["focus"]]
    for kind, stretch in (("track", kept.track), ("industry", kept.industry)):
        years = Status.FEW if stretch.years is None else round(stretch.years, 1)
        notes = join(focus_notes(kept, kind), HALVES)
        rows.append((WORDS[kind], stretch.name or Status.FEW, years, float(stretch.switches), notes))
    return rows


DECLARED = (
    Function(
        "KA_PATH", (BOOK, CONTACT),
        Text("从我们到这个人，经谁引荐最顺。",
             "The warmest way from us to this person."),
        "text", '=KA_PATH(KA,"C04")', path, (NA, VALUE, REF),
    ),
    Function(
        "KA_SUPPORT",
        (BOOK, Argument(
            "measure", Text("准 或 聚；不填是整张表", "match or gather; left out: both, in a table"), "text",
            optional=True,
        )),
        Text("势：准（资源给了最值的项目吗）和聚（要到了多少资源）。",
             "Support: match (do the best deals get it) and gather (how much of it was won)."),
        "table", '=KA_SUPPORT(KA,"聚")', support, (NA, VALUE, REF),
    ),
    Function(
        "KA_FOCUS", (BOOK,),
        Text("在现在的赛道和行业干了几年、换过几次，附一句话。",
             "Years on the current track and in the industry, switches, and a plain note."),
        "table", "=KA_FOCUS(KA)", focus, (NA, VALUE, REF),
    ),
)  # fmt: skip
