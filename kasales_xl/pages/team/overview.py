"""A team at a glance, and the table of its sellers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kasales_xl.core.card.standing import Standing, tier_counts
from kasales_xl.core.verdicts.levels import SLOT_TIERS
from kasales_xl.core.verdicts.requirements import AccountsOf
from kasales_xl.pages.measure_cells import coverage_cell, result_cells, result_columns, sum_figures
from kasales_xl.pages.page import (
    Beside,
    Bullets,
    Cell,
    Column,
    Content,
    Figure,
    Figures,
    Heading,
    Note,
    Page,
    Paragraph,
    Table,
)
from kasales_xl.pages.parts import (
    count_cell,
    count_chart,
    grade_cell,
    grade_columns,
    have_need,
    level_cell,
    level_table,
    people_link,
    shared_unit,
    some_names,
    team_name,
    tier_table,
)
from kasales_xl.pages.style import BAD, CENTER, LEVEL, LINK, NEUTRAL, QUIET, WATCH, WRAP, Style
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import blocks_sentence


def subtitle(standings: Sequence[Standing], on: str) -> str:
    """The day and the policy edition; all editions where sellers were scored by different ones."""
    editions = sorted({seller.edition for seller in standings})
    if len({seller.policy for seller in standings}) > 1:
        return WORDS["subtitle-several"](on=on, edition=some_names(editions, len(editions)))
    return WORDS["subtitle"](on=on, edition=editions[0] if editions else "–")


def overview_page(team: str, standings: Sequence[Standing], on: str) -> Page:
    """Head counts by level, key accounts by tier, what needs attention."""
    levels, tiers = level_table(standings), tier_table(tier_counts(standings))
    about_levels = WORDS["levels-about"](counts=counts_in_words(levels))
    about_tiers = WORDS["tiers-about"](counts=counts_in_words(tiers))
    return Page(
        "overview",
        WORDS["title-overview"](team=team_name(team)),
        WORDS["tab-overview"],
        (
            *head_figures(standings),
            Heading(WORDS["attention"]),
            Bullets(attention(standings), WORDS["all-well"]),
            Heading(WORDS["by-level"]),
            Beside((levels,), (count_chart(levels, "", about_levels),)),
            Heading(WORDS["by-tier"]),
            Beside((tiers,), (count_chart(tiers, "", about_tiers),)),
            Note(WORDS["fair-use"]),
        ),
        subtitle(standings, on),
    )


def counts_in_words(table: Table) -> str:
    """``senior 2, junior 1``: a level or tier table as one line."""
    return ", ".join(f"{row[0].value} {row[1]}" for row in table.rows if isinstance(row[0], Cell))


def head_figures(standings: Sequence[Standing]) -> tuple[Figures, ...]:
    """Sellers and key accounts; what can still be changed; what has already happened."""
    totals, unit = tier_counts(standings), shared_unit(standings)
    opposed, stale, single, undecided = risk_cells(standings)
    per_tier = WORDS["per-tier"](**{tier.value: totals[tier] for tier in SLOT_TIERS})
    standing = (
        Figure(WORDS["sellers"], len(standings)),
        Figure(WORDS["key-account-count"], sum(totals.values()), note=per_tier),
        Figure(WORDS["undecided"], undecided, note=WORDS["undecided-note"]),
    )
    leading = (
        Figure(WORDS["opposed"], opposed, note=WORDS["opposed-note"]),
        Figure(WORDS["stale"], stale),
        Figure(WORDS["single"], single, note=WORDS["single-note"]),
    )
    return (
        Figures(standing, WORDS["standing"]),
        Figures(leading, WORDS["leading"]),
        Figures(sum_figures(standings, unit), WORDS["lagging"]),
    )


def attention(standings: Sequence[Standing]) -> tuple[Content, ...]:
    """What a leader should look at, most pressing first; each line counts and names the sellers."""
    checks: tuple[tuple[str, Style, Callable[[Standing], int]], ...] = (
        ("attention-opposed", BAD, lambda s: s.opposed),
        ("attention-stale", WATCH, lambda s: s.stale),
        ("attention-single", WATCH, lambda s: s.single),
        ("attention-blocked-capability", WATCH, lambda s: s.ladders.blocked_by == "capability"),
        ("attention-unconfirmed", WATCH, lambda s: not s.confirmed),
        ("attention-undecided", WATCH, lambda s: s.undecided),
        ("attention-held", WATCH, lambda s: s.findings["hold"]),
        ("attention-rejected", BAD, lambda s: s.findings["reject"]),
    )
    found = []
    for code, style, measure in checks:
        touched = [seller for seller in standings if measure(seller)]
        if touched:
            total = sum(int(measure(seller)) for seller in touched)
            names = some_names((seller.name for seller in touched), len(touched))
            found.append(Cell(f"▲ {WORDS[code](n=total, names=names)}", style))
    return tuple(found)


def team_page(team: str, standings: Sequence[Standing], on: str) -> Page:
    """One row a seller, in order of ID; each name leads to the seller's page."""
    unit = shared_unit(standings)
    group = WORDS["accounts-group"]
    columns = (
        Column("seller", WORDS["seller"]),
        Column("seller_id", WORDS["seller-id"]),
        Column("level", WORDS["level"], LEVEL),
        Column("blocked_by", WORDS["blocked-by"], WRAP),
        Column("strong", WORDS["strong"], CENTER, group=group),
        Column("mid", WORDS["mid-up"], CENTER, group=group),
        Column("junior", WORDS["junior-up"], CENTER, group=group),
        *grade_columns(),
        *leading_columns(),
        *result_columns(unit),
        *finding_columns(),
    )
    rows = tuple(
        (
            Cell(seller.name, LINK, people_link(seller.seller_id)),
            seller.seller_id,
            level_cell(seller.level),
            blocks_sentence(seller.ladders),
            *_against_need(seller),
            *(grade_cell(grade, seller.confirmed) for grade in seller.grades),
            *leading_cells(seller),
            *result_cells(seller, unit),
            *tally_cells(seller.findings),
        )
        for seller in standings
    )
    return Page(
        "team",
        WORDS["title-team"](team=team_name(team)),
        WORDS["tab-team"],
        (
            Paragraph(WORDS["no-ranking"], QUIET),
            Table("team", columns, rows, empty=WORDS["no-sellers"]),
        ),
        subtitle(standings, on),
        "list",
    )


