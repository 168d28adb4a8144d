"""What the books of an organisation have to be looked at for: accounts in several of them, and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from kasales_xl.core.card.standing import Claim, Conflict, Standing
from kasales_xl.core.findings import Finding, tally
from kasales_xl.pages.list_page import list_page
from kasales_xl.pages.page import Cell, Page, Words
from kasales_xl.pages.parts import team_name, tier_cell
from kasales_xl.pages.standing_fields import finding_fields
from kasales_xl.pages.style import BAD, CENTER, GOOD, TIER, WATCH
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS


@dataclass(frozen=True, slots=True)
class FileFindings:
    """How many findings of each severity one file has; ``seller`` and ``team`` blank where it could not
    be read."""

    file: str
    seller: str
    team: str
    findings: dict[str, int]


def with_late(files: Iterable[FileFindings], late: Iterable[Finding]) -> tuple[FileFindings, ...]:
    """The files with what was found only once all books were there, such as an older copy."""
    of_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in late:
        of_file[finding.at.file].append(finding)

    def counted(one: FileFindings) -> FileFindings:
        more = tally(of_file[one.file])
        return replace(one, findings={kind: n + more[kind] for kind, n in one.findings.items()})

    return tuple(counted(one) if of_file.get(one.file) else one for one in files)


class ClaimLine(NamedTuple):
    """One seller's claim to an account that is in several books."""

    clash: Conflict
    seller: Standing
    claim: Claim


def conflicts_page(clashes: Iterable[Conflict], subtitle: Words) -> Page:
    """Accounts in the order given, a line for each seller who lists one."""
    lines = [ClaimLine(clash, seller, claim) for clash in clashes for seller, claim in clash.claims]
    return list_page(
        "conflicts", table("conflicts", _CLAIM_FIELDS, lines, empty=WORDS["no-conflicts"]), subtitle
    )


def situation(clash: Conflict) -> Cell:
    """Who has to do something about it?"""
    if clash.double:
        return Cell(WORDS["conflict-double"], BAD)
    if clash.unsettled:
        return Cell(WORDS["conflict-unsettled"], WATCH)
    return Cell(WORDS["conflict-owner"], GOOD)


_CLAIM_FIELDS: tuple[Field[ClaimLine], ...] = (
    Field("account", WORDS["account"], lambda line: line.clash.account),
    Field("conflict", WORDS["conflict"], lambda line: situation(line.clash)),
    Field("seller", WORDS["seller"], lambda line: line.seller.name),
    Field("seller_id", WORDS["seller-id"], lambda line: line.seller.seller_id),
    Field("team", WORDS["team"], lambda line: team_name(line.seller.team)),
    Field("owner", WORDS["owner"], lambda line: line.claim.owner),
    Field("tier", WORDS["tier"], lambda line: tier_cell(line.claim.tier), TIER),
    Field("counted", WORDS["counted"], lambda line: WORDS["yes" if line.claim.counted else "no"], CENTER),
    Field("file", WORDS["file"], lambda line: line.seller.file),
)


def files_page(files: Iterable[FileFindings], subtitle: Words) -> Page:
    """Every file with what was found in it, in the order given."""
    return list_page("files", table("files", _FILE_FIELDS, files, empty=WORDS["no-findings"]), subtitle)


_FILE_FIELDS: tuple[Field[FileFindings], ...] = (
    Field("file", WORDS["file"], lambda of: of.file),
    Field("seller", WORDS["seller"], lambda of: of.seller),
    Field("team", WORDS["team"], lambda of: of.team),
    *finding_fields(lambda of, severity: of.findings[severity]),
)
