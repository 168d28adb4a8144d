"""What people really send back: one slip of each kind, planted where it changes no seller's level."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kasales_xl.core.rows import Account, Contact, Deal
from kasales_xl.core.terms import DealStage, Influence, MoneyUnit, Stance, YesNoUnknown
from kasales_xl.core.text import Text
from kasales_xl.demo.draft import Draft

Slip = Callable[[Draft], None]


def _deal(draft: Draft, **raw: object) -> None:
    """One more small open deal, with cells as somebody typed them."""
    projects = draft.trade.projects
    deal = Deal(
        deal_id=draft.next_id("D", draft.deals),
        account=draft.accounts[-1].account_id,
        deal=f"{draft.typed(projects[0])} {draft.number}",
        amount=draft.money(0.05),
        stage=DealStage.QUALIFY,
        created=draft.ago(50),
        stage_since=draft.ago(30),
        expected_close=draft.ago(-60),
    )
    draft.deals.append(deal.model_copy(update=raw))


def _contact(draft: Draft, **raw: object) -> None:
    """One more contact of the last account who decides nothing, with cells as somebody typed them."""
    contact = Contact(
        contact_id=draft.next_id("C", draft.contacts),
        account=draft.accounts[-1].account_id,
        name=draft.people.name(),
        department=draft.typed(draft.trade.departments[-1]),
        can_influence=Influence.NO,
        business_related=YesNoUnknown.NO,
        last_contact=draft.ago(40),
    )
    draft.contacts.append(contact.model_copy(update=raw))


def _retype(draft: Draft, at: int, **raw: object) -> None:
    draft.deals[at] = draft.deals[at].model_copy(update=raw)


def _small(draft: Draft) -> int:
    """The place of a small closed deal."""
    small = 0.1 * draft.target
    return next(i for i, d in enumerate(draft.deals) if d.stage.is_closed and (d.amount or 0) < small)


def _lost(draft: Draft) -> int:
    """The place of the last lost deal."""
    return max(i for i, d in enumerate(draft.deals) if d.stage is DealStage.LOST)


def _money_text(draft: Draft) -> None:
    at = _small(draft)
    amount = draft.deals[at].amount or 0
    yuan = amount * draft.seller.money_unit.yuan
    _retype(draft, at, amount=draft.typed(Text(f"{yuan / 10_000:g}万", f"￥{yuan:,.0f}")))


def _text_date(draft: Draft) -> None:
    day = draft.contacts[-1].last_contact or draft.on
    typed = Text(f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}")
    draft.contacts[-1] = draft.contacts[-1].model_copy(update={"last_contact": draft.typed(typed)})


def _wide_digits(draft: Draft) -> None:
    at = _small(draft)
    digits = f"{draft.deals[at].amount or 0:g}".translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    _retype(draft, at, amount=digits)


def _wrong_unit(draft: Draft) -> None:
    """A rep who keeps a book in 元 types one amount in 万元."""
    _deal(draft, amount=(draft.money(0.03)) / MoneyUnit.WAN.yuan)


def _twice(draft: Draft) -> None:
    _deal(draft, deal_id=draft.deals[0].deal_id)


def _total(draft: Draft) -> None:
    whole = sum(deal.amount for deal in draft.deals if isinstance(deal.amount, float))
    texts = ("deal_id", "deal", "stage", "deciding_department", "competitor", "note")
    blank: dict[str, Any] = {key: "" if key in texts else None for key in Deal.model_fields if key != "row"}
    row = blank | {"account": draft.typed(Text("合计", "Total")), "amount": whole}
    draft.deals.append(draft.deals[-1].model_copy(update=row))


def _elsewhere(draft: Draft) -> None:
    office = draft.typed(Text("总裁办公室", "President's Office"))
    _contact(draft, department=office, key_decision_maker=YesNoUnknown.YES)


def _shared(draft: Draft) -> None:
    """An account that a colleague owns stands in this book too."""
    name = draft.typed(Text("澜岳联合集团", "Lanworth United"))
    draft.accounts.append(
        Account(
            account_id=draft.next_id("A", draft.accounts),
            account=name,
            owner="S002",
            industry=draft.typed(draft.trade.name),
            potential_12m=draft.money(0.1),
        )
    )


def _owned(draft: Draft) -> None:
    _shared(draft)
    draft.accounts[-1] = draft.accounts[-1].model_copy(update={"owner": ""})


#: (the seller's place in the cast, from 1; the finding it should raise, blank where it is none of the
#: book's own; how it is made). Held rows are rows of their own, so nobody's level depends on them.
SLIPS: tuple[tuple[int, str, Slip], ...] = (
    (2, "", _owned),
    (2, "money-range", lambda d: _deal(d, amount=d.typed(Text("50-80万", "500,000-800,000")))),
    (2, "two-names", lambda d: _contact(d, name=d.typed(Text("张总/李总", "Mr Chang / Ms Lee")))),
    (
        3,
        "orphan-account",
        lambda d: _deal(d, account=d.typed(Text("云雾谷不在册公司", "Nowhere Listed Ltd"))),
    ),
    (3, "text-date", _text_date),
    (4, "money-text", _money_text),
    (4, "money-negative", lambda d: _retype(d, _lost(d), amount=-d.money(0.03))),
    (5, "", _shared),
    (5, "money-unit-slip", _wrong_unit),
    (
        6,
        "closed-without-date",
        lambda d: _deal(d, stage=DealStage.WON, stage_since=d.ago(20), expected_close=None),
    ),
    (6, "not-in-list", lambda d: _contact(d, buying_role=d.typed(Text("老板", "big boss")))),
    (7, "id-twice", _twice),
    (7, "text-number", _wide_digits),
    (9, "decision-maker-elsewhere", _elsewhere),
    (9, "influenced-yet-opposed", lambda d: _contact(d, can_influence=Influence.YES, stance=Stance.OPPOSED)),
    (10, "total-row", _total),
    (11, "money-approximate", lambda d: _deal(d, amount=d.typed(Text("约50万", "about 500,000")))),
    (11, "date-unclear", lambda d: _deal(d, expected_close="3/4/26")),
    (12, "money-currency", lambda d: _deal(d, amount="USD 20,000")),
    (13, "surname-only", lambda d: _contact(d, name=d.typed(Text("张总", "Mr Chang")))),
)


def plant(draft: Draft) -> None:
    """Every slip of this seller, in order."""
    for number, _code, slip in SLIPS:
        if number == draft.number:
            slip(draft)
