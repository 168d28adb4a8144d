"""One seller as the page keeps them: packed by the worker that graded the book, opened by the browser when
somebody wants to see this seller."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.history.calibration import RememberedDay
from kasales_xl.core.history.past import Past
from kasales_xl.core.moves.next_actions import next_actions
from kasales_xl.core.moves.plan import account_ways
from kasales_xl.core.rows import Deal
from kasales_xl.core.text import Text
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.files.web.behind import behind
from kasales_xl.files.web.book_rows import rows_json
from kasales_xl.files.web.page_json import Json, page_json
from kasales_xl.files.web.sides import Plain, plain
from kasales_xl.pages.parts import team_name
from kasales_xl.pages.seller_parts import SellerParts
from kasales_xl.text.pages.words import WORDS
from kasales_xl.text.verdicts.actions import action_line
from kasales_xl.text.verdicts.moves import explain_ways
from kasales_xl.text.verdicts.patterns import fit_text


def seller_record(card: SellerCard, parts: SellerParts, past: Past | None) -> Json:
    """past: with its remembered days, which ``parts`` let go."""
    book = card.book
    actions: defaultdict[str, list[Plain]] = defaultdict(list)
    for action in next_actions(card, card.plan):
        if action.account_id:
            actions[action.account_id].append(plain(action_line(action, card)))
    return {
        "id": plain(card.seller.seller_id),
        "name": plain(card.seller.name),
        "team": plain(team_name(card.seller.team)),
        "file": plain(book.file),
        "pages": [page_json(parts.page), *([page_json(parts.details.page)] if parts.details else [])],
        "accounts": [_account(card, one, actions[one.account.account_id]) for one in card.accounts],
        "rows": rows_json(book),
        "cells": behind(card),
        "maps": {one["account_id"]: one for one in parts.maps},
        "days": [_day(day) for day in past.remembered] if past else [],
    }


def _account(card: SellerCard, verdict: AccountVerdict, actions: list[Plain]) -> Json:
    """Whose rows are whose, for nobody but the core says what belongs to an account; ``tier``: as of the
    day of the scoring, on the same ground as the remembered days; ``next``: what to do,
    ``ways``: the least that leads to each higher tier of a key account; ``fits``: what the past says of its
    open deals."""
    book, account_id = card.book, verdict.account.account_id
    ways = explain_ways(account_ways(card, verdict)) if verdict.counted or verdict.undecided else ()
    deals = book.deals_of(account_id)
    named = {deal.deal_id for deal in deals}
    return {
        "id": plain(account_id),
        "name": plain(verdict.account.account),
        "row": verdict.account.row,
        "tier": plain(verdict.tier),
        "people": [one.row for one in book.people_of(account_id)],
        "deals": [deal.row for deal in deals],
        "support": [one.row for one in book.support if one.deal in named],
        "fits": [plain(text) for deal in deals if (text := _fit(card, deal))],
        "next": actions,
        "ways": [_flush(plain(way)) for way in ways],
    }


def _fit(card: SellerCard, deal: Deal) -> Text | None:
    """What the past says of an open deal."""
    pbm = card.dimensions.pbm
    fit = pbm.fits.get(deal.deal_id)
    return WORDS["pair"](name=deal.deal, text=fit_text(fit, pbm.spelt)) if fit else None


def _flush(said: Plain) -> Plain:
    """Without the indentation of a line in a terminal."""
    return [side.strip() for side in said] if isinstance(said, list) else str(said).strip()


def _day(day: RememberedDay) -> list[Any]:
    """What every account was on that day, by its ID."""
    return [day.on.isoformat(), {key: plain(tiers.claimed) for key, tiers in day.tiers.items()}]
