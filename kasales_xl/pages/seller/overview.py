"""One seller on one A4 page: where they stand, what is missing, who can close it."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.history.past import Past
from kasales_xl.core.moves.advice import ADVICE
from kasales_xl.core.moves.plan import Plan, plan
from kasales_xl.core.terms import DIMENSION_NAMES, Dimension
from kasales_xl.core.verdicts.risks import AccountRisk
from kasales_xl.pages.measure_cells import coverage_figure, named_measure, result_figures
from kasales_xl.pages.page import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Content,
    Figure,
    Figures,
    Heading,
    Page,
    Paragraph,
    Table,
)
from kasales_xl.pages.parts import (
    count_cell,
    detail_link,
    grade_cell,
    level_cell,
    people,
    people_link,
    team_name,
    tier_cell,
)
from kasales_xl.pages.seller.gap import actions_table, gap_table
from kasales_xl.pages.style import BAD, BAR, CENTER, GRADE, LINK, QUIET, SCORE, TIER, WATCH, WRAP
from kasales_xl.pages.team.progress import progress_blocks
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.verdicts import UNCONFIRMED, blocks_sentence, explain_reasons

#: Most accounts and remarks that fit on one page beside the rest.
ACCOUNTS_SHOWN = 8
WARNINGS_SHOWN = 5


def seller_page(card: SellerCard, where: Standing, risks: Sequence[AccountRisk], past: Past | None) -> Page:
    """Title, measures, gap, next actions, progress, dimensions, key accounts, advice, warnings. ``where``
    and ``risks`` are the card's own."""
    seller = card.seller
    planned = plan(card)
    start = seller.period_start.isoformat() if seller.period_start else "–"
    blocks: tuple[Block, ...] = (
        _standing(card),
        _leading(card, where),
        Figures(result_figures(where, where.unit), WORDS["lagging"]),
        *_gap(card, planned),
        Heading(WORDS["next-actions"]),
        actions_table(card, planned),
        *progress_blocks(past),
        *_dimensions(card),
        *_accounts(card),
        *_advice(card),
        *_warnings(card, risks),
    )
    return Page(
        people_link(seller.seller_id),
        seller.name,
        seller.name,
        blocks,
        WORDS["subtitle-seller"](
            id=seller.seller_id,
            team=team_name(seller.team),
            start=start,
            on=card.on.isoformat(),
            edition=card.policy.title,
        ),
    )


def _standing(card: SellerCard) -> Figures:
    counts = card.counts
    return Figures(
        (
            Figure(
                WORDS["level"],
                level_cell(card.level),
                note=blocks_sentence(card.ladders),
            ),
            Figure(WORDS["progress"], card.progress, BAR),
            Figure(
                WORDS["key-account-count"],
                sum(counts),
                note=WORDS["per-tier"](**counts._asdict()),
            ),
        ),
        WORDS["standing"],
    )


def _leading(card: SellerCard, seller: Standing) -> Figures:
    return Figures(
        (
            coverage_figure(seller),
            Figure(
                WORDS["opposed"],
                count_cell(seller.opposed, BAD),
                note=WORDS["opposed-note"],
            ),
            Figure(
                WORDS["stale"],
                count_cell(seller.stale),
                note=WORDS["stale-note"](days=card.policy.stale_days),
            ),
            Figure(WORDS["single"], count_cell(seller.single), note=WORDS["single-note"]),
        ),
        WORDS["leading"],
    )


def _gap(card: SellerCard, planned: Plan) -> tuple[Block, ...]:
    above = card.next_level
    title = WORDS["gap-to"](level=above) if above else WORDS["gap-none"]
    return Heading(title), gap_table(card, planned)


