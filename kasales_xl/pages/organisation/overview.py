"""The organisation from the standings of its sellers: teams, sellers, conflicts, files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from kasales_xl.core.card.standing import Conflict, Standing, conflicts, tier_counts
from kasales_xl.core.dimensions.team import Pooled, together
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.terms import Lang, Level, MoneyUnit
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
from kasales_xl.text.pages.words import word
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
    lang: Lang,
    pasts: Iterable[Pooled] = (),
    policy: Policy = DEFAULT_POLICY,
) -> tuple[Page, ...]:
    """Overview, teams, all sellers, heat-map, patterns, conflicts, files; sellers by team and ID, never
    ranked. pasts: the closed deals of each team, counted; policy: the company's, for what is a law."""
    sellers = sorted(standings, key=lambda s: (s.team, s.seller_id))
    clashes = conflicts(sellers)
    below = subtitle(sellers, on, lang)
    return (
        _overview(sellers, clashes, below, lang),
        _teams(sellers, below, lang),
        _sellers(sellers, below, lang),
        heat_all_page(sellers, below, lang),
        patterns_page(word("all-teams", lang), together(pasts), policy, below, lang),
        _conflicts(clashes, below, lang),
        _files(tuple(files), below, lang),
    )


def _overview(sellers: Sequence[Standing], clashes: Sequence[Conflict], below: str, lang: Lang) -> Page:
    levels, tiers = level_table(sellers, lang), tier_table(tier_counts(sellers), lang)
    lines = attention(sellers, lang)
    double = sum(clash.double for clash in clashes)
    if double:
        text = word("attention-double", lang, n=double, tab=word("tab-conflicts", lang))
        lines = (Cell(f"▲ {text}", BAD, "conflicts"), *lines)
    return Page(
        "overview",
        word("title-organisation", lang),
        word("tab-overview", lang),
        (
            *head_figures(sellers, lang),
            Heading(word("attention", lang)),
            Bullets(lines, word("all-well", lang)),
            Heading(word("by-level", lang)),
            Beside(
                (levels,),
                (count_chart(levels, "", word("levels-about", lang, counts=counts_in_words(levels))),),
            ),
            Heading(word("by-tier", lang)),
            Beside(
                (tiers,), (count_chart(tiers, "", word("tiers-about", lang, counts=counts_in_words(tiers))),)
            ),
            Note(word("fair-use", lang)),
        ),
        below,
    )


def _teams(sellers: Sequence[Standing], below: str, lang: Lang) -> Page:
    unit = shared_unit(sellers)
    level_group, account_group = word("by-level", lang), word("by-tier", lang)
    columns = (
        Column("team", word("team", lang)),
        Column("sellers", word("sellers", lang), INT),
        *(Column(level.value, level.label(lang), INT, group=level_group) for level in reversed(Level)),
        *(
            Column(f"accounts_{tier}", word(tier, lang), INT, group=account_group)
            for tier in ("strong", "mid", "junior")
        ),
        *leading_columns(lang, coverage=False),
        *result_columns(unit, lang),
        *finding_columns(lang),
    )
    rows = []
    for team, members in groupby(sellers, key=lambda s: s.team):
        rows.append(_team_row(team, tuple(members), unit, lang))
    return Page(
        "teams",
        word("title-teams", lang),
        word("tab-teams", lang),
        (Table("teams", columns, tuple(rows), empty=word("no-sellers", lang)),),
        below,
        "list",
    )


def _team_row(team: str, members: Sequence[Standing], unit: MoneyUnit, lang: Lang) -> tuple[Content, ...]:
    totals = {kind: sum(s.findings[kind] for s in members) for kind in ("fix", "warn", "hold", "reject")}
    return (
        team_name(team, lang),
        len(members),
        *(sum(s.level is level for s in members) for level in reversed(Level)),
        *(sum(s.counts[place] for s in members) for place in range(3)),
        *risk_cells(members),
        *sum_cells(members, unit),
        *tally_cells(totals),
    )


def _sellers(sellers: Sequence[Standing], below: str, lang: Lang) -> Page:
    unit = shared_unit(sellers)
    account_group = word("key-account-count", lang)
    columns = (
        Column("seller", word("seller", lang)),
        Column("seller_id", word("seller-id", lang)),
        Column("team", word("team", lang)),
        Column("level", word("level", lang), LEVEL),
        Column("blocked_by", word("blocked-by", lang), WRAP),
        *(Column(tier, word(tier, lang), INT, group=account_group) for tier in ("strong", "mid", "junior")),
        *grade_columns(lang),
        *leading_columns(lang),
        *result_columns(unit, lang),
        *finding_columns(lang),
    )
    rows = tuple(
        (
            s.name,
            s.seller_id,
            team_name(s.team, lang),
            level_cell(s.level, lang),
            blocks_sentence(s.ladders).pick(lang),
            *s.counts,
            *(grade_cell(grade, lang, s.confirmed) for grade in s.grades),
            *leading_cells(s, lang),
            *result_cells(s, unit, lang),
            *tally_cells(s.findings),
        )
        for s in sellers
    )
    return Page(
        "sellers",
        word("title-sellers", lang),
        word("tab-sellers", lang),
        (
            Paragraph(word("no-ranking", lang), QUIET),
            Table("sellers", columns, rows, empty=word("no-sellers", lang)),
        ),
        below,
        "list",
    )


def _conflicts(clashes: Sequence[Conflict], below: str, lang: Lang) -> Page:
    columns = (
        Column("account", word("account", lang)),
        Column("conflict", word("conflict", lang)),
        Column("seller", word("seller", lang)),
        Column("seller_id", word("seller-id", lang)),
        Column("team", word("team", lang)),
        Column("owner", word("owner", lang)),
        Column("tier", word("tier", lang), TIER),
        Column("counted", word("counted", lang), CENTER),
        Column("file", word("file", lang)),
    )
    rows = tuple(
        (
            clash.account,
            _situation(clash, lang),
            s.name,
            s.seller_id,
            team_name(s.team, lang),
            claim.owner,
            tier_cell(claim.tier, lang),
            word("yes" if claim.counted else "no", lang),
            s.file,
        )
        for clash in clashes
        for s, claim in clash.claims
    )
    return Page(
        "conflicts",
        word("title-conflicts", lang),
        word("tab-conflicts", lang),
        (Table("conflicts", columns, rows, empty=word("no-conflicts", lang)),),
        below,
        "list",
    )


def _situation(clash: Conflict, lang: Lang) -> Cell:
    if clash.double:
        return Cell(word("conflict-double", lang), BAD)
    return Cell(word("conflict-owner", lang), GOOD)


def _files(files: Sequence[FileFindings], below: str, lang: Lang) -> Page:
    columns = (
        Column("file", word("file", lang)),
        Column("seller", word("seller", lang)),
        Column("team", word("team", lang)),
        *finding_columns(lang),
    )
    rows = tuple((f.file, f.seller, f.team, *tally_cells(f.findings)) for f in files)
    return Page(
        "files",
        word("title-files", lang),
        word("tab-files", lang),
        (Table("files", columns, rows, empty=word("no-findings", lang)),),
        below,
        "list",
    )
