"""One seller as the page keeps them: packed by the worker that graded the book, opened by the browser when
somebody wants to see this seller."""

from __future__ import annotations

from typing import Any

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.history.calibration import RememberedDay
from kasales_xl.core.history.past import Past
from kasales_xl.files.web.behind import behind
from kasales_xl.files.web.book_rows import rows_json
from kasales_xl.files.web.page_json import Json, page_json
from kasales_xl.files.web.sides import plain
from kasales_xl.pages.parts import team_name
from kasales_xl.pages.seller_parts import SellerParts


def seller_record(card: SellerCard, parts: SellerParts, past: Past | None) -> Json:
    """past: with its remembered days, which ``parts`` let go."""
    book = card.book
    return {
        "id": plain(card.seller.seller_id),
        "name": plain(card.seller.name),
        "team": plain(team_name(card.seller.team)),
        "file": plain(book.file),
        "pages": [page_json(parts.page), *([page_json(parts.details.page)] if parts.details else [])],
        "accounts": [_account(card, verdict.account.account_id) for verdict in card.accounts],
        "rows": rows_json(book),
        "cells": behind(card),
        "maps": {one["account_id"]: one for one in parts.maps},
        "days": [_day(day) for day in past.remembered] if past else [],
    }


def _account(card: SellerCard, account_id: str) -> Json:
    """Whose rows are whose, for nobody but the core says what belongs to an account."""
    book = card.book
    deals = book.deals_of(account_id)
    named = {deal.deal_id for deal in deals}
    verdict = card.dimensions.rows.by_id[account_id]
    return {
        "id": plain(account_id),
        "name": plain(verdict.account.account),
        "row": verdict.account.row,
        "people": [one.row for one in book.people_of(account_id)],
        "deals": [deal.row for deal in deals],
        "support": [one.row for one in book.support if one.deal in named],
    }


def _day(day: RememberedDay) -> list[Any]:
    """What every account was on that day, by its ID."""
    return [day.on.isoformat(), {key: plain(tiers.claimed) for key, tiers in day.tiers.items()}]
