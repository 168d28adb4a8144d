"""The relationship map as a picture: what each mark stands for, on both sides of its rule; hostile names; the same
bytes everywhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from map_facts import company, department, facts, person, tie, way
from needed import needed, needs_chinese_font

from kasales_xl.core.terms import Lang, Stance
from kasales_xl.files.pictures import png as pictures
from kasales_xl.files.pictures.cannot_draw import CannotDraw
from kasales_xl.files.pictures.png import png
from kasales_xl.files.relation_map import draw
from kasales_xl.files.relation_map.draw import draw_map
from kasales_xl.files.relation_map.scripts import map_script
from kasales_xl.files.relation_map.write import map_bytes
from kasales_xl.pages.relations.plain import MapOut
from kasales_xl.pages.relations.words import map_words

_SVG = "{http://www.w3.org/2000/svg}"
BORDERS = {
    "evidence": ('stroke-width="2.4"', ""),
    "claim": ('stroke-width="2.4"', 'stroke-dasharray="2.5 3.5"'),
}


def tree(one: MapOut, lang: Lang = "zh") -> ElementTree.Element:
    return ElementTree.fromstring(draw_map(one, lang))


def card(svg: str, node: str) -> str:
    """The drawing of one person, without what follows."""
    found = re.search(rf'<g data-person="{node}".*?</text></g>', svg, re.DOTALL)
    assert found is not None
    return found[0]


def said(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{_SVG}text")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("size", "superiors"), [(0, True), (1, True), (5, True), (5, False), (20, True), (20, False)]
)
def test_every_person_stands_on_the_map_once_and_no_card_covers_another(
    size: int, superiors: bool, lang: Lang
) -> None:
    check_places(company(size, lang, superiors=superiors) if size else facts(), lang, size)


@pytest.mark.slow
@pytest.mark.parametrize("superiors", [True, False])
def test_eighty_people_find_room(superiors: bool) -> None:
    check_places(company(80, superiors=superiors), "zh", 80)


def check_places(one: MapOut, lang: Lang, size: int) -> None:
    root = tree(one, lang)
    cards = [element for element in root.iter(f"{_SVG}g") if element.get("data-person")]
    assert sorted(element.get("data-person", "") for element in cards) == sorted(
        p["id"] for p in one["people"]
    )
    assert len(cards) == size
    boxes = [_box(_outline(element)) for element in cards]
    assert not [pair for pair in combinations(boxes, 2) if _overlap(*pair)]
    width, height = (float(root.get(side, "")) for side in ("width", "height"))
    assert all(x >= 0 and x + w <= width and y >= 0 and y + h <= height for x, y, w, h in boxes)


def _outline(element: ElementTree.Element) -> ElementTree.Element:
    """The card's own rectangle: a ring around those on the path is drawn without a fill."""
    return next(rect for rect in element.iter(f"{_SVG}rect") if rect.get("fill") != "none")


def _box(rect: ElementTree.Element) -> tuple[float, float, float, float]:
    x, y, width, height = (float(rect.get(side, "")) for side in ("x", "y", "width", "height"))
    return x, y, width, height


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    (x, y, w, h), (x2, y2, w2, h2) = one, other
    return x < x2 + w2 and x2 < x + w and y < y2 + h2 and y2 < y + h


def test_a_superior_stands_above_those_who_report() -> None:
    root = tree(
        facts(person(1), person(2), person(3), ties=[tie("p2", "p1", "reports"), tie("p2", "p3", "reports")])
    )
    cards = {e.get("data-person"): _box(_outline(e)) for e in root.iter(f"{_SVG}g") if e.get("data-person")}
    assert cards["p2"][1] < cards["p1"][1] == cards["p3"][1]


def test_influence_introductions_and_conflicts_move_nobody() -> None:
    people = [person(n) for n in (1, 2, 3)]
    ties = [tie("p1", "p2", "influences"), tie("p3", "p1", "introduces"), tie("p2", "p3", "conflicts")]
    plain, tied = (tree(facts(*people, ties=given)) for given in ([], ties))
    assert [_box(r) for r in plain.iter(f"{_SVG}rect") if r.get("rx") == "7"] == [
        _box(r) for r in tied.iter(f"{_SVG}rect") if r.get("rx") == "7"
    ]


