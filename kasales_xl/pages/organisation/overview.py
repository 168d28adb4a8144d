"""The organisation from the standings of its sellers: teams, sellers, conflicts, files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from kasales_xl.core.card.standing import Conflict, Standing, conflicts, tier_counts
from kasales_xl.core.dimensions.team import Pooled, together
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.terms import Level, MoneyUnit
from kasales_xl.pages.measure_cells import result_cells, result_columns, sum_cells
from kasales_xl.pages.organisation.heat import heat_all_page
from kasales_xl.pages.page import (
    Beside,
    Bullets,
    Cell,
    Column,
    Content,
    Heading,
    Note,
    Page,
    Paragraph,
    Table,
)
from kasales_xl.pages.parts import (
    count_chart,
    grade_cell,
    grade_columns,
    level_cell,
    level_table,
    shared_unit,
    team_name,
    tier_cell,
    tier_table,
)
from kasales_xl.pages.style import BAD, CENTER, GOOD, INT, LEVEL, QUIET, TIER, WRAP
from kasales_xl.pages.team.dimensions import patterns_page
from kasales_xl.pages.team.overview import (
    attention,
    counts_in_words,
    finding_columns,
    head_figures,
    leading_cells,
    leading_columns,
    risk_cells,
    subtitle,
    tally_cells,
)
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import blocks_sentence


@dataclass(frozen=True, slots=True)
class FileFindings:
    """How many findings of each severity one file has; ``seller`` and ``team`` blank where it could not
    be read."""

    file: str
    seller: str
    team: str
    findings: dict[str, int]


def organisation_pages(
    standings: Iterable[Standing],
    files: Iterable[FileFindings],
    on: str,
    pasts: Iterable[Pooled] = (),
    policy: Policy = DEFAULT_POLICY,
) -> tuple[Page, ...]:
    """Overview, teams, all sellers, heat-map, patterns, conflicts, files; sellers by team and ID, never
    ranked. pasts: the closed deals of each team, counted; policy: the company's, for what is a law."""
    sellers = sorted(standings, key=lambda s: (s.team, s.seller_id))
    clashes = conflicts(sellers)
    below = subtitle(sellers, on)
    return (
        _overview(sellers, clashes, below),
        _teams(sellers, below),
        _sellers(sellers, below),
        heat_all_page(sellers, below),
        patterns_page(WORDS["all-teams"], together(pasts), policy, below),
        _conflicts(clashes, below),
        _files(tuple(files), below),
    )


def _overview(sellers: Sequence[Standing], clashes: Sequence[Conflict], below: str) -> Page:
    levels, tiers = level_table(sellers), tier_table(tier_counts(sellers))
    lines = attention(sellers)
    double = sum(clash.double for clash in clashes)
    if double:
        text = WORDS["attention-double"](n=double, tab=WORDS["tab-conflicts"])
        lines = (Cell(f"▲ {text}", BAD, "conflicts"), *lines)
    return Page(
        "overview",
        WORDS["title-organisation"],
        WORDS["tab-overview"],
        (
            *head_figures(sellers),
            Heading(WORDS["attention"]),
            Bullets(lines, WORDS["all-well"]),
            Heading(WORDS["by-level"]),
            Beside(
                (levels,),
                (count_chart(levels, "", WORDS["levels-about"](counts=counts_in_words(levels))),),
            ),
            Heading(WORDS["by-tier"]),
            Beside((tiers,), (count_chart(tiers, "", WORDS["tiers-about"](counts=counts_in_words(tiers))),)),
            Note(WORDS["fair-use"]),
        ),
        below,
    )


def _teams(sellers: Sequence[Standing], below: str) -> Page:
    unit = shared_unit(sellers)
    level_group, account_group = WORDS["by-level"], WORDS["by-tier"]
    columns = (
        Column("team", WORDS["team"]),
        Column("sellers", WORDS["sellers"], INT),
        *(Column(level.value, level, INT, group=level_group) for level in reversed(Level)),
        *(
            Column(f"accounts_{tier}", WORDS[tier], INT, group=account_group)
            for tier in ("strong", "mid", "junior")
        ),
        *leading_columns(lang, coverage=False),
        *result_columns(unit),
        *finding_columns(),
    )
    rows = []
    for team, members in groupby(sellers, key=lambda s: s.team):
        rows.append(_team_row(team, tuple(members), unit))
    return Page(
        "teams",
        WORDS["title-teams"],
        WORDS["tab-teams"],
        (Table("teams", columns, tuple(rows), empty=WORDS["no-sellers"]),),
        below,
        "list",
    )


