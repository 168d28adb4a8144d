"""The registry: of Windows, and of systems without one."""

from __future__ import annotations

from importlib import import_module
from typing import Any

Value = str | int | bytes


class Registry:
    """``key`` begins with HKCU or HKLM; what isn't there reads as empty. This one is of systems without
    any."""

    def values(self, key: str) -> dict[str, Value]:
        return {}

    def write(self, key: str, name: str, value: str) -> None:
        raise OSError(key)

    def remove(self, key: str, name: str) -> None:
        raise OSError(key)


class WindowsRegistry(Registry):
    """Reads both views of a 64-bit Windows; writes below HKCU alone."""

    def __init__(self) -> None:
        self._api: Any = import_module("winreg")

    def values(self, key: str) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for view in (self._api.KEY_WOW64_32KEY, self._api.KEY_WOW64_64KEY):
            try:
                with self._open(key, self._api.KEY_READ | view) as opened:
                    for number in range(self._api.QueryInfoKey(opened)[1]):
                        name, value, _kind = self._api.EnumValue(opened, number)
                        values[name] = value
            except FileNotFoundError:
                continue
        return values

    def write(self, key: str, name: str, value: str) -> None:
        with self._api.CreateKey(self._api.HKEY_CURRENT_USER, self._below(key)) as opened:
            self._api.SetValueEx(opened, name, 0, self._api.REG_SZ, value)

    def remove(self, key: str, name: str) -> None:
        with self._open(key, self._api.KEY_SET_VALUE) as opened:
            self._api.DeleteValue(opened, name)

    def _open(self, key: str, access: int) -> Any:
        roots = {"HKCU": self._api.HKEY_CURRENT_USER, "HKLM": self._api.HKEY_LOCAL_MACHINE}
        return self._api.OpenKey(roots[key.partition("\\")[0]], self._below(key), 0, access)

    @staticmethod
    def _below(key: str) -> str:
        return key.partition("\\")[2]
