"""What a command loads before it does anything: a heavy library only where it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from books_of import ON, book_of

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book

HEAVY = {
    "pandas", "numpy", "openpyxl", "xlsxwriter", "xlwings", "sqlalchemy", "python_calamine", "rich", "networkx",
    "pydantic"
}  # fmt: skip
_PROGRAM = """
import sys
from kasales_xl.cli import main
try:
    main()
finally:
    print(*sorted({heavy!r} & sys.modules.keys()))
"""


def loaded(*arguments: str) -> set[str]:
    """The heavy libraries that a run has loaded."""
    program = _PROGRAM.format(heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, encoding="utf-8", check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("typed", [[], ["--help"], ["--version"], ["import", "--help"], ["nonsense"]])
def test_what_there_is_to_type_is_told_without_any_of_them(typed: list[str]) -> None:
    assert loaded(*typed) == set()


def test_explaining_a_book_needs_no_writer_table_or_database(tmp_path: Path) -> None:
    path = tmp_path / "张三.xlsx"
    write_book(path, book_of(strong=1, mid=2, junior=2), policy=DEFAULT_POLICY, on=ON, lang="zh")
    assert loaded("explain", str(path), "--on", str(ON)) == {"pydantic"}
    assert loaded("check", str(path), "--on", str(ON)) == {"pydantic"}


def test_explaining_a_book_without_a_history_loads_none_of_it() -> None:
    program = "import sys, kasales_xl.commands.explain; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    modules = set(done.stdout.split())
    assert "kasales_xl.commands.explain" in modules
    assert not {"kasales_xl.core.history.past", "kasales_xl.batch.run"} & modules


@pytest.mark.parametrize("command", ["history", "policy", "addin"])
def test_a_group_says_what_is_in_it_without_database_tables_or_spreadsheet(command: str) -> None:
    assert loaded(command, "--help") <= {"pydantic"}
