"""Every file that is built: the same bytes every time, valid, and as committed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from paths import ROOT

from kasales_xl.build import __main__ as command
from kasales_xl.build.committed import FILES, differences
from kasales_xl.build.excel import xlam

#: Holds a part of xlwings: whether it is up to date is asked where that is looked at.
OF_XLWINGS = f"workbook/excel/{xlam.FILE}"


@pytest.mark.parametrize("name", sorted(FILES.keys() - {OF_XLWINGS}))
def test_the_committed_file_is_the_one_that_would_be_built_now(name: str) -> None:
    assert differences(ROOT / name, FILES[name]()) == [], "run python -m kasales_xl.build"


@pytest.mark.parametrize("name", sorted(FILES))
def test_building_twice_gives_equal_bytes(name: str) -> None:
    assert FILES[name]() == FILES[name]()


@pytest.mark.parametrize("name", sorted(name for name in FILES if name.endswith(("x", "xlam"))))
def test_it_is_valid_by_the_open_xml_schema(name: str, tmp_path: Path, schema_errors: Any) -> None:
    """The add-in too, with the wizard's help and the ribbon in it."""
    path = tmp_path / Path(name).name
    path.write_bytes(FILES[name]())
    assert schema_errors(path) == []


def test_the_command_names_what_is_stale_and_writes_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {"docs/policy.md": lambda: b"policy", "docs/findings.md": lambda: b"findings"}
    monkeypatch.setattr(command, "FILES", few)
    assert command.main([str(tmp_path)]) == 0
    assert command.main([str(tmp_path), "--check"]) == 0
    (tmp_path / "docs" / "policy.md").write_text("old", "utf-8")
    (tmp_path / "docs" / "findings.md").unlink()
    capsys.readouterr()
    assert command.main([str(tmp_path), "--check"]) == 1
    told = capsys.readouterr().err
    assert f"{tmp_path / 'docs' / 'policy.md'}: differs" in told
    assert f"{tmp_path / 'docs' / 'findings.md'}: is missing" in told
    assert command.main([str(tmp_path)]) == 0
    assert command.main([str(tmp_path), "--check"]) == 0
