"""``docs/relationship_map.zh.svg`` and ``.en.svg``: the picture in the guide, of an account of the sample
organisation."""

from __future__ import annotations

from kasales_xl.book.sample import SAMPLE_DAY
from kasales_xl.core.card.seller_card import make_card
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Lang
from kasales_xl.demo.books import drafts
from kasales_xl.files.relation_map.draw import draw_map
from kasales_xl.pages.relations.plain import key_account_plain_maps

#: One that shows nearly every mark.
_SELLER, _ACCOUNT = "S003", "A03009"


def picture(lang: Lang) -> str:
    (draft,) = (one for one in drafts(SAMPLE_DAY, lang) if one.seller.seller_id == _SELLER)
    maps = key_account_plain_maps(make_card(draft.book(), DEFAULT_POLICY, SAMPLE_DAY))
    (facts,) = (one for one in maps if one["account_id"] == _ACCOUNT)
    return draw_map(facts, lang)
