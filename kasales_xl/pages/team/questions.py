"""What a coach asks next, seller by seller."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions.agreement import dimension_lines
from kasales_xl.core.moves.coaching import Question, questions
from kasales_xl.pages.list_page import SELLER, Line, lines_of, list_page
from kasales_xl.pages.page import Page, Paragraph, Words
from kasales_xl.pages.style import LONG, QUIET
from kasales_xl.pages.table import Field, table
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import question_text


def question_lines(card: SellerCard) -> tuple[Line[Question], ...]:
    """What to ask this seller next, in the order of the policy's rules."""
    lines = dimension_lines(card.capability.grades, card.dimensions)
    return lines_of(card, questions(card.dimensions, lines))


def questions_page(team: Words, lines: Iterable[Line[Question]], subtitle: Words) -> Page:
    """Seller by seller in the order given; the rules are the company's to edit."""
    asked = table("questions", _FIELDS, lines, empty=WORDS["no-questions"])
    return list_page("questions", asked, subtitle, Paragraph(WORDS["questions-note"], QUIET), team=team)


_FIELDS: tuple[Field[Line[Question]], ...] = (
    SELLER,
    Field("question", WORDS["question"], lambda line: question_text(line.fact), LONG),
)
