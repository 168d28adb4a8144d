"""Checking, thinning out and exporting a history; the command that does it."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from books_of import ON, book_of
from click.testing import CliRunner
from history_runs import snap
from sqlalchemy import text

from kasales_xl.commands.history import history_group
from kasales_xl.core.evidence import is_evidence
from kasales_xl.core.history.progress import Cause
from kasales_xl.core.history.reduced_book import reduced_book, reduced_text
from kasales_xl.core.history.snapshot import Snapshot
from kasales_xl.core.terms import LANGS, Level
from kasales_xl.files.history.store import History, open_history
from kasales_xl.files.history.upkeep import PROBLEMS, HistoryProblem, export, prune, verify
from kasales_xl.version import __version__

DAYS = [ON - dt.timedelta(days=30 * n) for n in range(5, 0, -1)]


def here(junior: int = 2, **given: object) -> Snapshot:
    """A snapshot of the program that runs the test, which can be judged again."""
    return snap(junior=junior, grade=1, program=__version__, lasting=True, **given)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five months of one seller, best in the second, and one day of another."""
    with open_history(tmp_path) as history:
        juniors = (2, 4, 3, 2, 3)
        history.append([here(n, on=day) for n, day in zip(juniors, DAYS, strict=True)])
        history.append([here(1, seller_id="S002", name="李四", on=DAYS[0])])
    return tmp_path


def codes(folder: Path) -> list[str]:
    with open_history(folder) as history:
        return [problem.code for problem in verify(history)[1]]


def alter(folder: Path, statement: str, **values: object) -> None:
    with open_history(folder) as history, history.write() as connection:
        connection.execute(text(statement), values)


def test_a_whole_history_has_no_problems(folder: Path) -> None:
    with open_history(folder) as history:
        assert verify(history) == (6, ())


def test_damaged_facts_are_found(folder: Path) -> None:
    alter(folder, "UPDATE ka_facts SET content = :content", content=b"not zlib")
    assert codes(folder) == ["facts-damaged"] * 6


def test_facts_that_were_replaced_are_found(folder: Path) -> None:
    alter(folder, "UPDATE ka_facts SET content = :content", content=zlib.compress(b"{}"))
    assert codes(folder) == ["facts-damaged"] * 6


def test_a_snapshot_moved_to_another_day_is_found(folder: Path) -> None:
    alter(folder, "UPDATE ka_snapshots SET on_day = '2020-01-01' WHERE seller_id = 'S002'")
    assert "key-differs" in codes(folder)


def test_a_level_that_was_edited_is_found(folder: Path) -> None:
    alter(folder, "UPDATE ka_snapshots SET level = 'senior' WHERE seller_id = 'S002'")
    assert codes(folder) == ["verdict-differs"]


def test_a_policy_that_was_edited_is_found(folder: Path) -> None:
    alter(folder, "UPDATE ka_policies SET content = replace(content, '0.75', '0.8')")
    assert set(codes(folder)) == {"key-differs"}


def test_a_policy_that_cannot_be_read_any_more_is_told(folder: Path) -> None:
    alter(folder, "UPDATE ka_policies SET content = :content", content='{"share_of_old": 1}')
    assert set(codes(folder)) == {"policy-unknown"}


def test_one_damaged_snapshot_stops_nobody_and_is_told_by_verify(folder: Path) -> None:
    alter(folder, "UPDATE ka_snapshots SET level = 'legend' WHERE seller_id = 'S002'")
    alter(
        folder, "UPDATE ka_accounts SET tier = 'firm' WHERE snapshot IN (SELECT snapshot FROM ka_snapshots)"
    )
    assert codes(folder) == ["row-unreadable"] * 6
    with open_history(folder) as history:
        assert [point.seller_id for point in history.sellers()] == ["S001"]
        found = history.past(here(3))
        assert (len(found.steps), found.since) == (6, None)
        assert len(prune(history, before=ON, really=False)) == 3
        assert list(export(history)) == []


def test_damaged_facts_leave_the_verdicts_to_compare_with(folder: Path) -> None:
    alter(folder, "UPDATE ka_facts SET content = :content", content=b"not zlib")
    with open_history(folder) as history:
        found = history.past(here(4)).since
    assert found is not None
    assert (found.level_was, [stage.cause for stage in found.stages]) == (Level.JUNIOR, [Cause.FACTS])


def test_pruning_keeps_the_best_and_the_last_of_each_seller(folder: Path) -> None:
    with open_history(folder) as history:
        gone = prune(history, before=ON, really=True)
        assert [(p.seller_id, p.on) for p in gone] == [("S001", DAYS[n]) for n in (0, 2, 3)]
        assert [p.on for p in history.series("S001")] == [DAYS[1], DAYS[4]]
        assert len(history.series("S002")) == 1
        assert verify(history) == (3, ())


