"""Files of single sellers, made only where they are asked for: a share card for chats, a page to print."""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, overload

from kasales_xl.batch.engines.engine import Engine, Entry
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.output.team import midnight
from kasales_xl.batch.workers.pool import Lost, all_cores, each
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text
from kasales_xl.files.file_name import safe_name
from kasales_xl.files.libreoffice.convert import NOT_CONVERTED, CannotConvert, soffice, to_pdf
from kasales_xl.files.outputs.staged import Staged
from kasales_xl.files.pictures.png import png, ready_to_draw
from kasales_xl.files.scorecard.workbook import write_pages
from kasales_xl.files.share_card.draw import WIDTH, draw_share_card
from kasales_xl.pages.page import Page
from kasales_xl.pages.seller.share import ShareCard

_NOBODY = Text("没有名字", "no name")


def ready_for_each(options: RunOptions) -> None:
    """Is everything there that these files need? Asked before hours of work. Raises CannotDraw,
    CannotConvert."""
    if options.png:
        ready_to_draw(options.lang)
    if options.pdf:
        soffice()


def write_each_seller(
    staged: Staged, options: RunOptions, kept: Sequence[Entry], engine: Engine, taken: set[str]
) -> None:
    """kept: by team and seller ID; taken: names of files of this run, without their endings. Raises
    CannotWrite, CannotConvert."""
    names = _names(kept, options.lang, taken) if options.png or options.pdf else []
    if options.png:
        _share_cards(staged, options, kept, engine, names)
    if options.pdf:
        _printed(staged, options, kept, engine, names)


def _names(kept: Sequence[Entry], lang: Lang, taken: set[str]) -> list[str]:
    """``张三 S001``: whom the file is of, whatever the team."""
    who = (f"{one.standing.name} {one.standing.seller_id}".strip() for one in kept)
    return [safe_name(name, taken, blank=_NOBODY.pick(lang)) for name in who]


@dataclass(frozen=True)
class ShareTask:
    path: Path
    card: ShareCard
    lang: Lang


def write_share_card(task: ShareTask) -> None:
    """Raises OSError, CannotDraw."""
    task.path.write_bytes(png(draw_share_card(task.card, task.lang), width=WIDTH))


@dataclass(frozen=True)
class PrintTask:
    path: Path
    pages: tuple[Page, ...]
    options: RunOptions


def write_printed(task: PrintTask) -> None:
    """The workbook that LibreOffice prints. Raises OSError."""
    write_pages(task.path, task.pages, task.options.lang, created=midnight(task.options.on))


def _share_cards(
    staged: Staged, options: RunOptions, kept: Sequence[Entry], engine: Engine, names: Sequence[str]
) -> None:
    def task(number: int) -> ShareTask:
        card = engine.get(kept[number].parts).share
        return ShareTask(staged.place(f"{names[number]}.png"), card, options.lang)

    _everywhere(write_share_card, _Later(len(kept), task), options)
    for name in names:
        staged.take(f"{name}.png")


def _printed(
    staged: Staged, options: RunOptions, kept: Sequence[Entry], engine: Engine, names: Sequence[str]
) -> None:
    with tempfile.TemporaryDirectory(prefix="kasales-") as folder:
        # numbers for names: what a seller is called must not matter to another program
        books = [Path(folder, f"{number}.xlsx") for number in range(len(names))]

        def task(number: int) -> PrintTask:
            parts = engine.get(kept[number].parts)
            return PrintTask(books[number], (parts.page, *parts.plans), options)

        _everywhere(write_printed, _Later(len(kept), task), options)
        failed = to_pdf(books, Path(folder), options.jobs or all_cores())
        for book, reason in failed.items():
            raise CannotConvert(NOT_CONVERTED(file=names[int(book.stem)], reason=reason))
        for book, name in zip(books, names, strict=True):
            shutil.move(book.with_suffix(".pdf"), staged.place(f"{name}.pdf"))
            staged.take(f"{name}.pdf")


def _everywhere(write: Callable[[Any], None], tasks: Sequence[Any], options: RunOptions) -> None:
    """In all workers; what one has no memory for is written here."""
    for number, came in each(
        write, tasks, jobs=options.jobs, limits=replace(options.limits, seconds=math.inf)
    ):
        if isinstance(came, Lost):
            write(tasks[number])


class _Later(Sequence[Any]):
    """Tasks that are made when their turn has come: one a worker in memory."""

    def __init__(self, size: int, make: Callable[[int], Any]) -> None:
        self._size, self._make = size, make

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Any: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...

    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [self._make(number) for number in range(*at.indices(self._size))]
        return self._make(at)

    def __iter__(self) -> Iterator[Any]:
        return map(self._make, range(self._size))
