"""What a watch remembers beside the books when it stops: the state in which each was done, and the copies it
made. A new start then does only what was saved in between."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kasales_xl.files.backup import is_backup
from kasales_xl.files.watch.settling import Stamp
from kasales_xl.files.whole import write_whole

STATE = ".kasales_watch.json"
#: Beyond this a state file is none of ours.
_MOST_BYTES = 64 << 20

_Name = Annotated[str, Field(min_length=1, max_length=1000)]


class _Book(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    stamp: tuple[int, int, int]
    copies: list[_Name] = []


class _State(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    version: int = 1
    books: dict[_Name, _Book] = {}


class Remembered:
    """Of one folder. A file that is missing, damaged or not ours is as good as none: then each book is looked
    at once."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._state = folder, _read(folder / STATE)

    def seen(self) -> dict[Path, Stamp]:
        return {self.folder / name: Stamp(*book.stamp) for name, book in self._state.books.items()}

    def keep(self, seen: dict[Path, Stamp]) -> None:
        """Raises CannotWrite."""
        copies = {name: book.copies for name, book in self._state.books.items()}
        books = {}
        for path, stamp in sorted(seen.items()):
            name = path.relative_to(self.folder).as_posix()
            books[name] = _Book(stamp=(*stamp,), copies=copies.get(name, []))
        state = _State(books=books)
        if state != self._state or not (self.folder / STATE).exists():
            write_whole(self.folder / STATE, state.model_dump_json(indent=1).encode())
            self._state = state

    def copied(self, path: Path, copy: Path, most: int) -> None:
        """A copy was made of a book. Of those that this watch made the oldest beyond ``most`` go; copies that
        anybody else made stay."""
        name = path.relative_to(self.folder).as_posix()
        book = self._state.books.setdefault(name, _Book(stamp=(0, 0, 0)))
        if copy.name not in book.copies:
            book.copies.append(copy.name)
        while len(book.copies) > most:
            old = path.with_name(Path(book.copies.pop(0)).name)
            if is_backup(old):
                old.unlink(missing_ok=True)


def _read(path: Path) -> _State:
    try:
        if path.stat().st_size > _MOST_BYTES:
            return _State()
        return _State.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return _State()
