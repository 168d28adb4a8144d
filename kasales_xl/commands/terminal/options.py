"""Options that several commands share, and how a day, an amount, a policy and a history are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kasales_xl.commands.terminal.declaring import option
from kasales_xl.commands.terminal.language import Stop, language, spoken
from kasales_xl.core.policy import Policy
from kasales_xl.core.policy.editions import EDITIONS
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.core.text import Text, same
from kasales_xl.reading.cells.cell import Context, Noted
from kasales_xl.reading.cells.money import read_money

if TYPE_CHECKING:
    from kasales_xl.batch.sources.discover import Source

    # the database library is slow to load, and most runs need none
    from kasales_xl.files.history.store import History


def day(value: Any) -> dt.date:
    """A day as a person types it: ``YYYY-MM-DD``."""
    try:
        return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
    except ValueError:
        words = Text("「{value}」不是日期，请写成 2026-01-31 这样", "{quoted} is no date; write 2026-01-31")
        raise click.BadParameter(spoken(words(value=value, quoted=repr(value)))) from None


def money_unit(value: str) -> MoneyUnit:
    """A money unit, by its code or by its name in either language."""
    named = {name: unit for unit in MoneyUnit for name in (unit, unit.value, unit.zh, unit.en)}
    if value not in named:
        words = Text("「{value}」不是金额单位，写 元 或 万元", "{quoted} is no money unit; write yuan or wan")
        raise click.BadParameter(spoken(words(value=value, quoted=repr(value))))
    return named[value]


def text(value: str) -> str:
    """A text that is not blank, without the spaces around it."""
    if not value.strip():
        raise click.BadParameter(spoken(Text("不能空着", "it must not be blank")))
    return value.strip()


def money(text: str, unit: MoneyUnit, option: str) -> float:
    """An amount above 0 in the book's money unit, typed as in a book (``800``, ``800万``, ``0.8亿``)."""
    read = read_money(text, None, Context(lang=language(), unit=unit))
    amount = read.value if isinstance(read, Noted) and not read.held else read
    if isinstance(amount, float) and amount > 0:
        return amount
    words = Text(
        "「{text}」不是金额，写 800 或 800万 这样的正数",
        "{quoted} is no amount; write a number above 0, like 800",
    )
    raise click.BadParameter(spoken(words(text=text, quoted=repr(text))), param_hint=f"'{option}'")


def today() -> dt.date:
    return dt.date.today()


DAY = "YYYY-MM-DD"
FILE = click.Path(path_type=Path)


class NewPlace(click.Path):
    """Where something will be written: the folder around it is there already, so that a mistyped path
    makes no folders."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path: Path = super().convert(value, param, ctx)  # type: ignore[assignment]  # by path_type
        around = path.absolute().parent
        if not around.is_dir():
            words = Text(
                "没有 {folder} 这个文件夹。路径写对了吗？确实要新的，先建好它。",
                "There is no folder {folder}. Is the path right? If it is to be a new one, make it first.",
            )
            self.fail(spoken(words(folder=around)), param, ctx)
        return path


#: A file or folder to be written; a file; a folder.
NEW_PLACE = NewPlace(path_type=Path)
NEW_FILE = NewPlace(dir_okay=False, path_type=Path)
NEW_FOLDER = NewPlace(file_okay=False, path_type=Path)
#: A file that is there already.
READ_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class PolicyPlace(click.Path):
    """A policy file, or the name of an edition that comes with the program where no file is called so."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if str(value) in EDITIONS and not Path(value).exists():
            return Path(value)
        return super().convert(value, param, ctx)


#: A policy file that is there already, or an edition by its name.
POLICY = PolicyPlace(exists=True, dir_okay=False, path_type=Path)
on_option = option(
    "--on",
    type=day,
    metavar=DAY,
    default=today,
    show_default=Text("今天", "today"),
    help=Text("按哪一天评", "The day to grade on"),
)
policy_option = option(
    "--policy",
    "policy_file",
    type=POLICY,
    metavar="FILE",
    help=Text(
        "公司规则文件（TOML），优先于账簿里的规则表；写 0.1 就是旧版的选择",
        "Company policy (TOML); goes before the books' own; 0.1 names the choices of that version",
    ),
)


jobs_option = option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=Text("同时评几本；默认用上全部处理器核", "Books graded at a time; all cores by default"),
)
timeout_option = option(
    "--timeout",
    type=click.FloatRange(min=1),
    metavar=Text("秒", "SECONDS"),
    default=20,
    show_default=True,
    help=Text("一本最多读几秒，读不完就跳过它", "Seconds for one book; one that takes longer is left out"),
)


def load_policy(path: Path | None) -> Policy | None:
    """The company's policy, or None where none is given. path: a file, or an edition's name where there is
    no such file. Ends the command on an unusable file."""
    if path is None:
        return None
    if str(path) in EDITIONS and not path.exists():
        return EDITIONS[str(path)]
    from kasales_xl.files.policy.read import PolicyFileError, read_policy

    try:
        return read_policy(path)
    except PolicyFileError as error:
        raise Stop(error.text) from error


@contextmanager
def history_at(where: str | Path, *, writing: bool = False) -> Iterator[History]:
    """The history there: for reading, one that exists; for writing, one that is proven to be writable
    before any work. One that cannot be used ends the command."""
    from kasales_xl.files.history.database import WAY_OUT, HistoryError
    from kasales_xl.files.history.store import open_history

    try:
        with open_history(where, writing=writing) as history:
            yield history
    except HistoryError as error:
        raise Stop(same("{error}{way_out}")(error=error.text, way_out=WAY_OUT if writing else "")) from error


def books_at(places: Sequence[str], out: Path | None = None, *, locks: bool = True) -> list[Source]:
    """The books at files, folders and globs, none of ``out``; not ``locks``: without the files that lie
    beside open ones.
    Ends the command where there is none."""
    from kasales_xl.batch.sources.discover import NothingToRead, discover

    try:
        sources = [
            source for source in discover(places, out) if locks or not source.path.name.startswith("~$")
        ]
        if not sources:
            raise NothingToRead(places[0])
    except NothingToRead as error:
        words = Text("找不到账簿：{path}", "No book found at {path}")(path=error.path)
        raise Stop(error.text or words) from error
    return sources
