"""A neutral page as JSON: the same blocks that the workbooks paint, so that no figure is made twice."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Any

from kasales_xl.files.web.sides import plain
from kasales_xl.pages.page import (
    Beside,
    Block,
    Bullets,
    Cell,
    Chart,
    Content,
    Figure,
    Figures,
    Heading,
    Multiples,
    Note,
    Page,
    Paragraph,
    Picture,
    Slopes,
    Table,
)
from kasales_xl.pages.style import Style

Json = dict[str, Any]


def page_json(page: Page) -> Json:
    """``k`` its key, ``t`` title, ``u`` line below it, ``n`` its tab, ``f`` form, ``b`` blocks."""
    return {
        "k": page.key,
        "t": plain(page.title),
        "u": plain(page.subtitle),
        "n": plain(page.sheet),
        "f": page.form,
        "b": [block_json(block) for block in page.blocks],
    }


def block_json(block: Block) -> Json:
    """One key names the kind of block; blank parts are left out."""
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Heading):
        return {"h": plain(block.text)}
    if isinstance(block, Paragraph):
        return {"p": plain(block.text), "s": style_code(block.style)}
    if isinstance(block, Bullets):
        return _said({"li": [_cell(item) for item in block.items]}, c=block.caption, e=block.empty)
    if isinstance(block, Note):
        return {"note": plain(block.text)}
    if isinstance(block, Figures):
        return _said({"fig": [_figure(one) for one in block.items]}, c=block.caption)
    if isinstance(block, Chart):
        return _chart(block)
    if isinstance(block, Picture):
        # the page draws the map itself
        return {"p": plain(block.about), "s": "quiet"}
    if isinstance(block, Multiples | Slopes):
        return _ways(block)
    return _beside(block)


def _ways(block: Multiples | Slopes) -> Json:
    """``small``: pictures side by side on one scale; else lines between days in one."""
    drawn: Json = {
        "ways": [[plain(way.name), list(way.values)] for way in block.ways],
        "points": [plain(point) for point in block.points],
    }
    if isinstance(block, Multiples):
        drawn |= {"small": True, "low": block.low, "high": block.high}
    return _said(drawn, a=block.about)


def _table(block: Table) -> Json:
    columns = [
        _said({"k": one.key, "s": style_code(one.style)}, l=one.label, g=one.group) for one in block.columns
    ]
    rows = [[_cell(content) for content in row] for row in block.rows]
    return _said({"tab": block.key, "cols": columns, "rows": rows}, c=block.caption, e=block.empty)


def _figure(one: Figure) -> Json:
    return _said({"v": _cell(one.value), "s": style_code(one.style)}, l=one.label, n=one.note)


def _chart(block: Chart) -> Json:
    drawn: Json = {
        "draw": block.kind,
        "of": block.table,
        "x": block.categories,
        "y": list(block.series),
        "low": block.low,
        "high": block.high,
    }
    if block.rows:
        drawn["rows"] = block.rows
    if block.line:
        drawn["line"] = list(block.line)
    return _said(drawn, t=block.title, a=block.about)


def _beside(block: Beside) -> Json:
    left, right = ([block_json(one) for one in stack] for stack in (block.left, block.right))
    return {"left": left, "right": right, "share": block.share}


def _said(base: Json, **words: Any) -> Json:
    base.update({key: said for key, value in words.items() if (said := plain(value))})
    return base


def _cell(content: Content) -> Any:
    """A plain value, or ``v`` with its style ``s`` and its link ``to``."""
    if content.__class__ is not Cell:
        return plain(content)
    value, style, link = content
    if style is None and not link:
        return plain(value)
    made: Json = {"v": plain(value)}
    if style is not None:
        made["s"] = style_code(style)
    if link:
        made["to"] = link
    return made


@lru_cache(maxsize=256)
def style_code(style: Style) -> str:
    """``tier.strong``, ``state.bad``, ``money``: base and shade, as classes of the page know them."""
    shade = style.shade.value if isinstance(style.shade, Enum) else style.shade
    return style.base if shade is None else f"{style.base}.{shade}"
