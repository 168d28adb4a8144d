"""Everything there is to say about one book, its settings included."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kasales_xl.batch.grading.policies import policy_for
from kasales_xl.batch.sources.discover import Source
from kasales_xl.core.findings import Finding
from kasales_xl.files.xlsx_in.book import read_book, refused_book, structure
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.functions.recomputed import with_computed


@dataclass(frozen=True, slots=True)
class Checked:
    """``findings`` in the order of the book."""

    findings: tuple[Finding, ...]

    @property
    def blocked(self) -> bool:
        return any(finding.severity.blocks for finding in self.findings)


def check_source(asked: tuple[Source, dt.date]) -> Checked:
    """Never raises for the file's sake."""
    source, on = asked
    try:
        source.check()
        book = read_book(source.path, on=on)
    except Refused as refused:
        book = refused_book(refused, source.name)
    findings = list(book.findings)
    if book.seller is not None:
        known = {(f.code, f.at.title, f.at.cell) for f in findings}
        also = (f.in_file(book.file) for f in structure(source.path))
        findings += [f for f in also if (f.code, f.at.title, f.at.cell) not in known]
        findings = list(with_computed(findings, book, policy_for(book, None)[0], on))
    return Checked(tuple(findings))
