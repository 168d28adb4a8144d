"""``kasales upgrade`` and ``kasales repair`` as people type them; ``refresh`` brings older books along."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from command_line import digests, kasales
from paths import TESTS

from kasales_xl.book.sample import SAMPLE_DAY
from kasales_xl.files.renew.renewed import typed_cells
from kasales_xl.layout.template import TEMPLATE_VERSION

pytestmark = pytest.mark.slow
ON = ("--on", SAMPLE_DAY.isoformat())
OLD = TESTS / "data" / "edition1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An old filled book and an old empty one."""
    for name in ("sample.zh.xlsx", "empty.zh.xlsx"):
        shutil.copy(OLD / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("command", ["upgrade", "refresh"])
def test_a_folder_of_old_books_moves_to_todays_edition_and_keeps_every_old_file(
    folder: Path, command: str
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = kasales(command, str(folder), *ON)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(f"模板从第 1 版换到第 {TEMPLATE_VERSION} 版") == 2
    assert done.stdout.count("逐格核对过，一格不差") == 2
    for name, old in before.items():
        assert (folder / name.replace(".xlsx", ".bak1.xlsx")).read_bytes() == old
        new = typed_cells((folder / name).read_bytes())
        assert new.meta.version == TEMPLATE_VERSION
        there = dict(new.cells())
        assert all(there[cell] == value for cell, value in typed_cells(old).cells())


def test_a_second_upgrade_touches_nothing(folder: Path) -> None:
    kasales("upgrade", str(folder), *ON)
    before = digests(folder)
    done = kasales("upgrade", str(folder), *ON)
    assert (done.returncode, digests(folder)) == (0, before)
    assert done.stdout.count("模板已经是最新的，没动") == 2


def test_a_repaired_book_keeps_its_permissions_and_its_old_self_beside(folder: Path) -> None:
    path = folder / "sample.zh.xlsx"
    path.chmod(0o640)
    old = path.read_bytes()
    done = kasales("repair", str(path), *ON)
    assert done.returncode == 0, done.stderr
    assert (folder / "sample.zh.bak1.xlsx").read_bytes() == old
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    once = path.read_bytes()
    kasales("repair", str(path), *ON)
    assert path.read_bytes() == once, "a fresh template of the same cells is the same file"


def test_what_is_no_book_of_ours_is_named_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "别的.xlsx"
    other.write_bytes(b"PK no workbook")
    done = kasales("repair", str(other), *ON)
    assert done.returncode == 1
    assert "别的.xlsx" in done.stderr
    assert list(tmp_path.iterdir()) == [other]
