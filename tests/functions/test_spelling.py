"""A formula says the same in every host, under the name by which that host knows our functions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasales_xl.functions import FUNCTIONS
from kasales_xl.functions.spelling import SHOWN, STORED, respelled

PLAIN = 'IF(KA="","",IFERROR(KA_TIER(KA,tblAccounts[[#This Row],[客户名称]]),"–"))'
PREFIXES = ("", SHOWN, STORED)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_goes_there_and_back(name: str) -> None:
    for there in PREFIXES:
        spelt = respelled(f"{name}(KA)", there)
        assert spelt == f"{there}{name}(KA)"
        for back in PREFIXES:
            assert respelled(spelt, back) == f"{back}{name}(KA)"


@pytest.mark.parametrize(
    ("formula", "office"),
    [
        (PLAIN, PLAIN.replace("KA_TIER", "KASALES.KA_TIER")),
        ("ka_tier (KA,A3)", "KASALES.KA_TIER (KA,A3)"),
        ('KA_WHY(KA,"KA_TIER(x) ""KA_TIER(")', 'KASALES.KA_WHY(KA,"KA_TIER(x) ""KA_TIER(")'),
        ("'KA_TIER(旧)'!A1&KA_VERSION()", "'KA_TIER(旧)'!A1&KASALES.KA_VERSION()"),
        ("tbl[KA_TIER(旧)]+tbl[[#This Row],[KA_TIER(a'])]]", "tbl[KA_TIER(旧)]+tbl[[#This Row],[KA_TIER(a'])]]"),
        ("SUM(KA_COUNT(KA,B1),KA_COUNT(KA,B2))", "SUM(KASALES.KA_COUNT(KA,B1),KASALES.KA_COUNT(KA,B2))"),
        (r"'C:\Users\李四\kasales.xlam'!KA_TIER(KA,A1)", "KASALES.KA_TIER(KA,A1)"),
        ("[1]!KA_TIER(KA,A1)", "KASALES.KA_TIER(KA,A1)"),
        ("KASALES.CALC.FUNCTIONS.KATIER(KA,A1)", "KASALES.KA_TIER(KA,A1)"),
        # none of ours
        ("SKA_TIER(A1)+OTHER.KA_TIER(A1)+KA_TIER+KA_NOBODY(1)", "SKA_TIER(A1)+OTHER.KA_TIER(A1)+KA_TIER+KA_NOBODY(1)"),
        ("'[1]KA_TIER('!A1+[1]Sheet!A1", "'[1]KA_TIER('!A1+[1]Sheet!A1"),
    ],
)  # fmt: skip
def test_only_calls_of_our_functions_change(formula: str, office: str) -> None:
    assert respelled(formula, SHOWN) == office


@given(st.text(alphabet="KA_TIER()\"'[]!.,x客 1", max_size=40))
def test_any_text_comes_to_one_spelling_and_stays_there(text: str) -> None:
    for prefix in PREFIXES:
        once = respelled(text, prefix)
        assert respelled(once, prefix) == once
        assert respelled(respelled(once, SHOWN), prefix) == once
