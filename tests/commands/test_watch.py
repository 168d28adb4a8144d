"""``kasales refresh --watch`` as a service runs it: saved books are refreshed, its own writes start nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import kasales
from refresh_files import by_openpyxl, values
from template_files import content

from kasales_xl.book.sample import SAMPLE_DAY

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="stopped by SIGTERM, which Windows does not have"),
]


@contextmanager
def watching(folder: Path, said: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """said: where what it prints goes."""
    line = [sys.executable, "-m", "kasales_xl", "refresh", str(folder), "--watch", *options]
    line += ["--on", SAMPLE_DAY.isoformat(), "--lang", "zh"]
    with said.open("wb") as out, subprocess.Popen(line, stdout=out, stderr=subprocess.STDOUT) as program:
        try:
            yield program
        finally:
            program.send_signal(signal.SIGTERM)
            program.wait(60)


def until(true: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.2)


def save(path: Path, data: bytes) -> None:
    """As a drive brings it: in pieces."""
    with path.open("wb") as file:
        for start in range(0, len(data), 30_000):
            file.write(data[start : start + 30_000])
            file.flush()
            time.sleep(0.05)


def test_saved_books_are_refreshed_and_the_folder_comes_to_rest(tmp_path: Path) -> None:
    folder, said = tmp_path / "账簿", tmp_path / "said.txt"
    folder.mkdir()
    right, lost = values(content("zh", True)), by_openpyxl(content("zh", True))
    first, second, opened = (folder / name for name in ("张三.xlsx", "李四.xlsx", "王五.xlsx"))
    first.write_bytes(lost)
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 half a file")
    (folder / "~$王五.xlsx").write_bytes(b"")
    opened.write_bytes(lost)
    with watching(folder, said, "--polling") as program:
        until(lambda: (folder / "张三.bak1.xlsx").exists() and values(first.read_bytes()) == right)
        assert opened.read_bytes() == lost
        (folder / "~$王五.xlsx").unlink()
        save(second, lost)
        until(lambda: all(values(path.read_bytes()) == right for path in (second, opened)))
        # time enough for its own writes to start something
        time.sleep(5)
    lines = said.read_text("utf-8").splitlines()
    assert program.returncode == 0, lines
    assert lines[-1] == "停下了"
    assert sum("王五.xlsx：正开着，关掉后就更新" in line for line in lines) == 1
    assert sum("坏.xlsx：没更新" in line for line in lines) == 1
    assert sum("结果已更新" in line for line in lines) == 3
    assert len(list(folder.glob("*.bak*"))) == 3


def test_after_a_restart_only_what_was_saved_meanwhile_is_done(tmp_path: Path) -> None:
    folder, said = tmp_path / "账簿", tmp_path / "said.txt"
    folder.mkdir()
    lost = by_openpyxl(content("zh", True))
    first, second = folder / "张三.xlsx", folder / "李四.xlsx"
    first.write_bytes(lost)
    second.write_bytes(lost)
    with watching(folder, said):
        until(lambda: "结果已更新" in said.read_text("utf-8") and len(list(folder.glob("*.bak*"))) == 2)
        time.sleep(5)
    old = second.stat()
    shutil.copyfile(folder / "张三.bak1.xlsx", first)
    with watching(folder, said):
        until(lambda: values(first.read_bytes()) == values(content("zh", True)))
    assert second.stat().st_mtime_ns == old.st_mtime_ns
    assert "李四" not in said.read_text("utf-8")


def test_watching_writes_nowhere_else_and_needs_a_folder(tmp_path: Path) -> None:
    done = kasales("refresh", str(tmp_path), "--watch", "-o", str(tmp_path / "out"))
    assert (done.returncode, "--watch" in done.stderr) == (2, True)
    missing = kasales("refresh", str(tmp_path / "没有"), "--watch")
    assert (missing.returncode, "没有" in missing.stderr) == (2, True)
