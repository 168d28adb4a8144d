"""Which files a run is about: files, folders and globs, in a stable order; odd neighbours and what can't be
looked into included, so that nothing is passed over in silence."""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath

from kasales_xl.batch.sources.remote import Unreachable, is_remote, remote_bytes, remote_files
from kasales_xl.core.findings import FindingKind
from kasales_xl.core.text import Text
from kasales_xl.files.backup import is_backup
from kasales_xl.files.leftovers import PREFIX
from kasales_xl.files.outputs.manifest import written_before
from kasales_xl.files.xlsx_in.book import file_bytes
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FOLDER_UNREADABLE, LINK_OUTSIDE

#: What a folder is searched for: books, and the formats that people send instead of one.
BOOKS = frozenset({".xlsx", ".xlsm"})
INSTEAD = frozenset({".xls", ".xlsb", ".et", ".ett", ".numbers", ".ods", ".csv"})
#: Files that this program writes beside books, never meant as input; its backups neither.
OWN = frozenset({"findings.csv", "import_findings.csv", "cards.json", "roster.csv", "名单.csv"})
#: How a cloud drive calls what it has not downloaded: ``.张三.xlsx.icloud``.
_PLACEHOLDER = ".icloud"


@dataclass(frozen=True, slots=True)
class Source:
    """``name`` is how findings name the file, no other source's: its path below the folder that was given,
    and as much of the way there as tells it from others. ``why`` it is not even opened, with what was found;
    None for what may be read. ``url``: of a file that lies elsewhere; ``data``: what is in it, where only
    this process can know."""

    path: Path
    name: str
    why: FindingKind | None = None
    got: str = ""
    url: str = ""
    data: bytes | None = None

    def check(self) -> None:
        """Raises Refused for what is not to be opened."""
        if self.why is not None:
            raise Refused(self.why, self.got)

    def read(self) -> bytes:
        """The whole file. Raises Refused."""
        self.check()
        if self.data is not None:
            return self.data
        return remote_bytes(self.url) if self.url else file_bytes(self.path)


class NothingToRead(Exception):
    """A path that was given does not exist, or holds no file that could be a book; ``text`` says what to do
    about it where more is known than that."""

    def __init__(self, path: str, text: Text | None = None) -> None:
        super().__init__(path)
        self.path, self.text = path, text


AMONG_BOOKS = Text(
    "输出文件夹 {out} 就是放账簿的文件夹（{path}），记分卡会和账簿混在一起。-o 换一个文件夹，例如 -o 记分卡",
    "The output folder {out} is the folder of the books ({path}); scorecards would lie among them. "
    "Give -o another one, for example -o scorecards",
)


def discover(paths: Iterable[str | os.PathLike[str]], out: Path | None = None) -> tuple[Source, ...]:
    """Every candidate once, sorted by name. Files below ``out`` are ours and left alone; links that lead
    out of a folder are named and not followed. Raises NothingToRead for a path without any, and where
    ``out`` is a folder of books."""
    sources: dict[str, Source] = {}
    given = [os.fspath(path) for path in paths]
    ours = _Ours(out)
    for path in given:
        if is_remote(path):
            _add_remote(path, sources, many=len(given) > 1)
            continue
        if ours.holds(path):
            raise NothingToRead(path, AMONG_BOOKS(out=str(out), path=path))
        candidates = list(_expand(path, many=len(given) > 1, ours=ours))
        if not candidates:
            raise NothingToRead(path)
        for source in candidates:
            sources.setdefault(os.path.realpath(source.path), source)
    named = _told_apart(sources.values())
    return tuple(sorted(named, key=lambda source: source.name))


def _add_remote(given: str, sources: dict[str, Source], *, many: bool) -> None:
    """Raises NothingToRead."""
    try:
        files = list(remote_files(given))
    except Unreachable as error:
        raise NothingToRead(given, error.text) from error
    names = [file.url.rpartition("/")[2] for file in files]
    wanted = [file for file in files if _wanted(PurePosixPath(file.name), names)]
    if not wanted:
        raise NothingToRead(given)
    folder = given.rstrip("/").rpartition("/")[2] + "/" if many else ""
    for file in wanted:
        name = folder + file.name if "/" in file.name or len(files) > 1 else file.name
        sources.setdefault(file.url, Source(Path(file.url), name, url=file.url, data=file.data))


