"""What the task pane shows: first steps, findings with their cells, the card in words, what-if. All of it
comes from the rooms that the command line uses; here it is only put into JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kasales_xl.book.first_time import STEPS, THEN
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.findings import Finding
from kasales_xl.core.moves.what_if import apply_moves
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text, as_line, stand_alone
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.functions.recomputed import with_computed
from kasales_xl.functions.spelling import SHOWN, respelled
from kasales_xl.hosts.language import language
from kasales_xl.hosts.officejs.workbook import WORKBOOK
from kasales_xl.hosts.today import today
from kasales_xl.layout.sheets import TAB_TITLES
from kasales_xl.pages.explain.whole import explain_everything, explain_supposed
from kasales_xl.pages.relations.plain import key_account_plain_maps
from kasales_xl.pages.relations.words import map_words
from kasales_xl.reading.what_if import NotUnderstood, read_phrases
from kasales_xl.text.findings.grouped import grouped
from kasales_xl.text.sheets import CHECKS

#: The most findings that are listed one by one.
MOST = 200


def show(text: str) -> str:
    """text: ``{"lang": …, "tables": {…} or null}``, as for cells. ``steps``: the first ones, each with the
    sheet that it is done on; ``findings``: the worst first, each with its cells; ``parts``: the card, empty
    where nobody is named yet."""
    asked = json.loads(text)
    lang = _read(asked)
    if not WORKBOOK.tables:
        return _json({"book": False, "steps": [], "findings": [], "parts": []})
    book = WORKBOOK.book(today())
    shown = {
        "book": True,
        "steps": list(_steps(book, lang)),
        "findings": list(_findings(book, lang)),
        "parts": [_part(lines, lang) for lines in explain_everything(book.card)] if book.named else [],
    }
    return _json(shown)


def suppose(text: str) -> str:
    """text: the same with ``wish``, in the words of ``explain --if``. ``lines``: what would change, or why
    the wish was not understood."""
    asked = json.loads(text)
    lang = _read(asked)
    book = WORKBOOK.book(today())
    try:
        moves = read_phrases(asked["wish"], book.book)
    except NotUnderstood as error:
        return _json({"understood": False, "lines": [stand_alone(error.text, lang)]})
    changed = apply_moves(book.card.book, moves, book.policy, book.on)
    lines = explain_supposed(book.card, make_card(changed, book.policy, book.on), moves)
    return _json({"understood": True, "lines": [as_line(line, lang) for line in lines]})


def maps(text: str) -> str:
    """text: as for ``show``. ``maps``: the relationship map of every account that counts, as facts;
    ``words``: those of the picture. The script that draws them is the web page's and the command's."""
    asked = json.loads(text)
    lang = _read(asked)
    card = WORKBOOK.book(today()).card
    return _json({"maps": key_account_plain_maps(card), "words": map_words(lang)})


def respell(text: str) -> str:
    """text: formulas of the workbook as Excel shows them. The same under the add-in's names."""
    return _json([respelled(formula, SHOWN) for formula in json.loads(text)])


#: What the script asks for, by name.
ASKED: dict[str, Callable[[str], str]] = {
    "show": show,
    "suppose": suppose,
    "maps": maps,
    "respell": respell,
}


def _read(asked: Mapping[str, Any]) -> Lang:
    if asked.get("tables") is not None:
        WORKBOOK.read(asked["tables"])
    return language(asked["lang"])


def _steps(book: OpenBook, lang: Lang) -> Iterator[dict[str, Any]]:
    for key, words in STEPS.items():
        spot = WORKBOOK.spots.get(key)
        done = bool(getattr(book.book, key))
        yield {"text": words.pick(lang), "sheet": spot.sheet if spot else "", "done": done}
    yield {"text": THEN.pick(lang), "sheet": TAB_TITLES["scorecard"].pick(book.lang), "done": False}


def _findings(book: OpenBook, lang: Lang) -> Iterator[dict[str, Any]]:
    found = with_computed(book.book.findings, book.book, book.policy, book.on)
    for group in grouped(found)[:MOST]:
        yield {
            "blocks": group.severity.blocks,
            "light": CHECKS["mend" if group.severity.blocks else "look"].pick(lang),
            "what": stand_alone(group.example, lang),
            "fix": stand_alone(group.fix, lang),
            "cells": [cell for finding in group.findings[:MOST] if (cell := _cell(finding))],
        }


def _cell(finding: Finding) -> dict[str, str] | None:
    """Where to jump to; None for what stands in no table of the workbook."""
    spot = WORKBOOK.spots.get(finding.at.sheet)
    return {"sheet": spot.sheet, "cell": spot.address(finding.at)} if spot else None


def _part(lines: Sequence[Text], lang: Lang) -> dict[str, Any]:
    head, *rest = (as_line(line, lang) for line in lines)
    return {"head": head, "lines": rest}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
