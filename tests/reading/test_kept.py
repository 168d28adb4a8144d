"""Tables read before are not read again, and what comes of it is the same as if they were."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from grids_of import ON
from large_books import large_book
from pydantic import ValidationError

from kasales_xl.book.filling import book_tables
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Contact, Deal
from kasales_xl.reading import book as reading
from kasales_xl.reading.book import read_tables
from kasales_xl.reading.checked import checked_rows
from kasales_xl.reading.kept import KeptReadings

Tables = dict[str, list[list[Any]]]
_ODD = [
    "",
    None,
    "?",
    "-",
    "张总和李总",
    "2026-13-45",
    -1.0,
    3.0,
    "50-80万",
    "客户001",
    " 采购部",
    "反对",
    "#REF!",
]


def tables_of(accounts: int) -> Tables:
    tables = book_tables(large_book(accounts), DEFAULT_POLICY, "zh")
    return {key: [list(row) for row in rows] for key, rows in tables.items()}


def named(tables: Tables) -> dict[str, str]:
    return {key: repr(rows) for key, rows in tables.items()}


def edited(tables: Tables, random: Random) -> None:
    """One cell typed over, a row deleted, doubled or moved."""
    rows = tables[random.choice(["seller", "accounts", "contacts", "deals"])]
    at = random.randrange(1, len(rows))
    turn = random.random()
    if turn < 0.7 or len(rows) < 4:
        rows[at][random.randrange(len(rows[at]))] = random.choice(_ODD)
    elif turn < 0.8:
        del rows[at]
    elif turn < 0.9:
        rows.insert(at, list(rows[random.randrange(1, len(rows))]))
    else:
        rows.append(rows.pop(at))


@pytest.mark.parametrize("seed", range(4))
def test_any_edits_read_with_what_was_read_before_give_the_book_of_a_first_reading(seed: int) -> None:
    random, tables, kept = Random(seed), tables_of(6), KeptReadings()
    for _ in range(25):
        edited(tables, random)
        assert read_tables(tables, on=ON, kept=kept, names=named(tables)) == read_tables(tables, on=ON)


def test_an_edit_of_one_contact_reads_the_contacts_again_and_makes_that_row_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tables, kept, read = tables_of(6), KeptReadings(), []
    before = read_tables(tables, on=ON, kept=kept, names=named(tables))
    body = reading.read_body
    monkeypatch.setattr(
        reading, "read_body", lambda head, *rest: read.append(head.layout.key) or body(head, *rest)
    )
    title = tables["contacts"][0].index("职务") if "职务" in tables["contacts"][0] else 4
    tables["contacts"][3][title] = "新来的处长"
    after = read_tables(tables, on=ON, kept=kept, names=named(tables))
    assert read == ["contacts"]
    assert after.contacts != before.contacts
    new = [now for now, then in zip(after.contacts, before.contacts, strict=True) if now is not then]
    assert [row.row for row in new] == [4]
    assert all(now is then for now, then in zip(after.deals, before.deals, strict=True))


def test_rows_checked_column_by_column_are_those_that_are_checked_one_by_one() -> None:
    for rows in (large_book(3).contacts, large_book(3).deals):
        model = type(rows[0])
        keys = tuple(model.model_fields)
        lines = [tuple(getattr(row, key) for key in keys) for row in rows]
        made = checked_rows(model, keys, lines)
        assert made == [model.model_validate(dict(zip(keys, line, strict=True))) for line in lines]
        assert [row.model_dump() for row in made] == [row.model_dump() for row in rows]
        assert made[0].model_copy(update={"row": 9}).model_fields_set == set(keys)


def test_a_value_that_the_model_does_not_allow_is_not_let_through() -> None:
    with pytest.raises(ValidationError):
        checked_rows(Contact, ("contact_id", "account", "name"), [("C1", "A1", None)])


def test_what_a_sheet_has_no_column_for_is_as_its_model_leaves_it() -> None:
    (deal,) = checked_rows(Deal, ("deal_id", "account", "deal", "stage"), [("D1", "A1", "一期", "won")])
    assert deal == Deal(deal_id="D1", account="A1", deal="一期", stage="won")  # type: ignore[arg-type]
    assert deal.model_fields_set == {"deal_id", "account", "deal", "stage"}


def test_the_tables_asked_for_last_are_kept() -> None:
    kept = KeptReadings(most=2)
    for accounts in (2, 3, 2):
        tables = tables_of(accounts)
        assert read_tables(tables, on=ON, kept=kept, names=named(tables)) == read_tables(tables, on=ON)
    assert len(kept._read) == 2
    kept.clear()
    assert not kept._read
