"""The 检查 sheet: add-in, records, orphans and gaps, each with its light, and one light over all."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kasales_xl.book.checks import Check, Tables, checks
from kasales_xl.files.book.cells import (
    landscape,
    plain,
    protect,
    put,
    put_formula,
    table_answer,
)
from kasales_xl.files.book.styles import (
    BAND,
    FAINT,
    FAIR,
    FAIR_INK,
    GOOD,
    GOOD_INK,
    POOR,
    POOR_INK,
    RULE,
    WHITE,
    Styles,
)
from kasales_xl.files.styles.formats import AMBER, NAVY
from kasales_xl.functions.stored_answers import Answers
from kasales_xl.layout.template import tab_title
from kasales_xl.text.sheets import check_word, todo_word

_NAME, _RESULT, _LIGHT, _TODO = 1, 2, 3, 4


class ChecksSheet:
    """Writes the sheet from top to bottom. ``lights`` are the states cached so far."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, styles: Styles, answers: Answers) -> None:
        self.workbook, self.sheet, self.styles, self.answers = workbook, sheet, styles, answers
        self.row = 4
        self.lights: list[str] = []

    def write(self, tables: Tables) -> None:
        found = checks(tables, self.styles.lang)
        self._head()
        self._section("problems")
        first = self.row
        self._addin()
        self._findings()
        for check in found:
            if check.weight != "count":
                self._line(check)
        self._overall(first, self.row - 1)
        self._section("counts")
        for check in found:
            if check.weight == "count":
                self._line(check)
        self._finish()

    def _word(self, code: str) -> str:
        return check_word(code, self.styles.lang)

    def _head(self) -> None:
        title = self.styles.text(bold=True, font_size=16, font_color=NAVY)
        self.sheet.write_string(0, _NAME, tab_title("checks", self.styles.lang), title)
        self.sheet.set_row(0, 34)
        self.sheet.set_row(2, 30)

    def _overall(self, first: int, last: int) -> None:
        """✖ if any check must be mended, ▲ if any should be looked at, else ✔."""
        ok, look, mend = (self._word(code) for code in ("ok", "look", "mend"))
        span = f"{xl_rowcol_to_cell(first, _LIGHT)}:{xl_rowcol_to_cell(last, _LIGHT)}"
        formula = f'=IF(COUNTIF({span},"{mend}")>0,"{mend}",IF(COUNTIF({span},"{look}")>0,"{look}","{ok}"))'
        cached = next((light for light in (mend, look) if light in self.lights), ok)
        label = self.styles.text(bold=True, font_size=13, bg_color=BAND, top=2, top_color=AMBER)
        light = self.styles.text(
            bold=True, font_size=13, align="center", bg_color=BAND, top=2, top_color=AMBER
        )
        for column in (_NAME, _RESULT, _LIGHT, _TODO):
            self.sheet.write_blank(2, column, None, label)
        self.sheet.write_string(2, _NAME, self._word("overall"), label)
        put_formula(self.sheet, 2, _LIGHT, formula, light, cached)
        self._lights(2, 2)
        self._lights(first, last)

    def _section(self, code: str) -> None:
        """A heading in the colour of checks, with the names of the columns beside it."""
        self.row += 1 if self.row > 4 else 0
        look = self.styles.text(bold=True, font_color=WHITE, bg_color=AMBER)
        centred = self.styles.text(bold=True, font_color=WHITE, bg_color=AMBER, align="center")
        words = (code, "heading-result", "heading-light", "heading-todo")
        for column, word in zip((_NAME, _RESULT, _LIGHT, _TODO), words, strict=True):
            if code == "counts" and column > _RESULT:
                self.sheet.write_blank(self.row, column, None, look)
                continue
            style = centred if column in (_RESULT, _LIGHT) else look
            self.sheet.write_string(self.row, column, self._word(word), style)
        self.sheet.set_row(self.row, 22)
        self.row += 1

    def _addin(self) -> None:
        """In store stands what holds where nothing calculates: the add-in is not running there."""
        off, on = self._word("addin-off"), self._word("addin-on")
        self._cells(
            "addin",
            f'=IF(ISERROR(KA_VERSION()),"{off}","{on}"&KA_VERSION())',
            off,
            f'=IF(ISERROR(KA_VERSION()),"{self._word("look")}","{self._word("ok")}")',
            self._word("look"),
        )

    def _findings(self) -> None:
        """How many lines KA_CHECK lists under its header; a dash where nobody can count them."""
        rows = table_answer(self.answers, "KA_CHECK")
        cached: object = len(rows) - 1 if rows else "–"
        place = xl_rowcol_to_cell(self.row, _RESULT)
        ok, look, unseen = (self._word(code) for code in ("ok", "look", "unseen"))
        light = unseen if not rows else look if len(rows) > 1 else ok
        self._cells(
            "findings",
            '=IFERROR(ROWS(KA_CHECK(KA))-1,"–")',
            cached,
            f'=IF(ISNUMBER({place}),IF({place}=0,"{ok}","{look}"),"{unseen}")',
            light,
        )

    def _line(self, check: Check) -> None:
        if check.weight == "count":
            self._cells(check.code, check.formula, check.value)
            return
        bad = self._word("mend" if check.weight == "must" else "look")
        ok, place = self._word("ok"), xl_rowcol_to_cell(self.row, _RESULT)
        light = f'=IF({place}=0,"{ok}","{bad}")'
        self._cells(check.code, check.formula, check.value, light, bad if check.value else ok)

    def _cells(
        self, code: str, formula: str, cached: object, light: str = "", light_cached: str = ""
    ) -> None:
        sheet, ruled = self.sheet, {"bottom": 1, "bottom_color": RULE}
        put(sheet, self.row, _NAME, self._word(code), self.styles.text(**ruled))
        number = self.styles.text(align="center", num_format="General", text_wrap=True, **ruled)
        put_formula(sheet, self.row, _RESULT, formula, number, plain(cached))
        centred = self.styles.text(align="center", **ruled)
        if light:
            put_formula(sheet, self.row, _LIGHT, light, centred, light_cached)
            self.lights.append(light_cached)
        else:
            sheet.write_blank(self.row, _LIGHT, None, centred)
        todo = self.styles.text(font_color=FAINT, text_wrap=True, **ruled)
        put(sheet, self.row, _TODO, todo_word(code, self.styles.lang) or None, todo)
        sheet.set_row(self.row, 22)
        self.row += 1

    def _lights(self, first: int, last: int) -> None:
        looks: Sequence[tuple[str, str, str]] = (
            ("mend", POOR, POOR_INK),
            ("look", FAIR, FAIR_INK),
            ("ok", GOOD, GOOD_INK),
        )
        for code, fill, ink in looks:
            look = self.workbook.add_format({"bg_color": fill, "font_color": ink})
            rule = {"type": "cell", "criteria": "==", "value": f'"{self._word(code)}"', "format": look}
            self.sheet.conditional_format(first, _LIGHT, last, _LIGHT, rule)

    def _finish(self) -> None:
        for column, width in ((0, 2), (_NAME, 34), (_RESULT, 30), (_LIGHT, 18), (_TODO, 58)):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_tab_color(AMBER)
        landscape(self.sheet, tab_title("checks", self.styles.lang))
        self.sheet.print_area(0, 0, self.row - 1, _TODO)
        protect(self.sheet, switched_on=True)
