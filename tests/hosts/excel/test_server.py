"""The Python that Excel's add-in starts: it says what is missing, answers one Excel, and ends with it."""

from __future__ import annotations

import subprocess
import sys
import types
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import fakecom
import pytest


@pytest.fixture(scope="module")
def server() -> Iterator[ModuleType]:
    with fakecom.windows():
        import kasales_xl.hosts.excel.server as module

        yield module


def test_it_is_found_under_the_class_that_excel_asks_for(
    server: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xlwings import com_server

    served: list[str] = []
    monkeypatch.setattr(com_server, "serve", served.append)
    monkeypatch.setattr(server, "end_with", lambda process: served.append(str(process)))
    assert server.main(["{00001092-CF5D-4607-A43E-D2DB136193AC}", "4242"]) == 0
    assert sorted(served) == ["4242", "{00001092-CF5D-4607-A43E-D2DB136193AC}"]


def test_it_ends_when_its_excel_is_gone(server: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[Any] = []
    win32api, win32event = types.ModuleType("win32api"), types.ModuleType("win32event")
    win32api.OpenProcess = lambda access, inherit, number: number  # type: ignore[attr-defined]
    win32event.INFINITE = -1  # type: ignore[attr-defined]
    win32event.WaitForSingleObject = lambda held, limit: happened.append((held, limit))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "win32api", win32api)
    monkeypatch.setitem(sys.modules, "win32event", win32event)
    server.end_with(4242, leave=happened.append)
    assert happened == [(4242, -1), 0]


def test_an_excel_that_cannot_be_watched_does_not_end_it(
    server: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any) -> None:
        raise fakecom.ComError(5, "access is denied", None, None)

    win32api = types.ModuleType("win32api")
    win32api.OpenProcess = refused  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "win32api", win32api)
    left: list[int] = []
    server.end_with(4242, leave=left.append)
    assert left == []


def test_all_that_it_needs_is_there_or_the_last_line_says_what_is_not(server: ModuleType) -> None:
    """Tried for real: here pywin32 is missing, as on a desk where it was forgotten."""
    assert server.main([server.TRY]) == 0
    done = subprocess.run(
        [sys.executable, "-P", "-B", "-X", "utf8", "-m", server.__name__, server.TRY],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "pywin32" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