def books_in(folder: Path) -> list[Source]:
    """The books of a folder, those that may not be opened included; not what lies beside open ones, and none
    where there is no such folder."""
    try:
        found = discover([folder]) if folder.is_dir() else ()
    except NothingToRead:
        return []
    return [s for s in found if s.path.suffix.lower() in BOOKS and not s.path.name.startswith("~$")]


class _Ours:
    """What in and below the output folder is no input."""

    def __init__(self, out: Path | None) -> None:
        self._root = None if out is None else os.path.realpath(out)
        self._written = written_before(out) if out else {}

    def holds(self, given: str) -> bool:
        """Is a folder that was given as input the output folder itself, or inside it?"""
        return self._root is not None and os.path.isdir(given) and self.is_root(given)

    def is_root(self, folder: str | os.PathLike[str]) -> bool:
        return self._root is not None and _inside(os.path.realpath(folder), self._root)

    def wrote(self, file: Path) -> bool:
        """Is a file that was named, or that a glob found, an output of the run before?"""
        known = file.name in self._written or file.name in OWN
        return known and os.path.realpath(file.parent) == self._root


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _expand(path: str, *, many: bool, ours: _Ours) -> Iterator[Source]:
    place = Path(path)
    if place.is_dir():
        yield from _walk(place, f"{place.name}/" if many and place.name else "", ours)
    elif os.path.lexists(place):
        if not ours.wrote(place):
            yield Source(place, place.name)
    else:
        for match in sorted(glob.glob(path, recursive=True)):
            inside = Path(match)
            if inside.is_dir():
                yield from _walk(inside, f"{inside.name}/", ours)
            elif not ours.wrote(inside):
                yield Source(inside, inside.name)


def _walk(folder: Path, prefix: str, ours: _Ours) -> Iterator[Source]:
    root = os.path.realpath(folder)
    unread: list[OSError] = []

    def named(path: Path, why: FindingKind | None = None, got: str = "") -> Source:
        below = path.relative_to(folder).as_posix()
        return Source(path, prefix + below if below != "." else prefix or folder.as_posix(), why, got)

    def outside(path: Path) -> bool:
        return path.is_symlink() and not _inside(os.path.realpath(path), root)

    def failed() -> Iterator[Source]:
        while unread:
            error = unread.pop()
            yield named(Path(error.filename), FOLDER_UNREADABLE, error.strerror or str(error))

    for directory, folders, files in os.walk(folder, onerror=unread.append):
        inner = [Path(directory, name) for name in sorted(folders) if not name.startswith(".")]
        inner = [path for path in inner if not ours.is_root(path)]
        folders[:] = [path.name for path in inner if not path.is_symlink()]
        wanted = [path for name in sorted(files) if _wanted(path := Path(directory, name), files)]
        for path in (*inner, *wanted):
            if outside(path):
                yield named(path, LINK_OUTSIDE, os.readlink(path))
            elif path in wanted:
                yield named(path)
        yield from failed()
    yield from failed()


def _wanted(path: PurePath, neighbours: list[str]) -> bool:
    name = path.name
    if name.startswith("."):
        # a book that the cloud drive keeps, unless it lies here as well; other hidden files are no books
        book = name[1:].removesuffix(_PLACEHOLDER)
        kept = name.endswith(_PLACEHOLDER) and Path(book).suffix.lower() in BOOKS | INSTEAD
        return kept and book not in neighbours and not name.startswith(PREFIX)
    fits = path.suffix.lower() in BOOKS | INSTEAD or name.startswith("~$")
    return fits and name not in OWN and not is_backup(Path(path))


def _told_apart(sources: Iterable[Source]) -> Iterator[Source]:
    """Sources of one name get as much of their paths as tells them apart."""
    same: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        same[source.name].append(source)
    for name, several in same.items():
        if len(several) == 1:
            yield several[0]
            continue
        parts = {source.path: Path(os.path.abspath(source.path)).parts[1:] for source in several}
        length = name.count("/") + 2
        while len({way[-length:] for way in parts.values()}) < len(several):
            length += 1
        yield from (replace(source, name="/".join(parts[source.path][-length:])) for source in several)
