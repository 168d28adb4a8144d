"""xlwings Lite: the generated project answers as the core does, in Pyodide, from the wheel that Lite installs.

Lite's own pane is not here: its decorators are stood in for, cells are spelled as its code spells them."""

from __future__ import annotations

import base64
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import office_site
import pytest
from books_of import ON
from function_books import handle_of
from function_cases import WITH_BOOK, WITHOUT_BOOK, case_tables
from libreoffice import TODAY
from own_wheel import own_wheel
from proven import proven

from kasales_xl.build.lite.project import main_py, requirements
from kasales_xl.functions import FUNCTIONS, CellError, call
from kasales_xl.hosts.excel.dialects import to_com
from kasales_xl.hosts.lite.answering import from_lite
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.version import __version__

TABLES = case_tables()
#: Lite's decorators, as far as a module needs them to be loaded.
DECORATORS = """
def func(function): return function
def arg(name, **options):
    def kept(function):
        function.__dict__.setdefault("arguments", {})[name] = options
        return function
    return kept
"""
BOOK = [TABLES.get(key) for key in [*LAYOUT, "policy"]]


def cases(handle: str) -> list[tuple[str, tuple[Any, ...]]]:
    return [
        ("KA_BOOK", tuple(BOOK)),
        *((name, (handle, *args)) for name, every in WITH_BOOK.items() for args in every),
        *((name, args) for name, every in WITHOUT_BOOK.items() for args in every),
        ("KA_TIER", (handle, "没有这家")),
        ("KA_TIER", ("KA#0123456789abcdef", "客户001")),
        ("KA_LEVEL", ()),
    ]


def spelled(args: tuple[Any, ...]) -> list[Any]:
    """As Lite hands arguments over: rows of cells, dates as numbers, blanks as None."""
    return [None if arg is None else [[_plain(cell) for cell in row] for row in _rows(arg)] for arg in args]


def _rows(arg: Any) -> Any:
    return arg if isinstance(arg, list) else [[arg]]


def _plain(cell: Any) -> Any:
    return cell.toordinal() - 693594 if hasattr(cell, "toordinal") else (None if cell == "" else cell)


def expected(name: str, args: tuple[Any, ...]) -> list[list[Any]]:
    return to_com(call(name, args, on=ON, lang="zh"))


@pytest.fixture(scope="module")
def project() -> ModuleType:
    """main.py, loaded here."""
    module = ModuleType("main")
    code = main_py().replace("from xlwings import arg, func\n", DECORATORS)
    exec(compile(code, "main.py", "exec"), module.__dict__)  # noqa: S102 our own generated module
    return module


@pytest.fixture(scope="module")
def handle() -> str:
    return handle_of(TABLES)


def test_lite_gets_every_function_with_its_arguments_and_help(project: ModuleType) -> None:
    for name, function in FUNCTIONS.items():
        written = getattr(project, name.lower())
        assert list(inspect.signature(written).parameters) == [a.name for a in function.arguments]
        assert function.help.zh in written.__doc__
        assert function.help.en in written.__doc__
        for argument in function.arguments:
            options = written.arguments[argument.name]
            assert (options["ndim"], options["err_to_str"]) == (2, True)
            assert argument.help.zh in options["doc"]


def test_lite_installs_this_version_and_nothing_that_pyodide_lacks() -> None:
    assert requirements().split() == ["xlwings", f"kasales_xl=={__version__}"]


def test_the_project_answers_as_the_core(
    project: ModuleType, handle: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KASALES_TODAY", TODAY)
    monkeypatch.setenv("KASALES_LANG", "zh")
    for name, args in cases(handle):
        assert getattr(project, name.lower())(*spelled(args)) == expected(name, args), (name, args)


@pytest.mark.parametrize(
    ("value", "shape", "meant"),
    [
        (None, "text", None),
        ([[0]], "text", None),
        ([[0]], "number", 0),
        ([[""]], "any", None),
        ([["#N/A"]], "text", CellError.NA),
        ([["#DIV/0!"]], "number", CellError.VALUE),
        ([["强", ""], ["#REF!", 0]], "text", [["强", None], [CellError.REF, 0]]),
        ("强", "text", "强"),
        ([[0]], "table", None),
    ],
)
def test_a_cell_in_lites_spelling_is_understood(value: Any, shape: Any, meant: Any) -> None:
    assert from_lite(value, shape) == meant


@pytest.fixture(scope="module")
def pyodide(office_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[office_site.Session]:
    """Python in Node with our wheel, pydantic and the generated main.py, and nothing of the Office add-in's."""
    running = office_site.Session(office_folder)
    wheel = base64.b64encode(own_wheel(tmp_path_factory).read_bytes()).decode()
    main = base64.b64encode(main_py().encode()).decode()
    running.ask("environment", KASALES_TODAY=TODAY, KASALES_LANG="zh")
    running.ask(
        "python",
        code=f"""
import base64, io, sys, types, zipfile
for name in [name for name in sys.modules if name.partition(".")[0] == "kasales_xl"]:
    del sys.modules[name]
zipfile.ZipFile(io.BytesIO(base64.b64decode("{wheel}"))).extractall("/wheel")
sys.path.insert(0, "/wheel")
xlwings = sys.modules["xlwings"] = types.ModuleType("xlwings")
exec({DECORATORS!r}, xlwings.__dict__)
main = types.ModuleType("main")
exec(base64.b64decode("{main}").decode(), main.__dict__)
None
""",
    )
    yield running
    running.stop()


def test_in_pyodide_it_answers_as_here(pyodide: office_site.Session, handle: str) -> None:
    every = cases(handle)
    asked = base64.b64encode(json.dumps([[n.lower(), spelled(a)] for n, a in every]).encode()).decode()
    said = pyodide.ask(
        "python",
        code=f"""
import json
calls = json.loads(base64.b64decode("{asked}"))
json.dumps([getattr(main, name)(*args) for name, args in calls])
""",
    )
    answers = json.loads(said)
    assert len(answers) == len(every) > 80
    for (name, args), answer in zip(every, answers, strict=True):
        assert answer == expected(name, args), (name, args)
    where = pyodide.ask("python", code="import kasales_xl; kasales_xl.__file__")
    assert where.startswith("/wheel/"), "from the wheel, not from the Office add-in's archive"
    proven("lite", [name for name, _ in every])
