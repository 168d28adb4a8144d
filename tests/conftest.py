"""What every test may ask for. In CI the made-up examples are the same in every run; at a desk each run tries
new ones.

``host`` tests drive another program, ``slow`` ones take over two seconds, all others are ``fast``. What
is dear to start or make is there once a worker, and all who ask for it run in that worker."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import schema_validator
from hypothesis import settings
from libreoffice import TODAY, Calc, why_not
from needed import needed
from sample_organisation import Organisation, made_by_the_command

from kasales_xl.core.terms import Lang
from kasales_xl.demo import make_demo_history

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

#: What is made once, by the fixture that makes it: the group of tests that share it, and how they are marked.
SHARED = {
    "calc": ("calc", "host"),
    "vba": ("vba", "host"),
    "schema_errors": ("validator", "host"),
    "server": ("postgresql", "host"),
    "organisations": ("demo", "slow"),
    "earlier_quarters": ("demo", "slow"),
    "imported": ("crm", "slow"),
}


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """The options of pyproject.toml mean nothing where pytest-xdist is switched off."""
    if not pluginmanager.hasplugin("xdist"):
        parser.addoption("--numprocesses", help="without pytest-xdist: one process")
        parser.addoption("--dist", help="without pytest-xdist: one process")


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """A test or a file asked for by name needs no workers; None: as many as there are cores."""
    return 0 if all(Path(named.partition("::")[0]).is_file() for named in config.args) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before xdist writes the groups into the names and pytest picks by mark."""
    for item in items:
        for fixture in SHARED.keys() & set(getattr(item, "fixturenames", ())):
            group, mark = SHARED[fixture]
            item.add_marker(pytest.mark.xdist_group(group))
            item.add_marker(mark)
        if not any(item.get_closest_marker(mark) for mark in ("host", "slow")):
            item.add_marker("fast")


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
def organisations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Lang], Organisation]]:
    """The sample organisation in a language, as ``kasales demo`` makes it. Nobody writes into it."""
    made: dict[Lang, Organisation] = {}

    def organisation(lang: Lang) -> Organisation:
        if lang not in made:
            made[lang] = made_by_the_command(tmp_path_factory.mktemp(f"demo-{lang}"), lang)
        return made[lang]

    yield organisation
    assert [lang for lang, one in made.items() if one.touched()] == []


@pytest.fixture(scope="session")
def earlier_quarters(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dt.date, list[Path]]]:
    """The sample organisation's Chinese books of two quarters ago and of the last one. Nobody writes into them."""
    return make_demo_history(tmp_path_factory.mktemp("quarters"), dt.date.fromisoformat(TODAY), quarters=2)