def test_those_who_report_to_each_other_in_a_circle_are_drawn_all_the_same() -> None:
    circle = facts(person(1), person(2), ties=[tie("p1", "p2", "reports"), tie("p2", "p1", "reports")])
    check_places(circle, "zh", 2)


def test_each_stance_has_a_colour_and_a_shape_of_its_own() -> None:
    svg = draw_map(facts(*(person(n, stance=s.value) for n, s in enumerate(Stance, 1))), "zh")
    marks = [re.search(r'<path d="([^"]+)" class="f-(\w+)', card(svg, f"p{n}")) for n in range(1, 6)]
    shapes, colours = zip(*((mark[1], mark[2]) for mark in marks if mark), strict=True)
    assert len(set(shapes)) == len(Stance)
    assert len(set(colours)) == len(Stance)


@pytest.mark.parametrize(
    ("backing", "want"), [("evidence", "2.4 "), ("claim", "2.4 2.5 3.5"), ("none", "1.2 ")]
)
def test_the_border_says_whether_something_shows_the_influence(backing: str, want: str) -> None:
    outline = _outline(
        next(e for e in tree(facts(person(1, backing=backing))).iter(f"{_SVG}g") if e.get("data-person"))
    )
    assert f"{outline.get('stroke-width')} {outline.get('stroke-dasharray', '')}" == want


def test_whoever_decides_is_drawn_larger_and_marked() -> None:
    svg = draw_map(facts(person(1, power="decides"), person(2, power="weighs"), person(3)), "zh")
    heights = [float(re.search(r'height="(\d+)" rx="7"', card(svg, f"p{n}"))[1]) for n in (1, 2, 3)]  # type: ignore[index]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
    assert ["决策人" in card(svg, f"p{n}") for n in (1, 2, 3)] == [True, False, False]


def test_an_empty_seat_is_dashed_and_there_only_where_a_key_department_has_nobody_who_decides() -> None:
    empty = [department("采购部", key=True, empty=True)]
    filled = [department("采购部", key=True)]
    with_seat, without = (draw_map(facts(person(1), departments=d), "zh") for d in (empty, filled))
    assert 'stroke-dasharray="9 5"' in with_seat
    assert "待找：关键决策人" in with_seat
    assert 'stroke-dasharray="9 5"' not in without
    assert "待找：关键决策人" not in without


def test_lines_differ_by_kind_of_line_and_head_not_by_colour_alone() -> None:
    kinds = ("reports", "influences", "introduces", "conflicts")
    marks = []
    for kind in kinds:
        svg = draw_map(facts(person(1), person(2), ties=[tie("p1", "p2", kind)]), "zh")
        line = re.search(r'<g><title>[^<]*人1[^<]*人2[^<]*</title><path d="[^"]+"([^>]*)/>(.*?)</g>', svg)
        line = line or re.search(r'<g><title>人2 向 人1 汇报</title><path d="[^"]+"([^>]*)/>(.*?)</g>', svg)
        assert line is not None
        marks.append((re.findall(r'dasharray="[^"]+"', line[1]), re.sub(r"[\d. -]+", "", line[2])))
    assert len({str(mark) for mark in marks}) == len(kinds)


def test_the_warm_path_is_numbered_and_a_step_that_is_only_claimed_is_dotted() -> None:
    following = way("p2", ("p1", "influenced"), ("p2", "introduces"))
    for backing, dotted in (("evidence", False), ("claim", True)):
        svg = draw_map(facts(person(1, backing=backing), person(2, power="decides"), next=following), "zh")
        assert re.findall(r">(\d)</text></g>", svg) == ["1", "2"]
        assert ('stroke-width="4" stroke-dasharray="4 4"' in svg) is dotted
        assert "下一步找采购部人2：张三 → 人1 → 人2" in svg


