"""What a company forbids on its computers, and what is different on a remote desktop, from the registry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kasales_xl.install.registry import Registry

_OFFICE_POLICY = r"Software\Policies\Microsoft\Office\16.0"
#: Visual Basic switched off for all of Office: policies first, then the user's own setting.
VBA = (
    rf"HKCU\{_OFFICE_POLICY}\Common",
    rf"HKLM\{_OFFICE_POLICY}\Common",
    r"HKCU\Software\Microsoft\Office\16.0\Common",
)
#: Trusted locations, of which Excel's start folder is one.
LOCATIONS = (
    rf"HKCU\{_OFFICE_POLICY}\Excel\Security\Trusted Locations",
    r"HKCU\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations",
)
_DEFENDER = r"Microsoft\Windows Defender"
#: Attack surface reduction: one value for each rule, set by a group policy or on the computer itself …
RULES = (
    rf"HKLM\SOFTWARE\Policies\{_DEFENDER}\Windows Defender Exploit Guard\ASR\Rules",
    rf"HKLM\SOFTWARE\{_DEFENDER}\Windows Defender Exploit Guard\ASR\Rules",
)
#: … or all of them in one text, as device management writes them: ``rule=1|rule=2``.
MANAGED_RULES, MANAGED_NAME = rf"HKLM\SOFTWARE\Policies\{_DEFENDER}\Policy Manager", "ASRRules"
#: "Block all Office applications from creating child processes", "Block Win32 API calls from Office macros".
CHILDREN, API_CALLS = "d4f940ab-401b-4efc-aadc-ad5f3c50688a", "92e97fa1-2edf-4476-bdd6-9dd0b4dddc7b"
#: Block, and warn, after which a person may still allow it; 2 only watches.
_BARRING = ("1", "6")
PROMPT = r"HKCU\Software\Policies\Microsoft\Windows\System"
APPLOCKER = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\SrpV2\Exe"
CITRIX = r"HKLM\SOFTWARE\Citrix\VirtualDesktopAgent"


@dataclass(frozen=True)
class Barrier:
    """``code`` as in ``text.addin.DIAGNOSES``. bars: the add-in cannot run; else it is only good to know.
    locked: an administrator decides."""

    code: str
    bars: bool
    locked: bool = True


def barriers(registry: Registry) -> Iterator[Barrier]:
    """In the order in which they are best taken up with IT."""
    if off := [key for key in VBA if registry.values(key).get("VBAOff") == 1]:
        yield Barrier("no-vba", bars=True, locked=off != [VBA[-1]])
    if off := [key for key in LOCATIONS if registry.values(key).get("AllLocationsDisabled") == 1]:
        yield Barrier("no-locations", bars=True, locked=LOCATIONS[0] in off)
    rules = _rules(registry)
    for rule, code in ((CHILDREN, "no-children"), (API_CALLS, "no-api-calls")):
        if rules.get(rule) in _BARRING:
            yield Barrier(code, bars=True)
    if registry.values(PROMPT).get("DisableCMD") in (1, 2):
        yield Barrier("no-prompt", bars=False)
    if registry.values(APPLOCKER).get("EnforcementMode") == 1:
        yield Barrier("applocker", bars=False)
    if registry.values(CITRIX):
        yield Barrier("citrix", bars=False)


def _rules(registry: Registry) -> dict[str, str]:
    """The state of each rule; what device management and policies say goes before the computer's own."""
    found: dict[str, str] = {}
    for key in reversed(RULES):
        found |= {name.strip("{}").lower(): str(state) for name, state in registry.values(key).items()}
    for one in str(registry.values(MANAGED_RULES).get(MANAGED_NAME, "")).split("|"):
        rule, equals, state = one.partition("=")
        if equals:
            found[rule.strip(" {}").lower()] = state.strip()
    return found
