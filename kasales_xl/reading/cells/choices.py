"""One of a list: labels of both languages and codes go without saying, synonyms are noted."""

from __future__ import annotations

import difflib
from enum import Enum
from functools import lru_cache

from kasales_xl.core.names import name_key
from kasales_xl.core.terms import Term
from kasales_xl.core.text import NOTHING
from kasales_xl.reading.cells.cell import (
    Context,
    blank_word,
    is_blank_word,
    noted,
    number_text,
    shown,
    tidy,
)
from kasales_xl.reading.cells.synonyms import spellings
from kasales_xl.text.findings.choices import DID_YOU_MEAN, NOT_IN_LIST, SYNONYM
from kasales_xl.text.findings.texts import TEXT_SPACES

Choices = tuple[Term, ...]


@lru_cache(maxsize=64)
def exact_answers(choices: Choices) -> dict[object, object]:
    """Labels and codes of both languages → term: what a clean cell holds."""
    answers: dict[object, object] = {}
    for term in choices:
        answers |= {term.value: term, term.en: term, term.zh: term}
    return answers


@lru_cache(maxsize=64)
def _spelled(choices: Choices) -> dict[str, Term]:
    """Every accepted spelling in its comparable form → term; labels and codes before synonyms."""
    spelled: dict[str, Term] = {}
    for term in choices:
        spelled |= {name_key(word): term for word in spellings(term)}
    for term in choices:
        spelled |= {
            name_key(text): term for text in (term.value, term.en, term.zh, term.value.replace("_", ""))
        }
    return spelled


def read_choice(raw: object, blank: object, context: Context, choices: Choices) -> object:
    """A term, or a ``Noted`` one: a synonym is a fix, anything else is held with the nearest answer."""
    if isinstance(raw, float) and raw != raw:
        return blank
    text = tidy(number_text(raw) if isinstance(raw, float) else shown(raw))
    if not text:
        return blank
    key = name_key(text)
    spelled = _spelled(choices)
    term = spelled.get(key) or spelled.get(key.removesuffix("阶段").removesuffix("stage"))
    if term is not None:
        same = text in (term.zh, term.en, term.value) or key in (name_key(term.zh), name_key(term.en))
        return noted(term, TEXT_SPACES if same else SYNONYM, term.label(context.lang))
    if is_blank_word(key):
        return blank_word(blank)
    allowed = [term.label(context.lang) for term in choices]
    near = nearest(text, choices)
    meant = DID_YOU_MEAN(nearest=near.label(context.lang)) if near else NOTHING
    return noted(blank, NOT_IN_LIST, did_you_mean=meant, allowed=" / ".join(allowed))


def nearest(text: str, choices: Choices) -> Term | None:
    """The choice whose spelling is closest to what was typed, None where none is close."""
    spelled = _spelled(choices)
    close = difflib.get_close_matches(name_key(text), spelled, n=1, cutoff=0.6)
    if close:
        return spelled[close[0]]
    shared = [term for term in choices if set(term.zh) & set(text)]
    return max(shared, key=lambda term: len(set(term.zh) & set(text))) if shared else None


def read_option(raw: object, options: type[Enum]) -> Enum | None:
    """A choice of the policy, by code or by label where it has any; None for anything else."""
    key = name_key(shown(raw))
    for option in options:
        labels = (option.zh, option.en) if isinstance(option, Term) else ()
        if key in {name_key(str(text)) for text in (option.value, option.name, *labels)}:
            return option
    return None
