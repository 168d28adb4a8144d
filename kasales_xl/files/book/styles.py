"""How an account book looks: fonts, colours, widths and number formats, in one place.

Inputs, calculated cells and checks differ by colour and by a mark, so that a black-and-white print
can still be read: ``*`` after a required header, ``●`` after one that scores, ``ƒ`` before a calculated
one, symbols on checks."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.files.styles.look import BAND, CALCULATED, INK, NAVY, RULE, SCORES, SLATE, WHITE
from kasales_xl.files.styles.text_size import width
from kasales_xl.layout.sheets import Calculated, Column

#: Stands after a header whose cells move a score.
SCORES_MARK = "●"
DATE_FORMAT = "yyyy-mm-dd"
NUMBER_FORMATS = {
    "date": DATE_FORMAT, "id": "@", "ref": "@", "grade": "0", "number": "#,##0.#", "score": "0", "int": "0",
}  # fmt: skip
MONEY_FORMATS = {MoneyUnit.WAN: "#,##0.0#", MoneyUnit.YUAN: "#,##0"}

#: Column widths in characters: by full or bare column key first, then by kind.
WIDTHS: dict[str, float] = {
    "account": 22, "deal": 26, "practice": 64, "evidence": 30, "note": 28, "objective": 26,
    "next_action": 26, "request": 30, "company": 22, "lacking": 60, "reminder": 34, "fit": 30,
    "key_departments": 24, "title": 14, "industry": 12, "track": 12, "parent": 16, "owner": 10,
    "contacts.name": 11, "deciding_department": 13, "competitor": 13, "from_person": 16,
    "to_person": 16, "party": 12, "role": 20, "buying_role": 11, "practices.stage": 9,
    "practices.dimension": 8, "reports_to": 11, "introduced_by": 11, "contacts.department": 14,
}  # fmt: skip
STYLE_WIDTHS: dict[str, float] = {
    "id": 12, "date": 12.5, "money": 14, "number": 10, "grade": 8, "choice": 10, "list": 24, "text": 14,
    "ref": 14, "key": 11, "tier": 10, "score": 9, "int": 10,
}  # fmt: skip

#: Columns whose text may be long: wrapped.
LONG = frozenset({
    "practice", "evidence", "note", "objective", "next_action", "request", "lacking", "reminder", "fit",
    "key_departments",
})  # fmt: skip
#: The lines around a cell of a table.
_RULED = {"bottom": 1, "bottom_color": RULE, "right": 4, "right_color": RULE}


class Styles:
    """Formats of one workbook, each made once. ``unit``: the book's money unit."""

    def __init__(self, workbook: Workbook, lang: Lang, unit: MoneyUnit) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.lang, self.unit = lang, unit

    def make(self, **properties: Any) -> Format:
        """A format by its properties; text is vertically centred unless told otherwise."""
        wanted = {"valign": "vcenter", "font_color": INK} | properties
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def text(self, **properties: Any) -> Format:
        """A locked cell of ours: titles, labels, notes."""
        return self.make(locked=True, **properties)

    def input(self, column: Column, *, ready: bool = True, day: bool = False) -> Format:
        """An input cell; ``ready``: one of the table, ruled and tinted where it scores, else a bare one
        below it; ``day``: one that shows a day, whatever belongs there."""
        looks = self._looks(column, centred=column.style in ("grade", "choice", "date", "int"))
        if day:
            looks["num_format"] = DATE_FORMAT
        if ready:
            looks |= _RULED
            looks["bg_color"] = SCORES if column.scores else WHITE
        return self.make(**looks)

    def own(self, *, day: bool = False) -> Format:
        """A cell of a column that somebody added."""
        return self.make(**_RULED, num_format=DATE_FORMAT if day else "General")

    def own_header(self) -> Format:
        return self.make(bold=True, text_wrap=True, bg_color=BAND, font_color=INK)

    def calculated(self, column: Calculated) -> Format:
        looks = self._looks(column, centred=column.style not in ("text", "money")) | _RULED
        return self.make(locked=True, italic=True, bg_color=CALCULATED, font_color="#33414F", **looks)

    def _looks(self, column: Column | Calculated, *, centred: bool) -> dict[str, Any]:
        looks: dict[str, Any] = {"num_format": self.number_format(column.style)}
        looks |= {"text_wrap": True} if column.key in LONG else {}
        if column.style == "money":
            # a long amount does not touch the words of the next column
            return looks | {"align": "right", "indent": 1}
        return looks | ({"align": "center"} if centred else {})

    def header(self, column: Column | Calculated) -> Format:
        """The header's own text is the column's label; the mark and the unit are its number format."""
        looks: dict[str, Any] = {"bold": True, "text_wrap": True, "font_color": "#FFFFFF", "locked": True}
        looks |= {"bg_color": SLATE, "italic": True} if isinstance(column, Calculated) else {"bg_color": NAVY}
        looks |= {"num_format": self.header_format(column), "right": 1, "right_color": "#FFFFFF"}
        return self.make(**looks)

    def header_format(self, column: Column | Calculated, unit: MoneyUnit | None = None) -> str:
        """``@"(万元) *"``: the label with its unit and its mark."""
        before, after = '"ƒ "' if isinstance(column, Calculated) else "", ""
        if column.style == "money":
            after += self._bracketed((unit or self.unit).label(self.lang))
        elif isinstance(column, Column) and column.kind is Kind.GRADE:
            after += self._bracketed(f"{column.low}–3")
        if isinstance(column, Column) and column.required:
            after += " *"
        if isinstance(column, Column) and column.scores:
            after += f" {SCORES_MARK}"
        return before + "@" + (f'"{after}"' if after else "")

    def _bracketed(self, text: str) -> str:
        return f"（{text}）" if self.lang == "zh" else f" ({text})"

    def number_format(self, style: str) -> str:
        """IDs and references are text, so that 0012 stays 0012."""
        return MONEY_FORMATS[self.unit] if style == "money" else NUMBER_FORMATS.get(style, "General")

    @property
    def policy_widths(self) -> tuple[int, ...]:
        """Of the columns of 规则, from the setting's name on."""
        return (46, 18, 14, 20, 26, 16, 12) if self.lang == "zh" else (56, 18, 14, 20, 28, 18, 12)

    def width(self, column: Column | Calculated) -> float:
        """Wide enough for what stands in it and for a header that wraps once beside its filter button."""
        named = WIDTHS.get(f"{column.sheet}.{column.key}", WIDTHS.get(column.key))
        base = named if named is not None else STYLE_WIDTHS[column.style]
        shown = self.header_format(column).replace('"', "").replace("@", column.header.pick(self.lang))
        words = shown.split() if self.lang == "en" else [shown]
        longest = max(width(word) for word in words) + 3.5
        return max(base, longest, width(shown) / 2 + 3.5 if self.lang == "en" else 0)
