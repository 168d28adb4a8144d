"""How the styles of a page look in a workbook: one set of formats."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kasales_xl.core.findings import Severity
from kasales_xl.core.terms import Lang, Level, Tier
from kasales_xl.files.styles.look import (
    AMBER,
    BRICK,
    FONTS,
    GREY,
    HEADING,
    INK,
    LINE,
    NAVY,
    PALE,
    TEAL,
    WASH,
    WHITE,
    Properties,
)
from kasales_xl.pages.style import Base, Shade, State, Style

_SHADES: dict[Shade, Properties] = {
    Tier.STRONG: {"bg_color": NAVY, "font_color": WHITE},
    Tier.MID: {"bg_color": TEAL, "font_color": WHITE},
    Tier.JUNIOR: {"bg_color": "#CFE5E6", "font_color": INK},
    Tier.NONE: {"bg_color": "#E6EAEE", "font_color": INK},
    Tier.UNKNOWN: {"bg_color": WASH, "font_color": GREY, "italic": True},
    Level.TOP: {"bg_color": NAVY, "font_color": WHITE, "bold": True},
    Level.SENIOR: {"bg_color": "#2F5F86", "font_color": WHITE, "bold": True},
    Level.INTERMEDIATE: {"bg_color": TEAL, "font_color": WHITE, "bold": True},
    Level.JUNIOR: {"bg_color": "#CFE5E6", "font_color": INK, "bold": True},
    Level.NOVICE: {"bg_color": "#E6EAEE", "font_color": INK, "bold": True},
    0: {"bg_color": "#F0F2F4", "font_color": INK},
    1: {"bg_color": "#D9EBEC", "font_color": INK},
    2: {"bg_color": "#9CCBCE", "font_color": INK},
    3: {"bg_color": TEAL, "font_color": WHITE},
    Severity.FIX: {"font_color": GREY},
    Severity.WARN: {"font_color": TEAL},
    Severity.HOLD: {"font_color": AMBER, "bold": True},
    Severity.REJECT: {"font_color": BRICK, "bold": True},
    State.GOOD: {"font_color": TEAL},
    State.WATCH: {"font_color": AMBER},
    State.BAD: {"font_color": BRICK, "bold": True},
    State.NONE: {"font_color": GREY},
}

_BASES: dict[Base, Properties] = {
    "text": {"indent": 1},
    "wrap": {"text_wrap": True, "indent": 1},
    "long": {"text_wrap": True, "indent": 1},
    "strong": {"bold": True, "indent": 1},
    "quiet": {"font_color": GREY, "font_size": 9, "indent": 1},
    "center": {"align": "center"},
    "link": {"font_color": NAVY, "underline": 1, "indent": 1},
    "int": {"num_format": "#,##0", "align": "right", "indent": 1},
    "number": {"align": "right", "indent": 1},
    "money": {"num_format": "#,##0", "align": "right", "indent": 1},
    "delta": {"num_format": "+#,##0;−#,##0;0", "align": "right", "indent": 1},
    "score": {"num_format": "0", "align": "center"},
    "date": {"num_format": "yyyy-mm-dd", "align": "center"},
    "share": {"num_format": "0%", "align": "right"},
    "bar": {"num_format": "0%", "align": "right", "indent": 1},
    "tier": {"align": "center"},
    "level": {"align": "center"},
    "grade": {"align": "center"},
    "severity": {"indent": 1},
    "state": {"align": "center"},
}
_WRAPPED: Properties = {"text_wrap": True, "indent": 1}

_FIGURE: Properties = {"bg_color": WASH, "align": "left", "left": 5, "left_color": TEAL, "indent": 1}
_MIDDLE: Properties = {"valign": "vcenter"}
_BAND: Properties = {"bold": True, "font_size": 9, "text_wrap": True, "valign": "vcenter"}

_FRAMES: dict[str, Properties] = {
    "plain": _MIDDLE,
    "row": _MIDDLE | {"bottom": 1, "bottom_color": LINE},
    "title": _MIDDLE | {"bold": True, "font_size": 18, "font_color": WHITE, "bg_color": NAVY, "indent": 1},
    "card-title": _MIDDLE
    | {"bold": True, "font_size": 18, "font_color": WHITE, "bg_color": NAVY, "indent": 1, "shrink": True},
    "subtitle": _MIDDLE | {"font_size": 9, "font_color": GREY, "bg_color": PALE, "indent": 1},
    "back": _MIDDLE | {"font_size": 9, "bg_color": PALE, "align": "right", "indent": 1},
    "behind": {"font_size": 8, "font_color": GREY},
    "heading": HEADING | {"valign": "bottom", "indent": 0},
    "caption": {"bold": True, "font_size": 9, "font_color": TEAL, "valign": "bottom", "indent": 0},
    "header": _BAND | {"font_color": NAVY, "bg_color": PALE, "bottom": 1, "bottom_color": NAVY},
    "group": _BAND | {
        "font_color": WHITE, "bg_color": NAVY, "align": "center", "left": 1, "left_color": WHITE, "indent": 0,
    },
    "figure-label": _FIGURE | {"font_size": 9, "font_color": GREY, "valign": "vcenter"},
    "figure-value": _FIGURE | {"font_size": 16, "bold": True, "font_color": NAVY, "valign": "vcenter"},
    "figure-note": _FIGURE | {"font_size": 8, "font_color": GREY, "valign": "top", "text_wrap": True},
    "note": _MIDDLE | {
        "font_size": 9, "bg_color": "#FBF6EC", "text_wrap": True, "border": 1, "border_color": "#E5D3AE",
        "indent": 1,
    },
}  # fmt: skip


#: Frames in which a value keeps its own look; elsewhere the frame decides.
_STYLE_WINS = frozenset({"plain", "row", "header"})


class Formats:
    """The formats of one workbook, made when first asked for and then shared."""

    def __init__(self, workbook: Workbook, lang: Lang) -> None:
        self._workbook = workbook
        self._font = FONTS[lang]
        self._made: dict[tuple[Style, str], Format] = {}

    def get(self, style: Style, frame: str = "plain") -> Format:
        """style: of a value; frame: where it stands."""
        shape = self._made.get((style, frame))
        if shape is None:
            shape = self._made[style, frame] = self._workbook.add_format(self._properties(style, frame))
        return shape

    def _properties(self, style: Style, frame: str) -> Properties:
        own = _own(style)
        shape = _FRAMES[frame]
        if frame == "header":
            own = {name: own[name] for name in ("align", "indent") if name in own}
        merged = shape | own if frame in _STYLE_WINS else own | shape
        if frame == "figure-value":
            merged |= _figure(own)
        return {"font_name": self._font, "font_size": 10, "font_color": INK} | merged


def _own(style: Style) -> Properties:
    """A style's look before it stands anywhere. Wrapped text begins at the left edge."""
    own = _BASES[style.base] | ({} if style.shade is None else _SHADES[style.shade])
    return {name: own[name] for name in own if name != "align"} | _WRAPPED if style.wrap else own


def _figure(own: Properties) -> Properties:
    """A key figure keeps the colour of its meaning, but not the chip's fill or alignment."""
    if "bg_color" in own:
        return {"font_color": NAVY}
    return {"font_color": own["font_color"]} if "font_color" in own else {}
