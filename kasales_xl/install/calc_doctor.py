"""Why the functions don't work in LibreOffice, found from outside: the program, its Python, the extension."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from kasales_xl.install.calc import NOTE, added_version
from kasales_xl.install.calc_desk import CalcDesk
from kasales_xl.install.doctor import Check, State
from kasales_xl.version import __version__

OLDEST = (25, 2)
_VERSION = "import sys, uno; print('%d.%d' % sys.version_info[:2])"
#: As the extension itself looks for the package.
_IMPORT = "import sys; sys.path += sys.argv[1:]; from kasales_xl.hosts.calc import addin; print('fine')"


def examine_calc(desk: CalcDesk) -> list[Check]:
    """Everything that was looked at, in the order in which problems are best solved."""
    return [*_program(desk), *_python(desk), *_package(desk), *_extension(desk)]


def _program(desk: CalcDesk) -> Iterator[Check]:
    if desk.soffice is None:
        yield _wrong("no-libreoffice")
        return
    said = desk.run([desk.soffice, "--version"]).said.split()
    stated = next((word for word in said if word[:1].isdigit()), "")
    numbers = tuple(int(part) for part in stated.split(".")[:2] if part.isdigit())
    yield (
        _well("libreoffice", version=stated)
        if numbers >= OLDEST
        else _wrong("libreoffice-old", version=stated or "?")
    )


def _python(desk: CalcDesk) -> Iterator[Check]:
    ours = "{}.{}".format(*sys.version_info[:2])
    if desk.python is None:
        yield Check(State.NOTE, "calc-python-unknown")
        return
    done = desk.run([desk.python, "-c", _VERSION])
    theirs = done.said.splitlines()[-1] if done.said else ""
    if done.code:
        yield _wrong("calc-no-bridge", path=desk.python)
    elif theirs != ours:
        yield _wrong("calc-python", theirs=theirs, ours=ours, path=desk.python)
    else:
        yield _well("calc-python-fits", version=theirs)


def _package(desk: CalcDesk) -> Iterator[Check]:
    note = desk.folder / NOTE
    if not note.exists():
        yield _wrong("calc-no-note", path=note)
        return
    paths = note.read_text("utf-8").split("\n")
    if desk.python is None:
        return
    done = desk.run([desk.python, "-c", _IMPORT, *filter(None, paths)])
    if done.code:
        yield _wrong("calc-no-package", why=(done.said.splitlines() or [""])[-1])
    else:
        yield _well("calc-package")


def _extension(desk: CalcDesk) -> Iterator[Check]:
    if desk.unopkg is None or desk.root:
        yield Check(State.NOTE, "calc-root" if desk.root else "calc-unopkg")
        return
    version = added_version(desk)
    if not version:
        yield _wrong("calc-not-added")
    elif version != __version__:
        yield _wrong("calc-other-version", version=version, ours=__version__)
    else:
        yield _well("calc-extension", version=version)


def _well(code: str, **fields: object) -> Check:
    return Check(State.WELL, code, fields)


def _wrong(code: str, **fields: object) -> Check:
    return Check(State.WRONG, code, fields)
