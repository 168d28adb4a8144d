"""Killed at any point, a run leaves the old state or the new one, and the next run finds no trace of it. A few
seeded points here; ``benchmarks/kill_points.py`` takes hundreds."""

from __future__ import annotations

from pathlib import Path

import pytest
from kill_trials import HistoryAppending, Replacing, Scoring, tried
from template_files import content

from kasales_xl.book.sample import SAMPLE_DAY
from kasales_xl.commands.refresh import refresh

pytestmark = pytest.mark.slow


def refresh_book(book: Path) -> None:
    refresh.main([str(book), "--on", SAMPLE_DAY.isoformat()], standalone_mode=False)


def test_a_killed_scoring_leaves_the_old_set_or_the_new_one(tmp_path: Path) -> None:
    scoring = Scoring(tmp_path, thorough=False)
    ended = tried(scoring.trial, scoring.steps, 8, seed=1)
    assert ended.total() == 8
    assert set(ended) <= {"old", "new", "swap finished by the next run"}


def test_a_killed_refresh_leaves_the_old_book_or_the_new_one(tmp_path: Path) -> None:
    from refresh_files import by_openpyxl

    replacing = Replacing(tmp_path, by_openpyxl(content("zh", True)), refresh_book, thorough=False)
    ended = tried(replacing.trial, replacing.steps, 4, seed=1)
    assert set(ended) <= {"old", "new"}


def test_a_killed_transaction_leaves_the_old_history_or_the_new_one(tmp_path: Path) -> None:
    appending = HistoryAppending(tmp_path)
    ended = tried(appending.trial, appending.steps, 8, seed=2)
    assert set(ended) <= {"old", "new"}
