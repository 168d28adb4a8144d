"""Whose an account is: the rep as people write themselves, or a colleague, who is named (L8)."""

from __future__ import annotations

import re
from unicodedata import normalize

from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Seller
from kasales_xl.reading.cells.cell import plain
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.choices import SYNONYM
from kasales_xl.text.findings.rows import OWNER_ELSEWHERE, OWNER_OPEN
from kasales_xl.text.findings.texts import BLANK_WORD

_MYSELF_WORDS = "我 本人 自己 我自己 我本人 我的 me myself self mine"
_NOTHING_WORDS = "- -- --- – — —— / // . 无 暂无 没有 空 none null nil n/a na n.a."
_OPEN_WORDS = "? ?? ??? 待定 待补 待确认 待分配 未定 未分配 未知 不详 tbd tbc tba unknown pending"
_MYSELF = frozenset(_MYSELF_WORDS.split())
#: Nothing is meant by the first; by the others that stand for "not yet" somebody is still to be named.
_NOTHING, _STILL_OPEN = frozenset(_NOTHING_WORDS.split()), frozenset(_OPEN_WORDS.split())
_PARTS = re.compile(r"[\s()\[\]【】/、,;:_|-]+")


def resolve_owners(accounts: Table | None, seller: Seller | None, journal: Journal) -> None:
    """A blank owner is the seller of the book, and so is whoever it is plain they mean."""
    owners = accounts.values.get("owner") if accounts is not None else None
    if accounts is None or owners is None:
        return
    for i, owner in enumerate(owners):
        if accounts.is_unread("owner", i):
            # a blank would make the account this seller's own
            owners[i] = accounts.got("owner", i)
        elif owner and i not in accounts.held:
            owners[i] = _owner(accounts, i, str(owner), seller, journal)


def _owner(accounts: Table, i: int, owner: str, seller: Seller | None, journal: Journal) -> str:
    place = accounts.key, accounts.rows[i], "owner"
    key = name_key(owner)
    known = {name_key(seller.seller_id), name_key(seller.name)} if seller else set()
    if key in known:
        return owner
    if plain(owner).casefold() in _NOTHING:
        journal.add(BLANK_WORD, *place, got=owner)
        return ""
    if plain(owner).casefold() in _STILL_OPEN:
        journal.add(OWNER_OPEN, *place, got=owner)
        return owner
    parts = set(map(name_key, parts_of(owner)))
    if seller and (key in _MYSELF or (name_key(seller.seller_id) in parts and parts <= known)):
        journal.add(SYNONYM, *place, got=owner, now=seller.name)
        return seller.seller_id
    journal.add(OWNER_ELSEWHERE, *place, got=owner)
    return owner


def parts_of(owner: str) -> tuple[str, ...]:
    """``张三(S001)`` names 张三 and S001."""
    return tuple(part for part in _PARTS.split(normalize("NFKC", owner)) if part)
