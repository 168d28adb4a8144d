"""What was found in a team's books: where, what, what was done, how to put it right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.pages.page import Page, Words
from kasales_xl.pages.parts import severity_cell
from kasales_xl.pages.style import WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.list_page import list_page
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.pages.words import WORDS

_ORDER = {severity: place for place, severity in enumerate(reversed(Severity))}


class FindingLine(NamedTuple):
    """A finding and in whose book."""

    name: str
    finding: Finding


def finding_lines(card: SellerCard) -> tuple[FindingLine, ...]:
    """A seller's findings, those that left data out first."""
    ordered = sorted(card.findings, key=lambda finding: _ORDER[finding.severity])
    return tuple(FindingLine(card.seller.name, finding) for finding in ordered)


def findings_page(team: Words, lines: Iterable[FindingLine], subtitle: Words) -> Page:
    """The findings of all sellers, in the order given."""
    findings = table("findings", _FIELDS, lines, empty=WORDS["no-findings"])
    return list_page("findings", findings, subtitle, team=team)


_FIELDS: tuple[Field[FindingLine], ...] = (
    Field("seller", WORDS["seller"], lambda line: line.name),
    Field("file", WORDS["file"], lambda line: line.finding.at.file),
    Field("place", WORDS["place"], lambda line: str(line.finding.at)),
    Field("severity", WORDS["severity"], lambda line: severity_cell(line.finding.severity)),
    Field("what", WORDS["what"], lambda line: what(line.finding), WRAP),
    Field("got", WORDS["found"], lambda line: line.finding.got, WRAP),
    Field("now", WORDS["used"], lambda line: line.finding.now, WRAP),
    Field("fix", WORDS["fix"], lambda line: fix(line.finding), WRAP),
)
