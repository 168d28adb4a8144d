"""What a worksheet function costs in Excel above an empty xlwings function.

Run: python benchmarks/com_call.py [calls]
xlwings' own ``CallUDF`` runs, with pywin32 stubbed: this is the Python side of a call. What Excel and COM
add is the same for every function and cannot be measured without Windows."""

from __future__ import annotations

import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import fake_excel  # noqa: E402
import fakecom  # noqa: E402
from function_books import handle_of, tables_of  # noqa: E402

from kasales_xl.hosts.excel.dialects import MISSING  # noqa: E402

MODULE = "kasales_xl.hosts.excel.com"
ROUNDS = 5


def empty_function(xlwings: Any) -> None:
    """A function that does nothing, in a module of its own."""

    @xlwings.func
    @xlwings.arg("first")
    @xlwings.arg("second")
    def nothing(first: Any = None, second: Any = None) -> str:
        return "x"

    nothing.__annotations__ = {}
    module = types.ModuleType("empty_functions")
    module.__file__ = __file__
    module.__dict__["nothing"] = nothing
    sys.modules[module.__name__] = module


def microseconds(call: Callable[[], object], calls: int) -> float:
    """The median of a few rounds, a call."""
    call()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for _ in range(calls):
            call()
        times.append((time.perf_counter() - started) / calls * 1e6)
    return median(times)


def main(calls: int = 2000) -> int:
    tables = tables_of("zh", strong=5, mid=45, junior=100, none=50, grade=2)
    with fakecom.windows() as xlwings:
        from xlwings import com_server

        empty_function(xlwings)
        server, handle = com_server.XLPython(), handle_of(tables)
        book = fake_excel.Book(fake_excel.Application(), "b.xlsx", "C:\\")
        one_cell = fake_excel.Range(book.sheet("s"), 1, 1)
        one_cell.Value = "客户007"

        def timed(name: str, *args: Any, module: str = MODULE, workbook: Any = None) -> float:
            return microseconds(lambda: server.CallUDF(module, name, args, workbook, None), calls)

        empty = timed("nothing", "a", MISSING, module="empty_functions")
        rows = {
            "empty function": empty,
            "KA_VERSION()": timed("KA_VERSION"),
            "KA_TIER(KA, account)": timed("KA_TIER", handle, "客户007", None),
            "KA_TIER, stock add-in, account as a range": timed(
                "KA_TIER", handle, one_cell, None, workbook=book
            ),
            "KA_LEVEL(KA)": timed("KA_LEVEL", handle, MISSING, None),
            "KA_LEVEL_OF(1,3,5)": timed("KA_LEVEL_OF", 1.0, 3.0, 5.0, MISSING, MISSING),
        }
        cells = [tuple(map(tuple, tables[key])) if key in tables else MISSING for key in _keys()]
        whole = microseconds(lambda: server.CallUDF(MODULE, "KA_BOOK", tuple(cells), None, None), 3)
    for name, cost in rows.items():
        print(f"{name:44}{cost:9.1f} µs{cost / empty:7.2f} x empty")
    sizes = f"{len(tables['accounts']) - 1} accounts, {len(tables['contacts']) - 1} contacts"
    print(f"KA_BOOK of an unchanged book ({sizes}): {whole / 1000:.1f} ms")
    return 0


def _keys() -> list[str]:
    from kasales_xl.layout.sheets import LAYOUT

    return [*LAYOUT, "policy"]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
