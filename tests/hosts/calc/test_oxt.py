"""The LibreOffice extension holds what the list of functions says, and nothing else."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kasales_xl.build.calc import oxt
from kasales_xl.functions import FUNCTIONS
from kasales_xl.version import __version__

OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(oxt.build())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_it_is_the_same_bytes_every_time() -> None:
    assert oxt.build() == oxt.build()


def test_every_function_and_argument_is_declared_to_calc(parts: dict[str, str]) -> None:
    declared = dict(re.findall(r"any (ka\w+)\((.*)\);", parts["kasales.idl"]))
    assert set(declared) == {oxt.method(f) for f in FUNCTIONS.values()}
    for function in FUNCTIONS.values():
        arguments = declared[oxt.method(function)].split(", ") if declared[oxt.method(function)] else []
        hidden = oxt.wants_document(function)
        assert len(arguments) == len(function.arguments) + hidden
        names = [argument.split()[-1] for argument in arguments]
        assert len(names) == len(set(names))
        assert all(name.isalnum() and name[0].islower() for name in names)


def test_wizard_texts_and_the_plain_name_stand_in_both_languages(parts: dict[str, str]) -> None:
    root = ElementTree.fromstring(parts["CalcAddIns.xcu"])
    nodes = {node.get(f"{OOR}name"): node for node in root.iter("node")}
    for function in FUNCTIONS.values():
        node = nodes[oxt.method(function)]
        texts = {
            (prop.get(f"{OOR}name"), value.get(LANG)): value.text
            for prop in node.findall("prop")
            for value in prop.findall("value")
        }
        assert texts["CompatibilityName", "en-US"] == function.name
        assert texts["DisplayName", "zh-CN"] == texts["DisplayName", "en-US"] == function.name
        assert texts["Description", "zh-CN"] == function.help.zh
        assert texts["Description", "en-US"] == function.help.en
        shown = node.find("node")
        assert shown is not None
        assert len(shown) == len(function.arguments)
        for argument, described in zip(function.arguments, shown, strict=True):
            found = {value.text for value in described.iter("value")}
            assert {argument.help.zh, argument.help.en, argument.name} == found


def test_its_code_is_a_shim_over_the_installed_package(parts: dict[str, str]) -> None:
    program = ast.parse(parts["kasales_calc.py"])
    imported = {node.module for node in ast.walk(program) if isinstance(node, ast.ImportFrom)}
    assert "kasales_xl.hosts.calc" in imported
    assert len(parts["kasales_calc.py"].splitlines()) < 130


def test_a_python_without_the_package_answers_a_real_error_and_only_the_version_says_why(
    parts: dict[str, str], tmp_path: Path
) -> None:
    """The bridge's modules are stood in for: only what the shim does without the package is looked at."""
    stand_in = """
import sys, types
class Anything(types.ModuleType):
    def __getattr__(self, name): return type(name, (), {"__init__": lambda self, *a: self.__dict__.update(Language=a[0] if a else "")})
for name in ("unohelper", "com", "com.sun", "com.sun.star", "com.sun.star.lang", "kasales", "kasales.calc"):
    sys.modules[name] = Anything(name)
sys.modules["unohelper"].ImplementationHelper = lambda: types.SimpleNamespace(addImplementation=lambda *a: None)
sys.modules["kasales_xl"] = None
exec(open(sys.argv[1], encoding="utf-8").read())
print(Functions(None).kaVersion())
print(struct.unpack("<Q", struct.pack("<d", Functions(None).kaLevel(None, None, None)))[0] & 0xFFFF)
print(struct.unpack("<Q", struct.pack("<d", Functions(None).kaScore(None, None, None)))[0] & 0xFFFF)
"""
    shim = tmp_path / "shim.py"
    shim.write_text(parts["kasales_calc.py"], "utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", stand_in, str(shim)],
        capture_output=True, text=True, encoding="utf-8", check=True, env={"XDG_CONFIG_HOME": str(tmp_path)},
    )  # fmt: skip
    version, level, score = done.stdout.splitlines()
    assert "kasales addin install --libreoffice" in version
    assert "kasales_xl" in version
    assert f"Python {sys.version_info[0]}.{sys.version_info[1]}" in version
    assert (level, score) == ("32767", "32767"), "#N/A, which no number column takes for a text"


def test_its_description_names_version_and_both_languages(parts: dict[str, str]) -> None:
    assert f'<version value="{__version__}"/>' in parts["description.xml"]
    assert "大客户销售函数" in parts["description.xml"]
    manifest = parts["META-INF/manifest.xml"]
    assert all(
        f'full-path="{name}"' in manifest for name in parts if "/" not in name and name != "description.xml"
    )
