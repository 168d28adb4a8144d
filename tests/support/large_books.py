"""Books of any size: every account strong, with ten contacts and five deals."""

from __future__ import annotations

from dataclasses import replace

from books_of import account_of, book_of

from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Tier


def large_book(accounts: int) -> Book:
    made = [account_of(number + 1, Tier.STRONG) for number in range(accounts)]
    people = [
        member.model_copy(update={"contact_id": f"{member.contact_id}-{n}", "name": f"{member.name}{n}"})
        for _, members, _ in made
        for n, member in zip(range(10), members * 4, strict=False)
    ]
    deals = [
        deal.model_copy(update={"deal_id": f"{deal.deal_id}-{n}", "deal": f"{deal.deal}{n}"})
        for _, _, pair in made
        for n, deal in zip(range(5), pair * 3, strict=False)
    ]
    return replace(
        book_of(grade=1),
        accounts=tuple(account for account, _, _ in made),
        contacts=tuple(people),
        deals=tuple(deals),
    )
