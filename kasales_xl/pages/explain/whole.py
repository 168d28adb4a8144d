"""A whole card in words, part by part, and what would change if something were done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.moves.move import Move
from kasales_xl.core.moves.next_actions import next_actions
from kasales_xl.core.text import Text
from kasales_xl.core.verdicts.tier import AccountVerdict
from kasales_xl.pages.explain import card as words
from kasales_xl.pages.explain.change import explain_account_change, explain_change, supposed
from kasales_xl.pages.explain.dimensions import explain_deals, explain_dimensions, explain_ours
from kasales_xl.text.verdicts.actions import explain_plan, explain_week


def explain_everything(card: SellerCard) -> Iterator[Sequence[Text]]:
    """The parts that have something to say, each as lines, its heading first."""
    planned = card.plan
    parts: tuple[Iterable[Text], ...] = (
        words.explain_level(card),
        words.explain_gap(card),
        explain_plan(planned),
        explain_week(next_actions(card, planned), card),
        explain_dimensions(card),
        explain_deals(card),
        explain_ours(card),
        *(words.explain_account(verdict) for verdict in card.accounts),
    )
    return (lines for part in parts if (lines := tuple(part)))


def explain_supposed(
    now: SellerCard,
    then: SellerCard,
    moves: Sequence[Move],
    account: tuple[AccountVerdict, AccountVerdict] | None = None,
) -> Iterator[Text]:
    """What is supposed, and what it would change: of one account now and then, or of all."""
    yield from supposed(moves, other_policy=now.policy.fingerprint != then.policy.fingerprint)
    if account is None:
        yield from explain_change(now, then)
    else:
        yield from explain_account_change(*account)
