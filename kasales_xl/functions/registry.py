"""THE list of worksheet functions: every host, wizard text, reference page and example comes from it.

A new function touches two files: its answer in ``answers/`` with its entry below it, in ``DECLARED``, and an
example call in ``build/example_calls.py``. Sentences that it says stand in ``text/functions.py``."""

from __future__ import annotations

from kasales_xl.functions.answers import (
    accounts,
    advice,
    book,
    deals,
    dimensions,
    forecast,
    level,
    people,
    seats,
    why,
)
from kasales_xl.functions.declared import Function

#: In the order in which people find them: the book, the level, its accounts, the five dimensions.
_ANSWERS = (book, level, seats, why, advice, accounts, dimensions, deals, forecast, people)

FUNCTIONS: dict[str, Function] = {f.name: f for answers in _ANSWERS for f in answers.DECLARED}
