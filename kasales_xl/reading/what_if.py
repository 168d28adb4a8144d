"""What a seller types to ask "what if": ``影响 财务部李总``, ``win Ann Lee; neutralise Bob``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from kasales_xl.core.moves.move import FIND_DM, NEUTRALISE, WIN_DM, WIN_RELATED, Move, about
from kasales_xl.core.names import name_key
from kasales_xl.core.rows import Account, Contact
from kasales_xl.core.rows.book import Book
from kasales_xl.core.text import NOTHING, Text, join
from kasales_xl.core.verdicts.facts import facts
from kasales_xl.text.what_if import DID_YOU_MEAN, NO_DEPARTMENT, NO_VERB, NOBODY, SEVERAL

#: The words that start a phrase, by kind; "win" becomes win_dm or win_related by whom it is about.
VERBS: dict[str, tuple[str, ...]] = {
    "win": ("争取到", "争取", "影响", "搞定", "拿下", "win over", "win", "influence"),
    NEUTRALISE: ("化解", "中立", "neutralise", "neutralize"),
    FIND_DM: ("找到", "find"),
}
_TITLES = "总 总监 总经理 经理 主任 处长 科长 部长 工 局长 院长 厂长 书记"
_NEAR = 3


class NotUnderstood(Exception):
    """A phrase that names nobody, or more than one; ``text`` says so, with the names it could mean."""

    def __init__(self, why: Text, phrase: str, near: Sequence[str] = ()) -> None:
        self.text = why(
            text=phrase, near=join(near), meant=DID_YOU_MEAN(near=join(near)) if near else NOTHING
        )
        super().__init__(self.text.pick("en"))


def read_phrases(text: str, book: Book) -> tuple[Move, ...]:
    """The moves that a text names, phrases parted by ``;``, ``；`` or a new line. A person is named by
    name or ID, with the department or account in front where needed; 李总 also finds 李建国 whose
    title is 总经理. Raises NotUnderstood."""
    moves: list[Move] = []
    for phrase in re.split(r"[;；\n]+", text):
        if phrase.strip():
            moves += _read(phrase.strip(), book)
    if not moves:
        raise NotUnderstood(NO_VERB, text.strip())
    return tuple(moves)


def _read(phrase: str, book: Book) -> tuple[Move, ...]:
    kind, name = _split(phrase)
    if kind == FIND_DM:
        return _find(name, book)
    contact = _one_person(name, book)
    account = next(a for a in book.accounts if a.account_id == contact.account)
    if kind == NEUTRALISE:
        return (about(NEUTRALISE, account, contact),)
    listed = facts(account, book.people_of(account.account_id)).dms
    is_dm = any(c.contact_id == contact.contact_id for c in listed)
    return (about(WIN_DM if is_dm else WIN_RELATED, account, contact),)


def _split(phrase: str) -> tuple[str, str]:
    for kind, verbs in VERBS.items():
        for verb in verbs:
            # an English verb is a word of its own, a Chinese one may stand right before the name
            gap = r"\s+" if verb.isascii() else r"[\s:：]*"
            match = re.match(re.escape(verb) + gap + r"(\S.*)", phrase, re.IGNORECASE)
            if match:
                return kind, match[1].strip()
    raise NotUnderstood(NO_VERB, phrase)


def _one_person(name: str, book: Book) -> Contact:
    accounts = {a.account_id: a for a in book.accounts}
    people = [c for c in book.contacts if c.account in accounts]
    wanted = name_key(name)
    for matches in (_spelled, _addressed):
        fitting = [c for c in people if wanted in matches(c, accounts[c.account])]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise NotUnderstood(SEVERAL, name, tuple(_full(c, accounts) for c in fitting))
    names = {name_key(c.name): _full(c, accounts) for c in people}
    near = get_close_matches(wanted, names, _NEAR, 0.3)
    raise NotUnderstood(NOBODY, name, tuple(names[key] for key in near))


def _full(contact: Contact, accounts: dict[str, Account]) -> str:
    return " ".join(p for p in (accounts[contact.account].account, contact.department, contact.name) if p)


def _fronts(contact: Contact, account: Account) -> tuple[str, ...]:
    """What may stand before a name."""
    names = (account.account, account.account_id)
    department = name_key(contact.department)
    return ("", department, *(name_key(n) for n in names), *(name_key(n) + department for n in names))


def _spelled(contact: Contact, account: Account) -> set[str]:
    fronts, name = _fronts(contact, account), name_key(contact.name)
    behind = {name + front for front in fronts}
    return {front + name for front in fronts} | behind | {name_key(contact.contact_id)}


def _addressed(contact: Contact, account: Account) -> set[str]:
    """李总 for 李建国 whose title has 总 in it."""
    surname = name_key(contact.name)[:1]
    titles = [title for title in _TITLES.split() if title in contact.title]
    return {front + surname + name_key(title) for front in _fronts(contact, account) for title in titles}


def _find(name: str, book: Book) -> tuple[Move, ...]:
    """Find the decision maker of a key department that has none listed."""
    wanted = name_key(re.sub(r"(的)?(关键)?决策人$", "", name))
    places = list(_without_dm(book))
    fitting = [
        (account, department)
        for account, department in places
        if wanted in (name_key(department), name_key(account.account + department))
    ]
    if len(fitting) == 1:
        account, department = fitting[0]
        return (Move(FIND_DM, account.account_id, account.account, department=department),)
    names = tuple(f"{account.account} {department}" for account, department in fitting or places[:_NEAR])
    raise NotUnderstood(SEVERAL if fitting else NO_DEPARTMENT, name, names)


def _without_dm(book: Book) -> Iterable[tuple[Account, str]]:
    for account in book.accounts:
        for department in facts(account, book.people_of(account.account_id)).without_dm:
            yield account, department
