"""LibreOffice opens the Excel add-in and runs its VBA, xlwings' own module apart: what no Excel is needed
for is run for real."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest
from libreoffice import _python_with_bridge, why_not
from needed import needed
from paths import TESTS

from kasales_xl.build.excel import xlam, xlwings_vba
from kasales_xl.text.ribbon import LABELS

SESSION = TESTS / "support" / "vba_session.py"


def why(reason: str) -> str:
    """What the status bar and KA_VERSION say in an Excel that speaks English."""
    return f"{LABELS[reason].en} {LABELS['next-step'].en}"


#: Module, function, arguments and what must come back.
RUNS: list[tuple[tuple[str, ...], Any]] = [
    (("Probe", "WithoutSettings"), f"error, error; 0 started, 0 ms: {why('no-settings')}"),
    (("Probe", "WithoutPython"), f"error, error; 1 started, 0 ms: {why('python-missing')}"),
    (("Probe", "NobodyTriesAgain"), "error, error; 0 started, 0 ms"),
    (("Probe", "Forbidden"), f"error, error; 1 started, 0 ms: {why('python-blocked')}"),
    (("Probe", "WithoutPackage"), f"error, error; 1 started, 0 ms: {why('python-ended')}"),
    (("Probe", "WithoutDll"), f"error, error; 1 started, 0 ms: {why('no-dll')}"),
    (("Probe", "Slow"), f"error, error; 1 started, 3000 ms: {LABELS['still-starting'].en}"),
    (("Probe", "SlowLater"), "answer, answer; 0 started, 0 ms"),
    (("Probe", "FaultOfAFunction"), "error, error; 0 started, 0 ms"),
    (("Probe", "EndedFromOutside"), "answer, answer; 1 started, 0 ms, stale True"),
    (("Probe", "EndedAgainAndAgain"), f"answer error error error error, error; 1 started, 0 ms: {why('python-lost')}"),
    (("Probe", "OnAnyButton"), "answer, answer; 1 started, 0 ms"),
    (("Probe", "HeldBooks"), "True False"),
    (("Probe", "OthersBook"), "0 started"),
    (("Probe", "BoundWithoutPython"), "=ka_level() stored, 1 started"),
    (("Probe", "Bound"), "=$B$1 2, protected True, mode as before True, saved True, typed stored"),
    (("Probe", "BoundTwice"), "mine"),
    (("Probe", "TableOfErrors"), "error text 2 error "),
    (("Probe", "RowOfErrors"), "error text"),
    (("Probe", "OneError"), True),
    (("KaRuntime", "KaAlone", "KA#0123456789abcdef"), False),
    (("KaRuntime", "KaAlone", "华东医药"), True),
    (("KaRuntime", "KaAlone", ""), True),
    (("Probe", "AloneWithNothing"), True),
    (("Probe", "AloneThrough"), True),
    (("KaRuntime", "KaLeftOut", ""), True),
    (("KaRuntime", "KaLeftOut", "中级"), False),
    (("Probe", "WithBook"), "KA_TIER|KA#0123456789abcdef|x|empty|empty"),
    (("Probe", "WhatIf"), "KA_LEVEL_OF|1|2|3|2|x"),
    (("Probe", "LeftOutAtTheEnd"), "KA_LEVEL_OF|1|2|3|empty|empty"),
    (("Probe", "LeftOutBetween"), "KA_LEVEL_OF|1|2|3|empty|x"),
    (("Probe", "NothingAtAll"), "KA_TIER_OF" + 6 * "|empty"),
    (("Probe", "NoArguments"), "KA_VERSION"),
]  # fmt: skip


@pytest.fixture(scope="module")
def vba(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    needed(why_not())
    home = tmp_path_factory.mktemp("vba")
    addin = home / xlam.FILE
    addin.write_bytes(xlam.build())
    python, soffice = _python_with_bridge(), shutil.which("soffice")
    assert python is not None
    assert soffice is not None
    done = subprocess.run(
        [python, str(SESSION), soffice, str(home / "profile"), str(addin)],
        input=json.dumps([asked for asked, _ in RUNS]),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_libreoffice_reads_every_module_as_it_was_generated(vba: dict[str, Any]) -> None:
    for module in xlam.modules(xlwings_vba.shipped()):
        wanted = [line for line in module.source.splitlines() if not line.startswith("Attribute ")]
        read = vba["sources"][module.name].replace("\r\n", "\n")
        assert "\n".join(wanted) in read, module.name


def test_the_sheets_that_its_vba_reads_are_there(vba: dict[str, Any]) -> None:
    assert vba["sheets"] == list(xlam.SHEETS)


@pytest.mark.parametrize("number", range(len(RUNS)), ids=[asked[1] for asked, _ in RUNS])
def test_its_vba_does_what_it_should(number: int, vba: dict[str, Any]) -> None:
    assert vba["answers"][number] == RUNS[number][1]