def test_a_scoring_that_was_corrected_on_its_day_is_not_kept_as_the_best(folder: Path) -> None:
    with open_history(folder) as history:
        # entered by mistake, and put right on the same day
        history.append([here(4, on=DAYS[0]), here(1, on=DAYS[0])])
        assert [p.on for p in history.series("S001")] == DAYS
        prune(history, before=DAYS[1], really=True)
        assert [p.on for p in history.series("S001")] == DAYS[1:]


def test_pruning_without_really_only_says_what_would_go(folder: Path) -> None:
    with open_history(folder) as history:
        assert len(prune(history, before=ON, really=False)) == 3
        assert len(history.series("S001")) == 5


def test_pruning_goes_by_the_day_and_takes_facts_nobody_uses(folder: Path) -> None:
    with open_history(folder) as history:
        gone = prune(history, before=DAYS[3], really=True)
        assert [p.on for p in gone] == [DAYS[0], DAYS[2]]
        with history.read() as connection:
            left = connection.execute(text("SELECT COUNT(*) FROM ka_facts")).scalar()
            used = connection.execute(text("SELECT COUNT(DISTINCT facts) FROM ka_snapshots")).scalar()
    assert left == used


def test_an_export_holds_every_snapshot_and_no_people(folder: Path) -> None:
    with open_history(folder) as history:
        lines = [json.loads(line) for line in export(history)]
    assert [(line["seller_id"], line["on"]) for line in lines] == [
        *(("S001", str(day)) for day in DAYS),
        ("S002", str(DAYS[0])),
    ]
    assert lines[0]["counts"] == {"strong": 0, "mid": 0, "junior": 2}
    assert "决策人" not in json.dumps(lines, ensure_ascii=False)


def test_what_is_remembered_of_people_is_no_more_than_the_verdicts_need() -> None:
    facts = json.loads(here().facts)
    assert {len(row) for row in facts["contacts"]} == {10}
    assert {row[2] for row in facts["deals"]} == {""}
    # of what shows the influence only that there is something
    told = book_of(mid=1).contacts[0].model_copy(update={"influence_evidence": "5月帮我们约了总经理"})
    kept = reduced_text(replace(book_of(mid=1), contacts=(told,)))
    assert "总经理" not in kept
    again = reduced_book(kept)
    assert again is not None
    assert is_evidence(again.contacts[0].influence_evidence)
    assert "note" not in here().facts


def test_every_problem_has_words_in_both_languages() -> None:
    for code in PROBLEMS:
        for lang in LANGS:
            assert "S001" in HistoryProblem(code, "S001").text.pick(lang)


def test_nobody_prunes_days_that_are_yet_to_come(folder: Path) -> None:
    code, said = run("prune", str(folder), "--before", "2999-01-01", "--yes")
    assert code == 2
    assert "--before" in said
    with History(folder) as history:
        assert len(history.series("S001")) == 5


def test_a_seller_is_found_by_name_too_and_an_unknown_one_is_told_who_there_is(folder: Path) -> None:
    assert run("show", str(folder), "--seller", "李四") == run("show", str(folder), "--seller", "s002")
    code, said = run("show", str(folder), "--seller", "王五")
    assert code == 2
    assert "李四 (S002)" in said
    with open_history(folder) as history:
        history.append([here(seller_id="S003", name="李四")])
    code, said = run("show", str(folder), "--seller", "李四")
    assert code == 2
    assert "S002" in said
    assert "S003" in said


def test_the_language_may_stand_behind_the_subcommand(folder: Path) -> None:
    assert run("verify", str(folder), "--lang", "zh")[0] == 0


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(history_group, list(arguments), env={"COLUMNS": "200"})
    return result.exit_code, result.output


def test_the_command_shows_everybody_and_one_seller_with_what_changed(folder: Path) -> None:
    code, shown = run("show", str(folder))
    assert code == 0
    assert "李四" in shown
    code, shown = run("show", str(folder), "--seller", "S001")
    assert code == 0
    assert all(str(day) in shown for day in DAYS)
    assert "客户003" in shown


def test_the_command_verifies_exports_and_prunes(folder: Path, tmp_path: Path) -> None:
    assert run("verify", str(folder))[0] == 0
    assert run("export", str(folder), "-o", str(tmp_path / "h.jsonl"))[0] == 0
    assert len((tmp_path / "h.jsonl").read_text("utf-8").splitlines()) == 6
    assert run("prune", str(folder), "--before", str(ON))[0] == 0
    with History(folder) as history:
        assert len(history.series("S001")) == 5
    assert run("prune", str(folder), "--before", str(ON), "--yes")[0] == 0
    assert len(run("export", str(folder))[1].splitlines()) == 3
    alter(folder, "UPDATE ka_snapshots SET level = 'senior' WHERE seller_id = 'S002'")
    assert run("verify", str(folder))[0] == 1


def test_the_command_says_where_there_is_no_history(tmp_path: Path) -> None:
    code, shown = run("show", str(tmp_path))
    assert code == 2
    assert str(tmp_path) in shown
    assert list(tmp_path.iterdir()) == []
