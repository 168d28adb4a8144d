"""The words of the picture in one language, as plain values: what ``data/map/frame.js`` asks for."""

from __future__ import annotations

from typing import Any

from kasales_xl.core.relations.relation_map import Backing, Freshness, Line, Power
from kasales_xl.core.terms import Lang, Stance, Term, Tier
from kasales_xl.text.pages.relation_map import LINE_WORDS, MAP_WORDS, STEP_WORDS

_TERMS: dict[str, type[Term]] = {
    "tier": Tier,
    "stance": Stance,
    "power": Power,
    "backing": Backing,
    "freshness": Freshness,
    "line": Line,
}


def map_words(lang: Lang) -> dict[str, Any]:
    """Sentences by name with their fields in braces, and the labels of each term by code."""
    words: dict[str, Any] = {name: text.pick(lang) for name, text in MAP_WORDS.items()}
    words |= {name: {one.value: one.label(lang) for one in term} for name, term in _TERMS.items()}
    words["lines"] = {line.value: text.pick(lang) for line, text in LINE_WORDS.items()}
    words["tie"] = {tie.value: text.pick(lang) for tie, text in STEP_WORDS.items()}
    return words
