"""The seats of a level: how many, who sits on them, and which are free."""

from __future__ import annotations

from kasales_xl.core.text import Text, join
from kasales_xl.functions import typed
from kasales_xl.functions.answers.level import scored
from kasales_xl.functions.arguments import BOOK
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Rows
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.functions import HEADERS

#: A seat that is taken, and a free one.
TAKEN, FREE = "●", "○"


def seats(book: OpenBook, wanted: object) -> Rows:
    """Level, tier, taken, seats, a picture of them, who sits there; the strongest tier first. Left out: the
    seats to be filled next. Rules L1, L2."""
    card = scored(book)
    level = typed.level_or(wanted, card.climbs_to)
    rows: Rows = [HEADERS["seats"]]
    for row in card.seats_of(level):
        taken = len(row.taken)
        picture = TAKEN * taken + FREE * row.free
        names = join(verdict.account.account for verdict in row.taken)
        rows.append((level, row.tier, float(taken), float(row.need), picture, names))
    return rows


DECLARED = (
    Function(
        "KA_SEATS",
        (BOOK, Argument(
            "level",
            Text("想看的等级；不填就是要往上走的那一级",
                 "Which level; left out: the one to climb to"),
            "any", optional=True,
        )),
        Text("这一级要的大客户席位：等级、关系、坐了几家、共几席、图示（● 已坐 ○ 空着）、坐的是谁；"
             "强的先坐，可以顶弱的。",
             "The seats of a level for key accounts: level, tier, taken, seats, a picture of them, "
             "who sits there; the strongest first, they may take weaker seats."),
        "table", "=KA_SEATS(KA)", seats, (NA, VALUE, REF),
    ),
)  # fmt: skip
