"""The one door between the add-in's script and Python: a text in, a text out."""

from __future__ import annotations

from collections.abc import Callable

from kasales_xl.hosts.officejs.batch import answer_batch

_ASKED: dict[str, Callable[[str], str]] = {
    "cells": answer_batch,
}


def ask(what: str, text: str) -> str:
    """what: one of the above. text, answer: JSON, as the function says that answers."""
    return _ASKED[what](text)
