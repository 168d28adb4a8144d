"""What was found in a team's books: where, what, what was done, how to put it right."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.pages.page import Column, Content, Page, Table
from kasales_xl.pages.parts import severity_cell, team_name
from kasales_xl.pages.style import WRAP
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.pages.words import WORDS

_ORDER = {severity: place for place, severity in enumerate(reversed(Severity))}


Row = tuple[Content, ...]


def finding_rows(card: SellerCard) -> tuple[Row, ...]:
    """A seller's findings, those that left data out first."""
    found = sorted(card.findings, key=lambda finding: _ORDER[finding.severity])
    return tuple(_row(card, finding) for finding in found)


def findings_page(team: str, rows: Sequence[Row], subtitle: Words) -> Page:
    """The findings of all sellers, in the order given."""
    columns = (
        Column("seller", WORDS["seller"]),
        Column("file", WORDS["file"]),
        Column("place", WORDS["place"]),
        Column("severity", WORDS["severity"]),
        Column("what", WORDS["what"], WRAP),
        Column("got", WORDS["found"], WRAP),
        Column("now", WORDS["used"], WRAP),
        Column("fix", WORDS["fix"], WRAP),
    )
    return Page(
        "findings",
        WORDS["title-findings"](team=team_name(team)),
        WORDS["tab-findings"],
        (Table("findings", columns, tuple(rows), empty=WORDS["no-findings"]),),
        subtitle,
        "list",
    )


def _row(card: SellerCard, finding: Finding) -> Row:
    return (
        card.seller.name,
        finding.at.file,
        str(finding.at),
        severity_cell(finding.severity),
        what(finding),
        finding.got,
        finding.now,
        fix(finding),
    )
