"""A book reduced to what its verdicts rest on, as one text: kept with each snapshot, so that old facts
can be judged again by another policy. No phone, mail, note or amount beyond the account test is in it."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from kasales_xl.core.rows import SHEETS, Account, Career, Contact, Deal, Link, Practice, Row, Seller
from kasales_xl.core.rows.book import Book, Doubt

#: Which shape the text has; a text of another shape is not read.
SHAPE = 1

_SELLER = (
    "seller_id",
    "name",
    "team",
    "annual_target",
    "money_unit",
    "track_expert",
    "industry_expert",
    "expert_evidence",
)
_ROWS: dict[str, tuple[type[Row], tuple[str, ...]]] = {
    "accounts": (Account, ("account_id", "account", "owner", "potential_12m", "key_departments")),
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
        ),
    ),
    "deals": (Deal, ("deal_id", "account", "deal", "amount", "stage", "expected_close", "closed")),
    "practices": (Practice, ("practice_id", "dimension", "stage", "practice", "self_grade", "manager_grade")),
}
# texts that a row must have and no verdict looks at
_EMPTIED = frozenset({"deal", "practice"})


def reduced_text(book: Book) -> str:
    """The reduced book as JSON; the order of rows makes no difference. A book without a seller: blank."""
    if book.seller is None:
        return ""
    content: dict[str, Any] = {"shape": SHAPE, "seller": [getattr(book.seller, key) for key in _SELLER]}
    for sheet, (_model, keys) in _ROWS.items():
        rows = [["" if k in _EMPTIED else getattr(row, k) for k in keys] for row in getattr(book, sheet)]
        content[sheet] = sorted(rows, key=lambda row: [str(cell) for cell in row[:2]])
    if book.doubts:
        content["doubts"] = sorted([d.account, d.sheet, d.column, d.cell, d.row_id] for d in book.doubts)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=to_jsonable_python)


def reduced_book(text: str) -> Book | None:
    """The book that a text holds, findings and places aside; None where it cannot be read any more."""
    try:
        content = json.loads(text)
        if content["shape"] != SHAPE:
            return None
        sheets = {
            sheet: tuple(model.model_validate(dict(zip(keys, row, strict=True))) for row in content[sheet])
            for sheet, (model, keys) in _ROWS.items()
        }
        doubts = tuple(Doubt(*map(str, doubt)) for doubt in content.get("doubts", ()))
        seller = Seller.model_validate(dict(zip(_SELLER, content["seller"], strict=True)))
    except (ValueError, KeyError, TypeError, ValidationError):
        return None
    return Book(seller, **sheets, doubts=doubts)  # type: ignore[arg-type]


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
