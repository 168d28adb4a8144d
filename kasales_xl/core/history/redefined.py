"""Earlier facts under a later target and a later scope: what was agreed on, not what was achieved (P3)."""

from __future__ import annotations

from dataclasses import replace

from kasales_xl.core.exact import exact
from kasales_xl.core.rows.book import Book


def with_target(before: Book, now: Book) -> Book:
    """The earlier book with the later annual target, in the earlier book's money unit."""
    was, then = before.seller, now.seller
    if was is None or then is None:
        return before
    target = then.annual_target
    if target is not None and was.money_unit is not then.money_unit:
        target = float(exact(target) * then.money_unit.yuan / was.money_unit.yuan)
    if target == was.annual_target:
        return before
    return replace(before, seller=was.model_copy(update={"annual_target": target}))


def with_scope(before: Book, now: Book) -> Book:
    """The earlier book as it would stand with the later scope: accounts and people who are gone are left
    out, key departments, owners, and who decides in which department are the later ones. What was
    achieved with them stays as it was; whoever is new is no part of it."""
    accounts = {account.account_id: account for account in now.accounts}
    people = {(contact.account, contact.contact_id): contact for contact in now.contacts}
    kept = tuple(account for account in before.accounts if account.account_id in accounts)
    return replace(
        before,
        accounts=tuple(
            account.model_copy(
                update={
                    "key_departments": accounts[account.account_id].key_departments,
                    "owner": accounts[account.account_id].owner,
                }
            )
            for account in kept
        ),
        contacts=tuple(
            contact.model_copy(
                update={
                    "department": then.department,
                    "key_decision_maker": then.key_decision_maker,
                    "business_related": then.business_related,
                }
            )
            for contact in before.contacts
            if (then := people.get((contact.account, contact.contact_id))) is not None
        ),
        deals=tuple(deal for deal in before.deals if deal.account in accounts),
    )
