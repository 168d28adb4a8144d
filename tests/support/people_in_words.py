"""Contacts by what is said of them."""

from __future__ import annotations

from kasales_xl.core.rows import Contact
from kasales_xl.core.terms import Influence, Stance, YesNoUnknown


def person(
    name: str, department: str = "", words: str = "", *, account: str = "A", contact_id: str = ""
) -> Contact:
    """words: 决策 key decision maker, 相关 related, 能 can influence, 反对 opposed; what is not said is not so.
    contact_id: the name where none is given."""
    return Contact(
        contact_id=contact_id or name,
        account=account,
        name=name,
        department=department,
        key_decision_maker=YesNoUnknown.YES if "决策" in words else YesNoUnknown.NO,
        business_related=YesNoUnknown.YES if "相关" in words else YesNoUnknown.NO,
        can_influence=Influence.YES if "能" in words else Influence.NO,
        stance=Stance.OPPOSED if "反对" in words else Stance.NEUTRAL,
    )
