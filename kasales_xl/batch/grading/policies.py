"""Which policy a book is judged by: the company's file goes before the book's own 规则 sheet."""

from __future__ import annotations

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.policy import DEFAULT_POLICY, Policy
from kasales_xl.core.rows.book import Book
from kasales_xl.text.findings.files import POLICY_SHEET_GONE


def policy_for(book: Book, company: Policy | None) -> tuple[Policy, tuple[Finding, ...]]:
    """The policy to use, and a finding for each value in which the book's own differs from the
    company's."""
    if company is None:
        gone = Finding(POLICY_SHEET_GONE, Place(file=book.file))
        return (DEFAULT_POLICY, (gone,)) if book.policy is None else (book.policy, ())
    from kasales_xl.files.policy.read import differences

    return company, differences(book, company)
