"""The 35 practices: each counts once, in its right place (G1)."""

from __future__ import annotations

from typing import Any

from grids_of import ON, codes, found, read, sheet

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Practice
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Dimension, LoopStage
from kasales_xl.core.verdicts.capability import grade
from kasales_xl.layout.practices import default_practices


def rows(**grades: float) -> list[dict[str, Any]]:
    """The whole grid; by dimension code the self grade of its seven, else 1."""
    return [
        {
            "practice_id": row.practice_id,
            "dimension": row.dimension.zh,
            "stage": row.stage.zh,
            "practice": row.practice,
            "self_grade": grades.get(row.dimension.value, 1.0),
        }
        for row in default_practices("zh")
    ]


def grid(lines: list[dict[str, Any]]) -> Book:
    return read(practices=sheet("practices", lines))


def grades(book: Book) -> dict[Dimension, int]:
    verdicts = make_card(book, DEFAULT_POLICY, ON).capability.grades
    return {dimension: verdict.grade for dimension, verdict in verdicts.items()}


def test_a_whole_grid_is_no_finding() -> None:
    book = grid(rows(tas=3.0))
    assert book.findings == ()
    assert grades(book)[Dimension.TAS] == 3


def test_seven_rows_relabelled_to_another_dimension_give_it_nothing() -> None:
    lines = rows(esp=3.0, tas=3.0)
    for line in lines[:7]:
        line["dimension"] = "术"
    book = grid(lines)
    assert (grades(book)[Dimension.TAS], grades(book)[Dimension.ESP]) == (3, 0)
    assert [f.code for f in book.findings].count("grid-place") == 7
    assert dict(found(book, "grid-gaps").words)["n"] == "7"


def test_a_row_without_an_id_is_told_by_its_sentence() -> None:
    lines = rows()
    lines[0] |= {"practice_id": "", "dimension": "律"}
    assert "grid-place" in codes(grid(lines))


def test_a_practice_that_stands_there_twice_counts_once_and_at_its_lowest() -> None:
    for extra in (3.0, 0.0):
        lines = rows()
        lines.append({**lines[0], "practice_id": "新1", "practice": "公司自己的做法", "self_grade": extra})
        book = grid(lines)
        assert len(book.practices) == 35
        assert found(book, "grid-twice").at.row == 38
        assert book.practices[0].practice_id == "道1"
    copies = rows()
    for line, own in zip(copies[:2], (3.0, 2.0), strict=True):
        line |= {"practice_id": f"自{own}", "practice": f"做法{own}", "stage": "孵化", "self_grade": own}
    kept = [
        p for p in grid(copies).practices if p.dimension is Dimension.ESP and p.stage is LoopStage.INCUBATE
    ]
    assert [p.self_grade for p in kept] == [2]


def test_missing_practices_are_named_once_and_count_nothing() -> None:
    book = grid(rows(esp=3.0)[1:])
    assert [f.code for f in book.findings] == ["grid-gaps"]
    assert dict(book.findings[0].words)["gaps"].pick("zh") == "道·孵化"
    assert grades(book)[Dimension.ESP] == 2


def test_a_company_may_put_its_own_practices_and_ids_in_the_places() -> None:
    lines = [{**line, "practice_id": f"P{n}", "practice": f"公司做法{n}"} for n, line in enumerate(rows())]
    assert grid(lines).findings == ()


def test_no_rows_in_code_raise_a_grade_above_three() -> None:
    made = [
        Practice(practice_id=f"x{n}", dimension=Dimension.ESP, stage=stage, self_grade=3)
        for n in range(3)
        for stage in LoopStage
    ]
    assert (grade(Dimension.ESP, made).grade, grade(Dimension.ESP, made).total) == (3, 21)
