"""One page of what has to be settled in the books: accounts that two sellers list, names that are alike,
files to be put right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from kasales_xl.core.card.standing import Conflict
from kasales_xl.core.findings import Severity
from kasales_xl.core.text import join
from kasales_xl.pages.organisation.books import FileFindings, situation
from kasales_xl.pages.organisation.similar import Similar
from kasales_xl.pages.page import Block, Heading, Page, Paragraph, Words
from kasales_xl.pages.parts import team_name
from kasales_xl.pages.standing_fields import finding_fields
from kasales_xl.pages.style import QUIET, SHARE, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS

#: Lines of each kind that fit one page together.
SHOWN = 10
_Line = TypeVar("_Line")


def books_page(
    clashes: Sequence[Conflict],
    similar: Sequence[Similar],
    files: Iterable[FileFindings],
    subtitle: Words,
) -> Page:
    """Each kind with its first lines and how many more there are; the worst files first."""
    every = tuple(files)
    bad = [one for one in every if any(one.findings[kind.value] for kind in Severity if kind.blocks)]
    bad.sort(key=lambda one: (-one.findings["reject"], -one.findings["hold"], one.file))
    told = {kind: sum(one.findings[kind] for one in every) for kind in ("reject", "hold", "warn")}
    return Page(
        "books",
        WORDS["title-books"],
        WORDS["tab-books"],
        (
            *_section("tab-conflicts", "conflicts", _CLASH_FIELDS, clashes, "no-conflicts"),
            *_section("tab-similar", "similar", _SIMILAR_FIELDS, similar, "no-similar"),
            *_section("books-files", "files", _FILE_FIELDS, bad, "files-fine"),
            Paragraph(WORDS["files-sum"](n=len(every), **told), QUIET),
        ),
        subtitle,
        "report",
        one_sheet=True,
    )


def _section(
    title: str, key: str, fields: Sequence[Field[_Line]], lines: Sequence[_Line], empty: str
) -> tuple[Block, ...]:
    more = len(lines) - SHOWN
    rest = (Paragraph(WORDS["more-in-details"](n=more), QUIET),) if more > 0 else ()
    return (Heading(WORDS[title]), table(key, fields, lines[:SHOWN], empty=WORDS[empty]), *rest)


def _claimants(clash: Conflict) -> Words:
    return join(
        WORDS["claimant"](name=seller.name, counts=WORDS["counts" if claim.counted else "counts-not"])
        for seller, claim in clash.claims
    )


_CLASH_FIELDS: tuple[Field[Conflict], ...] = (
    Field("account", WORDS["account"], lambda clash: clash.account, WRAP, 6),
    Field("conflict", WORDS["conflict"], situation, WRAP, 6),
    Field("claimants", WORDS["claimants"], _claimants, WRAP, 8),
)
_SIMILAR_FIELDS: tuple[Field[Similar], ...] = (
    Field("kind", WORDS["similar-kind"], lambda one: WORDS[f"similar-{one.kind}"], weight=2),
    Field("name", WORDS["similar-name"], lambda one: one.name, WRAP, 5),
    Field("seller", WORDS["seller"], lambda one: one.seller, WRAP, 3),
    Field("other", WORDS["similar-other"], lambda one: one.other, WRAP, 5),
    Field("other_seller", WORDS["similar-other-seller"], lambda one: one.other_seller, WRAP, 3),
    Field("likeness", WORDS["similar-likeness"], lambda one: one.likeness, SHARE, 2),
)
_FILE_FIELDS: tuple[Field[FileFindings], ...] = (
    Field("file", WORDS["file"], lambda of: of.file, WRAP, 9),
    Field("seller", WORDS["seller"], lambda of: of.seller, WRAP, 3),
    Field("team", WORDS["team"], lambda of: team_name(of.team) if of.seller else of.team, WRAP, 4),
    *finding_fields(lambda of, severity: of.findings[severity]),
)