def _dimensions(card: SellerCard) -> tuple[Block, ...]:
    wanted = card.next_level or card.level
    needed = card.policy.grade_needed(wanted)
    headlines = card.dimensions.headlines
    rows: list[tuple[Content, ...]] = []
    for dimension in Dimension:
        verdict = card.capability.grades[dimension]
        graded = "by-manager" if verdict.confirmed else "by-self" if verdict.filled else "by-nobody"
        rows.append(
            (
                dimension,
                DIMENSION_NAMES[dimension][lang == "en"],
                grade_cell(verdict.grade),
                needed,
                WORDS[graded],
                named_measure(headlines[dimension]),
            )
        )
    table = Table(
        "grades",
        (
            Column("dimension", WORDS["dimension"], CENTER),
            Column("name", WORDS["dimension-name"], WRAP, 3),
            Column("grade", WORDS["grade"], GRADE, 1),
            Column("needed", WORDS["needed"](level=wanted), CENTER, 2),
            Column("graded", WORDS["graded-by"]),
            Column("indicator", WORDS["indicator"], WRAP, 4),
        ),
        tuple(rows),
    )
    grades = ", ".join(f"{d} {card.capability.grades[d].grade}" for d in Dimension)
    about = WORDS["radar-about"](grades=grades, level=wanted, need=needed)
    chart = Chart("radar", "", "grades", "dimension", ("grade", "needed"), about, 0, 3, lines=9)
    left: tuple[Block, ...] = (table,)
    if not card.capability.confirmed:
        left += (Paragraph(UNCONFIRMED, QUIET),)
    seller = card.seller
    tab = WORDS["tab-detail"](name=seller.name)
    detail = Cell(WORDS["to-detail"](tab=tab), LINK, detail_link(seller.seller_id))
    return Heading(WORDS["dimensions"]), Beside((*left, Bullets((detail,))), (chart,), 0.68)


def _accounts(card: SellerCard) -> tuple[Block, ...]:
    counted = sorted(
        (v for v in card.accounts if v.counted),
        key=lambda v: (-v.tier.rank, -v.score.total, v.account.account),
    )
    rows = tuple(
        (
            v.account.account,
            tier_cell(v.tier),
            v.score.total,
            f"{len(v.facts.influenced_dms)}/{len(v.facts.dms)}",
            explain_reasons(v.lacking),
        )
        for v in counted[:ACCOUNTS_SHOWN]
    )
    table = Table(
        "accounts",
        (
            Column("account", WORDS["account"], weight=5),
            Column("tier", WORDS["tier"], TIER, 3),
            Column("score", WORDS["score"], SCORE, weight=2),
            Column("dms", WORDS["dms"], CENTER, 2),
            Column("lacking", WORDS["lacking"], WRAP, 12),
        ),
        rows,
        empty=WORDS["no-accounts"],
    )
    more = len(counted) - len(rows)
    rest = (Paragraph(WORDS["more-accounts"](n=more, tab=WORDS["tab-accounts"]), QUIET),) if more else ()
    return Heading(WORDS["key-accounts"]), table, *rest


def _advice(card: SellerCard) -> tuple[Block, ...]:
    advice = ADVICE[card.level]
    title = WORDS["advice"](level=card.level, kind=advice.kind, chooses=advice.chooses)
    return Heading(title), Bullets(tuple(text for text in (*advice.do, advice.company)))


def _warnings(card: SellerCard, risks: Sequence[AccountRisk]) -> tuple[Block, ...]:
    found: list[Content] = []
    for risk in sorted(risks, key=lambda risk: not risk.opposed):
        account = risk.verdict.account.account
        parts = []
        if risk.opposed:
            parts.append(f"{WORDS['opposed-dms']} {people(risk.opposed)}")
        if risk.stale:
            parts.append(f"{WORDS['stale-people']} {people(risk.stale)}")
        if risk.single:
            parts.append(f"{WORDS['single-person']} {people((risk.single,))}")
        if parts:
            text = WORDS["pair"](name=account, text=("；" if lang == "zh" else "; ").join(parts))
            found.append(Cell(f"▲ {text}", BAD if risk.opposed else WATCH))
    blocking = sum(f.severity.blocks for f in card.findings)
    if blocking:
        held = WORDS["attention-held"](n=blocking, names=card.book.file or card.seller.name)
        found.append(Cell(f"▲ {held}", WATCH))
    shown = tuple(found[:WARNINGS_SHOWN])
    return Heading(WORDS["warnings"]), Bullets(shown, WORDS["no-warnings"])
