"""The seller's level, what it lacks, and the next moves."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.move import FIND_DM, NEUTRALISE, WIN_DM, WIN_RELATED
from kasales_xl.core.moves.next_actions import Action, next_actions
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text
from kasales_xl.functions import typed
from kasales_xl.functions.arguments import BOOK
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Refusal, Rows, Value
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.text.functions import HEADERS
from kasales_xl.text.verdicts.actions import ActionCells, action_cells
from kasales_xl.text.verdicts.verdicts import DEMANDS

FORMS: dict[str, tuple[str, ...]] = {
    "name": ("名称",),
    "code": ("代码",),
    "number": ("数字", "编号"),
    "accounts": ("客户", "客户数"),
    "capability": ("能力", "五维"),
}


#: Which of the next moves: one for each person to see, or those that need nobody.
MOVE_FORMS: dict[str, tuple[str, ...]] = {
    "all": ("全部",),
    "people": ("人", "找人", "找谁"),
    "others": ("其他", "事"),
}


def scored(book: OpenBook) -> SellerCard:
    """The card of a book whose profile names a seller; else #N/A."""
    if not book.named:
        raise Refusal(NA)
    return book.card


def level(book: OpenBook, form: str | None) -> Value:
    ladders = scored(book).ladders
    wanted = typed.read_option(form, FORMS, "name")
    if wanted == "number":
        return float(ladders.level.rank)
    if wanted == "code":
        return str(ladders.level.value)
    shown = {"accounts": ladders.accounts_level, "capability": ladders.capability_level}
    return shown.get(wanted, ladders.level)


def progress(book: OpenBook) -> float:
    return float(scored(book).progress)


def gap(book: OpenBook, wanted: object) -> Rows:
    """Requirement, have, need, missing; what blocks most first. Only the header at the top. Rule P1."""
    card = scored(book)
    lines = card.gap if typed.is_no_level(wanted) else card.gap_to(typed.read_level(wanted))
    requirements = (
        (DEMANDS[line.demand], float(line.have), float(line.need), float(line.missing)) for line in lines
    )
    return [HEADERS["gap"], *requirements]


def next_moves(book: OpenBook, n: float | None, which: str | None = None) -> Rows:
    """Account, move, person, effect: the way up mixed with what is running late, this week's three
    first; only the header where there is nothing to do. which: ``people`` for the first move of each
    person, ``others`` for moves that need nobody. Rule P2."""
    if n is not None and not n >= 1:
        raise Refusal(VALUE)
    wanted = typed.read_option(which, MOVE_FORMS, "all")
    card = scored(book)
    actions = next_actions(card)
    if wanted != "all":
        actions = tuple(action for action in actions if _sees_somebody(action) is (wanted == "people"))
    cells = [action_cells(action, card) for action in actions]
    if wanted == "people":
        cells = _first_of_each_person(cells, book.lang)
    shown = cells if n is None else cells[: int(min(n, len(cells)))]
    return [HEADERS["next"], *(line[:4] for line in shown)]


def _sees_somebody(action: Action) -> bool:
    """Somebody at the account: lines of support of our own, cells to fill in and practices need no visit."""
    if action.move:
        return action.move.kind in (WIN_DM, WIN_RELATED, NEUTRALISE, FIND_DM)
    return bool(action.person)


def _first_of_each_person(cells: Iterable[ActionCells], lang: Lang) -> list[ActionCells]:
    first: dict[tuple[str, str], ActionCells] = {}
    for line in cells:
        first.setdefault((line.account.pick(lang), line.person.pick(lang)), line)
    return list(first.values())


DECLARED = (
    Function(
        "KA_LEVEL",
        (
            BOOK,
            Argument(
                "form",
                Text("要什么：名称（不填）、代码、数字（0 小白 到 4 顶级）、"
                     "客户（只看客户数）、能力（只看五维）",
                     "What to show: name (default), code, number (0 novice to 4 top), "
                     "accounts or capability"),
                "text", optional=True,
            ),
        ),
        Text("销售等级：小白、初级、中级、高级、顶级。客户数和五维两条线，取低的一条。",
             "The seller's level: novice, junior, intermediate, senior, top; the lower of accounts and "
             "five dimensions."),
        "text", '=KA_LEVEL(KA,"客户")', level, (NA, VALUE, REF),
    ),
    Function(
        "KA_PROGRESS", (BOOK,),
        Text("本级进度，0 到 1：客户从下限到满分走了多少。",
             "Progress inside the level, 0 to 1: how far the accounts are from the minimum to the "
             "full mark."),
        "number", "=KA_PROGRESS(KA)", progress, (NA, VALUE, REF),
    ),
    Function(
        "KA_GAP",
        (BOOK, Argument(
            "level", Text("想看的等级；不填就是下一级", "Which level; left out: the next one"), "any",
            optional=True,
        )),
        Text("离这一级还差什么：要求、现有、需要、还差，最卡的排最前；最省力的走法见 KA_NEXT 和 KA_WHY。",
             "What a level still needs: requirement, have, need, missing; what blocks most comes first. The "
             "cheapest way: KA_NEXT, KA_WHY."),
        "table", '=KA_GAP(KA,"高级")', gap, (NA, VALUE, REF),
    ),
    Function(
        "KA_NEXT",
        (
            BOOK,
            Argument("n", Text("要几条；不填就是全部", "How many; left out: all"), "number", optional=True),
            Argument(
                "which",
                Text("全部（不填）；人：要见的人，一人一条；其他：不用见人的事",
                     "all (default); people: whom to see, a line each; others: what needs nobody"),
                "text", optional=True,
            ),
        ),
        Text("升级最省力的几步：客户、举措、人、效果；先少开新客户，再少走步。",
             "The cheapest way up: account, move, person, effect; fewest new accounts, then fewest steps."),
        "table", "=KA_NEXT(KA,3)", next_moves, (NA, VALUE, REF),
    ),
)  # fmt: skip
