"""The Excel add-in as a file: what Excel will load is what was generated, within Excel's limits."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from xml.etree import ElementTree

import pytest
from paths import ROOT, TESTS

from kasales_xl.build.excel import xlam, xlwings_vba
from kasales_xl.build.zipped import differing_parts
from kasales_xl.functions import FUNCTIONS, HELP_LIMIT, SIGNATURE_LIMIT
from kasales_xl.hosts.excel.vba import EVENTS, KEPT, WRAPPERS, ascii_help, kept_source, wrapper, wrappers
from kasales_xl.text.ribbon import LABELS

_LINE, _CONTINUED = 1023, 24
_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_RIBBON = "{http://schemas.microsoft.com/office/2009/07/customui}"
#: What VBA does not let an argument or a variable be called.
RESERVED = (TESTS / "data" / "vba_reserved_words.txt").read_text().split()


@pytest.fixture(scope="module")
def addin() -> bytes:
    return xlam.build()


@pytest.fixture(scope="module")
def parts(addin: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(addin)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sources(addin: bytes) -> dict[str, str]:
    """Every module as an independent reader sees it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from oletools.olevba import VBA_Parser
    parser = VBA_Parser(xlam.FILE, data=addin)
    found = {stream.rpartition("/")[2]: code for _, stream, _, code in parser.extract_macros()}
    parser.close()
    return {name: code.replace("\r\n", "\n") for name, code in found.items()}


def test_built_twice_it_is_the_same_bytes(addin: bytes) -> None:
    assert xlam.build() == addin
    assert differing_parts(addin, xlam.build()) == []
    assert differing_parts(addin, xlam.build(xlwings_vba.shipped() + "' newer\n")) == ["xl/vbaProject.bin"]


def test_an_independent_reader_finds_exactly_the_generated_modules(sources: dict[str, str]) -> None:
    modules = {module.name: module for module in xlam.modules(xlwings_vba.shipped())}
    assert set(sources) == set(modules)
    for name, module in modules.items():
        assert sources[name].rstrip() == module.text.replace("\r\n", "\n").rstrip()


def test_every_function_has_one_wrapper_with_all_its_arguments(sources: dict[str, str]) -> None:
    code = sources[WRAPPERS].replace(" _\n", " ")
    declared = re.findall(r"^Public Function (KA_\w+)\((.*)\) As Variant$", code, re.MULTILINE)
    assert [name for name, _ in declared] == list(FUNCTIONS)
    for name, parameters in declared:
        named = re.findall(r"Optional ByVal (\w+) As Variant", parameters)
        assert named == [argument.name for argument in FUNCTIONS[name].arguments]
        assert f'KaCall("{name}", Array({", ".join(named)}), ' in code


def test_people_are_offered_no_function_but_ours(sources: dict[str, str]) -> None:
    offered: list[str] = []
    for code in sources.values():
        if code.startswith("Attribute VB_Name") and "VB_Base" not in code and "VB_Exposed" not in code:
            private = "\nOption Private Module\n" in code
            found = re.findall(r"^(?:Public )?Function (\w+)", code, re.MULTILINE)
            offered += [] if private else found
    assert offered == list(FUNCTIONS)


def test_the_class_module_has_the_attributes_that_excel_gives_it(sources: dict[str, str]) -> None:
    """Without them some versions call the project damaged."""
    lines = sources[EVENTS].splitlines()[:8]
    assert lines == [
        'Attribute VB_Name = "KaEvents"',
        'Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"',
        *(
            f"Attribute {name} = False"
            for name in (
                "VB_GlobalNameSpace",
                "VB_Creatable",
                "VB_PredeclaredId",
                "VB_Exposed",
                "VB_TemplateDerived",
                "VB_Customizable",
            )
        ),
    ]


def test_the_vba_is_small(sources: dict[str, str]) -> None:
    """What can be decided in Python is: our own VBA, wrappers and xlwings' module apart, fits on a few pages."""
    kept = sum(len(kept_source(name).splitlines()) for name in KEPT)
    assert kept < 850
    for name in KEPT:
        assert len(kept_source(name).splitlines()) <= 250


