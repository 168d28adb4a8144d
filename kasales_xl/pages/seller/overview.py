"""One seller on one A4 page: where they stand, what is missing, who can close it."""

from __future__ import annotations

from collections.abc import Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.history.past import Past
from kasales_xl.core.moves.advice import ADVICE
from kasales_xl.core.moves.plan import Plan, plan
from kasales_xl.core.terms import DIMENSION_NAMES, Dimension, Lang
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
from kasales_xl.text.pages.words import word
from kasales_xl.text.verdicts.verdicts import UNCONFIRMED, blocks_sentence, explain_reasons

#: Most accounts and remarks that fit on one page beside the rest.
ACCOUNTS_SHOWN = 8
WARNINGS_SHOWN = 5


def seller_page(
    card: SellerCard, where: Standing, risks: Sequence[AccountRisk], past: Past | None, lang: Lang
) -> Page:
    """Title, measures, gap, next actions, progress, dimensions, key accounts, advice, warnings. ``where``
    and ``risks`` are the card's own."""
    seller = card.seller
    planned = plan(card)
    start = seller.period_start.isoformat() if seller.period_start else "–"
    blocks: tuple[Block, ...] = (
        _standing(card, lang),
        _leading(card, where, lang),
        Figures(result_figures(where, where.unit, lang), word("lagging", lang)),
        *_gap(card, planned, lang),
        Heading(word("next-actions", lang)),
        actions_table(card, planned, lang),
        *progress_blocks(past, lang),
        *_dimensions(card, lang),
        *_accounts(card, lang),
        *_advice(card, lang),
        *_warnings(card, risks, lang),
    )
    return Page(
        people_link(seller.seller_id),
        seller.name,
        seller.name,
        blocks,
        word(
            "subtitle-seller",
            lang,
            id=seller.seller_id,
            team=team_name(seller.team, lang),
            start=start,
            on=card.on.isoformat(),
            edition=card.policy.title,
        ),
    )


def _standing(card: SellerCard, lang: Lang) -> Figures:
    counts = card.counts
    return Figures(
        (
            Figure(
                word("level", lang),
                level_cell(card.level, lang),
                note=blocks_sentence(card.ladders).pick(lang),
            ),
            Figure(word("progress", lang), card.progress, BAR),
            Figure(
                word("key-account-count", lang),
                sum(counts),
                note=word("per-tier", lang, **counts._asdict()),
            ),
        ),
        word("standing", lang),
    )


def _leading(card: SellerCard, seller: Standing, lang: Lang) -> Figures:
    return Figures(
        (
            coverage_figure(seller, lang),
            Figure(
                word("opposed", lang),
                count_cell(seller.opposed, BAD),
                note=word("opposed-note", lang),
            ),
            Figure(
                word("stale", lang),
                count_cell(seller.stale),
                note=word("stale-note", lang, days=card.policy.stale_days),
            ),
            Figure(word("single", lang), count_cell(seller.single), note=word("single-note", lang)),
        ),
        word("leading", lang),
    )


def _gap(card: SellerCard, planned: Plan, lang: Lang) -> tuple[Block, ...]:
    above = card.next_level
    title = word("gap-to", lang, level=above.label(lang)) if above else word("gap-none", lang)
    return Heading(title), gap_table(card, planned, lang)


