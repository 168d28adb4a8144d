"""A share in whole percent is said in one way everywhere."""

from __future__ import annotations

import pytest

from kasales_xl.core.exact import percent


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.125, "13%"),
        (0.12499, "12%"),
        (0.135, "14%"),
        (0.145, "15%"),
        (0.0, "0%"),
        (1.0, "100%"),
        (1.205, "121%"),
    ],
)
def test_half_a_percent_is_rounded_up_as_a_spreadsheet_shows_it(share: float, said: str) -> None:
    assert percent(share) == said
