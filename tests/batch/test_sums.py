"""A figure that stands in two places is one figure: all outputs of the sample company, added up."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from figures import Figure, Words, number, of_workbook, table
from sample_organisation import ON, Organisation

from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.findings import Severity
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Dimension, Lang, Level
from kasales_xl.files.history.store import open_history
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.pages.explain.card import explain_level
from kasales_xl.pages.workbooks import RISKS, Sheets
from kasales_xl.text.pages.words import WORDS

pytestmark = pytest.mark.slow
LANGS: tuple[Lang, Lang] = ("zh", "en")
#: Two labels of one figure, by their codes: what a page of results says and what an indicator is called.
_ALIASES = {
    "zh": {"本年度赢单金额": "本年度已赢", "目标完成率": "完成率"},
    "en": {},
}
_TEN_THOUSAND = re.compile("万元|10k yuan")
_UNIT = re.compile(r"[（ ]*[（(](?:元|万元|yuan|10k yuan)[）)]")


#: Where the same books are written out in full, by language.
DETAILED: dict[Lang, Path] = {}


@pytest.fixture(scope="module", params=LANGS)
def made(
    request: pytest.FixtureRequest,
    organisations: Callable[[Lang], Organisation],
    tmp_path_factory: pytest.TempPathFactory,
) -> Organisation:
    """As the command leaves it, and beside it the same with every list."""
    organisation = organisations(request.param)
    out = DETAILED[organisation.lang] = tmp_path_factory.mktemp("detailed") / "out"
    history = out.with_name("history.db")
    shutil.copy(organisation.scorecards / "history.db", history)
    with open_history(str(history), writing=True) as before:
        options = RunOptions(on=ON, lang=organisation.lang, sheets=Sheets(details=True))
        score([organisation.books], out, options, history=before)
    return organisation


def detailed(made: Organisation) -> Path:
    return DETAILED[made.lang]


def said(code: str, lang: Lang) -> str:
    return WORDS[code].pick(lang)


def plain_label(code: str, lang: Lang) -> str:
    """A label without its unit."""
    return _UNIT.sub("", said(code, lang).replace("{unit}", "元"))


def words(lang: Lang) -> Words:
    detail = said("tab-detail", lang).replace("{name}", "")
    return Words(said("seller", lang), said("team", lang), said("tab-overview", lang), detail)


def amounts(lang: Lang) -> set[str]:
    """Labels of money whose unit stands over their group."""
    codes = ("target-plain", "won-plain", "year-forecast", "against-target", "at-risk", "in-play")
    return {said(code, lang) for code in codes}


@cache
def figures(made: Organisation) -> dict[tuple[str, str], list[Figure]]:
    """Every figure that a seller, a team or the company has, by whose it is and by its label without unit;
    amounts in yuan, whatever the unit of their page."""
    found: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for path in sorted((*made.scorecards.glob("*.xlsx"), *detailed(made).glob("*.xlsx"))):
        whole = "" if path.stem == "organisation" else path.stem
        for one in of_workbook(path, words(made.lang), whole):
            own, _, over = one.label.partition(" [")
            label = _UNIT.sub("", own)
            # the unit over a group is that of its amounts, not of what is counted beside them
            told = own + over if label in amounts(made.lang) else own
            unit = 10_000 if _TEN_THOUSAND.search(told) else 1
            found[one.who, _ALIASES[made.lang].get(label, label)].append(one._replace(value=one.value * unit))
    return dict(found)


@cache
def cards(made: Organisation) -> dict[str, dict[str, Any]]:
    read = json.loads((made.scorecards / "cards.json").read_text("utf-8"))
    return {card["name"]: card for card in read["cards"]}


def teams(made: Organisation) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, card in cards(made).items():
        found[card["team"]].append(name)
    return dict(found)


def value(made: Organisation, who: str, label: str) -> float:
    return figures(made)[who, label][0].value


def test_many_figures_are_found(made: Organisation) -> None:
    several = [found for found in figures(made).values() if len({one.place for one in found}) > 1]
    assert len(several) > 200
    pages = {one.place.rpartition("!")[0] for found in figures(made).values() for one in found}
    assert len(pages) > 2 * len(cards(made)) + 6


def test_one_label_says_one_number_of_one_seller_team_or_company(made: Organisation) -> None:
    people = {"", *teams(made), *cards(made)}
    differing = []
    for (who, label), found in figures(made).items():
        if who in people and len({one.share for one in found}) == 1:
            first = found[0]
            for other in found[1:]:
                near = (
                    0.006
                    if first.share or not (first.exact and other.exact)
                    else 0.006 * (first.value % 1 != 0)
                )
                if abs(first.value - other.value) > near + 1e-6:
                    differing.append((who, label, first.value, first.place, other.value, other.place))
        elif who in people:
            differing.append((who, label, *((one.value, one.place) for one in found)))
    assert differing == []


def test_sellers_add_up_to_their_team_and_teams_to_the_company(made: Organisation) -> None:
    """Whatever both have: numbers that are no shares."""
    groups = {**teams(made), "": list(teams(made))}
    known = figures(made)
    added = 0
    for whole, members in groups.items():
        for label in {label for who, label in known if who == whole}:
            if known[whole, label][0].share:
                continue
            parts = [known[who, label][0].value for who in members if (who, label) in known]
            if parts:
                added += 1
                assert sum(parts) == pytest.approx(value(made, whole, label), rel=1e-9, abs=1e-6), (
                    whole,
                    label,
                    parts,
                )
    assert added > 30


def test_the_tiers_of_key_accounts_add_up_to_them(made: Organisation) -> None:
    label = said("key-account-count", made.lang)
    tiles = [one for who in ("", *teams(made), *cards(made)) for one in figures(made)[who, label] if one.note]
    # as the command leaves it, and with every list
    assert len(tiles) == 2 * (1 + len(teams(made)) + len(cards(made)))
    for tile in tiles:
        assert sum(map(int, re.findall(r"\d+", tile.note))) == tile.value, tile


def test_attainment_is_won_of_the_target_or_says_what_it_leaves_out(made: Organisation) -> None:
    won, target, attained = (plain_label(code, made.lang) for code in ("won", "target", "attainment"))
    left_out = 0
    for who in ("", *teams(made), *cards(made)):
        if (who, attained) not in figures(made):
            continue
        note = next(one.note for one in figures(made)[who, won] if one.note or who in cards(made))
        without = float((re.findall(r"[\d,]+", note) or ["0"])[0].replace(",", ""))
        left_out += bool(without)
        unit = 1 if made.lang == "en" else 10_000
        share = (value(made, who, won) - without * unit) / value(made, who, target)
        assert value(made, who, attained) == pytest.approx(share, abs=0.005), who
    assert left_out == 2


def test_a_list_has_as_many_lines_as_its_tile_counts(made: Organisation) -> None:
    lang = made.lang
    for team in teams(made):
        path = detailed(made) / f"{team}.xlsx"
        risks, accounts = (table(path, said(tab, lang)) for tab in ("tab-risks", "tab-accounts"))
        for tile, column in (
            ("opposed", "opposed-dms"),
            ("stale", "stale-people"),
            ("single", "single-person"),
        ):
            assert sum(bool(row[said(column, lang)]) for row in risks) == value(
                made, team, said(tile, lang)
            ), tile
        yes = said("yes", lang)
        own = [row for row in accounts if row[said("counted", lang)].lower() == yes]
        assert len(own) == value(made, team, said("key-account-count", lang))
        assert sum(str(row[said("key-account", lang)])[0] == "?" for row in accounts) == value(
            made, team, said("undecided", lang)
        )


def quarters(path: Path, lang: Lang) -> list[list[Any]]:
    """Of the first page: the name of each span, target, won, open deals, expected."""
    sheet = openpyxl.load_workbook(path)[said("tab-overview", lang)]
    full = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(n for n, row in enumerate(full) if row[0] == said("quarter", lang))
    columns = [c for c, value in enumerate(full[at]) if value is not None][:5]
    found = []
    for row in full[at + 1 :]:
        if sum(value is not None for value in row) < 2:
            break
        found.append([row[c] for c in columns])
    return found


def unit_of(made: Organisation, whole: str) -> int:
    """Yuan in the unit of the first page."""
    sheet = openpyxl.load_workbook(made.scorecards / f"{whole or 'organisation'}.xlsx").worksheets[0]
    return 10_000 if _TEN_THOUSAND.search(str(sheet.cell(4, 1).value)) else 1


def test_quarters_add_up_to_the_year_and_the_year_to_the_tiles(made: Organisation) -> None:
    for whole in ("", *teams(made)):
        lines = quarters(made.scorecards / f"{whole or 'organisation'}.xlsx", made.lang)
        year = next(line for line in lines if line[0] == said("span-year", made.lang))
        parts = lines[: lines.index(year)]
        assert len(parts) == 4
        for place in (1, 2, 3, 4):
            assert sum(line[place] or 0 for line in parts) == pytest.approx(year[place] or 0)
        unit = unit_of(made, whole)
        assert year[2] * unit == pytest.approx(value(made, whole, plain_label("won-plain", made.lang)))
        foretold = value(made, whole, plain_label("year-forecast", made.lang))
        assert (year[2] + year[4]) * unit == pytest.approx(foretold)


def test_the_money_at_risk_is_that_of_the_accounts_listed(made: Organisation) -> None:
    lang = made.lang
    listed_in = said("in-play", lang)
    for team in teams(made):
        whole = value(made, team, said("at-risk", lang)) / unit_of(made, team)
        every = table(detailed(made) / f"{team}.xlsx", said("tab-risks", lang))
        only_data = said("urgency-open", lang)
        at_risk = [row for row in every if row[said("urgency", lang)].casefold() != only_data]
        money = next(label for label in every[0] if label.startswith(listed_in))
        assert sum(row[money] for row in at_risk) == pytest.approx(whole), team
        assert [row[money] for row in every] == sorted((row[money] for row in every), reverse=True)
        path = made.scorecards / f"{team}.xlsx"
        brief = table(path, said("tab-risks", lang))
        assert len(brief) == min(len(at_risk), RISKS)
        sheet = openpyxl.load_workbook(path)[said("tab-risks", lang)]
        rest = re.findall(r"\d[\d,]*", str(sheet.cell(3, 1).value)) if len(at_risk) > RISKS else ["0"] * 3
        more, left = int(rest[1]), float(rest[2].replace(",", ""))
        assert len(brief) + more == len(at_risk)
        assert sum(row[money] for row in brief) + left == pytest.approx(whole, abs=0.5)


def test_cards_say_what_the_sheets_say(made: Organisation) -> None:
    lang = made.lang
    for name, card in cards(made).items():
        known = {label: found[0].value for (who, label), found in figures(made).items() if who == name}
        counts = card["counts"]
        assert [known[said(tier, lang)] for tier in ("strong",)] == [counts["strong"]]
        assert known[said("progress", lang)] == pytest.approx(card["progress"], abs=0.006)
        if card["confirmed"]:
            grades = [card["dimensions"][d.value]["grade"] for d in Dimension]
            assert [known[d.label(lang)] for d in Dimension] == grades
        for code in ("warn", "hold", "reject"):
            assert known[said(f"tally-{code}", lang)] == card["findings"][code], name
        money, unit = card["money"], {"wan": 10_000, "yuan": 1}
        for key, code in (("target", "target"), ("won", "won")):
            label = plain_label(code, lang)
            if money[key] is not None:
                assert known[label] == pytest.approx(money[key] * unit[money["unit"]])


def test_findings_are_as_many_in_the_file_on_the_sheets_and_in_what_the_command_says(
    made: Organisation,
) -> None:
    lines = list(csv.reader((made.scorecards / "findings.csv").read_text("utf-8-sig").splitlines()))
    column = 3
    severities = [line[column] for line in lines[1:]]
    files = table(detailed(made) / "organisation.xlsx", said("tab-files", made.lang))
    told = re.search(r"(?:数据问题：|Findings: )(.*)", made.said)
    assert told
    counts = [int(n) for n in re.findall(r"\d+", told[1])]
    order = (Severity.REJECT, Severity.HOLD, Severity.WARN, Severity.FIX)
    assert counts == [n for severity in order if (n := severities.count(severity.value))]
    for code in ("warn", "hold", "reject"):
        on_sheet = sum(number(row[said(f"tally-{code}", made.lang)])[0] for row in files)  # type: ignore[index]
        assert on_sheet == severities.count(code), code
        # what no seller's book holds lies in files that are not graded
        graded = sum(card["findings"][code] for card in cards(made).values())
        books = {card["file"] for card in cards(made).values()}
        assert graded == sum(line[column] == code and line[0] in books for line in lines[1:])


def test_explain_says_what_the_card_says(made: Organisation) -> None:
    for path in made.sellers_books:
        card: SellerCard = make_card(read_book(path, on=ON), DEFAULT_POLICY, ON)
        told = "\n".join(line.pick(made.lang) for line in explain_level(card))
        written = cards(made)[card.seller.name]
        counted = re.search(r"(?:强|strong) (\d+)\D+(\d+)\D+(\d+)", told)
        assert counted
        assert [*map(int, counted.groups())] == [
            written["counts"][tier] for tier in ("strong", "mid", "junior")
        ]
        assert (
            Level(written["level"]).label(made.lang)
            in told.splitlines()[1].lower() + told.splitlines()[0].lower()
        )


def test_nobodys_story_tells_a_change_and_its_reverse(made: Organisation) -> None:
    for team in teams(made):
        for row in table(detailed(made) / f"{team}.xlsx", said("tab-progress", made.lang)) or []:
            steps = re.findall(
                r"(\S+) → (\S+?)(?:[：:,，；;]|$)", str(row.get(said("reason", made.lang)) or "")
            )
            assert not [(a, b) for a, b in steps if (b, a) in steps and a != b], row
