"""What waits on disk comes back as values and as nothing else."""

from __future__ import annotations

import os
import pickle
import zlib

import pytest

from kasales_xl.batch.grading.packing import Unpacked, packed, unpacked
from kasales_xl.batch.run import score
from kasales_xl.core.findings import Place
from kasales_xl.core.terms import Tier


class Trap:
    def __init__(self, call: object, *given: object) -> None:
        self.given = (call, given)

    def __reduce__(self) -> tuple[object, object]:
        return self.given


def test_values_come_back_as_they_were() -> None:
    there = {"place": Place("a.xlsx", row=3), "tiers": (Tier.MID, None, 1.5, "甲")}
    assert unpacked(packed(there)) == there


@pytest.mark.parametrize("call", [os.system, eval, print, getattr, score, pickle.loads])
def test_nothing_is_called_whatever_somebody_has_put_there(
    call: object, capsys: pytest.CaptureFixture[str]
) -> None:
    trap = zlib.compress(pickle.dumps(Trap(call, "print('!')")))
    with pytest.raises(Unpacked):
        unpacked(trap)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "spoil", [lambda b: b[:-3], lambda b: b"x" + b, lambda b: zlib.compress(b"spoiled"), lambda _b: b""]
)
def test_bytes_that_were_spoiled_are_told(spoil) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Unpacked):
        unpacked(spoil(packed({"n": 1})))
