"""A worker may die: the file it read is named, and all others come back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import worker_tasks
from worker_tasks import do, once

from kasales_xl.batch.workers import pool as workers
from kasales_xl.batch.workers.pool import Limits, Lost, each, in_order

QUICK = Limits(seconds=2, megabytes=500)


def test_every_item_comes_back_once_and_in_order() -> None:
    orders = [("late" if number % 7 == 0 else "square", number) for number in range(40)]
    assert list(in_order(each(do, orders, jobs=2))) == [number * number for number in range(40)]


def test_nothing_to_do_starts_nothing() -> None:
    assert list(each(do, [], jobs=2)) == []


@pytest.mark.parametrize(
    ("what", "lost"),
    [
        ("abort", Lost.CRASHED),
        ("killed", Lost.CRASHED),
        ("hang", Lost.TOO_SLOW),
        ("spin", Lost.TOO_SLOW),
    ],
)
def test_a_worker_that_dies_costs_its_own_file_only(what: str, lost: Lost) -> None:
    orders = [("square", number) for number in range(12)]
    orders[5] = (what, 5)
    came = dict(each(do, orders, jobs=2, limits=QUICK))
    assert came.pop(5) is lost
    assert came == {number: number * number for number in range(12) if number != 5}


def test_a_file_that_eats_memory_is_told_from_one_that_crashes() -> None:
    came = dict(each(do, [("square", 1), ("memory", 2), ("square", 3)], jobs=1, limits=QUICK))
    # only Linux holds a process to an amount of memory
    assert came == {0: 1, 1: Lost.TOO_MUCH_MEMORY if sys.platform == "linux" else 2 << 30, 2: 9}


def test_five_files_that_kill_leave_all_others_standing() -> None:
    orders = [("abort" if number % 4 == 1 else "square", number) for number in range(20)]
    came = dict(each(do, orders, jobs=2, limits=QUICK))
    assert sorted(number for number, result in came.items() if result is Lost.CRASHED) == [1, 5, 9, 13, 17]
    assert all(came[number] == number * number for number in range(20) if number % 4 != 1)


def test_a_worker_that_somebody_else_ended_is_given_a_second_try(tmp_path: Path) -> None:
    assert list(each(once, [str(tmp_path / "first")], jobs=1)) == [(0, "well")]


def test_a_fault_of_ours_is_raised_where_the_run_stands() -> None:
    with pytest.raises(ZeroDivisionError):
        list(each(do, [("square", 1), ("fault", 2)], jobs=1))


def test_workers_stay_warm_from_run_to_run() -> None:
    runs = [{came for _n, (_s, came) in each(do, [("pid", 1), ("pid", 2)], jobs=1)} for _ in range(2)]  # type: ignore[misc]
    assert runs[0] == runs[1]
    assert os.getpid() not in runs[0]


def test_a_pool_that_breaks_is_made_anew_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    orders = [("square", number) for number in range(30)]
    came: dict[int, object] = {}
    for number, result in each(do, orders, jobs=2, limits=QUICK):
        came[number] = result
        if len(came) == 3 and workers._Pools.pool is not None:
            workers._Pools.pool.stop()  # type: ignore[no-untyped-call]
            workers._Pools.pool.join()
    assert came == {number: number * number for number in range(30)}


def test_leaving_early_ends_what_still_runs() -> None:
    began = time.monotonic()
    for _number, _result in each(do, [("square", 1), ("hang", 2), ("hang", 3)], jobs=2, limits=Limits(60)):
        break
    assert workers._Pools.pool is None
    assert time.monotonic() - began < 50


def test_a_script_without_a_guard_runs_once(tmp_path: Path) -> None:
    script = tmp_path / "plain.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(worker_tasks.__file__).parent)!r})\n"
        "print('begun', flush=True)\n"
        "from worker_tasks import do\n"
        "from kasales_xl.batch.workers.pool import each, in_order\n"
        "print(list(in_order(each(do, [('square', 3), ('square', 4)], jobs=2))))\n",
        encoding="utf-8",
    )
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=100)
    assert (ran.stdout.splitlines(), ran.stderr) == (["begun", "[9, 16]"], "")


def test_a_warm_worker_goes_where_the_program_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(each(do, [("square", 1)], jobs=1))
    monkeypatch.chdir(tmp_path)
    assert list(each(do, [("where", 1)], jobs=1)) == [(0, os.getcwd())]
