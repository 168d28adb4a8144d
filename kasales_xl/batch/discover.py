"""Which files a run is about: files, folders and globs, in a stable order; odd neighbours included,
so that nothing is passed over in silence."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.files.backup import is_backup

#: What a folder is searched for: books, and the formats that people send instead of one.
BOOKS = frozenset({".xlsx", ".xlsm"})
INSTEAD = frozenset({".xls", ".xlsb", ".et", ".ett", ".numbers", ".ods", ".csv"})
#: Files that this program writes beside books, never meant as input; its backups neither.
OWN = frozenset({"findings.csv", "import_findings.csv", "cards.json"})


@dataclass(frozen=True, slots=True)
class Source:
    """``name`` is how findings name the file: its path below the folder that was given."""

    path: Path
    name: str


class NothingToRead(Exception):
    """A path that was given does not exist, or holds no file that could be a book."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def discover(paths: Iterable[str | os.PathLike[str]], out: Path | None = None) -> tuple[Source, ...]:
    """Every candidate once, sorted by name. Files below ``out`` are ours and left alone; links that
    lead out of a folder are not followed. Raises NothingToRead for a path without any."""
    sources: dict[Path, Source] = {}
    given = [os.fspath(path) for path in paths]
    for path in given:
        candidates = list(_expand(path, many=len(given) > 1))
        if not candidates:
            raise NothingToRead(path)
        for source in candidates:
            real = source.path.resolve()
            if out is None or not real.is_relative_to(out.resolve()):
                sources.setdefault(real, source)
    return tuple(sorted(sources.values(), key=lambda source: source.name))


def _expand(path: str, many: bool) -> Iterator[Source]:
    place = Path(path)
    if place.is_dir():
        yield from _walk(place, f"{place.name}/" if many and place.name else "")
    elif place.exists():
        yield Source(place, place.name)
    else:
        for match in sorted(glob.glob(path, recursive=True)):
            inside = Path(match)
            yield from _walk(inside, f"{inside.name}/") if inside.is_dir() else (Source(inside, inside.name),)


def _walk(folder: Path, prefix: str) -> Iterator[Source]:
    root = folder.resolve()
    for directory, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(directory, name)
            wanted = path.suffix.lower() in BOOKS | INSTEAD or name.startswith("~$")
            if not wanted or name in OWN or name.startswith(".") or is_backup(path):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                continue
            yield Source(path, prefix + path.relative_to(folder).as_posix())
