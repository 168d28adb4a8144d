"""A staged set put in the place of the old one. Several files can't be renamed at once, so what is about to
happen is written down first (the journal, itself all or nothing): whoever comes next finishes it, or takes it
back where a file was blocked. Until the journal stands, the old set is untouched; from then on the new one
can no longer be lost."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kasales_xl.core.text import Text
from kasales_xl.files.leftovers import JOURNAL, PREFIX, is_alive, owner_mark, temporary_file
from kasales_xl.files.outputs.manifest import is_plain
from kasales_xl.files.whole import CannotWrite, flush, flush_folder, write_whole, writing

#: Seconds to wait for another run that is putting its files in place, and between two looks.
PATIENCE, _LOOK = 60, 0.1
BUSY = Text(
    "另一次评级正在写这个文件夹，等它完成再来", "another run is writing there; try again when it is done"
)


@dataclass(frozen=True)
class Swap:
    """stage: the folder inside ``out`` with ``new/`` and ``old/``; new: names to put in place, the manifest
    last; gone: names to take away; had: those of new that stood there before; undo: to be taken back."""

    owner: str
    stage: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    had: tuple[str, ...]
    undo: bool = False


def put_in_place(out: Path, swap: Swap) -> None:
    """All of it; a file that the system does not let go takes everything back. Raises CannotWrite."""
    _begin(out, swap)
    try:
        _forward(out, swap)
    except OSError as error:
        _write_journal(out, replace(swap, undo=True))
        with suppress(OSError):
            _back(out, swap)
            _done(out, swap)
        raise CannotWrite(
            Path(error.filename2 or error.filename or out), error.strerror or str(error)
        ) from error
    except KeyboardInterrupt:
        # a matter of milliseconds: whoever stops the program gets a whole set
        _forward(out, swap)
        _done(out, swap)
        raise
    _done(out, swap)


def settle(out: Path) -> None:
    """Finish or take back what an interrupted run began in this folder. Raises CannotWrite."""
    until = time.monotonic() + PATIENCE
    while (swap := _read_journal(out)) is not None:
        if not _busy(out, swap):
            with writing(out):
                (_back if swap.undo else _forward)(out, swap)
                _done(out, swap)
        elif time.monotonic() > until:
            raise CannotWrite(out, BUSY)
        else:
            time.sleep(_LOOK)


def pending(out: Path) -> str | None:
    """The name of the stage that an unfinished swap in this folder still needs."""
    swap = _read_journal(out)
    return swap.stage if swap else None


def _busy(out: Path, swap: Swap) -> bool:
    try:
        since = (out / JOURNAL).stat().st_mtime
    except OSError:
        return False
    return swap.owner != owner_mark() and is_alive(swap.owner, since=since)


def _forward(out: Path, swap: Swap) -> None:
    """As often as wanted: what is done already is passed over."""
    new, old = out / swap.stage / "new", out / swap.stage / "old"
    for name in swap.new:
        if (new / name).exists():
            if name in swap.had and not (old / name).exists():
                _keep(out / name, old / name)
            os.replace(new / name, out / name)
    for name in swap.gone:
        if (out / name).is_file():
            os.replace(out / name, old / name)
    flush_folder(out)


def _back(out: Path, swap: Swap) -> None:
    new, old = out / swap.stage / "new", out / swap.stage / "old"
    for name in (*swap.new, *swap.gone):
        if (old / name).exists():
            os.replace(old / name, out / name)
        elif name in swap.new and name not in swap.had and not (new / name).exists():
            (out / name).unlink(missing_ok=True)
    flush_folder(out)


def _keep(file: Path, aside: Path) -> None:
    """A second name until everything is done: where links are not known, the only one for a moment."""
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    try:
        os.link(file, aside)
    except FileNotFoundError:
        pass
    except OSError:
        os.replace(file, aside)


def _done(out: Path, swap: Swap) -> None:
    (out / JOURNAL).unlink(missing_ok=True)
    flush_folder(out)
    shutil.rmtree(out / swap.stage, ignore_errors=True)


def _begin(out: Path, swap: Swap) -> None:
    """Write the journal once nobody else's stands: two runs into one folder take turns. Raises
    CannotWrite."""
    content = _content(swap)
    with writing(out):
        temporary = temporary_file(out, "")
        try:
            temporary.write_bytes(content)
            flush(temporary)
            while True:
                settle(out)
                try:
                    os.link(temporary, out / JOURNAL)
                except FileExistsError:
                    continue
                except OSError:
                    # a file system without links
                    os.replace(temporary, out / JOURNAL)
                break
            flush_folder(out)
        finally:
            temporary.unlink(missing_ok=True)


def _write_journal(out: Path, swap: Swap) -> None:
    write_whole(out / JOURNAL, _content(swap))


def _content(swap: Swap) -> bytes:
    return json.dumps(asdict(swap), ensure_ascii=False).encode()


def _read_journal(out: Path) -> Swap | None:
    """None where there is none. One that no program of ours can have written is none either: it would move
    files about in somebody's name."""
    try:
        values = json.loads((out / JOURNAL).read_text("utf-8"))
        names = {key: tuple(map(str, values[key])) for key in ("new", "gone", "had")}
        swap = Swap(str(values["owner"]), str(values["stage"]), **names, undo=bool(values["undo"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    plain = all(map(is_plain, (*swap.new, *swap.gone, *swap.had, swap.stage)))
    known = swap.owner.partition("-")[2].isdigit() and swap.stage.startswith(PREFIX)
    return swap if plain and known else None
