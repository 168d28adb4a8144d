"""The Office add-in's site: what is in it, and that Microsoft's own tools read it."""

from __future__ import annotations

import json
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import office_site
import pytest
from command_line import kasales
from needed import needed

from kasales_xl.build.office.icons import SIZES, icon
from kasales_xl.build.office.manifest import OddUrl, manifest
from kasales_xl.build.office.pinned import EVERY, office_file
from kasales_xl.build.office.site import own_files
from kasales_xl.build.office.sources import command, missing
from kasales_xl.functions import FUNCTIONS, HELP_LIMIT
from kasales_xl.functions.spelling import NAMESPACE
from kasales_xl.hosts.officejs.metadata import metadata
from kasales_xl.version import __version__

URL = "https://addin.example.com/kasales"
OFFICE = "{http://schemas.microsoft.com/office/appforoffice/1.1}"


def test_every_worksheet_function_is_declared_once_in_both_languages() -> None:
    for lang in ("zh", "en"):
        declared = metadata(lang)["functions"]
        assert [function["id"] for function in declared] == list(FUNCTIONS)
        for function in declared:
            texts = [function, *function["parameters"]]
            assert all(0 < len(text["description"]) <= HELP_LIMIT for text in texts), function["id"]
    assert metadata("zh") != metadata("en")


def test_functions_json_is_of_the_shape_that_microsoft_s_generator_writes(tmp_path: Path) -> None:
    needed(office_site.no_tools("custom-functions-metadata"))
    script = tmp_path / "functions.js"
    script.write_text(
        "/**\n * Says it.\n * @customfunction KA_X KA_X\n * @param {any[][]} [first] One.\n"
        " * @requiresAddress\n * @param {CustomFunctions.Invocation} invocation\n * @returns {any[][]} It.\n */\n"
        "function x(first, invocation) { return first; }\n"
    )
    theirs = json.loads(office_site.tool("custom-functions-metadata", "generate", str(script)))["functions"][
        0
    ]
    ours = next(f for f in metadata("en")["functions"] if f["id"] == "KA_PROGRESS")
    assert ours.keys() == theirs.keys()
    assert ours["options"] == theirs["options"]
    assert ours["result"] == theirs["result"]
    [theirs_parameter], [ours_parameter] = theirs["parameters"], ours["parameters"]
    words = {"name", "description"}
    assert {k: v for k, v in ours_parameter.items() if k not in words} == {
        k: v for k, v in theirs_parameter.items() if k not in words
    }


def test_microsoft_s_reader_reads_the_manifest(tmp_path: Path) -> None:
    needed(office_site.no_tools("office-addin-manifest"))
    path = tmp_path / "manifest.xml"
    path.write_text(manifest(URL), "utf-8")
    said = office_site.tool("office-addin-manifest", "info", str(path))
    assert f"Version: {__version__}.0" in said
    assert "Name: 大客户销售" in said
    assert f"Source Location: {URL}/pane.html" in said


def test_the_manifest_names_nothing_but_its_own_site() -> None:
    text = manifest(URL)
    addresses = set(re.findall(r'"(https?://[^"]+)"', text)) - set(
        re.findall(r'xmlns(?::\w+)?="([^"]+)"', text)
    )
    assert addresses
    assert all(address.startswith(f"{URL}/") for address in addresses)


def test_whatever_the_manifest_refers_to_is_there() -> None:
    text = manifest(URL)
    tree = ET.fromstring(text)
    defined = {
        e.get("id") for e in tree.iter() if e.tag.startswith("{http://schemas.microsoft.com/office/officeapp")
    }
    asked = {e.get("resid") for e in tree.iter() if e.get("resid")}
    assert asked
    assert asked <= defined
    files = own_files()
    for address in re.findall(rf'"{URL}/([^"]+)"', text):
        assert address in files, address


def test_words_of_the_manifest_fit_where_office_shows_them() -> None:
    tree = ET.fromstring(manifest(URL))
    for element in tree.iter():
        for shown in (element.get("DefaultValue") or "", element.get("Value") or ""):
            if element.tag.endswith("String") or element.tag in (
                f"{OFFICE}DisplayName",
                f"{OFFICE}Description",
            ):
                assert len(shown) <= 125 or "tip" in (element.get("id") or "").lower()
                assert len(shown) <= 250


def test_the_same_address_keeps_the_add_in_and_another_is_another() -> None:
    def id_of(url: str) -> str | None:
        return ET.fromstring(manifest(url)).findtext(f"{OFFICE}Id")

    assert id_of(URL) == id_of(f"{URL}/")
    assert id_of(URL) != id_of("https://addin.example.com/trial")


