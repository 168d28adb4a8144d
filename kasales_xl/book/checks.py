"""The 检查 sheet: what is counted, and what must be zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kasales_xl.core.text import Text, join, same
from kasales_xl.layout.formulas import column_ref
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT, TAB_TITLES

#: ``count`` is for information; ``must`` and ``should`` are to be 0: ✖ and ▲ otherwise.
Weight = Literal["count", "must", "should"]


@dataclass(frozen=True)
class Check:
    """``formula`` gives a whole number."""

    code: str
    weight: Weight
    formula: Text


#: The column whose filled cells are a sheet's records.
_COUNTED = {
    "accounts": "account",
    "contacts": "name",
    "deals": "deal",
    "support": "deal",
    "links": "to_person",
    "practices": "self_grade",
    "career": "start",
}
#: Reference columns that must find their row, with the columns that may name it.
_REFERENCES = (
    ("contacts", "account", "accounts", ("account_id", "account")),
    ("deals", "account", "accounts", ("account_id", "account")),
    ("support", "deal", "deals", ("deal_id", "deal")),
)
_IDS = (("accounts", "account_id"), ("contacts", "contact_id"), ("deals", "deal_id"))
#: Columns without which a key account stays undecided or can't become strong.
_WANTED = ("potential_12m", "key_departments")


def checks() -> tuple[Check, ...]:
    """In the order of the sheet."""
    return (
        *(_records(sheet, key) for sheet, key in _COUNTED.items()),
        _profile(),
        *(_orphans(*reference) for reference in _REFERENCES),
        _duplicates(),
        *(_missing(key) for key in _WANTED),
    )


def _ref(sheet: str, key: str) -> Text:
    return column_ref(LAYOUT[sheet], key)


def _records(sheet: str, key: str) -> Check:
    return Check(f"count-{sheet}", "count", same("=COUNTA({column})")(column=_ref(sheet, key)))


def _profile() -> Check:
    rows = [at for at, column in enumerate(LAYOUT["seller"].columns, FIRST_ROW) if column.required]
    blank = [same("COUNTBLANK('{tab}'!$C${row})")(tab=TAB_TITLES["seller"], row=row) for row in rows]
    return Check("profile-blank", "must", _sum(blank))


def _orphans(sheet: str, key: str, other: str, names: tuple[str, ...]) -> Check:
    """Rows that name a row of another sheet which isn't there."""
    mine = _ref(sheet, key)
    known = [same("COUNTIF({theirs},{mine})")(theirs=_ref(other, name), mine=mine) for name in names]
    formula = same('=SUMPRODUCT(({mine}<>"")*(({known})=0))')(mine=mine, known=join(known, same("+")))
    return Check(f"orphans-{sheet}", "must", formula)


def _duplicates() -> Check:
    """Rows whose ID another row has too."""
    twice = same('SUMPRODUCT(({ids}<>"")*(COUNTIF({ids},{ids})>1))')
    return Check("duplicate-ids", "must", _sum([twice(ids=_ref(sheet, key)) for sheet, key in _IDS]))


def _missing(key: str) -> Check:
    """Accounts that are named but lack a column."""
    formula = same('=SUMPRODUCT(({name}<>"")*({cell}=""))')
    name, cell = _ref("accounts", "account"), _ref("accounts", key)
    return Check(f"missing-{key}", "should", formula(name=name, cell=cell))


def _sum(parts: list[Text]) -> Text:
    return same("={parts}")(parts=join(parts, same("+")))
