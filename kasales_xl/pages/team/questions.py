"""What a coach asks next, seller by seller."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.moves.coaching import questions
from kasales_xl.core.text import Text
from kasales_xl.pages.page import Page, Paragraph, Words
from kasales_xl.pages.style import LONG, QUIET
from kasales_xl.pages.table import Field, table
from kasales_xl.pages.team.list_page import list_page, seller_link
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import question_text


class QuestionLine(NamedTuple):
    """What to ask a seller."""

    seller_id: str
    name: str
    question: Text


def question_lines(card: SellerCard) -> tuple[QuestionLine, ...]:
    """What to ask this seller next, in the order of the policy's rules."""
    lines = dimension_lines(card.capability.grades, card.dimensions)
    asked = questions(card.dimensions, lines)
    return tuple(QuestionLine(card.seller.seller_id, card.seller.name, question_text(q)) for q in asked)


def questions_page(team: Words, lines: Iterable[QuestionLine], subtitle: Words) -> Page:
    """Seller by seller in the order given; the rules are the company's to edit."""
    asked = table("questions", _FIELDS, lines, empty=WORDS["no-questions"])
    return list_page("questions", asked, subtitle, Paragraph(WORDS["questions-note"], QUIET), team=team)


_FIELDS: tuple[Field[QuestionLine], ...] = (
    Field("seller", WORDS["seller"], seller_link),
    Field("question", WORDS["question"], lambda line: line.question, LONG),
)
