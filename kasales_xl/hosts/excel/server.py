"""Python's side of the add-in: a process that answers the cells of one Excel and ends with it.

Excel's add-in starts it as ``python -m kasales_xl.hosts.excel.server CLASS NUMBER`` and finds it under that
class. ``--try`` imports all that it needs and ends: how the doctor sees whether it could start."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

#: May be waited for (Windows' SYNCHRONIZE).
_MAY_BE_AWAITED = 0x100000
TRY = "--try"


def main(arguments: Sequence[str]) -> int:
    """arguments: the class under which Excel asks and the number of Excel's process, or ``--try``."""
    try:
        import_module("kasales_xl.hosts.excel.com")
        import_module("kasales_xl.hosts.excel.binding")
        serve: Callable[..., None] = import_module("xlwings.com_server").serve
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    if arguments[0] == TRY:
        return 0
    clsid, excel = arguments[0], int(arguments[1])
    threading.Thread(target=end_with, args=(excel,), daemon=True).start()
    serve(clsid)
    return 0


def end_with(process: int, leave: Callable[[int], Any] = os._exit) -> None:
    """Waits until that process is gone, and leaves: nobody is there to ask any more."""
    try:
        held = import_module("win32api").OpenProcess(_MAY_BE_AWAITED, False, process)
    except Exception:
        # gone already, or not to be looked at; then Python ends when Excel lets go of it
        return
    event = import_module("win32event")
    event.WaitForSingleObject(held, event.INFINITE)
    leave(0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
