"""``index.html`` of the sample organisation in Chromium: what a director clicks, types and reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from chromium import Browser
from sample_organisation import Organisation
from web_pages import parts_of

from kasales_xl.core.terms import Lang

#: Headings, headers and labels that are the page's own.
OURS = (
    "() => [...document.querySelectorAll('h2, thead th, dt, .tabs a, .button, .caption, option:first-child')]"
    ".filter((one) => one.offsetParent).map((one) => one.innerText)"
)
LINKS = "() => [...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href'))"
TITLE = "() => document.querySelector('h1').innerText"
ROWS = "() => [...document.querySelectorAll('.table tbody tr')].map((row) => [...row.children].map((cell) => cell.innerText))"
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def page(organisations: Callable[[Lang], Organisation]) -> Path:
    return organisations("zh").scorecards / "index.html"


@pytest.fixture
def opened(browser: Browser, page: Path) -> Browser:
    """The first view in a fresh window."""
    browser.window()
    browser.open(page)
    return browser


def views(page: Path) -> dict[str, str]:
    """One address of each kind of view."""
    index = parts_of(page)["index"]
    seller = index["sellers"][0][0]
    account = parts_of(page)["find"][0][0][0]
    return {
        "organisation": "/",
        "sellers": "/o/sellers",
        "team": "/t/0",
        "deals": "/t/0/deals",
        "seller": f"/s/{seller}",
        "dimensions": f"/s/{seller}/detail",
        "account": f"/a/{seller}/{account}",
        "compare": "/compare",
    }


def test_every_link_leads_to_a_view_and_nothing_outside_is_asked_for(opened: Browser, page: Path) -> None:
    missing = next(text for text in parts_of(page)["index"]["words"]["not-here"])
    waiting, seen = ["/"], {"/"}
    while waiting:
        route = waiting.pop()
        opened.go(route)
        assert opened.ask(TITLE) not in ("", missing), route
        for link in opened.ask(LINKS):
            assert link.startswith("#"), link
            if link.startswith("#/") and link[1:] not in seen:
                seen.add(link[1:])
                waiting.append(link[1:])
    assert len(seen) > 300
    assert [kind for kind in "otsa" if not any(one.startswith(f"/{kind}/") for one in seen)] == []
    assert opened.order("said") == []
    assert [url for url in opened.order("asked") if not url.startswith("file:")] == []
    assert len(opened.order("asked")) == 1


def test_from_the_organisation_down_to_the_cell_behind_a_number(
    opened: Browser, page: Path, organisations: Callable[[Lang], Organisation]
) -> None:
    opened.order("click", what=".team-cards a")
    opened.order("wait", script="location.hash.startsWith('#/t/')")
    opened.order("click", what=".people a")
    opened.order("wait", script="document.documentElement.dataset.shown.startsWith('#/s/')")
    opened.order("click", what="[data-table=accounts] tbody th a")
    opened.order("wait", script="document.documentElement.dataset.shown.startsWith('#/a/')")
    opened.order("click", what=".facing .why")
    opened.order("wait", script="document.getElementById('behind').open")
    file = opened.ask("() => document.querySelector('.file strong').innerText")
    cells = opened.ask(
        "() => [...document.querySelectorAll('#behind td')].map((cell) => [cell.querySelector('.val, .blank').innerText,"
        " cell.querySelector('.at').innerText])"
    )
    (book,) = [path for path in organisations("zh").sellers_books if path.name == Path(file).name]
    workbook = openpyxl.load_workbook(book)
    compared = 0
    for shown, place in cells:
        sheet, cell = place.split("!")
        stands = workbook[sheet][cell].value
        if isinstance(stands, str):
            assert shown == stands, place
            compared += 1
    assert compared >= 2


def test_a_list_is_searched_filtered_and_sorted(opened: Browser) -> None:
    opened.go("/t/0/deals")
    every = opened.ask(ROWS)
    name = every[0][0]
    opened.order("type", what=".tools .find", text=name)
    assert [row[0] for row in opened.ask(ROWS)] == [
        row[0] for row in every if any(name in cell for cell in row)
    ]
    opened.order("type", what=".tools .find", text="")
    stage = every[0][3]
    opened.order("choose", what="[data-filter=stage]", value=stage)
    filtered = opened.ask(ROWS)
    assert 0 < len(filtered) < len(every)
    assert {row[3] for row in filtered} == {stage}
    opened.order("choose", what="[data-filter=stage]", value="")
    opened.order("click", what="th:nth-child(5) .sort")
    amounts = [float(row[4].replace(",", "")) for row in opened.ask(ROWS) if row[4]]
    assert len(amounts) > 10
    assert amounts == sorted(amounts, reverse=True)
    opened.order("click", what="th:nth-child(5) .sort")
    again = [float(row[4].replace(",", "")) for row in opened.ask(ROWS) if row[4]]
    assert again == sorted(amounts)
    assert opened.ask("() => document.querySelector('[aria-sort]').getAttribute('aria-sort')") == "ascending"


def test_somebody_is_found_by_a_piece_of_the_name_with_keys_alone(opened: Browser, page: Path) -> None:
    _id, account = parts_of(page)["find"][3][0]
    opened.order("type", what="#search", text=account[:3])
    opened.order("wait", script="document.querySelectorAll('#found a').length > 0")
    opened.order("press", key="ArrowDown")
    opened.order("press", key="Enter")
    opened.order("wait", script="document.documentElement.dataset.shown.startsWith('#/a/')")
    assert account[:3] in opened.ask(TITLE)
    assert opened.ask("() => document.activeElement.id") == "title"


def test_two_dates_are_compared_and_others_can_be_chosen(opened: Browser, page: Path) -> None:
    index = parts_of(page)["index"]
    first, last = index["days"][0], index["days"][-1]
    opened.go(f"/compare/{first}/{last}")
    rows = {row[0]: row for row in opened.ask(ROWS)}
    names = index["levels"]
    for (_id, name, _team), steps in zip(index["sellers"], index["past"], strict=True):
        was, now = steps[0], steps[-1]
        if was[0] == 0:
            assert rows[name][3:5] == [names[was[1]]["name"][0], names[now[1]]["name"][0]]
    opened.order("choose", what=".picks label:nth-child(1) select", value=index["days"][1])
    opened.order("wait", script=f"document.documentElement.dataset.shown.includes('{index['days'][1]}')")


def test_nothing_hinders_those_who_cannot_see_or_use_no_mouse(browser: Browser, page: Path) -> None:
    routes = views(page)
    for dark in (False, True):
        browser.window(dark=dark)
        browser.open(page)
        for name, route in routes.items():
            browser.go(route)
            assert browser.order("axe") == [], (name, dark)
        browser.go(routes["account"])
        browser.order("click", what=".facing .why")
        browser.order("wait", script="document.getElementById('behind').open")
        assert browser.order("axe") == [], dark


def test_the_keyboard_reaches_a_number_and_comes_back_to_it(opened: Browser, page: Path) -> None:
    opened.order("press", key="Tab")
    assert opened.ask("() => document.activeElement.id") == "skip"
    opened.go(views(page)["account"])
    for _ in range(60):
        opened.order("press", key="Tab")
        if opened.ask("() => document.activeElement.matches('.why')"):
            break
    said = opened.ask("() => document.activeElement.innerText")
    assert said
    opened.order("press", key="Enter")
    opened.order("wait", script="document.getElementById('behind').open")
    assert opened.ask("() => document.getElementById('behind').contains(document.activeElement)")
    opened.order("press", key="Escape")
    opened.order("wait", script="!document.getElementById('behind').open")
    assert opened.ask("() => document.activeElement.innerText") == said


@pytest.mark.parametrize("width", [390, 2560])
def test_no_view_is_wider_than_its_screen(browser: Browser, page: Path, width: int) -> None:
    browser.window(width, 844)
    browser.open(page)
    for switched in range(2):
        for name, route in views(page).items():
            browser.go(route)
            assert browser.ask(WIDER) <= 0, (name, switched)
        browser.order("click", what="#language")


def test_one_click_turns_every_word_of_ours_into_the_other_language(opened: Browser, page: Path) -> None:
    opened.order("click", what="#language")
    opened.order("wait", script="document.documentElement.lang === 'en'")
    for name, route in views(page).items():
        opened.go(route)
        # what people named is theirs, and the dimensions are told in both languages
        left = [
            text
            for text in opened.ask(OURS)
            if re.search(r"[\u4e00-\u9fff]", re.sub("[道术本势律]", "", text))
        ]
        assert left == [], name
    opened.order("click", what="#language")
    opened.order("wait", script="document.documentElement.lang === 'zh-CN'")
    opened.go("/o/sellers")
    assert opened.ask("() => document.querySelector('.tools .find').placeholder") == "在表里找"


def test_no_stray_text_stands_between_the_cards_of_an_account(opened: Browser, page: Path) -> None:
    bare = "() => [...document.querySelector('.body').childNodes].filter((one) => one.nodeType === 3).length"
    for number, accounts in enumerate(parts_of(page)["find"][:3]):
        seller = parts_of(page)["index"]["sellers"][number][0]
        for account, _name in accounts[:3]:
            opened.go(f"/a/{seller}/{account}")
            assert opened.ask(bare) == 0, account


def test_the_last_columns_of_wide_tables_are_in_sight_on_a_desk(opened: Browser) -> None:
    beyond = "() => [...document.querySelectorAll('.table .scroll')].map((one) => one.scrollWidth - one.clientWidth)"
    for route in ("/o/teams", "/t/0/risks", "/t/0/growth", "/t/0/accounts"):
        opened.go(route)
        assert max(opened.ask(beyond)) <= 0, route
    opened.go("/t/0/risks")
    assert opened.ask("() => document.querySelectorAll('[data-filter=urgency] option').length") > 1


def test_a_column_in_which_nothing_stands_is_left_out(opened: Browser, page: Path) -> None:
    parts = parts_of(page)
    team = parts["index"]["teams"][1]["id"]
    (listed,) = [one for one in parts[f"{team}-accounts"]["b"] if "tab" in one]
    told = [any(row[n] not in (None, "") for row in listed["rows"]) for n in range(len(listed["cols"]))]
    assert 0 < told.count(False) < 3
    opened.go("/t/1/accounts")
    heads = opened.ask(
        "() => [...document.querySelectorAll('thead tr:last-child th')].map((one) => one.innerText.trim())"
    )
    assert heads == [column["l"][0] for column, any_ in zip(listed["cols"], told, strict=True) if any_]


def test_a_team_in_the_table_of_teams_leads_to_its_page(opened: Browser) -> None:
    opened.go("/o/teams")
    opened.order("click", what="[data-table=teams] tbody tr:nth-child(2) th a")
    opened.order("wait", script="document.documentElement.dataset.shown === '#/t/1'")


def test_the_history_of_an_account_ends_with_what_it_is_today(opened: Browser, page: Path) -> None:
    parts = parts_of(page)
    opened.go(views(page)["account"])
    last = opened.ask("() => document.querySelector('.past li:last-child').innerText").split()
    assert last == [parts["index"]["on"], parts["s0"]["accounts"][0]["tier"][0]]


def test_support_names_its_deal_and_figures_name_their_window(opened: Browser, page: Path) -> None:
    parts = parts_of(page)
    record = parts["s0"]
    at = [key for key, _label in parts["index"]["cols"]["deals"]].index("deal_id")
    ids = {row[at] for row in record["rows"]["deals"]["r"].values()}
    asking = next(one for one in record["accounts"] if one["support"])
    opened.go(f"/a/{record['id']}/{asking['id']}")
    cells = opened.ask(
        "() => [...document.querySelectorAll('[data-table=support] td')].map((one) => one.innerText)"
    )
    assert cells
    assert not ids & set(cells)
    labels = opened.ask(
        "() => [...document.querySelectorAll('[data-list=growth] dt')].map((o) => o.innerText)"
    )
    assert len(labels) == len(set(labels))


def test_a_phone_shows_the_whole_map_and_no_chip_as_a_bar(browser: Browser, page: Path) -> None:
    browser.window(390, 844)
    browser.open(page, views(page)["account"])
    browser.order("wait", script="document.querySelector('.map svg')")
    assert browser.ask("() => document.querySelector('.map svg').getBoundingClientRect().right <= innerWidth")
    browser.order("click", what=".map-larger")
    assert browser.ask(
        "() => { const box = document.querySelector('.map'); return box.scrollWidth > box.clientWidth; }"
    )
    assert browser.ask(WIDER) <= 0
    browser.go("/t/0/team")
    widths = (
        "() => [...document.querySelectorAll('td .chip')].map((one) => one.getBoundingClientRect().width)"
    )
    assert 0 < max(browser.ask(widths)) < 100


def test_an_old_address_says_that_it_leads_nowhere(opened: Browser, page: Path) -> None:
    opened.go("/s/nobody")
    assert opened.ask(TITLE) == parts_of(page)["index"]["words"]["not-here"][0]
    assert opened.order("said") == []


def test_a_plan_is_printed_in_ink_on_white_without_its_buttons(
    browser: Browser, page: Path, tmp_path: Path
) -> None:
    browser.window(dark=True)
    browser.open(page, views(page)["account"])
    paper = Path(browser.order("paper", path=str(tmp_path / "plan.pdf"))).read_bytes()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2
