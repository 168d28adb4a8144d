"""Where a run writes: a hidden folder inside the output folder, from which the whole set goes into place."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kasales_xl.core.text import Text
from kasales_xl.files.backup import backup
from kasales_xl.files.leftovers import clear_leftovers, owner_mark, temporary_folder
from kasales_xl.files.outputs.manifest import MANIFEST, digest, manifest_text, written_before
from kasales_xl.files.outputs.swap import Swap, pending, put_in_place, settle
from kasales_xl.files.replace import lock_beside
from kasales_xl.files.whole import CannotWrite, flush, flush_folder, like_before, writable_folder, writing

OPEN = Text("文件正开着（旁边有 {lock}），关掉再来", "it is open ({lock}); close it and try again")
A_FOLDER = Text("那里有个同名的文件夹", "there is a folder of that name")
NO_ROOM = Text(
    "磁盘只剩 {left} MB，写记分卡大约要 {need} MB",
    "only {left} MB left on the disk; about {need} MB are needed",
)


@dataclass
class Published:
    """written: in the order of writing; kept: copies of old outputs that a person had changed; stayed: files
    of an earlier run that this one no longer has, left because a person had changed them; removed: such files
    that nobody had touched."""

    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    stayed: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)


class Staged:
    """The files of one run until they are published."""

    def __init__(self, out: Path, stage: Path) -> None:
        self.out, self._stage = out, stage
        self._names: list[str] = []

    def place(self, name: str) -> Path:
        """Where somebody else may write the file of this name, and ``take`` adds it to the set."""
        return self._stage / "new" / name

    @contextlib.contextmanager
    def file(self, name: str) -> Iterator[Path]:
        """Where to write the file of this name; it is on the disk when the block ends. Raises CannotWrite."""
        with writing(self.out / name):
            path = self.place(name)
            yield path
            flush(path)
        self._names.append(name)

    def take(self, name: str) -> None:
        """A file that stands in its place already. Raises CannotWrite."""
        with self.file(name):
            pass

    def publish(self, on: dt.date, before: Callable[[], None] = lambda: None) -> Published:
        """The whole set into its place. before: called when nothing but the renaming is left to do. Raises
        CannotWrite, and whatever ``before`` raises, with the old set as it was."""
        out, new = self.out, self._stage / "new"
        earlier = written_before(out)
        prove_free(out, (*self._names, MANIFEST))
        done = Published([out / name for name in self._names])
        with writing(out):
            digests = {name: digest(new / name) for name in self._names}
            with self.file(MANIFEST) as path:
                path.write_text(manifest_text(digests, on), "utf-8", newline="\n")
            for name in self._names:
                like_before(new / name, out / name)
                if (out / name).exists() and earlier.get(name, "") not in ("", digest(out / name)):
                    done.kept.append(backup(out / name))
            gone = self._left_over(earlier, done)
            flush_folder(new)
        before()
        had = tuple(name for name in self._names if (out / name).exists())
        put_in_place(out, Swap(owner_mark(), self._stage.name, tuple(self._names), tuple(gone), had))
        return done

    def _left_over(self, earlier: dict[str, str], done: Published) -> list[str]:
        """Files of the run before that this one has not written: those that nobody has changed may go."""
        gone = []
        for name in sorted(earlier.keys() - set(self._names)):
            path = self.out / name
            if path.is_file():
                untouched = digest(path) == earlier[name]
                (done.removed if untouched else done.stayed).append(path)
                gone += [name] if untouched else []
        return gone


def ready(out: Path, usual: Iterable[str] = (), need: int = 0) -> None:
    """Before hours of work: make the folder, end what an interrupted run began, clear what it left, and
    prove that there is room for ``need`` bytes, that the folder takes files, and that neither the last run's
    nor the ``usual`` ones are held by another program. Raises CannotWrite."""
    writable_folder(out)
    settle(out)
    clear_leftovers(out)
    left = shutil.disk_usage(out).free
    if left < need:
        raise CannotWrite(out, NO_ROOM(left=left >> 20, need=max(need >> 20, 1)))
    prove_free(out, (*written_before(out), *usual, MANIFEST))


@contextlib.contextmanager
def staged(out: Path) -> Iterator[Staged]:
    """A folder that is ``ready``; what is not published is gone afterwards. Raises CannotWrite."""
    with writing(out):
        stage = temporary_folder(out)
    try:
        with writing(out):
            (stage / "new").mkdir()
            (stage / "old").mkdir()
        yield Staged(out, stage)
    finally:
        # an interrupted swap still needs what is in there
        if pending(out) != stage.name:
            shutil.rmtree(stage, ignore_errors=True)


def prove_free(out: Path, names: Iterable[str]) -> None:
    """Can each of these files be replaced? Raises CannotWrite for the first that can't."""
    for name in dict.fromkeys(names):
        path = out / name
        lock = lock_beside(path)
        if lock is not None and path.exists():
            raise CannotWrite(path, OPEN(lock=lock))
        if path.is_dir():
            raise CannotWrite(path, A_FOLDER)
        if path.exists():
            with writing(path), path.open("r+b"):
                pass
