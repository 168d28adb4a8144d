"""What every test may ask for. In CI the made-up examples are the same in every run; at a desk each run tries
new ones.

``host`` tests drive another program, ``slow`` ones take over two seconds or type commands, all others are ``fast``. A file runs
in one worker; what several files need and is dear to make, they share."""

from __future__ import annotations

import atexit
import datetime as dt
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import chromium
import office_site
import pytest
import schema_validator
from hypothesis import settings
from libreoffice import TODAY, Calc, why_not
from needed import needed
from once_a_run import made_once
from sample_organisation import Organisation, make, make_quarters, quarters

from kasales_xl.core.terms import Lang

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# no test reads or leaves anything in the home of whoever runs it
for name in ("KASALES_CACHE", "KASALES_SETTINGS"):
    os.environ[name] = tempfile.mkdtemp(prefix="kasales-test-")
    atexit.register(shutil.rmtree, os.environ[name], ignore_errors=True)

#: How tests are marked that ask for a fixture.
MARKS = {
    "calc": "host",
    "vba": "host",
    "schema_errors": "host",
    "browser": "host",
    "office_folder": "host",
    "office": "host",
    "organisations": "slow",
    "earlier_quarters": "slow",
    "imported": "slow",
}


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """``--approve``; and the options of pyproject.toml, which mean nothing where pytest-xdist is switched off."""
    parser.addoption("--approve", action="store_true", help="approve the pictures that are drawn now")
    if not pluginmanager.hasplugin("xdist"):
        for option in ("--numprocesses", "--dist"):
            parser.addoption(option, help="without pytest-xdist: one process")
        parser.addoption("--no-loadscope-reorder", action="store_true", help="without pytest-xdist: nothing")


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """A test or a file asked for by name needs no workers; None: as many as there are cores."""
    return 0 if all(Path(named.partition("::")[0]).is_file() for named in config.args) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Before pytest picks by mark. Workers get the files first that hold most of what takes long, so that none
    has such a file left when the others are done."""
    long = Counter[Path]()
    for item in items:
        for mark in {MARKS[name] for name in MARKS.keys() & set(getattr(item, "fixturenames", ()))}:
            item.add_marker(mark)
        if any(item.get_closest_marker(mark) for mark in ("host", "slow")):
            long[item.path] += 1
        else:
            item.add_marker("fast")
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: -long[item.path])


@pytest.fixture(scope="session")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calc]:
    """A running LibreOffice Calc."""
    needed(why_not())
    running = Calc(tmp_path_factory.mktemp("calc"), TODAY)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def schema_errors() -> Iterator[Callable[[Path], list[dict[str, Any]]]]:
    """What the Open XML schema forbids in a file."""
    needed(schema_validator.why_not())
    running = schema_validator.Validator()
    yield running.errors
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[chromium.Browser]:
    """A running Chromium."""
    needed(chromium.why_not())
    running = chromium.Browser()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the Office add-in. Nobody writes into it."""
    needed(office_site.why_not())
    return made_once(tmp_path_factory, "office-site", office_site.build_into)


@pytest.fixture(scope="session")
def office(office_folder: Path) -> Iterator[office_site.Session]:
    """The add-in under Node: its scripts, and Python as it runs in a browser."""
    running = office_site.Session(office_folder)
    running.ask("environment", KASALES_TODAY=TODAY)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def organisations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Lang], Organisation]]:
    """The sample organisation in a language, as ``kasales demo`` makes it. Nobody writes into it."""
    made: dict[Lang, Organisation] = {}

    def organisation(lang: Lang) -> Organisation:
        if lang not in made:
            folder = made_once(tmp_path_factory, f"demo-{lang}", lambda there: make(there, lang))
            made[lang] = Organisation(folder, lang)
        return made[lang]

    yield organisation
    assert [lang for lang, one in made.items() if one.touched()] == []


@pytest.fixture(scope="session")
def earlier_quarters(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dt.date, list[Path]]]:
    """The sample organisation's Chinese books of two quarters ago and of the last one, in the order of the
    cast. Nobody writes into them."""
    folder = made_once(tmp_path_factory, "quarters", lambda there: make_quarters(there, "zh", 2))
    return quarters(folder)
