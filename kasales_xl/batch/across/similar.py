"""Accounts and people that may be one under two names in the books of two sellers. Suggestions only.

Comparing everybody with everybody grows with the square of the accounts, so only names that share one of
their rarest pairs of letters are compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from kasales_xl.core.card.standing import Claim, Standing
from kasales_xl.core.names import name_key
from kasales_xl.pages.organisation.similar import Similar

#: A contact as it waits for this: account, name, title.
Contact = tuple[str, str, str]
Owned = tuple[Standing, Claim]
#: From this likeness on a pair is worth a look (0–1): one letter in seven may differ.
LIKE = 0.85
#: What a shorter name inside a longer one counts for.
_INSIDE = 0.9
#: Pairs of letters looked up for each name, the rarest first, and in how many names a useful one may be.
_PAIRS, _COMMON = 4, 150
#: No more suggestions than somebody can look through.
MOST = 300
_COMPANY = re.compile(
    r"股份有限公司|有限责任公司|有限公司|集团公司|集团|股份|公司|"
    r"\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|llc|gmbh|ag|group|holdings?|plc)\b\.?"
)
#: Letters that tell one branch from the next: names that differ in them are two.
_COUNTING = frozenset("0123456789一二三四五六七八九十东南西北中上下前后甲乙丙丁abcd")


def similar_accounts(standings: Iterable[Standing]) -> list[tuple[float, Owned, Owned]]:
    """Pairs of key accounts of different sellers whose names are alike and not the same, the likest first.
    Names that are the same to a comparison are conflicts, and told elsewhere."""
    named: defaultdict[str, list[Owned]] = defaultdict(list)
    for seller in standings:
        for claim in seller.claims:
            named[name_key(claim.account)].append((seller, claim))
    cores = {key: core(several[0][1].account) for key, several in named.items()}
    pairs = []
    for one, other in _candidates({key: core for key, core in cores.items() if core}):
        like = likeness(cores[one], cores[other])
        if like >= LIKE:
            pairs += [(like, a, b) for a in named[one] for b in named[other] if a[0] is not b[0]]
    pairs.sort(key=lambda pair: (-pair[0], pair[1][1].account, pair[1][0].seller_id, pair[2][0].seller_id))
    return pairs[:MOST]


def core(account: str) -> str:
    """A company's name without what every company's name has."""
    plain = name_key(_COMPANY.sub(" ", " ".join(account.casefold().split())))
    return "".join(letter for letter in plain if letter.isalnum())


def likeness(one: str, other: str) -> float:
    """Of two cores, 0–1."""
    if one == other:
        return 1.0 if one else 0.0
    short, long = sorted((one, other), key=len)
    if len(short) < (8 if short.isascii() else 4):
        return 0.0
    if short in long:
        return _INSIDE
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Indel

    like = fuzz.ratio(one, other) / 100
    if like < LIKE:
        return 0.0
    changed = {
        letter
        for edit in Indel.editops(one, other)
        for letter in (one[edit.src_pos] if edit.tag == "delete" else other[edit.dest_pos])
    }
    return 0.0 if changed <= _COUNTING else like


def _candidates(cores: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys whose cores share one of their rarest pairs of letters."""
    of_pair: defaultdict[str, list[str]] = defaultdict(list)
    pairs_of = {key: {core[n : n + 2] for n in range(max(len(core) - 1, 1))} for key, core in cores.items()}
    for key, pairs in pairs_of.items():
        for pair in pairs:
            of_pair[pair].append(key)
    seen: set[tuple[str, str]] = set()
    for key, pairs in sorted(pairs_of.items()):
        useful = (pair for pair in pairs if 1 < len(of_pair[pair]) <= _COMMON)
        for pair in sorted(useful, key=lambda pair: (len(of_pair[pair]), pair))[:_PAIRS]:
            for other in of_pair[pair]:
                both = (key, other) if key < other else (other, key)
                if key != other and both not in seen:
                    seen.add(both)
                    yield both


def similar_people(
    pairs: Iterable[tuple[Owned, Owned]], contacts: Callable[[Standing], Sequence[Contact]]
) -> Iterator[Similar]:
    """Contacts of one name at accounts that are, or may be, the same, in the books of two sellers."""
    for (seller, claim), (other, claimed) in pairs:
        here = {
            name_key(name): (name, title)
            for account, name, title in contacts(seller)
            if account == claim.account_id
        }
        for account, name, title in contacts(other):
            mine = here.get(name_key(name))
            if account == claimed.account_id and mine is not None and len(name_key(name)) > 1:
                yield Similar(
                    "person",
                    _at(claim.account, mine[0], mine[1]),
                    seller.name,
                    _at(claimed.account, name, title),
                    other.name,
                    1.0 if name_key(mine[1]) == name_key(title) else LIKE,
                )


def _at(account: str, name: str, title: str) -> str:
    return " ".join(part for part in (account, name, title) if part)


def suggestions(
    standings: Sequence[Standing], contacts: Callable[[Standing], Sequence[Contact]]
) -> tuple[Similar, ...]:
    """Accounts first, the likest first, then people."""
    alike = similar_accounts(standings)
    accounts = [
        Similar("account", a[1].account, a[0].name, b[1].account, b[0].name, like) for like, a, b in alike
    ]
    named: defaultdict[str, list[Owned]] = defaultdict(list)
    for seller in standings:
        for claim in seller.claims:
            named[name_key(claim.account)].append((seller, claim))
    same = [(a, b) for several in named.values() for a, b in combinations(several, 2) if a[0] is not b[0]]
    people = similar_people([*((a, b) for _, a, b in alike), *same], contacts)
    return (*accounts, *list(people)[:MOST])
