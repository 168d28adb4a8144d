"""Accounts and people of several sellers whose names are alike: questions, never merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kasales_xl.pages.list_page import list_page
from kasales_xl.pages.page import Page, Paragraph, Words
from kasales_xl.pages.style import QUIET, SHARE
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS


@dataclass(frozen=True, slots=True)
class Similar:
    """``kind``: account or person; ``likeness`` 0–1. A person's account stands behind the name."""

    kind: str
    name: str
    seller: str
    other: str
    other_seller: str
    likeness: float


def similar_page(found: Iterable[Similar], subtitle: Words) -> Page:
    """In the order given."""
    listed = table("similar", _FIELDS, found, empty=WORDS["no-similar"])
    return list_page("similar", listed, subtitle, Paragraph(WORDS["similar-note"], QUIET))


_FIELDS: tuple[Field[Similar], ...] = (
    Field("kind", WORDS["similar-kind"], lambda one: WORDS[f"similar-{one.kind}"]),
    Field("name", WORDS["similar-name"], lambda one: one.name),
    Field("seller", WORDS["seller"], lambda one: one.seller),
    Field("other", WORDS["similar-other"], lambda one: one.other),
    Field("other_seller", WORDS["similar-other-seller"], lambda one: one.other_seller),
    Field("likeness", WORDS["similar-likeness"], lambda one: one.likeness, SHARE),
)
