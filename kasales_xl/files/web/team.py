"""A team's parts of the page, written beside its workbook from the same pages by whoever writes that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kasales_xl.files.web.file import part
from kasales_xl.files.web.page_json import Json, page_json
from kasales_xl.files.web.sides import plain
from kasales_xl.files.web.squeezed import squeezed
from kasales_xl.pages.page import Page, Table, blocks
from kasales_xl.pages.seller_parts import SellerParts

#: Pages that list sellers, a line each, not what is theirs.
_OF_SELLERS = frozenset({"overview", "team", "heat", "progress"})
#: A step of a seller's trend: day, rank of the level, progress, key accounts strong, mid, junior.
Step = list[Any]


@dataclass(frozen=True)
class TeamHead:
    """What the index says of a team: its pages as tabs, and by seller ID the accounts (ID, name) and the
    steps of the trend."""

    pages: list[Json]
    accounts: dict[str, list[list[str]]]
    steps: dict[str, list[Step]]


def team_mark(team: str) -> str:
    """Names the parts of a team, the same in every run."""
    return "t" + hashlib.blake2b(team.encode(), digest_size=6).hexdigest()


def tab_json(page: Page) -> Json:
    """How a page is reached: ``k`` its key, ``n`` its tab; ``own``: it lists what belongs to a
    seller."""
    columns = [column.key for block in blocks(page) if isinstance(block, Table) for column in block.columns]
    own = "seller" in columns and page.key not in _OF_SELLERS
    return {"k": page.key, "n": plain(page.sheet), "own": own}


def team_parts(team: str, pages: Sequence[Page], sellers: Sequence[SellerParts]) -> bytes:
    """A line that ``read_head`` reads, then the parts as the page holds them. pages: those that are
    not about a single seller."""
    head = {
        "pages": [tab_json(page) for page in pages],
        "accounts": {one.standing.seller_id: _accounts(one) for one in sellers},
        "steps": {one.standing.seller_id: _steps(one) for one in sellers if one.past},
    }
    mark = team_mark(team)
    parts = (part(f"{mark}-{page.key}", squeezed(page_json(page))) for page in pages)
    return b"".join([json.dumps(head, ensure_ascii=False).encode(), b"\n", *parts])


def read_head(file: BinaryIO) -> TeamHead:
    """The first line; the parts follow."""
    return TeamHead(**json.loads(file.readline()))


def head_of(path: Path) -> TeamHead:
    with path.open("rb") as file:
        return read_head(file)


def _accounts(one: SellerParts) -> list[list[Any]]:
    accounts = one.details.accounts if one.details else ()
    return [[plain(v.account.account_id), plain(v.account.account)] for _seller, v in accounts]


def _steps(one: SellerParts) -> list[Step]:
    steps = one.past.steps if one.past else ()
    return [[s.on.isoformat(), s.level.rank, plain(s.progress), *s.counts] for s in steps]
