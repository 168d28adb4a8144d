"""The history keeps every snapshot once, in SQLite and in a real PostgreSQL, whoever writes and whatever dies."""

from __future__ import annotations

import datetime as dt
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from books_of import ON, book_of
from history_runs import PROGRAM, add, die_while_adding, snap
from needed import needed
from postgres import cluster, programs
from sqlalchemy import Connection, create_engine, inspect, text

from kasales_xl.core.history.snapshot import Snapshot
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import LANGS, Level
from kasales_xl.files.history.database import HISTORY_FILE, WORDS, HistoryError, history_url
from kasales_xl.files.history.migrations import STEPS, Step, migrate, version_of
from kasales_xl.files.history.schema import SNAPSHOTS
from kasales_xl.files.history.store import History, open_history

EARLIER = ON - dt.timedelta(days=90)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    needed(
        "" if programs() else "no PostgreSQL server is installed here; .ci/install-postgresql installs one"
    )
    with cluster() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.host)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of either kind."""
    if request.param == "sqlite":
        return str(tmp_path / HISTORY_FILE)
    server = request.getfixturevalue("server")
    name = f"t{abs(hash(request.node.nodeid))}"
    engine = create_engine(history_url(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.rsplit("/", 1)[0] + f"/{name}"


def count(where: str) -> int:
    with open_history(where) as history, history.read() as connection:
        return int(connection.execute(text("SELECT COUNT(*) FROM ka_snapshots")).scalar() or 0)


def test_a_snapshot_is_read_back_just_as_it_was_stored(where: str) -> None:
    stored = snap(strong=1, mid=3, junior=5, undecided=1, small=1, grade=3, expert=True)
    with open_history(where) as history:
        assert history.append([stored]) == 1
        assert history.load(stored.key) == stored


def test_a_repeated_run_of_the_same_inputs_adds_nothing(where: str) -> None:
    with open_history(where) as history:
        assert history.append([snap(), snap("S002")]) == 2
        assert history.append([snap(), snap("S002")]) == 0
    assert count(where) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"on": EARLIER},
        {"policy": Policy(key_share=0.25)},
        {"program": "1.1"},
        {"junior": 1},
        {"seller_id": "S002"},
    ],
    ids=["another day", "another policy", "another program", "another book", "another seller"],
)
def test_another_input_adds_a_snapshot(tmp_path: Path, other: dict[str, object]) -> None:
    with open_history(tmp_path) as history:
        assert history.append([snap()]) == 1
        assert history.append([snap(**other)]) == 1  # type: ignore[arg-type]


def test_the_order_of_rows_and_another_name_of_the_edition_are_no_other_input(tmp_path: Path) -> None:
    book = book_of(junior=3, grade=1)
    turned = replace(book, accounts=book.accounts[::-1], contacts=book.contacts[::-1], deals=book.deals[::-1])
    from kasales_xl.core.card.seller_card import make_card
    from kasales_xl.core.history.snapshot import snapshot

    keys = {
        snapshot(make_card(b, Policy(edition=e), ON), PROGRAM).key for b in (book, turned) for e in ("a", "b")
    }
    assert len(keys) == 1


def test_an_unchanged_book_is_kept_once_whatever_the_day(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        history.append([snap(on=EARLIER, junior=3), snap(junior=3)])
        with history.read() as connection:
            assert connection.execute(text("SELECT COUNT(*) FROM ka_facts")).scalar() == 1


def test_the_latest_is_of_an_earlier_day_and_the_series_takes_the_last_of_a_day(where: str) -> None:
    with open_history(where) as history:
        history.append([snap(on=EARLIER, junior=2, grade=1), snap(junior=1), snap(junior=3, grade=1)])
        now = history.past(snap(junior=2))
        assert [step.on for step in now.steps] == [EARLIER, ON]
        assert now.since is not None
        assert now.since.since == EARLIER
        assert [(p.on, p.counts.junior) for p in history.series("S001")] == [(EARLIER, 2), (ON, 3)]
        assert history.past(snap(on=EARLIER, junior=2)).since is None
        assert history.past(snap("S009", junior=2)).since is None


def test_one_odd_book_does_not_cost_the_others_their_history(where: str) -> None:
    odd = snap("S" * 4000, junior=2, grade=1, name="张\x00三" + "丰" * 500, team="华东" * 300)
    odd = replace(odd, accounts=tuple(replace(a, account="客" * 4000 + "\x00") for a in odd.accounts))
    with open_history(where) as history:
        assert history.append([odd, snap(junior=2, grade=1)]) == 2
        assert history.append([odd]) == 0
        assert [point.name for point in history.series(odd.seller_id)] == ["张三" + "丰" * 500]
        assert len(history.series("S001")) == 1


def test_what_was_tried_out_in_between_does_not_stay_the_last_of_the_day(where: str) -> None:
    with open_history(where) as history:
        ours, tried = snap(junior=2, grade=1), snap(junior=2, grade=1, policy=Policy(junior_junior=(1, 4)))
        for one, added in ((ours, 1), (tried, 1), (ours, 0), (ours, 0)):
            assert history.append([one]) == added
        (point,) = history.series("S001")
        assert point.policy == ours.policy
        assert [one.policy for one in history.sellers()] == [ours.policy]


def test_the_best_is_the_highest_level_then_the_most_progress_then_the_earliest(where: str) -> None:
    days = [EARLIER + dt.timedelta(days=n) for n in range(4)]
    with open_history(where) as history:
        history.append(
            [
                snap(on=days[0], junior=2, grade=1),
                snap(on=days[1], junior=3, grade=1),
                snap(on=days[2], junior=3, grade=1),
                snap(on=days[3], junior=1, grade=1),
            ]
        )
        best = history.best("S001")
    assert best is not None
    assert (best.on, best.level) == (days[1], Level.JUNIOR)


def test_the_latest_of_every_seller_is_listed_by_team_and_name(where: str) -> None:
    with open_history(where) as history:
        history.append(
            [
                snap("S2", team="华东", name="乙"),
                snap("S1", team="华北", name="甲"),
                snap("S2", team="华东", name="乙", on=EARLIER),
            ]
        )
        assert [(p.seller_id, p.on) for p in history.sellers()] == [("S2", ON), ("S1", ON)]


def test_an_append_that_fails_half_way_adds_nothing(where: str) -> None:
    def broken() -> Iterator[Snapshot]:
        yield snap("S002")
        raise ValueError("the next book is broken")

    with open_history(where) as history:
        history.append([snap()])
        with pytest.raises(ValueError, match="broken"):
            history.append(broken())
    assert count(where) == 1


@pytest.mark.slow
def test_two_runs_at_once_make_the_tables_once_and_lose_or_double_nothing(where: str) -> None:
    shared, own = ["S100", "S101", "S102"], [["S001"], ["S002"], ["S003"], ["S004"]]
    # each runs through the shared sellers in another order
    lists = [[*shared[n % 3 :], *shared[: n % 3], *mine] for n, mine in enumerate(own)]
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        added = sum(pool.map(add, [where] * 4, lists))
    assert added == 7
    assert count(where) == 7


def test_a_crash_in_the_middle_loses_no_earlier_snapshot_and_leaves_no_half_one(where: str) -> None:
    with open_history(where) as history:
        history.append([snap()])
    process = multiprocessing.get_context("spawn").Process(
        target=die_while_adding, args=(where, ["S002", "S003"])
    )
    process.start()
    process.join()
    assert process.exitcode == 9
    assert count(where) == 1
    with open_history(where) as history:
        assert history.append([snap("S002")]) == 1


# ---- versions of the tables


def _add_region(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE ka_snapshots ADD COLUMN region VARCHAR(40) DEFAULT '' NOT NULL"))


def _fail(connection: Connection) -> None:
    _add_region(connection)
    raise ValueError("this step is broken")


def _opened(where: str, steps: tuple[Step, ...]) -> History:
    history = History(where, steps)
    history.check()
    return history


def test_a_history_is_brought_to_the_next_version_with_all_its_snapshots(where: str) -> None:
    old = snap(junior=2, grade=1)
    with open_history(where) as history:
        history.append([old])
    with _opened(where, (*STEPS, _add_region)) as history, history.read() as connection:
        assert version_of(connection) == len(STEPS) + 1
        assert connection.execute(text("SELECT region FROM ka_snapshots")).scalar() == ""
    with _opened(where, (*STEPS, _add_region)) as history:
        assert history.load(old.key) == old


def test_a_migration_that_fails_leaves_the_tables_as_they_were(where: str) -> None:
    with open_history(where) as history:
        history.append([snap()])
    with pytest.raises(ValueError, match="broken"):
        _opened(where, (*STEPS, _fail))
    with open_history(where) as history, history.read() as connection:
        assert version_of(connection) == len(STEPS)
        assert "region" not in {c["name"] for c in inspect(connection).get_columns(SNAPSHOTS.name)}


def test_a_history_of_a_newer_program_is_refused(where: str) -> None:
    _opened(where, (*STEPS, _add_region))
    with pytest.raises(HistoryError, match="newer"):
        open_history(where)


def test_migrating_twice_changes_nothing(where: str) -> None:
    with open_history(where) as history, history.write() as connection:
        assert migrate(connection) == len(STEPS)
        assert connection.execute(text("SELECT COUNT(*) FROM ka_schema")).scalar() == len(STEPS)


# ---- a history that cannot be used


def test_a_server_that_does_not_answer_is_told_before_any_work_and_without_the_password() -> None:
    with pytest.raises(HistoryError) as caught:
        open_history("postgresql://kasales:geheim@127.0.0.1:1/x")
    assert caught.value.code == "unreachable"
    assert all("geheim" not in caught.value.text.pick(lang) for lang in LANGS)


@pytest.mark.parametrize(
    ("url", "code"), [("oracle+nodriver://x/y", "driver"), ("://", "url"), ("nonsense://x", "driver")]
)
def test_an_address_nobody_understands_is_told(url: str, code: str) -> None:
    with pytest.raises(HistoryError) as caught:
        open_history(url)
    assert caught.value.code == code


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(HistoryError) as caught:
        open_history(tmp_path / "file" / "history.db")
    assert caught.value.code == "unreachable"


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / HISTORY_FILE
    path.write_bytes(b"not a database, but somebody's notes" * 100)
    with pytest.raises(HistoryError) as caught:
        open_history(path)
    assert caught.value.code == "foreign"
    assert path.read_bytes().startswith(b"not a database")


def test_reading_where_there_is_no_history_says_so_and_makes_none(where: str, tmp_path: Path) -> None:
    with History(where) as history, pytest.raises(HistoryError) as caught:
        history.must_exist()
    assert caught.value.code == "missing"
    assert list(tmp_path.iterdir()) == []


def test_a_history_that_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        history.append([snap(junior=2, grade=1)])
    with History(f"sqlite:///file:{tmp_path / HISTORY_FILE}?mode=ro&uri=true") as history:
        history.must_exist()
        assert len(history.series("S001")) == 1


def test_a_folder_a_file_and_a_url_all_mean_a_history(tmp_path: Path) -> None:
    assert history_url(tmp_path).database == str(tmp_path / HISTORY_FILE)
    assert history_url(tmp_path / "new folder").database == str(tmp_path / "new folder" / HISTORY_FILE)
    assert history_url(tmp_path / "x.db").database == str(tmp_path / "x.db")
    assert history_url("postgresql://h/d").drivername == "postgresql+psycopg"
    assert history_url("postgresql+pg8000://h/d").drivername == "postgresql+pg8000"


def test_every_failure_of_a_history_has_words() -> None:
    for code in WORDS:
        for lang in LANGS:
            assert "{" not in HistoryError(code, "here", "why").text.pick(lang)
