"""One wheel for every desk: what it asks pip for on a computer, and what in a browser."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from own_wheel import metadata, own_wheel
from packaging.requirements import Requirement
from paths import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_wheel(tmp_path_factory)


def asked_for(wheel: Path, platform: str) -> set[str]:
    """The packages that installers fetch where Python runs on this platform and no extra is named."""
    stated = [Requirement(text) for text in metadata(wheel).get_all("Requires-Dist") or ()]
    here = {"sys_platform": platform, "extra": ""}
    return {one.name.lower() for one in stated if one.marker is None or one.marker.evaluate(here)}


def test_in_a_browser_the_worksheet_needs_pydantic_alone(wheel: Path) -> None:
    assert asked_for(wheel, "emscripten") == {"pydantic"}


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_on_a_computer_one_install_brings_files_batches_and_excel(wheel: Path, platform: str) -> None:
    assert asked_for(wheel, platform) >= {"pydantic", "pandas", "openpyxl", "xlsxwriter", "xlwings", "click"}


def test_every_dependency_has_a_lower_bound(wheel: Path) -> None:
    for text in metadata(wheel).get_all("Requires-Dist") or ():
        one = Requirement(text)
        assert "extra" in str(one.marker) or ">=" in str(one.specifier), text


def test_the_wheel_holds_the_package_whole_and_nothing_else(wheel: Path) -> None:
    here = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "kasales_xl").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        assert {name for name in archive.namelist() if ".dist-info/" not in name} == here
