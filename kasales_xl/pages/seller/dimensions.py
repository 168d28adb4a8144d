"""One seller's five dimensions in detail: every indicator, every open deal, the grid, and what is ours."""

from __future__ import annotations

from collections.abc import Callable

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.dimensions import Dimensions
from kasales_xl.core.dimensions.agreement import DimensionLine, dimension_lines
from kasales_xl.core.history.past import Past
from kasales_xl.core.terms import Dimension
from kasales_xl.pages.measure_cells import measure_tiles
from kasales_xl.pages.page import Block, Bullets, Cell, Heading, Page, Paragraph, Words
from kasales_xl.pages.parts import DIMENSION_TITLES, detail_link, marked, people_link
from kasales_xl.pages.seller.deals import deal_blocks
from kasales_xl.pages.seller.grid import grid_blocks
from kasales_xl.pages.seller.growth import growth_blocks
from kasales_xl.pages.seller.ours import ours_blocks
from kasales_xl.pages.seller.patterns import pattern_blocks
from kasales_xl.pages.seller.people import people_blocks
from kasales_xl.pages.seller.support import support_blocks
from kasales_xl.pages.style import LINK, STRONG
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.dimensions import unbacked_text

_SECTIONS: dict[Dimension, Callable[[Dimensions], tuple[Block, ...]]] = {
    Dimension.ESP: growth_blocks,
    Dimension.TAS: deal_blocks,
    Dimension.ECM: people_blocks,
    Dimension.MCI: support_blocks,
    Dimension.PBM: pattern_blocks,
}


def detail_page(card: SellerCard, past: Past | None, subtitle: Words) -> Page:
    """道术本势律 one below the other: grade, indicators with their n, what stands behind them; then the
    5 × 7 grid, then focus, type, success and elements, which are ours. past: None without a history."""
    seller = card.seller
    back = Cell(seller.name, LINK, people_link(seller.seller_id))
    blocks: list[Block] = [Bullets((back,))]
    for line in dimension_lines(card.capability.grades, card.dimensions):
        blocks += _section(line, card)
    blocks += (Heading(WORDS["grid"], new_page=True), *grid_blocks(card))
    blocks += (Heading(WORDS["ours"]), *ours_blocks(card, past))
    return Page(
        detail_link(seller.seller_id),
        WORDS["title-detail"](name=seller.name),
        WORDS["tab-detail"](name=seller.name),
        tuple(blocks),
        subtitle,
        "report",
    )


def _section(line: DimensionLine, card: SellerCard) -> tuple[Block, ...]:
    dimension = line.dimension
    grade = line.grade
    title = WORDS["section"](
        motto=dimension, name=DIMENSION_TITLES[dimension], grade=grade.grade, points=grade.total
    )
    flag = unbacked_text(line)
    return (
        Heading(title),
        *((Paragraph(marked(flag), STRONG),) if flag else ()),
        *measure_tiles(card.dimensions.of(dimension).measures, card.seller.money_unit),
        *_SECTIONS[dimension](card.dimensions),
    )
