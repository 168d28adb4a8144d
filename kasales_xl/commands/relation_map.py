"""``kasales map``: the relationship map of a key account as a picture."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kasales_xl.batch.grading.policies import policy_for
from kasales_xl.commands.terminal.books import find_account, graded_book
from kasales_xl.commands.terminal.declaring import command, option
from kasales_xl.commands.terminal.exit_codes import FINDINGS, FINE
from kasales_xl.commands.terminal.language import Stop, language, spoken, tell
from kasales_xl.commands.terminal.options import NEW_PLACE, READ_FILE, load_policy, on_option, policy_option
from kasales_xl.commands.terminal.printing import print_findings, print_table
from kasales_xl.core.card.seller_card import SellerCard, make_card
from kasales_xl.core.relations.make import key_account_maps, relation_map
from kasales_xl.core.relations.relation_map import RelationMap
from kasales_xl.core.text import Text, join
from kasales_xl.files.file_name import safe_name
from kasales_xl.files.pictures.cannot_draw import CannotDraw
from kasales_xl.files.relation_map.write import KINDS, write_map
from kasales_xl.pages.relations.plain import plain_map
from kasales_xl.text.pages.words import WORDS

_KIND = Text(
    "文件名要以 {kinds} 结尾；写文件夹就每家大客户一张",
    "The file name must end in {kinds}; a folder gets one file for each key account",
)
_WHICH = Text(
    "这一张图画哪家客户？加 --account 名称或编号；把 -o 写成文件夹，就每家大客户一张",
    "Which account? Add --account with its name or ID; with a folder for -o each key account gets its own",
)
_NO_KEY = Text(
    "这本账簿里还没有大客户；别的客户也能画：加 --account",
    "This book has no key account yet; any other can be drawn too: add --account",
)
_WRITTEN = Text("画好了：{file}", "Drawn: {file}")
_TO_DRAW = Text(
    "要画哪一家：kasales map {book} --account {account} -o {account}.svg",
    "To draw one: kasales map {book} --account {account} -o {account}.svg",
)


@command("map")
@click.argument("book", type=READ_FILE)
@option("--account", help=Text("哪一家客户（名称或编号）", "Which account, by name or ID"))
@option(
    "-o",
    "--output",
    type=NEW_PLACE,
    help=Text(
        "存到哪：.svg、.png 或 .json（图里的事实）；写文件夹就每家大客户一张",
        "Where to: .svg, .png or .json (the facts); a folder gets one for each key account",
    ),
)
@option(
    "--format",
    "kind",
    type=click.Choice([kind[1:] for kind in KINDS]),
    default="svg",
    show_default=True,
    help=Text("写进文件夹时用哪种格式", "The format of the files in a folder"),
)
@option("--redact", is_flag=True, help=Text("不写客户联系人的名字，换成代号", "Contacts under code names"))
@on_option
@policy_option
def map_command(
    book: Path,
    account: str | None,
    output: Path | None,
    kind: str,
    redact: bool,
    on: dt.date,
    policy_file: Path | None,
) -> None:
    card = _card(book, on, policy_file, redact=redact)
    own = [relation_map(card, find_account(card, account))] if account else list(key_account_maps(card))
    if not own:
        tell(_NO_KEY)
    elif output is None:
        _list(own, book)
    else:
        try:
            _write(own, output, kind, one=account is not None)
        except CannotDraw as error:
            raise Stop(error.text) from error
    blocking = [finding for finding in card.findings if finding.severity.blocks]
    if blocking:
        click.echo()
        print_findings(blocking)
    sys.exit(FINDINGS if blocking else FINE)


def _card(book: Path, on: dt.date, policy_file: Path | None, *, redact: bool) -> SellerCard:
    read = graded_book(book, on)
    policy, _ = policy_for(read, load_policy(policy_file))
    if redact:
        from kasales_xl.batch.grading.redact import redacted

        read = redacted(read)
    return make_card(read, policy, on)


def _write(own: Sequence[RelationMap], output: Path, kind: str, *, one: bool) -> None:
    """One account into a file or a folder, several into a folder."""
    if output.suffix.lower() in KINDS and not output.is_dir():
        if not one:
            raise Stop(_WHICH)
        files = [output]
    elif output.suffix and not output.is_dir():
        raise Stop(_KIND(kinds=join(KINDS)))
    else:
        taken: set[str] = set()
        names = (safe_name(each.account, taken, blank=each.account_id) for each in own)
        files = [output / f"{name}.{kind}" for name in names]
    for each, file in zip(own, files, strict=True):
        write_map(file, plain_map(each), language())
        tell(_WRITTEN(file=file))


def _list(own: Sequence[RelationMap], book: Path) -> None:
    """The accounts that can be drawn, and whom to reach next in each."""
    head = (
        WORDS["account"],
        Text("编号", "ID"),
        WORDS["tier"],
        WORDS["people"],
        Text("还缺决策人的关键部门", "Key departments without a decision maker"),
    )
    rows = [
        (
            each.account,
            each.account_id,
            each.tier.label(language()),
            str(len(each.people)),
            spoken(join(each.empty_seats)),
        )
        for each in own
    ]
    print_table(head, rows)
    tell(_TO_DRAW(book=book, account=own[0].account_id))
