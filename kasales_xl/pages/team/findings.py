"""What was found in a team's books: where, what, what was done, how to put it right."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import Finding, Severity
from kasales_xl.core.terms import Lang
from kasales_xl.pages.page import Column, Content, Page, Table
from kasales_xl.pages.parts import severity_cell, team_name
from kasales_xl.pages.style import WRAP
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.pages.words import word

_ORDER = {severity: place for place, severity in enumerate(reversed(Severity))}


Row = tuple[Content, ...]


def finding_rows(card: SellerCard, lang: Lang) -> tuple[Row, ...]:
    """A seller's findings, those that left data out first."""
    found = sorted(card.findings, key=lambda finding: _ORDER[finding.severity])
    return tuple(_row(card, finding, lang) for finding in found)


def findings_page(team: str, rows: Sequence[Row], subtitle: Words, lang: Lang) -> Page:
    """The findings of all sellers, in the order given."""
    columns = (
        Column("seller", word("seller", lang)),
        Column("file", word("file", lang)),
        Column("place", word("place", lang)),
        Column("severity", word("severity", lang)),
        Column("what", word("what", lang), WRAP),
        Column("got", word("found", lang), WRAP),
        Column("now", word("used", lang), WRAP),
        Column("fix", word("fix", lang), WRAP),
    )
    return Page(
        "findings",
        word("title-findings", lang, team=team_name(team, lang)),
        word("tab-findings", lang),
        (Table("findings", columns, tuple(rows), empty=word("no-findings", lang)),),
        subtitle,
        "list",
    )


def _row(card: SellerCard, finding: Finding, lang: Lang) -> Row:
    return (
        card.seller.name,
        finding.at.file,
        str(finding.at),
        severity_cell(finding.severity, lang),
        what(finding).pick(lang),
        finding.got,
        finding.now,
        fix(finding).pick(lang),
    )