def _team_row(team: str, members: Sequence[Standing], unit: MoneyUnit) -> tuple[Content, ...]:
    totals = {kind: sum(s.findings[kind] for s in members) for kind in ("fix", "warn", "hold", "reject")}
    return (
        team_name(team),
        len(members),
        *(sum(s.level is level for s in members) for level in reversed(Level)),
        *(sum(s.counts[place] for s in members) for place in range(3)),
        *risk_cells(members),
        *sum_cells(members, unit),
        *tally_cells(totals),
    )


def _sellers(sellers: Sequence[Standing], below: str) -> Page:
    unit = shared_unit(sellers)
    account_group = WORDS["key-account-count"]
    columns = (
        Column("seller", WORDS["seller"]),
        Column("seller_id", WORDS["seller-id"]),
        Column("team", WORDS["team"]),
        Column("level", WORDS["level"], LEVEL),
        Column("blocked_by", WORDS["blocked-by"], WRAP),
        *(Column(tier, WORDS[tier], INT, group=account_group) for tier in ("strong", "mid", "junior")),
        *grade_columns(),
        *leading_columns(),
        *result_columns(unit),
        *finding_columns(),
    )
    rows = tuple(
        (
            s.name,
            s.seller_id,
            team_name(s.team),
            level_cell(s.level),
            blocks_sentence(s.ladders),
            *s.counts,
            *(grade_cell(grade, s.confirmed) for grade in s.grades),
            *leading_cells(s),
            *result_cells(s, unit),
            *tally_cells(s.findings),
        )
        for s in sellers
    )
    return Page(
        "sellers",
        WORDS["title-sellers"],
        WORDS["tab-sellers"],
        (
            Paragraph(WORDS["no-ranking"], QUIET),
            Table("sellers", columns, rows, empty=WORDS["no-sellers"]),
        ),
        below,
        "list",
    )


def _conflicts(clashes: Sequence[Conflict], below: str) -> Page:
    columns = (
        Column("account", WORDS["account"]),
        Column("conflict", WORDS["conflict"]),
        Column("seller", WORDS["seller"]),
        Column("seller_id", WORDS["seller-id"]),
        Column("team", WORDS["team"]),
        Column("owner", WORDS["owner"]),
        Column("tier", WORDS["tier"], TIER),
        Column("counted", WORDS["counted"], CENTER),
        Column("file", WORDS["file"]),
    )
    rows = tuple(
        (
            clash.account,
            _situation(clash),
            s.name,
            s.seller_id,
            team_name(s.team),
            claim.owner,
            tier_cell(claim.tier),
            WORDS["yes" if claim.counted else "no"],
            s.file,
        )
        for clash in clashes
        for s, claim in clash.claims
    )
    return Page(
        "conflicts",
        WORDS["title-conflicts"],
        WORDS["tab-conflicts"],
        (Table("conflicts", columns, rows, empty=WORDS["no-conflicts"]),),
        below,
        "list",
    )


def _situation(clash: Conflict) -> Cell:
    if clash.double:
        return Cell(WORDS["conflict-double"], BAD)
    return Cell(WORDS["conflict-owner"], GOOD)


def _files(files: Sequence[FileFindings], below: str) -> Page:
    columns = (
        Column("file", WORDS["file"]),
        Column("seller", WORDS["seller"]),
        Column("team", WORDS["team"]),
        *finding_columns(),
    )
    rows = tuple((f.file, f.seller, f.team, *tally_cells(f.findings)) for f in files)
    return Page(
        "files",
        WORDS["title-files"],
        WORDS["tab-files"],
        (Table("files", columns, rows, empty=WORDS["no-findings"]),),
        below,
        "list",
    )
