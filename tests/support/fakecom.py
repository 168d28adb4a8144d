"""pywin32 without Windows: enough of it that xlwings' own ``udfs``, ``com_server`` and ``_xlwindows`` are
imported and run here, so that calls go through the code that runs on a user's computer.

Only what lies below xlwings is made up."""

from __future__ import annotations

# xlwings asks for these while it is told that it runs on Windows; they must know the true system
import asyncio  # noqa: F401
import builtins
import concurrent.futures  # noqa: F401
import ctypes
import datetime as dt
import importlib
import subprocess  # noqa: F401
import sys
import tempfile  # noqa: F401
import types
import zoneinfo  # noqa: F401
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

RANGE_IID = "{00020846-0000-0000-C000-000000000046}"


class ComError(Exception):
    """pywintypes.com_error"""

    @property
    def hresult(self) -> Any:
        return self.args[0] if self.args else None


class Anything:
    """Takes every call and has every attribute."""

    def __init__(self, *args: Any, **named: Any) -> None:
        pass

    def __call__(self, *args: Any, **named: Any) -> Any:
        return self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


class Dispatched:
    """The base of made-up COM objects: ``_oleobj_`` tells xlwings what it holds."""

    iid = ""

    @property
    def _oleobj_(self) -> Any:
        attributes = types.SimpleNamespace(iid=self.iid)
        info = types.SimpleNamespace(GetTypeAttr=lambda: attributes)
        return types.SimpleNamespace(GetTypeInfo=lambda: info)


def _module(name: str, **content: Any) -> None:
    module = types.ModuleType(name)
    module.__dict__.update(content)

    def missing(attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return Anything()

    module.__dict__["__getattr__"] = missing
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)


def _unwrap(value: Any) -> Any:
    raise ValueError("not an object of ours")


def _pywin32() -> None:
    utc = types.SimpleNamespace(utc=lambda: dt.UTC)
    classes = ("CDispatch", "CoClassBaseClass", "DispatchBaseClass", "DispatchEx")
    _module("pywintypes", com_error=ComError, error=OSError, TimeType=dt.datetime, IID=str)
    _module(
        "pythoncom",
        com_error=ComError,
        ole_error=ComError,
        IID_IDispatch="IDispatch",
        TypeIIDs={"IDispatch": type("PyIDispatch", (), {})},
        CoInitialize=lambda: None,
        __file__=None,
    )
    for name in ("win32api", "win32con", "win32event", "win32gui"):
        _module(name)
    _module("win32process", GetWindowThreadProcessId=lambda window: (1, 4242))
    _module("win32timezone", TimeZoneInfo=utc)
    _module("win32com")
    _module("win32com.client", Dispatch=lambda found, **_: found, **{n: type(n, (), {}) for n in classes})
    _module("win32com.client.gencache", EnsureModule=lambda *_, **__: None)
    _module("win32com.server")
    _module("win32com.server.dispatcher")
    _module("win32com.server.policy", DefaultPolicy=type("DefaultPolicy", (), {}))
    _module("win32com.server.util", wrap=lambda found, iid=None: found, unwrap=_unwrap)
    _module("win32com.server.exception", COMException=ComError)


#: What depends on xlwings and must be imported anew.
_OURS = tuple(f"kasales_xl.hosts.excel.{name}" for name in ("binding", "calling", "com", "ribbon", "server"))


def _is_stubbed(name: str) -> bool:
    root = name.partition(".")[0]
    return root in ("xlwings", "pywintypes", "pythoncom", "win32com") or name.startswith("win32")


@contextmanager
def windows() -> Iterator[types.ModuleType]:
    """Within it, ``xlwings`` and our COM modules are those of Windows; afterwards the true ones again."""
    gone = [name for name in sys.modules if _is_stubbed(name) or name in _OURS]
    kept = {name: sys.modules.pop(name) for name in gone}
    patched = {"oledll": Anything(), "windll": Anything(), "WINFUNCTYPE": ctypes.CFUNCTYPE}
    true_dll, platform = ctypes.PyDLL, sys.platform

    def library(file: Any = None, *args: Any, **named: Any) -> Any:
        return Anything() if file is None else true_dll(file, *args, **named)

    try:
        _pywin32()
        for name, value in patched.items():
            setattr(ctypes, name, value)
        ctypes.PyDLL = library  # type: ignore[assignment, misc]
        builtins.WindowsError = OSError  # type: ignore[attr-defined]
        sys.platform = "win32"
        xlwings = importlib.import_module("xlwings")
        sys.platform = platform
        yield xlwings
    finally:
        sys.platform = platform
        ctypes.PyDLL = true_dll  # type: ignore[misc]
        for name in patched:
            delattr(ctypes, name)
        for name in [name for name in sys.modules if _is_stubbed(name) or name in _OURS]:
            del sys.modules[name]
        sys.modules.update(kept)
