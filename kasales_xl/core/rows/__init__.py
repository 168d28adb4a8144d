"""One frozen model per sheet of the account book; each field declares its column (``core/rows/columns.py``).
The field order is the column order."""

from __future__ import annotations

from kasales_xl.core.rows.account import Account, Contact, Link
from kasales_xl.core.rows.columns import Row
from kasales_xl.core.rows.deal import Deal, Support
from kasales_xl.core.rows.seller import Career, Practice, Seller

__all__ = [
    "SHEETS",
    "Account",
    "Career",
    "Contact",
    "Deal",
    "Link",
    "Practice",
    "Row",
    "Seller",
    "Support",
]

#: Every sheet that a person fills, in the order of the book.
SHEETS: tuple[type[Row], ...] = (Seller, Account, Contact, Deal, Support, Link, Practice, Career)