@pytest.mark.parametrize("between", range(2, 6))
def test_the_warm_path_goes_around_whoever_stands_between(between: int) -> None:
    """The first step is to the superior of all the others; it is drawn above all cards."""
    others = [f"p{n}" for n in range(2, between + 2)]
    one = facts(
        *(person(n) for n in range(1, between + 2)),
        ties=[tie("p1", other, "reports") for other in others],
        next=way("p2", ("p1", "influenced"), ("p2", "introduces")),
    )
    root = tree(one)
    cards = {e.get("data-person"): _box(_outline(e)) for e in root.iter(f"{_SVG}g") if e.get("data-person")}
    lines = [
        e for e in root.iter(f"{_SVG}path") if "s-path" in e.get("class", "") and e.get("stroke-width") == "4"
    ]
    step = [float(n) for n in re.findall(r"-?[0-9.]+", lines[0].get("d", ""))]
    spots = list(zip(step[::2], step[1::2], strict=True))
    for (x, y), (x2, y2) in pairwise(spots):
        for part in range(1, 50):
            spot = (x + (x2 - x) * part / 50, y + (y2 - y) * part / 50, 0.0, 0.0)
            assert not [who for who, box in cards.items() if who in others and _overlap(spot, box)]
    drawn = draw_map(one, "zh")
    assert drawn.rindex("data-person") < drawn.index(">1</text>")


def test_without_a_way_there_the_picture_says_so_and_draws_no_path() -> None:
    svg = draw_map(facts(person(1, power="decides"), next=way("p1")), "zh")
    assert "下一步找采购部人1，还没有走得通的路" in svg
    assert "我方" not in svg


@pytest.mark.parametrize(
    ("one", "want"),
    [
        (facts(), "还没有联系人，先写下认识的人"),
        (facts(person(1)), "下一步：弄清谁能拍板"),
        (
            facts(person(1), departments=[department("采购部", key=True, empty=True)]),
            "下一步：在采购部找到关键决策人",
        ),
        (facts(person(1, power="decides", backing="claim")), "关键决策人都能影响了"),
    ],
)
def test_where_nobody_is_to_be_reached_the_picture_says_what_to_do_instead(one: MapOut, want: str) -> None:
    assert want in said(tree(one))


def test_the_legend_explains_the_marks_of_this_picture_and_no_others() -> None:
    bare, full = said(tree(facts(person(1)))), said(tree(company(20)))
    for word in ("拥护", "反对", "有冲突", "引荐", "最容易走通的路", "久未联系", "能影响，还没写依据"):
        assert word not in bare
        assert word in full


