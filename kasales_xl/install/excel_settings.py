"""Where Excel keeps, in the registry, which add-ins it opens and what it trusts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kasales_xl.install.registry import Registry

#: Excel 2016 to 365 share one number.
OFFICE = r"Software\Microsoft\Office\16.0\Excel"
OPTIONS = rf"HKCU\{OFFICE}\Options"
SECURITY = rf"HKCU\{OFFICE}\Security"
POLICIES = r"HKCU\Software\Policies\Microsoft\Office\16.0\Excel\Security"
DISABLED = rf"HKCU\{OFFICE}\Resiliency\DisabledItems"
CLICK_TO_RUN = r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
APP_PATH = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
INSTALL_ROOT = r"HKLM\SOFTWARE\Microsoft\Office\16.0\Excel\InstallRoot"
BITNESS = r"HKLM\SOFTWARE\Microsoft\Office\16.0\Outlook"
_OPEN = re.compile(r"OPEN(\d*)", re.IGNORECASE)
_ALL_MACROS_OFF, _SIGNED_ONLY = 4, 3


@dataclass(frozen=True)
class Trust:
    """``locked``: an administrator decides; the user cannot change it. ``addins``: are add-ins allowed
    at all; ``unsigned``: those without a signature too; ``macros``: may VBA run."""

    addins: bool
    unsigned: bool
    macros: bool
    locked: bool


def opened(registry: Registry) -> list[str]:
    """The add-ins that Excel opens when it starts, in order, as they are written there."""
    numbered = {}
    for name, value in registry.values(OPTIONS).items():
        match = _OPEN.fullmatch(name)
        if match:
            numbered[int(match[1] or 0)] = str(value)
    return [numbered[number] for number in sorted(numbered)]


def write_opened(registry: Registry, entries: list[str]) -> None:
    """OPEN, OPEN1, OPEN2 without a gap: Excel stops reading at the first gap."""
    for name in registry.values(OPTIONS):
        if _OPEN.fullmatch(name):
            registry.remove(OPTIONS, name)
    for number, entry in enumerate(entries):
        registry.write(OPTIONS, f"OPEN{number or ''}", entry)


def opens(entry: str, file: str) -> bool:
    """Does an entry (``/R "C:\\…\\kasales.xlam"``) open a file of this name?"""
    path = entry.rstrip().rstrip('"').replace("/", "\\")
    return path.rpartition("\\")[2].rpartition('"')[2].lower() == file.lower()


def excel_bits(registry: Registry) -> int | None:
    """64 or 32; None where it cannot be told."""
    platform = str(registry.values(CLICK_TO_RUN).get("Platform", ""))
    bitness = str(registry.values(BITNESS).get("Bitness", ""))
    return {"x64": 64, "x86": 32}.get(platform or bitness)


def excel_installed(registry: Registry) -> bool:
    return any(registry.values(key) for key in (APP_PATH, INSTALL_ROOT, CLICK_TO_RUN))


def disabled(registry: Registry, file: str) -> bool:
    """Did Excel switch the file off after a crash?"""
    wanted = file.lower().encode("utf-16le")
    values = registry.values(DISABLED).values()
    return any(isinstance(value, bytes) and wanted in value.lower() for value in values)


def trust(registry: Registry) -> Trust:
    """What applies: the administrator's policy before the user's own setting, which matters for add-ins
    only where it switches all macros off."""
    policy, own = registry.values(POLICIES), registry.values(SECURITY)
    both = own | policy
    level = both.get("VBAWarnings")
    signed = level == _SIGNED_ONLY and "VBAWarnings" in policy
    decided = {"VBAWarnings", "RequireAddinSig", "DisableAllAddins"} & set(policy)
    return Trust(
        addins=both.get("DisableAllAddins") != 1,
        unsigned=both.get("RequireAddinSig") != 1 and not signed,
        macros=level != _ALL_MACROS_OFF,
        locked=bool(decided),
    )