def _against_need(seller: Standing) -> tuple[Content, ...]:
    """Accounts of each tier (or better) beside what the next level asks; a dash where it asks none."""
    needs = {need.demand.tier: need for need in seller.needs if isinstance(need.demand, AccountsOf)}
    cells: list[Content] = []
    for tier in SLOT_TIERS:
        need = needs.get(tier)
        if need is None:
            cells.append(Cell(f"{seller.counts.at_least(tier)}/–", NEUTRAL))
        else:
            cells.append(have_need(need.have, need.need))
    return tuple(cells)


def leading_columns(*, coverage: bool = True) -> tuple[Column, ...]:
    """pipeline_coverage and the accounts with each kind of risk: what can still be changed."""
    group = WORDS["leading-group"]
    keys = ("coverage",) * coverage + ("opposed", "stale", "single", "undecided")
    return tuple(Column(key, WORDS[key], CENTER, group=group) for key in keys)


def leading_cells(seller: Standing) -> tuple[Content, ...]:
    return (coverage_cell(seller), *risk_cells((seller,)))


def risk_cells(sellers: Sequence[Standing]) -> tuple[Content, ...]:
    """Accounts with each kind of risk, of all these sellers."""
    return (
        count_cell(sum(s.opposed for s in sellers), BAD),
        count_cell(sum(s.stale for s in sellers)),
        count_cell(sum(s.single for s in sellers)),
        count_cell(sum(s.undecided for s in sellers)),
    )


def finding_columns() -> tuple[Column, ...]:
    group = WORDS["data-group"]
    return tuple(
        Column(f"findings_{kind}", WORDS[f"tally-{kind}"], CENTER, group=group)
        for kind in ("warn", "hold", "reject")
    )


def tally_cells(found: dict[str, int]) -> tuple[Content, ...]:
    """Findings by what was done; those that left data out are marked."""
    return (found["warn"], count_cell(found["hold"]), count_cell(found["reject"], BAD))
