"""A history that 0.1.0 wrote opens as it is, and what the method asks anew is put down to the program and
the rules, to nobody's fall. ``tests/data/history_0_1_0.sql`` is what that program stored."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from books_of import ON
from paths import TESTS

from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.history.calibration import Tiers
from kasales_xl.core.history.past import Past
from kasales_xl.core.history.progress import Cause
from kasales_xl.core.history.reduced_book import reduced_book
from kasales_xl.core.history.snapshot import policy_of, snapshot
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import KeyAccount, Level, Tier
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.files.history.database import HISTORY_FILE
from kasales_xl.files.history.migrations import STEPS, version_of
from kasales_xl.files.history.store import History, open_history
from kasales_xl.text.verdicts.progress import progress_lines

EARLIER, LAST = dt.date(2026, 4, 1), dt.date(2026, 5, 31)


@pytest.fixture
def history(tmp_path: Path) -> History:
    where = tmp_path / HISTORY_FILE
    with sqlite3.connect(where) as connection:
        connection.executescript((TESTS / "data" / "history_0_1_0.sql").read_text(encoding="utf-8"))
    return open_history(where)


def since(history: History, seller_id: str) -> Past:
    """Today's scoring of the very same facts."""
    before = history.load(history.series(seller_id)[-1].key)
    assert before is not None
    book = reduced_book(before.facts)
    assert book is not None
    return history.past(snapshot(make_card(book, DEFAULT_POLICY, ON), "0.2.0"))


def test_every_snapshot_of_the_first_program_is_read_and_lacks_only_what_it_did_not_know(
    history: History,
) -> None:
    with history.read() as connection:
        assert version_of(connection) == len(STEPS)
    assert [point.on for point in history.series("S001")] == [EARLIER, LAST]
    stored = history.load(history.series("S001")[-1].key)
    assert stored is not None
    assert (stored.level, stored.counts) == (Level.JUNIOR, Counts(1, 0, 2))
    assert [(a.key, a.tier, a.confirmed, a.ground) for a in stored.accounts] == [
        (KeyAccount.YES, Tier.STRONG, None, None),
        (KeyAccount.YES, Tier.JUNIOR, None, None),
        (KeyAccount.YES, Tier.JUNIOR, None, None),
    ]


def test_its_policy_keeps_its_choices_under_todays_names(history: History) -> None:
    stored = history.load(history.series("S001")[-1].key)
    policy = stored and policy_of(stored)
    assert policy is not None
    assert (policy.strong_min_departments, policy.strong_min_dms) == (1, 1)


def test_one_persons_strong_relation_falls_by_the_rules_and_wishes_by_the_program(history: History) -> None:
    rules, program = since(history, "S001").since, since(history, "S002").since
    assert rules is not None
    assert program is not None
    assert [stage.cause for stage in rules.stages] == [Cause.POLICY]
    assert rules.stages[0].counts_now == Counts(0, 1, 2)
    assert [stage.cause for stage in program.stages] == [Cause.PROGRAM]
    assert (program.stages[0].counts_was, program.stages[0].counts_now) == (Counts(0, 0, 2), Counts(0, 0, 0))
    said = [line.pick("zh") for line in progress_lines(rules)]
    assert any("强关系：至少要有几个关键部门 (strong_min_departments)：1 → 2" in line for line in said)


def test_the_tiers_of_its_days_serve_the_calibration(history: History) -> None:
    remembered = since(history, "S001").remembered
    assert [day.on for day in remembered] == [EARLIER, LAST]
    assert remembered[0].tiers["A001"] == Tiers(Tier.STRONG)
