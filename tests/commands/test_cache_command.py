"""``kasales cache`` and ``score --no-cache``, as people type them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from books_of import ON, book_of
from command_line import kasales

from kasales_xl.batch.cache.store import FILE, connect
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book

pytestmark = pytest.mark.slow


def test_the_cache_is_shown_checked_emptied_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KASALES_CACHE", str(tmp_path / "cache"))
    (tmp_path / "books").mkdir()
    for number in range(2):
        book = book_of(seller_id=f"S{number}", junior=1)
        write_book(tmp_path / "books" / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    typed = (
        "score",
        str(tmp_path / "books"),
        "-o",
        str(tmp_path / "out"),
        "--on",
        str(ON),
        "--no-history",
        "--json",
    )
    assert "还没有缓存" in kasales("cache", "show").stdout
    reused = [json.loads(kasales(*typed, *more).stdout)["reused"] for more in ((), (), ("--no-cache",))]
    assert reused == [0, 2, 0]
    assert "记得 2 本账簿的内容、2 份评级结果、1 份团队记分卡" in kasales("cache", "show").stdout
    whole = kasales("cache", "verify")
    assert (whole.returncode, whole.stdout) == (0, "5 条都对得上。\n")
    with closing(connect(tmp_path / "cache" / FILE)) as connection:
        connection.execute("UPDATE entries SET head = x'00' WHERE kind = 'book'")
    spoiled = kasales("cache", "verify", lang="en")
    assert (spoiled.returncode, "2 are not what was put there" in spoiled.stdout) == (1, True)
    assert kasales("cache", "verify").returncode == 0
    assert "去掉了 3 条，还剩 0 MB" in kasales("cache", "prune").stdout
    assert json.loads(kasales(*typed).stdout)["reused"] == 0
