"""What the book's cells offer, refuse and compute: drop-downs, messages, formulas, cached values."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from template_files import (
    calculated_formulas,
    formulas,
    part,
    parts,
    rules_at,
    table_xml,
    workbook,
)

from kasales_xl.book.sample import SAMPLE_DAY, sample_book
from kasales_xl.core.history.past import Step
from kasales_xl.core.moves.next_actions import A_WEEK
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import LANGS, Dimension, Lang, Level, Party, Tier
from kasales_xl.core.text import pick
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.core.verdicts.requirements import GradeOf
from kasales_xl.files.book.book import book_bytes, write_book
from kasales_xl.files.book.my_scorecard.people import OTHER_ROWS
from kasales_xl.functions import answers_for
from kasales_xl.layout.formulas import calculated_formula
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT, TAB_TITLES, SheetLayout
from kasales_xl.layout.template import TYPING_ROWS, choices, list_name, structure_checksum
from kasales_xl.text.book import TEXT_LIMIT, TITLE_LIMIT
from kasales_xl.text.functions import WORDS as FUNCTION_WORDS
from kasales_xl.text.sheets import CARD, FIRST_STEPS
from kasales_xl.text.verdicts.verdicts import DEMANDS

DATA = [layout for layout in LAYOUT.values() if not layout.form]
WITH_CALCULATED = [layout for layout in DATA if layout.calculated]
by_key = pytest.mark.parametrize("layout", DATA, ids=lambda layout: layout.key)
calculating = pytest.mark.parametrize("layout", WITH_CALCULATED, ids=lambda layout: layout.key)
in_both_languages = pytest.mark.parametrize("lang", LANGS)


@in_both_languages
@by_key
def test_each_list_column_has_its_drop_down_from_a_named_range(layout: SheetLayout, lang: Lang) -> None:
    sheet = workbook(lang)[layout.title(lang)]
    for at, column in enumerate(layout.columns, start=1):
        if not list_name(column):
            continue
        (rule,) = rules_at(sheet, FIRST_ROW, at)
        assert (rule.type, rule.formula1, rule.errorStyle) == ("list", list_name(column), None)
        assert rules_at(sheet, 1500, at) == [rule], "rows typed below the table have it too"
        assert offered(lang, list_name(column)) == [str(pick(choice, lang)) for choice in choices(column)]


def offered(lang: Lang, name: str) -> list[str]:
    """What a named range of 字典 offers."""
    book = workbook(lang)
    title, _, span = book.defined_names[name].attr_text.rpartition("!")
    cells = book[title.strip("'")][span.replace("$", "")]
    return [str(row[0].value) for row in cells]


@in_both_languages
def test_unknown_or_other_can_be_chosen_wherever_the_contract_lists_it(lang: Lang) -> None:
    unknown, other = ("未知", "其他") if lang == "zh" else ("unknown", "other")
    for name in ("lstStance", "lstBuyingRole", "lstYesNoUnknown", "lstInfluence"):
        assert unknown in offered(lang, name)
    for name in ("lstLostReason", "lstProcurement", "lstKeyCriterion", "lstCompanyType"):
        assert other in offered(lang, name)


@in_both_languages
def test_a_reference_offers_the_other_sheets_names_and_lets_a_new_one_stay(lang: Lang) -> None:
    sheet = workbook(lang)[LAYOUT["contacts"].title(lang)]
    (rule,) = rules_at(sheet, FIRST_ROW, list(LAYOUT["contacts"].by_key).index("account") + 1)
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", "refAccounts", "warning")
    name = workbook(lang).defined_names["refAccounts"].attr_text
    assert name.startswith(f"'{LAYOUT['accounts'].title(lang)}'!$A${FIRST_ROW}:INDEX(")


@in_both_languages
def test_messages_fit_their_boxes_and_speak_the_books_language(lang: Lang) -> None:
    count = 0
    for sheet in workbook(lang):
        for rule in sheet.data_validations.dataValidation:
            texts = [rule.promptTitle, rule.errorTitle, rule.prompt, rule.error]
            for text, limit in zip(texts, (TITLE_LIMIT, TITLE_LIMIT, TEXT_LIMIT, TEXT_LIMIT), strict=True):
                assert len(text or "") <= limit
            words = "".join(text or "" for text in texts)
            count += bool(words)
            if words and lang == "en" and "道" not in words:
                assert not re.search(r"[\u4e00-\u9fff]", words), words
            if rule.prompt and lang == "zh":
                assert re.search(r"[\u4e00-\u9fff]", words), words
    assert count > 100


@in_both_languages
def test_policy_values_are_held_to_their_allowed_range(lang: Lang) -> None:
    sheet = workbook(lang)[TAB_TITLES["policy"].pick(lang)]
    rows = {sheet.cell(row, 1).value: row for row in range(FIRST_ROW, sheet.max_row + 1)}
    (share,) = rules_at(sheet, rows["policy.key_share"], 3)
    assert (share.type, share.operator, share.formula1, share.formula2) == ("decimal", None, "0.01", "1")
    (counting,) = rules_at(sheet, rows["policy.counting"], 3)
    offered = ("强的可以顶弱的", "各级累计", "各算各的")
    if lang == "en":
        offered = ("A stronger one fills a weaker slot", "Each level adds up", "Each tier apart")
    assert counting.formula1 == f'"{",".join(offered)}"'
    assert sheet.cell(rows["policy.counting"], 3).value == offered[0]
    slot = sheet.cell(rows["policy.senior_mid"], 3)
    assert (slot.value, slot.number_format) == ("3-5", "@")
    assert sheet.cell(rows["policy.key_share"], 3).value == DEFAULT_POLICY.key_share


@in_both_languages
@calculating
def test_a_calculated_column_is_one_formula_down_the_column(layout: SheetLayout, lang: Lang) -> None:
    wanted = [calculated_formula(c).pick(lang)[1:] for c in layout.calculated]
    assert calculated_formulas(table_xml(lang, layout.table)) == wanted
    found = formulas(lang)
    title = layout.title(lang)
    rows = range(FIRST_ROW, FIRST_ROW + layout.ready_rows)
    for at, formula in enumerate(wanted, start=len(layout.columns) + 1):
        assert {found[title, f"{get_column_letter(at)}{row}"] for row in rows} == {f"={formula}"}


@in_both_languages
def test_the_handle_reads_inputs_only_and_so_never_itself(lang: Lang) -> None:
    book = workbook(lang)
    place = book.defined_names["KA"].attr_text
    title, _, cell = place.rpartition("!")
    handle = formulas(lang)[title.strip("'"), cell.replace("$", "")]
    assert handle.startswith("=IFERROR(KA_BOOK(tblProfile[#All],")
    assert handle.endswith('tblPolicy[#All]),"")')
    for layout in DATA:
        # rows typed below a table are seen too
        last = get_column_letter(len(layout.columns))
        assert f"'{layout.title(lang)}'!$A$2:${last}${TYPING_ROWS}" in handle


@in_both_languages
def test_nothing_is_volatile_external_or_beyond_excel_2016(lang: Lang) -> None:
    volatile = re.compile(r"\b(INDIRECT|OFFSET|TODAY|NOW|RAND|RANDBETWEEN|CELL|INFO)\(")
    for name, text in parts(lang, sample=True).items():
        assert "x14:dataValidation" not in text
        assert "externalLink" not in name
        assert "_xlfn" not in text
        assert not volatile.search(text), name
        assert 't="array"' not in text
    assert "fullCalcOnLoad" not in part(lang, "xl/workbook.xml")


@in_both_languages
def test_blank_rows_stay_blank_and_are_cached_so(lang: Lang) -> None:
    values = workbook(lang, values=True)
    for (title, cell), _ in formulas(lang).items():
        if title in {layout.title(lang) for layout in DATA}:
            assert values[title][cell].value in (None, "")
    assert "<v></v></c>" in part(lang, "xl/worksheets/sheet4.xml")
    assert not re.search(r'<c r="[A-Z]+\d+"(?: s="\d+")?><f>[^<]*</f><v></v>', "".join(parts(lang).values()))


@in_both_languages
def test_cached_values_are_what_the_functions_answer(lang: Lang) -> None:
    book = sample_book(lang)
    answers = answers_for(book, DEFAULT_POLICY, SAMPLE_DAY, lang)
    layout = LAYOUT["accounts"]
    sheet = workbook(lang, sample=True, values=True)[layout.title(lang)]
    tiers = list(layout.by_key)
    at = len(tiers) + 1 + [c.key for c in layout.calculated].index("tier")
    found = {sheet.cell(FIRST_ROW + n, 1).value: sheet.cell(FIRST_ROW + n, at).value for n in range(6)}
    assert found == {a.account: answers("KA_TIER", [a.account]) for a in book.accounts}
    assert set(found.values()) == {tier.label(lang) for tier in Tier}
    meta = workbook(lang, sample=True, values=True)["_meta"]
    values = {row[0].value: row[1].value for row in meta.iter_rows()}
    assert not values["KA"], "in store the handle is blank: nothing answers where nothing calculates"
    assert values["structure_checksum"] == structure_checksum()
    assert (values["template_id"], values["template_version"]) == ("kasales-account-book", "2")
    assert (values["seller_id"], values["language"], values["created_by"]) == ("S001", lang, "kasales")


@in_both_languages
def test_a_tier_shows_its_steps_and_a_score_its_bar_while_the_cells_hold_the_plain_answer(lang: Lang) -> None:
    layout = LAYOUT["accounts"]
    sheet = workbook(lang, sample=True)[layout.title(lang)]
    keys = [*layout.by_key, *(column.key for column in layout.calculated)]
    at = {key: f"{get_column_letter(keys.index(key) + 1)}{FIRST_ROW}" for key in ("tier", "score")}
    rules = {
        key: [rule for area in sheet.conditional_formatting if at[key] in area.cells for rule in area.rules]
        for key in at
    }
    steps = {rule.formula[0].strip('"'): rule.dxf.numFmt.formatCode for rule in rules["tier"]}
    tiers = (Tier.NONE, Tier.JUNIOR, Tier.MID, Tier.STRONG)
    assert steps == {tier.label(lang): f'"{"■" * n}{"□" * (3 - n)} "@' for n, tier in enumerate(tiers)}
    coloured = {rule.formula[0].strip('"') for rule in rules["tier"] if rule.dxf.fill}
    assert coloured == {Tier.MID.label(lang), Tier.STRONG.label(lang)}
    [bar] = [rule.dataBar for rule in rules["score"] if rule.dataBar]
    assert [(limit.type, float(limit.val)) for limit in bar.cfvo] == [("num", 0.0), ("num", 100.0)]


@in_both_languages
def test_my_scorecard_shows_level_blocker_seats_grades_and_a_radar_chart(lang: Lang) -> None:
    sheet = workbook(lang, sample=True, values=True)[TAB_TITLES["scorecard"].pick(lang)]
    shown = {cell.value for row in sheet.iter_rows() for cell in row}
    answers = answers_for(sample_book(lang), DEFAULT_POLICY, SAMPLE_DAY, lang)
    level = answers("KA_LEVEL", [])
    assert str(level).title() == sheet["B4"].value
    assert sheet["G4"].value == answers("KA_WHY", ["blocker"])
    assert sheet["G5"].value == answers("KA_WHY", ["way up"])
    seats = answers("KA_SEATS", [])
    assert isinstance(seats, list)
    lines = [
        (f"{str(row[1]).title()}  {row[2]:g}/{row[3]:g}", row[4], cut(str(row[5]), 13, 26) or None)
        for row in seats[1:]
    ]
    found = [tuple(sheet.cell(row, column).value for column in (2, 3, 4)) for row in range(8, 11)]
    assert found == [*lines, *[(None, None, None)] * (3 - len(lines))]
    gap = answers("KA_GAP", [])
    assert isinstance(gap, list)
    short = {DEMANDS[GradeOf(d)].pick(lang): n for n, d in enumerate(Dimension)}
    states = [sheet.cell(15 + n, 5).value for n in range(len(Dimension))]
    for demand, have, need, missing in gap[1:]:
        if demand in short:
            at = short[str(demand)]
            assert (sheet.cell(15 + at, 3).value, sheet.cell(15 + at, 4).value) == (have, need)
            assert states[at] == CARD["short" if missing else "met"].pick(lang)
    for which in ("type", "next"):
        assert answers("KA_ADVICE", [answers("KA_BOOK", []), which]) in shown
    charts = [text for name, text in parts(lang, sample=True).items() if "charts/chart" in name]
    assert ["<c:radarChart>" in chart for chart in charts] == [True, False]
    assert "<c:lineChart>" in charts[1], "the trend's, ready for a history"
    # one page wide and high is what fit-to-page means unless told otherwise
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, None)


def cut(names: str, zh: int, en: int) -> str:
    most = en if names.isascii() else zh
    return names if len(names) <= most else f"{names[:most]}…"


def card_of(book: Book, lang: Lang) -> dict[str, Any]:
    """What My scorecard of a newly written book shows, by address."""
    data = book_bytes(book, policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang=lang)
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)[TAB_TITLES["scorecard"].pick(lang)]
    return {cell.coordinate: cell.value for row in sheet.iter_rows(max_col=8) for cell in row if cell.value}


@in_both_languages
@pytest.mark.parametrize("graded", [0, 34, 35])
def test_until_every_practice_is_graded_the_page_leads_with_the_accounts_and_says_who_grades_the_rest(
    lang: Lang, graded: int
) -> None:
    book = sample_book(lang)
    blank = {"self_grade": None, "manager_grade": None}
    practices = [row if n < graded else row.model_copy(update=blank) for n, row in enumerate(book.practices)]
    book = dataclasses.replace(book, practices=tuple(practices))
    shown = card_of(book, lang)
    answers = answers_for(book, DEFAULT_POLICY, SAMPLE_DAY, lang)
    waiting = len(practices) - graded
    led = CARD["level-accounts" if waiting else "level"].pick(lang)
    level = answers("KA_LEVEL", ["accounts"] if waiting else [])
    assert (shown["B3"], shown["B4"]) == (led, str(level).title())
    assert shown["G5"].startswith(CARD["waits-before"].pick(lang)) == bool(waiting)
    assert not waiting or (f"{waiting}" in shown["G4"] and book.seller and book.seller.manager in shown["G5"])
    assert (CARD["not-graded"].pick(lang) in shown["B5"]) == (graded == 0)
    # nobody's practice is a grade 0, and no grade is short of anything before all seven are there
    for row, graded_here in zip(range(15, 20), graded_by_dimension(book), strict=True):
        assert (shown[f"C{row}"] == "–") == (graded_here == 0)
        assert shown[f"E{row}"].startswith(CARD["practices-wait"].pick(lang)) == (graded_here < 7)


def graded_by_dimension(book: Book) -> list[int]:
    return [
        sum(row.grade is not None for row in book.practices if row.dimension is dimension)
        for dimension in Dimension
    ]


@in_both_languages
def test_whom_to_see_lists_people_and_practices_stand_apart(lang: Lang) -> None:
    book = sample_book(lang)
    shown = card_of(book, lang)
    answers = answers_for(book, DEFAULT_POLICY, SAMPLE_DAY, lang)
    people, others = (answers("KA_NEXT", [None, which])[1:] for which in ("people", "others"))
    lines = [(shown.get(f"G{row}"), shown.get(f"G{row + 1}")) for row in range(7, 7 + 2 * A_WEEK, 2)]
    assert [line for line in lines if line[0]] == [who_and_what(row) for row in people[:A_WEEK]]
    below = [(shown.get(f"G{row}"), shown.get(f"G{row + 1}")) for row in range(14, 14 + 2 * OTHER_ROWS, 2)]
    assert [line for line in below if line[0]] == [where_and_what(row) for row in others[:OTHER_ROWS]]
    assert people
    assert others


@in_both_languages
def test_nobody_is_to_be_seen_twice_and_a_line_of_support_is_nobody(lang: Lang) -> None:
    answers = answers_for(sample_book(lang), DEFAULT_POLICY, SAMPLE_DAY, lang)
    everything, people, others = (
        answers("KA_NEXT", [None, which])[1:] for which in ("all", "people", "others")
    )
    seen = [(row[0], row[2]) for row in people]
    assert len(seen) == len(set(seen))
    assert [
        row for row in everything if row in people or row in others or (row[0], row[2]) in seen
    ] == everything
    assert not {row[2] for row in people} & {party.label(lang) for party in Party}


@in_both_languages
def test_where_nobody_is_to_be_seen_other_things_to_do_begin_there(lang: Lang) -> None:
    book = sample_book(lang)
    blank = {"self_grade": None, "manager_grade": None}
    practices = tuple(row.model_copy(update=blank) for row in book.practices)
    alone = Book(book.seller, lang=lang, practices=practices)
    shown = card_of(alone, lang)
    answers = answers_for(alone, DEFAULT_POLICY, SAMPLE_DAY, lang)
    assert answers("KA_NEXT", [None, "people"])[1:] == []
    others = answers("KA_NEXT", [None, "others"])[1:]
    assert len(others) > 6
    assert shown["G6"] == CARD["others"].pick(lang)
    assert [shown[f"G{row}"] for row in (7, 9, 11)] == [row[0] for row in others[:3]]
    assert "G13" not in shown
    below = [(shown.get(f"G{row}"), shown.get(f"G{row + 1}")) for row in (14, 16, 18)]
    assert below == [where_and_what(row) for row in others[3:6]]


def who_and_what(row: Sequence[object]) -> tuple[str, str]:
    account, move, person, effect = row
    return f"{person} · {account}", f"{move}" + (f" → {effect}" if effect else "")


def where_and_what(row: Sequence[object]) -> tuple[str, str]:
    account, move, _, effect = (str(cell) for cell in row)
    most = 92 if move.isascii() or "“" in move else 44
    shown = move if len(move) <= most else f"{move[:most]}…"
    return account, shown + (f" → {effect}" if effect else "")


@in_both_languages
def test_an_empty_book_shows_the_first_three_steps_and_nothing_of_what_is_not_there(lang: Lang) -> None:
    shown = card_of(Book(None, lang=lang), lang)
    assert shown["B4"] == "–"
    assert shown["G4"] == FUNCTION_WORDS["no-seller"].pick(lang)
    steps = [text.pick(lang) for step in FIRST_STEPS for text in step]
    assert [shown[f"G{row}"] for row in range(7, 13)] == steps
    free = [f"{column}{row}" for column in "BCDEI" for row in range(6, 19)]
    assert [cell for cell in free if cell in shown] == [], (
        "no heading, frame or figure of what is not there yet"
    )


@in_both_languages
def test_a_block_without_anything_to_say_has_no_heading(lang: Lang) -> None:
    shown = card_of(sample_book(lang), lang).values()
    for code in ("trend", "changes"):
        assert CARD[code].pick(lang) not in shown
    empty = card_of(Book(None, lang=lang), lang).values()
    for code in ("moves", "others", "trend", "changes", "grades", "radar"):
        assert CARD[code].pick(lang) not in empty


@in_both_languages
def test_a_history_of_two_scorings_draws_a_trend_and_one_does_not(lang: Lang, tmp_path: Path) -> None:
    steps = [
        Step(dt.date(2026, 1, 31), Level.NOVICE, Counts(0, 0, 1), 0.5),
        Step(dt.date(2026, 5, 31), Level.JUNIOR, Counts(0, 1, 2), 0.25),
    ]
    for given in (steps[:1], steps):
        path = tmp_path / f"{len(given)}.xlsx"
        write_book(path, sample_book(lang), policy=DEFAULT_POLICY, on=SAMPLE_DAY, lang=lang, trend=given)
        with zipfile.ZipFile(path) as archive:
            charts = [archive.read(name) for name in archive.namelist() if "charts/chart" in name]
        (trend,) = (chart for chart in charts if b"<c:lineChart>" in chart)
        assert (b"<c:dLbls>" in trend) == (len(given) == 2)
        card = openpyxl.load_workbook(path)[TAB_TITLES["scorecard"].pick(lang)]
        heights = [cell.value for row in card.iter_rows(min_col=14, max_col=14) for cell in row]
        assert (1.25 in heights) == (len(given) == 2)