@pytest.mark.parametrize(
    "url", ["http://addin.example.com", "addin.example.com", 'https://x/"><a', "https://x y"]
)
def test_other_addresses_than_https_are_refused(url: str) -> None:
    with pytest.raises(OddUrl):
        manifest(url)


def test_the_browser_gets_the_function_path_and_nothing_else() -> None:
    import io
    import zipfile

    names = zipfile.ZipFile(io.BytesIO(own_files()["python/kasales_core.zip"])).namelist()
    rooms = {name.split("/")[1] for name in names}
    assert rooms == {
        "__init__.py", "book", "core", "functions", "hosts", "layout", "pages", "reading", "text", "version.py",
    }  # fmt: skip
    assert all(name.endswith(".py") for name in names)


def test_no_page_or_script_of_ours_names_another_site() -> None:
    for name, content in own_files().items():
        if name.endswith((".js", ".html", ".css")) and name != "map.js":
            assert re.findall(rb"https?://", content) == [], name


def test_namespace_is_what_people_type() -> None:
    assert NAMESPACE == "KASALES"
    assert f"={NAMESPACE}.KA_VERSION()" in manifest(URL)


class TestParts:
    """What comes from others is pinned, and is fetched only when somebody asks."""

    def test_without_parts_the_command_says_what_is_missing_and_what_to_do(self, tmp_path: Path) -> None:
        done = kasales("addin", "build", "--office", "-o", str(tmp_path / "site"), "--pyodide", str(tmp_path))
        assert done.returncode == 2
        assert "pydantic_core-" in done.stderr
        assert "--download" in done.stderr
        assert not (tmp_path / "site").exists()

    def test_a_part_with_other_bytes_does_not_count(self, tmp_path: Path) -> None:
        (tmp_path / EVERY[0].file).write_bytes(b"something else")
        assert EVERY[0] in missing(tmp_path)

    def test_parts_are_fetched_by_the_registries_own_clients_in_their_pinned_version(
        self, tmp_path: Path
    ) -> None:
        for archive in EVERY:
            words = command(archive, tmp_path)
            pinned = {"npm": f"{archive.name}@{archive.version}", "pip": f"{archive.name}=={archive.version}"}
            assert pinned[archive.client] in words
            assert re.fullmatch("[0-9a-f]{64}", archive.sha256)

    def test_of_office_s_library_only_what_excel_loads_is_taken(self) -> None:
        assert office_file("dist/office.js") == "office.js"
        assert office_file("dist/excel-web-16.00.js") == "excel-web-16.00.js"
        assert office_file("dist/zh-cn/office_strings.js") == "zh-cn/office_strings.js"
        for other in ("dist/word-web-16.00.js", "dist/office.debug.js", "dist/zh-cn/outlook_strings.js"):
            assert office_file(other) == ""


def test_the_command_writes_a_site_with_every_file_it_needs(office_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = kasales(
        "addin", "build", "--office", "-o", str(out), "--pyodide", office_site.parts(), "--host-url", URL
    )
    assert done.returncode == 0, done.stderr
    assert URL in done.stdout
    for name in (
        "manifest.xml",
        "python/pyodide.asm.wasm",
        "office/office.js",
        "functions.zh.json",
        "web.config",
    ):
        assert (out / name).is_file(), name
    packages = json.loads((out / "python" / "packages.json").read_text())
    assert all((out / "python" / name).is_file() for name in packages["archives"])
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (out / "python" / "pydantic-1.0.zip").write_bytes(b"of an older version")
    again = kasales(
        "addin", "build", "--office", "-o", str(out), "--pyodide", office_site.parts(), "--host-url", URL
    )
    assert again.returncode == 0
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_an_icon_is_a_png_of_its_size() -> None:
    for side in SIZES:
        picture = icon(side)
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        assert int.from_bytes(picture[16:20], "big") == int.from_bytes(picture[20:24], "big") == side


def test_check_is_for_the_committed_files_alone(tmp_path: Path) -> None:
    done = kasales("addin", "build", "--office", "--check", "-o", str(tmp_path / "site"))
    assert done.returncode == 2
    assert "--check" in done.stderr


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    done = kasales("addin", "build", "--office", "-o", str(tmp_path))
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_scripts_parse(tmp_path: Path) -> None:
    node = office_site.node()
    needed("" if node else "Node is not installed")
    for name, content in own_files().items():
        if name.endswith(".js"):
            path = tmp_path / f"{name[:-3]}.mjs"
            path.write_bytes(content)
            done = subprocess.run([node, "--check", str(path)], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
