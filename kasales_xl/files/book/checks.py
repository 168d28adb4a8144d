"""The 检查 sheet: add-in, records, orphans and gaps, each with its light, and one light over all."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from kasales_xl.book.checks import Check, checks
from kasales_xl.core.text import Text, same
from kasales_xl.files.book.findings import FIRST_LINE, LINES, STATE, write_findings
from kasales_xl.files.book.writer import Tab
from kasales_xl.files.styles.look import AMBER, BAND, FAINT, NAVY, NEWS, RULE, WHITE
from kasales_xl.text.sheets import CHECK_ADVICE, CHECKS, NOT_ALIVE

_NAME, _RESULT, _LIGHT, _ADVICE = 1, 2, 3, 4
_LIGHTS = (
    ("mend", "poor"), ("overall-mend", "poor"), ("look", "fair"), ("overall-look", "fair"),
    ("addin-off", "fair"), ("ok", "good"),
)  # fmt: skip
#: A number that should be 0.
_ZERO = same('=IF({place}=0,"{ok}","{bad}")')
#: In store stands what holds where nothing calculates: the add-in is not running there.
_ADDIN = same('=IF(KA="",{off},"{on}"&KA_VERSION())')
_ADDIN_LIGHT = same('=IF(KA="","{off}","{ok}")')(off=CHECKS["addin-off"])
#: How many open findings there are, told by their list; a dash where nobody can count them.
_FINDINGS = 'IFERROR(SUM(INDEX(KA_CHECK(KA,"grouped"),0,6)),"–")'
_FINDINGS_LIGHT = same(
    '=IF(ISNUMBER({place}),IF({place}=0,"{ok}",IF(COUNTIF({list},"{mend}")>0,"{mend}","{look}")),"{unseen}")'
)(list=f"{xl_rowcol_to_cell(FIRST_LINE, STATE)}:{xl_rowcol_to_cell(FIRST_LINE + LINES - 1, STATE)}")
#: ✖ if anything is left out, ▲ if anything should be checked, else ✔.
_OVERALL = same(
    '=IF(COUNTIF({span},"{mend}")>0,"{all_mend}",IF(COUNTIF({span},"{look}")>0,"{all_look}","{ok}"))'
)(all_mend=CHECKS["overall-mend"], all_look=CHECKS["overall-look"])
_WORDS = {code: CHECKS[code] for code in ("ok", "look", "mend", "unseen")}


class ChecksSheet:
    """Writes the sheet from top to bottom."""

    def __init__(self, tab: Tab) -> None:
        self.tab, self.styles = tab, tab.styles
        self.row = 4

    def write(self) -> None:
        self._head()
        self._section("problems")
        first = self.row
        self._line("addin", _ADDIN(off=NOT_ALIVE, on=CHECKS["addin-on"]), _ADDIN_LIGHT)
        self._line("findings", _FINDINGS, _FINDINGS_LIGHT, asks=True)
        for check in checks():
            if check.weight != "count":
                self._zero(check)
        self._overall(first, self.row - 1)
        self._list()
        self._section("counts")
        for check in checks():
            if check.weight == "count":
                self._line(check.code, check.formula)
        self._finish()

    def _head(self) -> None:
        title = self.styles.text(bold=True, font_size=16, font_color=NAVY)
        self.tab.say(0, _NAME, self.tab.title, title)
        self.tab.sheet.set_row(0, 34)
        self.tab.sheet.set_row(2, 30)

    def _overall(self, first: int, last: int) -> None:
        span = f"{xl_rowcol_to_cell(first, _LIGHT)}:{xl_rowcol_to_cell(last, _LIGHT)}"
        looks = {"bold": True, "font_size": 13, "bg_color": BAND, "top": 2, "top_color": AMBER}
        label, light = self.styles.text(**looks), self.styles.text(align="center", **looks)
        self.tab.band(2, _NAME, _ADVICE, label)
        self.tab.say(2, _NAME, CHECKS["overall"], label)
        self.tab.formula(2, _LIGHT, _OVERALL(span=span, **_WORDS), light)
        self._lights(2, 2)
        self._lights(first, last)

    def _list(self) -> None:
        """The findings one by one, below their heading."""
        self._section("list", ("list", "heading-found", "heading-light", "heading-fix"))
        if self.row != FIRST_LINE:
            raise ValueError(f"the list of findings begins in row {self.row}, not in {FIRST_LINE}")
        write_findings(self.tab)
        self._lights(FIRST_LINE, FIRST_LINE + LINES - 1)
        self.row = FIRST_LINE + LINES + 1

    def _section(self, code: str, words: Sequence[str] = ()) -> None:
        """A heading in the colour of checks, with the names of the columns beside it."""
        self.row += 1 if self.row > 4 else 0
        look = self.styles.text(bold=True, font_color=WHITE, bg_color=AMBER)
        centred = self.styles.text(bold=True, font_color=WHITE, bg_color=AMBER, align="center")
        words = words or (code, "heading-result", "heading-light", "heading-todo")
        for column, word in zip((_NAME, _RESULT, _LIGHT, _ADVICE), words, strict=True):
            if code == "counts" and column > _RESULT:
                self.tab.put(self.row, column, None, look)
                continue
            style = centred if column in (_RESULT, _LIGHT) else look
            self.tab.say(self.row, column, CHECKS[word], style)
        self.tab.sheet.set_row(self.row, 22)
        self.row += 1

    def _zero(self, check: Check) -> None:
        bad = CHECKS["mend" if check.weight == "must" else "look"]
        self._line(check.code, check.formula, _ZERO(bad=bad))

    def _line(self, code: str, formula: Text | str, light: Text | None = None, *, asks: bool = False) -> None:
        """light: its formula, ``{place}`` standing for the result's cell. asks: our functions are asked."""
        tab, ruled = self.tab, {"bottom": 1, "bottom_color": RULE}
        tab.put(self.row, _NAME, CHECKS[code], self.styles.text(**ruled))
        number = self.styles.text(align="center", num_format="General", text_wrap=True, **ruled)
        (tab.asks if asks else tab.formula)(self.row, _RESULT, formula, number)
        centred = self.styles.text(align="center", **ruled)
        if light is None:
            tab.put(self.row, _LIGHT, None, centred)
        else:
            place = xl_rowcol_to_cell(self.row, _RESULT)
            tab.formula(self.row, _LIGHT, light(place=place, **_WORDS), centred)
        todo = self.styles.text(font_color=FAINT, text_wrap=True, **ruled)
        tab.put(self.row, _ADVICE, CHECK_ADVICE.get(code), todo)
        tab.sheet.set_row(self.row, 34 if code == "addin" else 22)
        self.row += 1

    def _lights(self, first: int, last: int) -> None:
        for code, news in _LIGHTS:
            look = self.tab.book.workbook.add_format(NEWS[news])
            self.tab.mark((first, _LIGHT, last, _LIGHT), CHECKS[code], look)

    def _finish(self) -> None:
        tab = self.tab
        tab.widths({0: 2, _NAME: 34, _RESULT: 52, _LIGHT: 18, _ADVICE: 52})
        tab.landscape()
        tab.close(AMBER, (self.row - 1, _ADVICE))
