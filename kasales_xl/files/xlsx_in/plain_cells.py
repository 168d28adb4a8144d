"""What the cells of plain worksheets hold, by how they are spelled: each spelling is read once for all sheets
of a book, and most of them stand there many times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kasales_xl.files.xlsx_in.number_formats import Styles, moment
from kasales_xl.files.xlsx_in.plain_text import Unusual, is_text, unescaped
from kasales_xl.files.xlsx_in.sheet import MOST_TEXT
from kasales_xl.files.xlsx_in.strings import decoded
from kasales_xl.reading.cells.cell import UNSAVED

#: Attributes, of which we want none.
OTHERS = rb'(?:[ ][\w:]++="[^"<]*+")*+'
_FORMULA = rb"<f" + OTHERS + rb"(?:/>|>[^<]*+</f>)"
#: All of a cell but where it stands: `` s="3" t="s"><v>17</v></c>``. Possessive: no byte is looked at twice.
SPELLING = (
    rb'(?: s="[0-9]{1,5}+")?+(?: t="(?:s|n|str|e|b)")?+(?:/>|>(?:'
    + _FORMULA
    + rb"(?:<v></v>|<v ?/>|<v>[^<]++</v>)?+|<v>[^<]++</v>)?+</c>)"
)
_PARTS = re.compile(
    rb'(?: s="([0-9]+)")?+(?: t="([a-z]+)")?+(?:/>|>(?:<(f)'
    + OTHERS
    + rb"(?:/>|>[^<]*+</f>))?+(?:<v ?/>)?+(?:<v>([^<]*+)</v>)?+</c>)"
)
_NUMBER = re.compile(rb"-?[0-9]{1,40}+(?:\.[0-9]{1,40}+)?(?:[eE][-+]?[0-9]{1,2}+)?")
#: No cell at all.
_NO_CELL = b""


class PlainCells:
    """``values`` by spelling; ``absent`` are those that hold nothing, ``formulas`` those with one; ``errors``
    and ``units`` as in ``sheet.Cells``."""

    def __init__(self, strings: Sequence[str], styles: Styles, *, dates_1904: bool) -> None:
        self._strings, self._dates_1904 = strings, dates_1904
        self._shown = {style.encode(): shown for style, shown in styles.shown.items()}
        self._units = {style.encode(): unit for style, unit in styles.units.items()}
        self.values: dict[bytes, object] = {_NO_CELL: ""}
        self.absent: set[bytes] = {_NO_CELL}
        self.formulas: set[bytes] = set()
        self.errors: dict[bytes, str] = {}
        self.units: dict[bytes, str] = {}

    def learn(self, spellings: Iterable[bytes]) -> None:
        """Read those not met before. Raises Unusual."""
        new = [spelling for spelling in spellings if spelling not in self.values]
        if not is_text(joined := b"".join(new)):
            raise Unusual
        values, strings, units = self.values, self._strings, self._units
        for spelling, (style, kind, formula, text) in zip(new, _PARTS.findall(joined), strict=True):
            if kind == b"s" and text.isdigit() and not formula:
                if len(text) > 7 or (number := int(text)) >= len(strings):
                    raise Unusual
                values[spelling] = strings[number]
            elif text:
                values[spelling] = self._value(spelling, kind, style, text)
            else:
                self._without_value(spelling, kind, formula)
            if formula:
                self.formulas.add(spelling)
            if style in units:
                self._unit(spelling, style)

    def _value(self, spelling: bytes, kind: bytes, style: bytes, text: bytes) -> object:
        if kind in (b"", b"n"):
            return self._number(style, text)
        if kind == b"str" and len(text) < MOST_TEXT:
            return decoded(unescaped(text.decode()))
        if kind == b"b" and text in (b"0", b"1"):
            return text == b"1"
        if kind == b"e" and b"&" not in text and text.strip() == text:
            self.errors[spelling] = text.decode()
            return ""
        raise Unusual

    def _number(self, style: bytes, text: bytes) -> object:
        if not _NUMBER.fullmatch(text):
            raise Unusual
        # finite, with so few digits
        number = float(text)
        shown = self._shown.get(style)
        return number if shown is None else moment(number, shown, dates_1904=self._dates_1904)

    def _without_value(self, spelling: bytes, kind: bytes, formula: bytes) -> None:
        """An empty text result is a result; any other formula without one has not been worked out."""
        self.values[spelling] = ""
        if not formula:
            self.absent.add(spelling)
        elif kind != b"str":
            self.errors[spelling] = UNSAVED

    def _unit(self, spelling: bytes, style: bytes) -> None:
        if spelling not in self.absent and self.errors.get(spelling) != UNSAVED:
            self.units[spelling] = self._units[style]
