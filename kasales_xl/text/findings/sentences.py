"""Every finding in words: what was found and done, and how to put it right."""

from __future__ import annotations

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.text import Text, join, same
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.text.findings.texts import CELL_OUT

BLANK = Text("空", "blank")


def what(finding: Finding, **instead: object) -> Text:
    """What was found in this cell, and what was done; ``instead``: other fillings of its fields."""
    return finding.kind.what(**_words(finding) | instead)


def fix(finding: Finding) -> Text:
    """How to put it right."""
    return finding.kind.fix(**_words(finding))


def say(finding: Finding) -> Text:
    """``客户!G4 「50-80万」是一个范围,这一行先不算。填一个最可能的数``: one line."""
    place = join((finding.at.file, str(finding.at)), same(" "))
    sentence = Text("{what}。{fix}", "{what}. {fix}")(what=what(finding), fix=fix(finding))
    return join((place, sentence), same(" "))


def column_header(at: Place) -> Text | str:
    """The header of the column that a place is in, its key where it is none of ours; blank for none."""
    layout = LAYOUT.get(at.sheet)
    column = layout.by_key.get(at.column) if layout else None
    return column.header if column else at.column


def _words(finding: Finding) -> dict[str, object]:
    """The fields of a sentence: what can be said about its place, and the finding's own."""
    header = column_header(finding.at)
    return {
        "got": finding.got.replace("\n", " ") or BLANK,
        "now": finding.now or BLANK,
        "row": finding.at.row,
        "column": header,
        "label": header,
        "left": CELL_OUT,
        **dict(finding.words),
    }