def test_only_the_form_without_a_book_is_volatile() -> None:
    for function in FUNCTIONS.values():
        code = wrapper(function)
        if function.takes_book:
            assert "alone = KaAlone(book)\n    Application.Volatile alone\n" in code
        elif function.asks_workbook:
            assert (
                f"alone = KaLeftOut({function.arguments[0].name})\n    Application.Volatile alone\n" in code
            )
        else:
            assert "Volatile" not in code


def test_errors_become_real_errors(sources: dict[str, str]) -> None:
    for text, name in (("#N/A", "xlErrNA"), ("#VALUE!", "xlErrValue"), ("#REF!", "xlErrRef")):
        assert f'Case "{text}": KaError = CVErr({name})' in sources["KaRuntime"]
    assert "Err.Description" not in sources[WRAPPERS]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_help_fits_the_function_wizard(name: str) -> None:
    function = FUNCTIONS[name]
    assert 0 < len(ascii_help(function)) <= HELP_LIMIT
    assert len(name + "".join(argument.name for argument in function.arguments)) <= SIGNATURE_LIMIT
    for argument in function.arguments:
        assert 0 < len(xlam.argument_help(argument)) <= HELP_LIMIT
        assert argument.name.isidentifier()
        assert argument.name.lower() not in RESERVED


def test_the_wizard_shows_help_for_each_function_and_argument(
    parts: dict[str, bytes], sources: dict[str, str]
) -> None:
    workbook = ElementTree.fromstring(parts["xl/workbook.xml"])
    helps = {
        named.get("name"): [text.text for text in named.iter(f"{_X14}argumentDescription")]
        for named in workbook.iter(f"{_X14}definedName")
    }
    for name, function in FUNCTIONS.items():
        assert helps.get(name, []) == [xlam.argument_help(a) for a in function.arguments]
        described = ascii_help(function).replace('"', '""')
        assert f'Attribute {name}.VB_Description = "{described}"\n' in sources[WRAPPERS]
        assert f'Attribute {name}.VB_ProcData.VB_Invoke_Func = " \\n20"\n' in sources[WRAPPERS]
    group = next(tag for tag in workbook.iter() if tag.tag.endswith("functionGroup"))
    assert group.get("name") == "KA Sales"


def test_vba_takes_every_line(sources: dict[str, str]) -> None:
    for name, code in sources.items():
        assert code.isascii()
        continued = 0
        for line in code.split("\n"):
            assert len(line) < _LINE, name
            continued = continued + 1 if line.endswith(" _") else 0
            assert continued <= _CONTINUED, name


@pytest.mark.parametrize("name", KEPT)
def test_blocks_are_closed_and_names_declared(name: str) -> None:
    code = kept_source(name)
    assert code.startswith("Option Explicit\n")
    for word in ("Sub", "Function"):
        opened = re.findall(rf"^(?:Public |Private )?{word} \w+\(", code, re.MULTILINE)
        assert len(opened) == code.count(f"\nEnd {word}\n")
    lines = [line.strip() for line in code.replace(" _\n", " ").splitlines()]
    blocks = sum(line.startswith(("If ", "#If ")) and line.endswith("Then") for line in lines)
    assert blocks == sum(line in ("End If", "#End If") for line in lines)
    for opening, closing in (
        ("For ", "Next"),
        ("Select Case ", "End Select"),
        ("With ", "End With"),
        ("Do", "Loop"),
    ):
        assert sum(line.startswith(opening) for line in lines) == sum(
            line.startswith(closing) for line in lines
        )
    targets = set(re.findall(r"(?:GoTo|Resume) (?!Next\b|0\b)(\w+)", code))
    assert targets == set(re.findall(r"^(\w+):$", code, re.MULTILINE))


