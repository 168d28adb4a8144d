"""What was found in a team's books: where, what, what was done, how to put it right."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.pages.list_page import Line, lines_of, list_page
from kasales_xl.pages.page import Page, Words
from kasales_xl.pages.parts import severity_cell
from kasales_xl.pages.style import WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.pages.words import WORDS

_ORDER = {severity: place for place, severity in enumerate(reversed(Severity))}


def finding_lines(card: SellerCard) -> tuple[Line[Finding], ...]:
    """A seller's findings, those that left data out first."""
    return lines_of(card, sorted(card.findings, key=lambda finding: _ORDER[finding.severity]))


def findings_page(team: Words, lines: Iterable[Line[Finding]], subtitle: Words) -> Page:
    """The findings of all sellers, in the order given."""
    findings = table("findings", _FIELDS, lines, empty=WORDS["no-findings"])
    return list_page("findings", findings, subtitle, team=team)


_FIELDS: tuple[Field[Line[Finding]], ...] = (
    Field("seller", WORDS["seller"], lambda line: line.seller.name),
    Field("file", WORDS["file"], lambda line: line.fact.at.file),
    Field("place", WORDS["place"], lambda line: str(line.fact.at)),
    Field("severity", WORDS["severity"], lambda line: severity_cell(line.fact.severity)),
    Field("what", WORDS["what"], lambda line: what(line.fact), WRAP),
    Field("got", WORDS["found"], lambda line: line.fact.got, WRAP),
    Field("now", WORDS["used"], lambda line: line.fact.now, WRAP),
    Field("fix", WORDS["fix"], lambda line: fix(line.fact), WRAP),
)
