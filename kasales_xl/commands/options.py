"""Options that several commands share, and how a day, a policy and a language are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kasales_xl.commands.language import LANG, t
from kasales_xl.core.policy import Policy
from kasales_xl.core.terms import MoneyUnit
from kasales_xl.reading.cells.cell import Context, Noted
from kasales_xl.reading.cells.money import read_money

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """``YYYY-MM-DD``."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(
                t(f"「{value}」不是日期，请写成 2026-01-31 这样", f"{value!r} is no date; write 2026-01-31"),
                param,
                ctx,
            )


class Unit(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A money unit, by its code or by its name in either language."""

    name = t("[元|万元]", "[yuan|wan]")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> MoneyUnit:
        named = {name: unit for unit in MoneyUnit for name in (unit, unit.value, unit.zh, unit.en)}
        if value not in named:
            words = (
                f"「{value}」不是金额单位，写 元 或 万元",
                f"{value!r} is no money unit; write yuan or wan",
            )
            self.fail(t(*words), param, ctx)
        return named[value]


class Filled(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A text that is not blank, without the spaces around it."""

    name = "TEXT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).strip()
        if not text:
            self.fail(t("不能空着", "it must not be blank"), param, ctx)
        return text


def money(text: str, unit: MoneyUnit, option: str) -> float:
    """An amount above 0 in the book's money unit, typed as in a book (``800``, ``800万``, ``0.8亿``)."""
    read = read_money(text, None, Context(lang=LANG, unit=unit))
    amount = read.value if isinstance(read, Noted) and not read.held else read
    if isinstance(amount, float) and amount > 0:
        return amount
    words = (
        f"「{text}」不是金额，写 800 或 800万 这样的正数",
        f"{text!r} is no amount; write a number above 0, like 800",
    )
    raise click.BadParameter(t(*words), param_hint=f"'{option}'")


def today() -> dt.date:
    return dt.date.today()


def on_option(command: Command) -> Command:
    return click.option(
        "--on",
        type=Day(),
        default=today,
        show_default=t("今天", "today"),
        help=t("按哪一天评", "The day to grade on"),
    )(command)


def policy_option(command: Command) -> Command:
    return click.option(
        "--policy",
        "policy_file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=t(
            "公司规则文件（TOML），优先于账簿里的规则表", "Company policy (TOML); goes before the books' own"
        ),
    )(command)


def lang_option(command: Command) -> Command:
    """``--lang`` is read from the whole line before anything else; here it is only allowed."""
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        expose_value=False,
        help=t("界面和输出的语言", "Language of messages and output"),
    )(command)


def load_policy(path: Path | None) -> Policy | None:
    """The company's policy, or None where none is given. Ends the command on an unusable file."""
    if path is None:
        return None
    from kasales_xl.files.policy.read import PolicyFileError, read_policy

    try:
        return read_policy(path)
    except PolicyFileError as error:
        raise click.ClickException(error.text.pick(LANG)) from error