def test_excel_opens_it_as_an_add_in_with_a_ribbon(parts: dict[str, bytes]) -> None:
    types = parts["[Content_Types].xml"].decode()
    assert (
        'PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.addin.macroEnabled.main+xml"'
        in types
    )
    assert 'ContentType="application/vnd.ms-office.vbaProject"' in types
    assert 'Target="customUI/customUI14.xml"' in parts["_rels/.rels"].decode()
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)


def test_each_button_has_a_label_a_tip_and_an_answer(parts: dict[str, bytes]) -> None:
    ribbon = ElementTree.fromstring(parts["customUI/customUI14.xml"])
    code = kept_source("KaRibbon")
    buttons = [tag.get("id") for tag in ribbon.iter(f"{_RIBBON}button")]
    assert buttons == ["kaCheck", "kaRefresh", "kaScorecard", "kaFreeze", "kaHelp"]
    for button in buttons:
        assert {f"label-{button}", f"tip-{button}"} <= LABELS.keys()
        assert f'"{button}"' in code
    for tag in ribbon.iter():
        if tag.get("getLabel"):
            assert f"label-{tag.get('id')}" in LABELS
            assert tag.get("getLabel") == "KaRibbon.KaLabel"


def test_every_text_the_vba_asks_for_is_in_the_add_in() -> None:
    asked = {key for name in KEPT for key in re.findall(r'KaSay\("([^"]+)"\)', kept_source(name))}
    assert asked
    assert asked <= LABELS.keys()


def test_what_vba_calls_in_python_is_there() -> None:
    pytest.importorskip("xlwings")
    actions = set(re.findall(r'KaRun\("(\w+)"\)', kept_source("KaRibbon")))
    from kasales_xl.hosts.excel import binding, com, ribbon, server

    assert actions == {"check", "scorecard", "freeze"}
    assert all(callable(getattr(ribbon, action)) for action in actions)
    assert f'"{com.__name__}"' in kept_source("KaPython")
    assert f'"{server.__name__}"' in kept_source("KaPython")
    assert f'"{binding.__name__}"' in kept_source("KaBinding")
    assert callable(binding.plan)
    assert f'"{ribbon.__name__}"' in kept_source("KaRibbon")
    assert all(callable(getattr(com, name)) for name in FUNCTIONS)


def test_xlwings_module_keeps_its_licence_and_reads_only_our_settings() -> None:
    code = xlwings_vba.ours(xlwings_vba.shipped())
    assert "BSD 3-clause" in code
    assert code.startswith("Option Private Module\n")
    assert 'PROJECT_NAME As String = "kasales"' in code
    assert "ActiveWorkbook" not in code
    loader = code[code.index("Private Sub XLPyLoadDLL()") :]
    assert loader.index("LoadLibrary(pinned") < loader.index("INTERPRETER_WIN")


def test_an_xlwings_that_is_not_understood_is_refused() -> None:
    for line in ('PROJECT_NAME As String = "xlwings"', "Private Sub XLPyLoadDLL()"):
        with pytest.raises(xlwings_vba.UnknownXlwings):
            xlam.build(xlwings_vba.shipped().replace(line, "' gone"))
    with pytest.raises(xlwings_vba.UnknownXlwings):
        xlwings_vba.version("' no version")


def test_wrappers_of_no_functions_are_no_functions() -> None:
    assert "Function" not in wrappers([])


COMMITTED = ROOT / "workbook" / "excel" / xlam.FILE


def test_the_committed_add_in_is_what_would_be_built_now(addin: bytes) -> None:
    committed = COMMITTED.read_bytes()
    version = re.search(rb"xlwings64-([\d.]+)\.dll", _xlwings_module(committed))
    assert version is not None
    if version[1].decode() != xlwings_vba.version(xlwings_vba.shipped()):
        pytest.skip("built with another version of xlwings")
    assert differing_parts(committed, addin) == []


def _xlwings_module(addin: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from oletools.olevba import VBA_Parser
    modules = VBA_Parser(xlam.FILE, data=addin).extract_macros()
    return next(code for _, stream, _, code in modules if stream.endswith("/xlwings")).encode()
