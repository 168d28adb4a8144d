"""An SVG document as PNG, by ``resvg`` (a wheel of 1.3 MB): no browser, no Cairo, the same bytes for the same
text, version and fonts. It takes the fonts that the computer has."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from kasales_xl.core.terms import Lang
from kasales_xl.files.pictures.cannot_draw import NO_FONT, NO_RASTER, CannotDraw

_CHINESE = re.compile("[\u3400-\u9fff]")
_SIZE = re.compile(r'<svg[^>]* width="(\d+)" height="(\d+)"')
#: Pixels for one unit of the document, and the longest side that chat tools and printers take well.
_SHARP, _LONGEST = 2.0, 6000
_TRIAL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    '<text x="4" y="30" font-size="28" font-family="sans-serif">{}</text></svg>'
)


def png(svg: str, *, width: int | None = None) -> bytes:
    """width: in pixels; by default two for each unit of the document, fewer for a very large one. Raises
    CannotDraw."""
    render = _render()
    if _CHINESE.search(svg) and not has_chinese_font():
        raise CannotDraw(NO_FONT)
    if width is not None:
        return bytes(render(svg_string=svg, width=width))
    size = _SIZE.search(svg)
    longest = max(int(size[1]), int(size[2])) if size else _LONGEST
    return bytes(render(svg_string=svg, zoom=min(_SHARP, _LONGEST / longest)))


def ready_to_draw(lang: Lang) -> None:
    """Asked before long work. Raises CannotDraw where pictures in this language can't be made here."""
    if not has_chinese_font() and lang == "zh":
        raise CannotDraw(NO_FONT)


@lru_cache(maxsize=1)
def has_chinese_font() -> bool:
    """Two characters look alike only where both are boxes or nothing. Raises CannotDraw."""
    render = _render()
    one, other = (bytes(render(svg_string=_TRIAL.format(character))) for character in "中国")
    return one != other


def _render() -> Any:
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise CannotDraw(NO_RASTER) from error
    return svg_to_bytes
