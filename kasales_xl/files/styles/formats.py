"""How the styles of a page look in a workbook: one palette, one set of formats."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kasales_xl.core.terms import Lang

NAVY, TEAL, AMBER, BRICK = "#1F3A5F", "#2A7F86", "#B26A00", "#A23B3B"
INK, GREY, LINE, PALE, WASH = "#22303C", "#6B7885", "#D5DBE1", "#EEF2F6", "#F7F9FB"
WHITE, BAR = "#FFFFFF", "#A9D3D5"
FONTS: dict[Lang, str] = {"zh": "等线", "en": "Calibri"}

Properties = dict[str, Any]

_SHADES: dict[str, Properties] = {
    "tier:strong": {"bg_color": NAVY, "font_color": WHITE},
    "tier:mid": {"bg_color": TEAL, "font_color": WHITE},
    "tier:junior": {"bg_color": "#CFE5E6", "font_color": INK},
    "tier:none": {"bg_color": "#E6EAEE", "font_color": INK},
    "tier:unknown": {"bg_color": WASH, "font_color": GREY, "italic": True},
    "level:top": {"bg_color": NAVY, "font_color": WHITE, "bold": True},
    "level:senior": {"bg_color": "#2F5F86", "font_color": WHITE, "bold": True},
    "level:intermediate": {"bg_color": TEAL, "font_color": WHITE, "bold": True},
    "level:junior": {"bg_color": "#CFE5E6", "font_color": INK, "bold": True},
    "level:novice": {"bg_color": "#E6EAEE", "font_color": INK, "bold": True},
    "grade:0": {"bg_color": "#F0F2F4", "font_color": INK},
    "grade:1": {"bg_color": "#D9EBEC", "font_color": INK},
    "grade:2": {"bg_color": "#9CCBCE", "font_color": INK},
    "grade:3": {"bg_color": TEAL, "font_color": WHITE},
    "severity:fix": {"font_color": GREY},
    "severity:warn": {"font_color": TEAL},
    "severity:hold": {"font_color": AMBER, "bold": True},
    "severity:reject": {"font_color": BRICK, "bold": True},
    "state:good": {"font_color": TEAL},
    "state:watch": {"font_color": AMBER},
    "state:bad": {"font_color": BRICK, "bold": True},
    "state:none": {"font_color": GREY},
}

_BASES: dict[str, Properties] = {
    "text": {"indent": 1},
    "wrap": {"text_wrap": True, "indent": 1},
    "long": {"text_wrap": True, "indent": 1},
    "strong": {"bold": True},
    "quiet": {"font_color": GREY, "font_size": 9, "indent": 1},
    "wrap-wrap": {"text_wrap": True},
    "strong-wrap": {"bold": True, "text_wrap": True, "indent": 1},
    "quiet-wrap": {"font_color": GREY, "font_size": 9, "text_wrap": True, "indent": 1},
    "center": {"align": "center"},
    "link": {"font_color": NAVY, "underline": 1, "indent": 1},
    "int": {"num_format": "#,##0", "align": "right", "indent": 1},
    "number": {"align": "right", "indent": 1},
    "money": {"num_format": "#,##0", "align": "right", "indent": 1},
    "score": {"num_format": "0", "align": "center"},
    "date": {"num_format": "yyyy-mm-dd", "align": "center"},
    "share": {"num_format": "0%", "align": "right"},
    "ratio": {"num_format": "0.0×", "align": "right"},
    "bar": {"num_format": "0%", "align": "right", "indent": 1},
    "tier": {"align": "center"},
    "level": {"align": "center"},
    "grade": {"align": "center"},
    "severity": {"indent": 1},
    "state": {"align": "center"},
    "state-wrap": {"text_wrap": True, "indent": 1},
}

_FIGURE: Properties = {"bg_color": WASH, "align": "left", "left": 5, "left_color": TEAL, "indent": 1}
_MIDDLE: Properties = {"valign": "vcenter"}
_BAND: Properties = {"bold": True, "font_size": 9, "text_wrap": True, "valign": "vcenter"}

#: A heading over a block, on scorecards and on a rep's own page.
HEADING: Properties = {"bold": True, "font_size": 12, "font_color": NAVY, "bottom": 2, "bottom_color": TEAL}

_FRAMES: dict[str, Properties] = {
    "plain": _MIDDLE,
    "row": _MIDDLE | {"bottom": 1, "bottom_color": LINE},
    "title": _MIDDLE | {"bold": True, "font_size": 18, "font_color": WHITE, "bg_color": NAVY, "indent": 1},
    "subtitle": _MIDDLE | {"font_size": 9, "font_color": GREY, "bg_color": PALE, "indent": 1},
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
        self._made: dict[tuple[str, str], Format] = {}

    def get(self, style: str, frame: str = "plain") -> Format:
        """style: of a value, as ``pages/page.py`` lists them; frame: where it stands."""
        found = self._made.get((style, frame))
        if found is None:
            found = self._made[style, frame] = self._workbook.add_format(self._properties(style, frame))
        return found

    def _properties(self, style: str, frame: str) -> Properties:
        base, _, _code = style.partition(":")
        known = _BASES.get(base, {}) | _shade(style)
        shape = _FRAMES[frame]
        if frame == "header":
            known = {name: known[name] for name in ("align", "indent") if name in known}
        merged = shape | known if frame in _STYLE_WINS else known | shape
        if frame == "figure-value":
            merged |= _figure(known)
        return {"font_name": self._font, "font_size": 10, "font_color": INK} | merged


def _shade(style: str) -> Properties:
    return _SHADES.get(style.replace("state-wrap:", "state:"), {})


def _figure(known: Properties) -> Properties:
    """A key figure keeps the colour of its meaning, but not the chip's fill or alignment."""
    if "bg_color" in known:
        return {"font_color": NAVY}
    return {"font_color": known["font_color"]} if "font_color" in known else {}


def fill_of(style: str) -> str:
    """The fill of a style, for a chart that shows the same thing; blank where it has none."""
    return str(_shade(style).get("bg_color", ""))
