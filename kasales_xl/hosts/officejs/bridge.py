"""The one door between the add-in's script and Python: a text in, a text out."""

from __future__ import annotations

from kasales_xl.hosts.officejs.batch import answer_batch


def ask(what: str, text: str) -> str:
    """what: ``cells``, or what the pane asks for. text, answer: JSON, as the function says that answers. What
    the pane needs is loaded when it first asks, for cells come first."""
    if what == "cells":
        return answer_batch(text)
    from kasales_xl.hosts.officejs.pane import ASKED

    return ASKED[what](text)
