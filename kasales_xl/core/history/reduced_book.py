"""A book reduced to what its verdicts rest on, as one text: kept with each snapshot, so that old facts
can be judged again by another policy. No phone, mail or note is in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from kasales_xl.core.evidence import is_evidence
from kasales_xl.core.rows import SHEETS, Account, Career, Contact, Deal, Link, Practice, Row, Seller
from kasales_xl.core.rows.book import Book, Doubt

#: Which shape the text has; one that is not known is not read.
SHAPE = 3

_SELLER = (
    "seller_id",
    "name",
    "team",
    "annual_target",
    "money_unit",
    "track_expert",
    "industry_expert",
    "expert_evidence",
    "period_start",
)
_ROWS: dict[str, tuple[type[Row], tuple[str, ...]]] = {
    "accounts": (
        Account,
        (
            "account_id",
            "account",
            "owner",
            "potential_12m",
            "key_departments",
            "sustainable",
            "confirmed_tier",
        ),
    ),
    "contacts": (
        Contact,
        (
            "contact_id",
            "account",
            "name",
            "department",
            "key_decision_maker",
            "business_related",
            "can_influence",
            "stance",
            "last_contact",
            "influence_evidence",
        ),
    ),
    "deals": (
        Deal,
        (
            "deal_id",
            "account",
            "deal",
            "amount",
            "stage",
            "expected_close",
            "closed",
            "is_real",
            "can_win",
            "created",
            "budget_month",
            "procurement",
            "deciding_department",
            "key_criterion",
            "competitor",
            "incumbent",
        ),
    ),
    "practices": (Practice, ("practice_id", "dimension", "stage", "practice", "self_grade", "manager_grade")),
}
#: How many of these columns earlier shapes kept; the later ones read as blank.
_EARLIER = {
    1: {"seller": 8, "accounts": 5, "contacts": 9, "deals": 7, "practices": 6},
    2: {"seller": 8, "accounts": 7, "contacts": 10, "deals": 9, "practices": 6},
}
# texts that a row must have and no verdict looks at
_EMPTIED = frozenset({"deal", "practice"})
_CONTACT_NAME = _ROWS["contacts"][1].index("name")
#: What is left of a text of which only counts whether it tells anything.
_TOLD = "+1"


def reduced_text(book: Book) -> str:
    """The reduced book as JSON; the order of rows makes no difference. A book without a seller: blank."""
    if book.seller is None:
        return ""
    content: dict[str, Any] = {"shape": SHAPE, "seller": [getattr(book.seller, key) for key in _SELLER]}
    for sheet, (_model, keys) in _ROWS.items():
        rows = [[_kept(row, key) for key in keys] for row in getattr(book, sheet)]
        content[sheet] = sorted(rows, key=lambda row: [str(cell) for cell in row[:2]])
    if book.doubts:
        content["doubts"] = sorted([d.account, d.sheet, d.column, d.cell, d.row_id] for d in book.doubts)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=to_jsonable_python)


def _kept(row: Row, key: str) -> Any:
    if key in _EMPTIED:
        return ""
    value = getattr(row, key)
    return _TOLD * is_evidence(value) if key == "influence_evidence" else value


def reduced_book(text: str) -> Book | None:
    """The book that a text holds, findings and places aside; None where it cannot be read any more."""
    try:
        content = json.loads(text)
        whole = {sheet: len(keys) for sheet, (_model, keys) in _ROWS.items()} | {"seller": len(_SELLER)}
        kept = {**_EARLIER, SHAPE: whole}[content["shape"]]
        sheets = {
            sheet: tuple(
                model.model_validate(dict(zip(keys[: kept[sheet]], row, strict=True)))
                for row in content[sheet]
            )
            for sheet, (model, keys) in _ROWS.items()
        }
        doubts = tuple(Doubt(*map(str, doubt)) for doubt in content.get("doubts", ()))
        seller = Seller.model_validate(dict(zip(_SELLER[: kept["seller"]], content["seller"], strict=True)))
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        return None
    return Book(seller, **sheets, doubts=doubts)  # type: ignore[arg-type]


def people_renamed(text: str, rename: Callable[[str], str]) -> str:
    """The same text with the contacts under other names, and IDs that hold a name; one that cannot be read
    becomes blank."""
    try:
        content = json.loads(text)
        for row in content["contacts"]:
            name = row[_CONTACT_NAME]
            if name:
                row[0], row[_CONTACT_NAME] = row[0].replace(name, rename(name)), rename(name)
        content.pop("doubts", None)
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return ""


def book_fingerprint(book: Book) -> str:
    """32 hex digits over every cell that was read; the order and place of rows make no difference."""
    digest = hashlib.blake2b(digest_size=16)
    for model in SHEETS:
        rows = getattr(book, model.sheet) or ()
        ordered = sorted(rows if isinstance(rows, tuple) else (rows,), key=_order)
        digest.update(_dumper(model).dump_json(ordered, exclude={"__all__": {"row"}}))
    if book.doubts:
        digest.update(repr(sorted((d.account, d.sheet, d.column, d.row_id) for d in book.doubts)).encode())
    return digest.hexdigest()


@cache
def _dumper(model: type[Row]) -> TypeAdapter[list[Row]]:
    return TypeAdapter(list[model])  # type: ignore[valid-type]


def _order(row: Row) -> list[str]:
    """By ID, or where a row has none by all its cells."""
    cells = [value for key, value in row.__dict__.items() if key != "row"]
    return [str(cell) for cell in (cells if isinstance(row, Link | Career) else cells[:1])]
