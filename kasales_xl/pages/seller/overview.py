"""One seller on one A4 page: where they stand, what is missing, who can close it."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.concerns import Concern
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.card.standing import Standing
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.history.past import Past
from kasales_xl.core.moves.advice import ADVICE
from kasales_xl.core.moves.coaching import questions
from kasales_xl.core.moves.plan import Plan
from kasales_xl.core.terms import Dimension
from kasales_xl.core.text import HALVES, Text, join, same
from kasales_xl.core.verdicts.capability import GradeVerdict
from kasales_xl.core.verdicts.risks import AccountRisk
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.measure_cells import coverage_figure, named_measure
from kasales_xl.pages.pack.money import result_figures
from kasales_xl.pages.page import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Figure,
    Figures,
    Heading,
    Page,
    Paragraph,
    Table,
)
from kasales_xl.pages.parts import (
    DIMENSION_TITLES,
    confirmed_cell,
    confirmed_figure,
    count_cell,
    decision_makers,
    detail_link,
    evidenced,
    grade_cell,
    key_accounts_figure,
    level_cell,
    marked,
    people,
    people_link,
    team_name,
    tier_cell,
)
from kasales_xl.pages.seller.gap import actions_table, gap_blocks
from kasales_xl.pages.style import BAD, BAR, CENTER, GRADE, LINK, QUIET, TIER, WATCH, WRAP
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.progress import progress_blocks
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.actions import way_up
from kasales_xl.text.verdicts.dimensions import question_text
from kasales_xl.text.verdicts.verdicts import UNCONFIRMED, blocks_sentence, explain_reasons

#: Most accounts and remarks that fit on one page beside the rest.
ACCOUNTS_SHOWN = 6
WARNINGS_SHOWN = 4
#: Questions that open the next talk.
QUESTIONS_SHOWN = 2
_GRADE = same("{dimension} {grade}")
_RISK = Text("{kind}：{people}", "{kind}: {people}")


def seller_page(card: SellerCard, where: Standing, past: Past | None, *, detailed: bool = False) -> Page:
    """Title, measures, gap, next actions, progress, dimensions, key accounts, warnings and questions.
    ``where`` is the card's own; detailed: has the workbook a second page of this seller?"""
    seller = card.seller
    planned = card.plan
    start = seller.period_start.isoformat() if seller.period_start else "–"
    blocks: tuple[Block, ...] = (
        _standing(card, where),
        _leading(card, where),
        result_figures(where, where.unit, card.policy),
        *_gap(card, planned),
        Heading(WORDS["next-actions"]),
        actions_table(card, planned),
        *progress_blocks(past),
        *_dimensions(card, detailed),
        *_accounts(card, detailed),
        *_warnings(card),
        *_questions(card),
        Paragraph(_advice(card), QUIET),
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
        back=Cell(WORDS["to-index"], LINK, "team"),
    )


def _standing(card: SellerCard, where: Standing) -> Figures:
    return Figures(
        (
            Figure(WORDS["level"], level_cell(card.level), note=blocks_sentence(card.ladders)),
            Figure(WORDS["progress"], card.progress, BAR),
            key_accounts_figure((where,)),
            confirmed_figure((where,)),
        ),
        WORDS["standing"],
    )


def _leading(card: SellerCard, seller: Standing) -> Figures:
    cold = WORDS["stale-note"](days=card.policy.stale_days)
    return Figures(
        (
            coverage_figure(seller),
            Figure(WORDS["opposed"], count_cell(seller.opposed, BAD), note=WORDS["opposed-note"]),
            Figure(WORDS["stale"], count_cell(seller.stale), note=cold),
            Figure(WORDS["single"], count_cell(seller.single), note=WORDS["single-note"]),
        ),
        WORDS["leading"],
    )


def _gap(card: SellerCard, planned: Plan) -> tuple[Block, ...]:
    above = card.next_level
    title = WORDS["gap-to"](level=above) if above else WORDS["gap-none"]
    way = (Paragraph(way_up(planned)),) if above else ()
    return Heading(title), *way, *gap_blocks(card, planned)


def _dimensions(card: SellerCard, detailed: bool) -> tuple[Block, ...]:
    wanted = card.next_level or card.level
    grades = card.capability.grades
    listed = (_GRADE(dimension=d, grade=grades[d].grade) for d in Dimension)
    about = WORDS["radar-about"](
        grades=join(listed, same(", ")), level=wanted, need=card.policy.grade_needed(wanted)
    )
    chart = Chart("radar", "", "grades", "dimension", ("grade", "needed"), about, 0, 3, lines=9)
    left: tuple[Block, ...] = (_grade_table(card),)
    if not card.capability.confirmed:
        left += (Paragraph(UNCONFIRMED, QUIET),)
    seller = card.seller
    tab = WORDS["tab-detail"](name=seller.name)
    if detailed:
        left += (Bullets((Cell(WORDS["to-detail"](tab=tab), LINK, detail_link(seller.seller_id)),)),)
    return Heading(WORDS["dimensions"]), Beside(left, (chart,), 0.7)


