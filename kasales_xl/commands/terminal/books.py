"""One book as a command is given it, and one of its accounts as a person names it."""

from __future__ import annotations

import datetime as dt
import sys
from difflib import get_close_matches
from pathlib import Path

from kasales_xl.commands.terminal.exit_codes import FINDINGS
from kasales_xl.commands.terminal.language import Stop, tell
from kasales_xl.commands.terminal.printing import print_findings
from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.findings import Severity
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import LISTED, NOTHING, Text, join
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.files.xlsx_in.book import read_book
from kasales_xl.text.what_if import DID_YOU_MEAN


def graded_book(path: Path, on: dt.date) -> Book:
    """A book that has a seller; ends the command where it has none, with the findings that say why."""
    read = read_book(path, on=on)
    if read.seller is None:
        print_findings([f for f in read.findings if f.severity is Severity.REJECT] or read.findings)
        tell(Text("这本账簿评不了级", "This book cannot be graded"), err=True)
        sys.exit(FINDINGS)
    return read


def find_account(card: SellerCard, account: str) -> AccountVerdict:
    """By its ID, or by its name where that is one account's only. Ends the command where there is none."""
    verdict = card.by_name.find(account)
    if verdict is not None:
        return verdict
    namesakes = card.by_name.namesakes(account)
    if namesakes:
        ids = join((v.account.account_id for v in namesakes), LISTED)
        raise Stop(SEVERAL(account=account, ids=ids))
    near = join(get_close_matches(account, [v.account.account for v in card.accounts], 3, 0.3), LISTED)
    hint = DID_YOU_MEAN(near=near) if near else NOTHING
    words = Text("没有这家客户：{account}{hint}", "No such account: {account}{hint}")
    raise Stop(words(account=account, hint=hint))


SEVERAL = Text(
    "叫「{account}」的客户不止一家，写客户编号：{ids}",
    "Several accounts are called {account}; give the account ID: {ids}",
)
