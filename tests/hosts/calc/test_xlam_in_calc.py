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

SESSION = TESTS / "support" / "vba_session.py"
PATH = "'C:\\Users\\张三\\AddIns\\kasales.xlam'!"

#: Module, function, arguments and what must come back.
RUNS: list[tuple[tuple[str, ...], Any]] = [
    (("KaBinding", "KaUnlinked", "=KA_LEVEL(KA)"), "=KA_LEVEL(KA)"),
    (("KaBinding", "KaUnlinked", f"={PATH}KA_LEVEL(KA)"), "=KA_LEVEL(KA)"),
    (("KaBinding", "KaUnlinked", f'=IF(A1="","",{PATH}KA_TIER(KA,A1))'), '=IF(A1="","",KA_TIER(KA,A1))'),
    (("KaBinding", "KaUnlinked", f"={PATH}KA_SCORE(KA,A1)+{PATH}KA_SCORE(KA,A2)"), "=KA_SCORE(KA,A1)+KA_SCORE(KA,A2)"),
    (("KaBinding", "KaUnlinked", "=kasales.xlam!KA_LEVEL()&Kasales.XLAM!KA_GRADE(,1)"), "=KA_LEVEL()&KA_GRADE(,1)"),
    (("KaBinding", "KaUnlinked", "='D:\\o''neil''s\\kasales.xlam'!KA_TIER(KA,'my ''x'''!A1)"), "=KA_TIER(KA,'my ''x'''!A1)"),
    (("KaBinding", "KaUnlinked", "=[1]Sheet!A1+'C:\\a\\other.xlam'!F(1)"), "=[1]Sheet!A1+'C:\\a\\other.xlam'!F(1)"),
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


@pytest.mark.parametrize("number", range(len(RUNS)), ids=[f"{r[0][1]}-{i}" for i, r in enumerate(RUNS)])
def test_its_vba_does_what_it_should(number: int, vba: dict[str, Any]) -> None:
    assert vba["answers"][number] == RUNS[number][1]