def _grade_table(card: SellerCard) -> Table:
    """A dimension a line: its grade beside what the next level needs and what the data says."""
    wanted = card.next_level or card.level
    needed = card.policy.grade_needed(wanted)
    grades, headlines = card.capability.grades, card.dimensions.headlines
    fields: tuple[Field[Dimension], ...] = (
        Field("dimension", WORDS["dimension"], lambda dimension: dimension, CENTER),
        Field("name", WORDS["dimension-name"], DIMENSION_TITLES.__getitem__, WRAP, 3),
        Field("grade", WORDS["grade"], lambda dimension: grade_cell(grades[dimension].grade), GRADE, 1),
        Field("needed", WORDS["needed"](level=wanted), lambda _: needed, CENTER),
        Field("graded", WORDS["graded-by"], lambda dimension: _graded_by(grades[dimension])),
        Field("indicator", WORDS["indicator"], lambda d: named_measure(headlines[d]), WRAP, 4),
    )
    return table("grades", fields, Dimension)


def _graded_by(verdict: GradeVerdict) -> Text:
    return WORDS["by-manager" if verdict.confirmed else "by-self" if verdict.filled else "by-nobody"]


_ACCOUNT_FIELDS: tuple[Field[AccountVerdict], ...] = (
    Field("account", WORDS["account"], lambda verdict: verdict.account.account, WRAP, 5),
    Field("tier", WORDS["tier"], lambda verdict: tier_cell(verdict.tier), TIER, 3),
    Field("confirmed", WORDS["confirmed-tier"], confirmed_cell, TIER, 3),
    Field("evidenced", WORDS["evidenced"], lambda verdict: evidenced(verdict.facts), CENTER, 3),
    Field("ground", WORDS["key-ground"], lambda verdict: verdict.key_test.ground, WRAP, 3),
    Field("dms", WORDS["dms"], lambda verdict: decision_makers(verdict.facts), CENTER, 3),
    Field("lacking", WORDS["lacking"], lambda verdict: explain_reasons(verdict.lacking), WRAP, 12),
)


def _accounts(card: SellerCard, detailed: bool) -> tuple[Block, ...]:
    counted = sorted(
        (v for v in card.accounts if v.counted),
        key=lambda v: (-v.tier.rank, -v.score.total, v.account.account),
    )
    shown = counted[:ACCOUNTS_SHOWN]
    best = table("accounts", _ACCOUNT_FIELDS, shown, empty=WORDS["no-accounts"])
    more = len(counted) - len(shown)
    words = (
        WORDS["more-accounts"](n=more, tab=WORDS["tab-accounts"]) if detailed else WORDS["more-plain"](n=more)
    )
    rest = (Paragraph(words, QUIET),) if more else ()
    return Heading(WORDS["key-accounts"]), best, *rest


def _advice(card: SellerCard) -> Text:
    """What the method advises at this level, in one breath."""
    advice = ADVICE[card.level]
    title = WORDS["advice"](level=card.level, kind=advice.kind, chooses=advice.chooses)
    return WORDS["pair"](name=title, text=join((*advice.do, advice.company), HALVES))


def _questions(card: SellerCard) -> tuple[Block, ...]:
    lines = dimension_lines(card.capability.grades, card.dimensions)
    asked = tuple(map(question_text, questions(card.dimensions, lines)[:QUESTIONS_SHOWN]))
    return Heading(WORDS["ask-next"]), Bullets(asked, WORDS["no-questions"])


def _warnings(card: SellerCard) -> tuple[Block, ...]:
    """Accounts at risk, those with an opponent first; then data that was left out."""
    warnings = [
        Cell(
            marked(WORDS["pair"](name=risk.verdict.account.account, text=text)),
            BAD if risk.opposed else WATCH,
        )
        for risk in sorted(card.risks, key=lambda risk: not risk.opposed)
        if (text := join(_risks(risk), HALVES))
    ]
    told = {risk.verdict.account.account_id for risk in card.risks if risk.opposed}
    more = (one for one in card.concerns if one.opponents and one.account_id not in told)
    warnings[len(told) : len(told)] = [
        Cell(marked(WORDS["pair"](name=one.account, text=_opposed_in_deal(one))), BAD) for one in more
    ]
    blocking = sum(f.severity.blocks for f in card.findings)
    if blocking:
        held = WORDS["attention-held"](n=blocking, names=card.book.file or card.seller.name)
        warnings.append(Cell(marked(held), WATCH))
    return Heading(WORDS["warnings"]), Bullets(tuple(warnings[:WARNINGS_SHOWN]), WORDS["no-warnings"])


def _opposed_in_deal(concern: Concern) -> Text:
    return _RISK(kind=WORDS["opposed-dms"], people=join(concern.opponents))


def _risks(risk: AccountRisk) -> Iterator[Text]:
    """Each kind of risk of an account with the people whom it comes from."""
    if risk.opposed:
        yield _RISK(kind=WORDS["opposed-dms"], people=people(risk.opposed))
    if risk.stale:
        yield _RISK(kind=WORDS["stale-people"], people=people(risk.stale))
    if risk.single:
        yield _RISK(kind=WORDS["single-person"], people=people((risk.single,)))