def test_who_cannot_see_the_picture_is_told_what_it_shows() -> None:
    one = facts(
        person(1, power="decides", stance="opposed", name="李总"),
        departments=[department(key=True), department("财务部", key=True, empty=True)],
    )
    root = tree(one)
    title, description = root.find(f"{_SVG}title"), root.find(f"{_SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "华东重工 · 关系地图"
    assert "反对我们：采购部李总" in (description.text or "")
    assert "还没找到决策人的关键部门：财务部" in (description.text or "")


HOSTILE = """</text><script>alert(1)</script>&"'\u202e\x0b\ud800{n}$&"""


def test_a_hostile_name_stays_text() -> None:
    one = facts(
        person(1, HOSTILE, name=HOSTILE, title=HOSTILE, contact_id=HOSTILE, elsewhere=""),
        person(2, name=HOSTILE, elsewhere=HOSTILE),
        account=HOSTILE,
        departments=[department(HOSTILE, key=True, empty=True)],
        ours=[{"id": "me", "name": HOSTILE}, {"id": "c1", "name": HOSTILE}],
        ties=[tie("c1", "p1", "introduces")],
        next=way("p1", ("p2", "influenced"), ("p1", "influences")),
    )
    root = tree(one)
    assert {element.tag.removeprefix(_SVG) for element in root.iter()} == {
        "svg", "g", "title", "desc", "rect", "path", "text", "circle",
    }  # fmt: skip
    shown = "".join(root.itertext())
    assert "<script>alert(1)</script>" in shown
    assert "{n}$&" in shown
    assert not re.search("[\u202e\x0b\ud800]", shown)


def test_the_same_facts_give_the_same_bytes_in_a_new_engine_too() -> None:
    once = draw_map(company(20), "zh")
    draw._engine.cache_clear()
    assert draw_map(company(20), "zh") == once


def test_the_same_facts_give_the_same_pixels() -> None:
    needs_chinese_font()
    assert map_bytes(company(5), "en", ".png") == map_bytes(company(5), "en", ".png")


_IN_NODE = """
const {readFileSync} = require("fs");
const {createContext, runInContext} = require("vm");
const page = createContext({setTimeout, clearTimeout, console});
page.window = page;
page.given = readFileSync(0, "utf8");
runInContext(readFileSync(process.argv[1], "utf8"), page);
runInContext("Promise.all(JSON.parse(given).map(([facts, words]) => KasalesMap.draw(facts, words)))", page)
  .then((all) => console.log(JSON.stringify(all)));
"""


@pytest.mark.host
def test_a_browser_s_engine_draws_the_same_picture_to_the_last_byte(tmp_path: Path) -> None:
    needed("" if shutil.which("node") else "node: apt install nodejs")
    (tmp_path / "map.js").write_text(map_script(), encoding="utf-8")
    given: list[tuple[MapOut, Lang]] = [
        (company(1), "zh"),
        (company(5, "en"), "en"),
        (company(20, superiors=False), "zh"),
        (company(45), "zh"),
    ]
    done = subprocess.run(
        ["node", "-e", _IN_NODE, str(tmp_path / "map.js")],
        input=json.dumps([(one, map_words(lang)) for one, lang in given]),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    assert json.loads(done.stdout) == [draw_map(one, lang) for one, lang in given]


def test_a_png_has_two_pixels_for_each_unit() -> None:
    needs_chinese_font()
    svg = draw_map(company(5), "zh")
    width = int(re.search(r' width="(\d+)"', svg)[1])  # type: ignore[index]
    made = png(svg)
    assert made.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(made[16:20], "big") == 2 * width
    assert len(made) > 20_000


def test_without_a_chinese_font_a_png_of_chinese_names_is_refused_and_one_without_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "has_chinese_font", lambda: False)
    with pytest.raises(CannotDraw) as refused:
        map_bytes(facts(person(1)), "zh", ".png")
    assert "中文字体" in refused.value.text.zh
    latin = facts(person(1, "Purchasing", name="Ann Lee"), account="Acme", ours=[{"id": "me", "name": "Bob"}])
    assert map_bytes(latin, "en", ".png").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("module", "kind", "way_out"), [("quickjs", ".svg", "quickjs-ng"), ("resvg_py", ".png", "resvg-py")]
)
def test_where_a_part_is_missing_the_way_out_is_named(
    module: str, kind: str, way_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw._engine.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CannotDraw) as refused:
        map_bytes(facts(person(1)), "zh", kind)
    assert f"pip install {way_out}" in refused.value.text.zh
    assert f"pip install {way_out}" in refused.value.text.en


def _colours() -> dict[str, list[str]]:
    found = re.findall(r'(\w+): \["(#\w{6})", "(#\w{6})"\]', map_script())
    return {name: [light, dark] for name, light, dark in found}


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_written_can_be_read_and_what_is_drawn_can_be_told_from_its_ground(dark: bool) -> None:
    colours: dict[str, Any] = {name: both[dark] for name, both in _colours().items()}
    for ground in ("paper", "card", "ground", "keyground"):
        for ink in ("ink", "quiet", "seat", "path", "opposed", "introduces"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        for mark in ("champion", "supporter", "neutral", "influences", "conflicts"):
            assert _contrast(colours[mark], colours[ground]) >= 3, (mark, ground)
