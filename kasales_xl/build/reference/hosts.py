"""``HOSTS.md``: which function runs in which host and how that was verified, from what tests and people saw.

``tests/hosts/proven.json`` is written by the tests and compared by them in every run;
``tests/hosts/seen.toml`` holds what somebody did by hand in a real program. Nothing else makes a claim:
without an entry a program has never been run, and the page says so."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kasales_xl.build.reference.markdown import GENERATED, both, table
from kasales_xl.core.text import Text
from kasales_xl.functions import FUNCTIONS

FILE, PROVEN, SEEN = "HOSTS.md", "tests/hosts/proven.json", "tests/hosts/seen.toml"


@dataclass(frozen=True)
class Way:
    """How functions are verified by tests; ``key`` as the tests say it."""

    key: str
    host: Text
    how: Text


WAYS = (
    Way(
        "libreoffice",
        Text("LibreOffice 25.2（Linux）", "LibreOffice 25.2 (Linux)"),
        Text("真的程序，公式写进格子里算", "the real program, formulas typed into cells"),
    ),
    Way(
        "office",
        Text("Office 加载项", "Office add-in"),
        Text("真的 Pyodide，在 Node 里跑；Excel 用替身", "real Pyodide, run in Node; Excel is stood in for"),
    ),
    Way(
        "lite",
        Text("xlwings Lite", "xlwings Lite"),
        Text(
            "真的 Pyodide 和安装包，在 Node 里跑；Lite 的窗格用替身",
            "real Pyodide and the real wheel, run in Node; Lite's pane is stood in for",
        ),
    ),
    Way(
        "excel",
        Text("Excel 插件（kasales.xlam）", "Excel add-in (kasales.xlam)"),
        Text(
            "xlwings 自己的 Windows 代码，在 Linux 上跑；Excel 和 pywin32 用替身",
            "xlwings' own Windows code, run on Linux; Excel and pywin32 are stood in for",
        ),
    ),
    Way(
        "excel-stock",
        Text("官方 xlwings 插件", "the stock xlwings add-in"),
        Text("同上", "as above"),
    ),
)
#: Real programs that people have, and what runs there once somebody has tried it.
PROGRAMS = {
    "excel-windows": Text("Excel（Windows）+ kasales.xlam", "Excel on Windows with kasales.xlam"),
    "excel-windows-office": Text(
        "Excel（Windows）+ Office 加载项", "Excel on Windows with the Office add-in"
    ),
    "excel-mac-office": Text("Excel（Mac）+ Office 加载项", "Excel on the Mac with the Office add-in"),
    "excel-web-office": Text("网页版 Excel + Office 加载项", "Excel on the web with the Office add-in"),
    "excel-lite": Text("Excel + xlwings Lite", "Excel with xlwings Lite"),
    "wps": Text(
        "WPS（看存好的结果，不算函数）", "WPS (shows stored results, calculates no function of ours)"
    ),
    "libreoffice-windows": Text("LibreOffice（Windows、Mac）", "LibreOffice on Windows and the Mac"),
}
_NEVER = Text("**没有跑过**", "**never run**")
_HEAD = """# 哪里跑过什么 · What was run where

{generated}

每个数字是和核心逐个比过、完全一样的答案个数；0 就是没比过。
数字由测试写下，每次测试再对一遍，多一个少一个都算失败。
Each figure counts answers that were compared with the core's and equal; 0 was not compared. The tests write
the figures and check them in every run: one more or one less is a failure.

"""


def page(proven: Mapping[str, Mapping[str, int]], seen: Sequence[Mapping[str, Any]]) -> str:
    """proven: by way and function how many answers were equal. seen: what people did (``seen.toml``)."""
    ways = [
        (
            both(way.host.zh, way.host.en),
            both(way.how.zh, way.how.en),
            str(sum(proven.get(way.key, {}).values())),
        )
        for way in WAYS
    ]
    names = [(both(way.host.zh, way.host.en)) for way in WAYS]
    functions = [
        (f"`{name}`", *(str(proven.get(way.key, {}).get(name, 0)) for way in WAYS)) for name in FUNCTIONS
    ]
    return "\n".join(
        [
            _HEAD.format(generated=GENERATED) + "## 真的程序 · Real programs\n",
            table(("程序 Program", "谁试过 Who has tried it"), _programs(seen)),
            "试过的人照 [docs/excel.md](docs/excel.md) 的一分钟自查做一遍，"
            "在 `tests/hosts/seen.toml` 里记一条。",
            "Who has tried one by the one-minute check of [docs/excel.md](docs/excel.md) adds an entry to "
            "`tests/hosts/seen.toml`.\n",
            "## 测试怎么验证 · How the tests verify\n",
            table(("在哪里 Where", "怎么 How", "答案 Answers"), ways),
            "## 函数 · Functions\n",
            table(("函数 Function", *names), functions),
        ]
    )


def _programs(seen: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Raises KeyError for an entry that lacks something, or names a program that is not listed."""
    unknown = {entry["program"] for entry in seen} - PROGRAMS.keys()
    if unknown:
        raise KeyError(*unknown)
    rows = []
    for key, named in PROGRAMS.items():
        told = [
            f"{entry['version']}，{entry['day']}，{entry['who']}：{entry['what']}"
            for entry in seen
            if entry["program"] == key
        ]
        rows.append((both(named.zh, named.en), "<br>".join(told) or both(_NEVER.zh, _NEVER.en)))
    return rows


def all_updated(checkout: Path) -> dict[str, str]:
    """The page of the checkout as it would be now, by its path; none where the tests are not there."""
    if not (checkout / PROVEN).is_file():
        return {}
    proven = json.loads((checkout / PROVEN).read_text("utf-8"))
    seen = tomllib.loads((checkout / SEEN).read_text("utf-8")).get("seen", [])
    return {FILE: page(proven, seen)}