def _dimensions(card: SellerCard, lang: Lang) -> tuple[Block, ...]:
    wanted = card.next_level or card.level
    needed = card.policy.grade_needed(wanted)
    headlines = card.dimensions.headlines
    rows: list[tuple[Content, ...]] = []
    for dimension in Dimension:
        verdict = card.capability.grades[dimension]
        graded = "by-manager" if verdict.confirmed else "by-self" if verdict.filled else "by-nobody"
        rows.append(
            (
                dimension.label(lang),
                DIMENSION_NAMES[dimension][lang == "en"],
                grade_cell(verdict.grade, lang),
                needed,
                word(graded, lang),
                named_measure(headlines[dimension]).pick(lang),
            )
        )
    table = Table(
        "grades",
        (
            Column("dimension", word("dimension", lang), CENTER),
            Column("name", word("dimension-name", lang), WRAP, 3),
            Column("grade", word("grade", lang), GRADE, 1),
            Column("needed", word("needed", lang, level=wanted.label(lang)), CENTER, 2),
            Column("graded", word("graded-by", lang)),
            Column("indicator", word("indicator", lang), WRAP, 4),
        ),
        tuple(rows),
    )
    grades = ", ".join(f"{d.label(lang)} {card.capability.grades[d].grade}" for d in Dimension)
    about = word("radar-about", lang, grades=grades, level=wanted.label(lang), need=needed)
    chart = Chart("radar", "", "grades", "dimension", ("grade", "needed"), about, 0, 3, lines=9)
    left: tuple[Block, ...] = (table,)
    if not card.capability.confirmed:
        left += (Paragraph(UNCONFIRMED.pick(lang), QUIET),)
    seller = card.seller
    tab = word("tab-detail", lang, name=seller.name)
    detail = Cell(word("to-detail", lang, tab=tab), LINK, detail_link(seller.seller_id))
    return Heading(word("dimensions", lang)), Beside((*left, Bullets((detail,))), (chart,), 0.68)


def _accounts(card: SellerCard, lang: Lang) -> tuple[Block, ...]:
    counted = sorted(
        (v for v in card.accounts if v.counted),
        key=lambda v: (-v.tier.rank, -v.score.total, v.account.account),
    )
    rows = tuple(
        (
            v.account.account,
            tier_cell(v.tier, lang),
            v.score.total,
            f"{len(v.facts.influenced_dms)}/{len(v.facts.dms)}",
            explain_reasons(v.lacking).pick(lang),
        )
        for v in counted[:ACCOUNTS_SHOWN]
    )
    table = Table(
        "accounts",
        (
            Column("account", word("account", lang), weight=5),
            Column("tier", word("tier", lang), TIER, 3),
            Column("score", word("score", lang), SCORE, weight=2),
            Column("dms", word("dms", lang), CENTER, 2),
            Column("lacking", word("lacking", lang), WRAP, 12),
        ),
        rows,
        empty=word("no-accounts", lang),
    )
    more = len(counted) - len(rows)
    rest = (
        (Paragraph(word("more-accounts", lang, n=more, tab=word("tab-accounts", lang)), QUIET),)
        if more
        else ()
    )
    return Heading(word("key-accounts", lang)), table, *rest


def _advice(card: SellerCard, lang: Lang) -> tuple[Block, ...]:
    advice = ADVICE[card.level]
    title = word(
        "advice",
        lang,
        level=card.level.label(lang),
        kind=advice.kind.pick(lang),
        chooses=advice.chooses.pick(lang),
    )
    return Heading(title), Bullets(tuple(text.pick(lang) for text in (*advice.do, advice.company)))


def _warnings(card: SellerCard, risks: Sequence[AccountRisk], lang: Lang) -> tuple[Block, ...]:
    found: list[Content] = []
    for risk in sorted(risks, key=lambda risk: not risk.opposed):
        account = risk.verdict.account.account
        parts = []
        if risk.opposed:
            parts.append(f"{word('opposed-dms', lang)} {people(risk.opposed, lang)}")
        if risk.stale:
            parts.append(f"{word('stale-people', lang)} {people(risk.stale, lang)}")
        if risk.single:
            parts.append(f"{word('single-person', lang)} {people((risk.single,), lang)}")
        if parts:
            text = word("pair", lang, name=account, text=("；" if lang == "zh" else "; ").join(parts))
            found.append(Cell(f"▲ {text}", BAD if risk.opposed else WATCH))
    blocking = sum(f.severity.blocks for f in card.findings)
    if blocking:
        held = word("attention-held", lang, n=blocking, names=card.book.file or card.seller.name)
        found.append(Cell(f"▲ {held}", WATCH))
    shown = tuple(found[:WARNINGS_SHOWN])
    return Heading(word("warnings", lang)), Bullets(shown, word("no-warnings", lang))
