"""The 检查 sheet: what is counted, what must be zero, as formulas and as the values they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kasales_xl.book.filling import Cell
from kasales_xl.core.terms import Lang
from kasales_xl.layout.formulas import column_ref
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT

Tables = Mapping[str, Sequence[Sequence[Cell]]]

#: ``count`` is for information; ``must`` and ``should`` are to be 0: ✖ and ▲ otherwise.
Weight = Literal["count", "must", "should"]


@dataclass(frozen=True)
class Check:
    """``formula`` gives a whole number; ``value`` is what it has for the book at hand."""

    code: str
    weight: Weight
    formula: str
    value: int


#: The column whose filled cells are a sheet's records.
_COUNTED = {
    "accounts": "account",
    "contacts": "name",
    "deals": "deal",
    "support": "request_id",
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


def checks(tables: Tables, lang: Lang) -> tuple[Check, ...]:
    """tables: of ``filling.book_tables``. In the order of the sheet."""
    return (
        *(_records(tables, sheet, key, lang) for sheet, key in _COUNTED.items()),
        _profile(tables, lang),
        *(_orphans(tables, *reference, lang) for reference in _REFERENCES),
        _duplicates(tables, lang),
        *(_missing(tables, key, lang) for key in _WANTED),
    )


def _column(tables: Tables, sheet: str, key: str) -> list[Cell]:
    at = list(LAYOUT[sheet].by_key).index(key)
    return [row[at] for row in tables[sheet][1:]]


def _ref(sheet: str, key: str, lang: Lang) -> str:
    return column_ref(LAYOUT[sheet], key, lang)


def _records(tables: Tables, sheet: str, key: str, lang: Lang) -> Check:
    value = sum(cell is not None for cell in _column(tables, sheet, key))
    return Check(f"count-{sheet}", "count", f"=COUNTA({_ref(sheet, key, lang)})", value)


def _profile(tables: Tables, lang: Lang) -> Check:
    layout = LAYOUT["seller"]
    rows = [at for at, column in enumerate(layout.columns) if column.required]
    value = sum(tables["seller"][1 + at][2] is None for at in rows)
    cells = (f"COUNTBLANK('{layout.title(lang)}'!$C${FIRST_ROW + at})" for at in rows)
    return Check("profile-blank", "must", f"={'+'.join(cells)}", value)


def _orphans(tables: Tables, sheet: str, key: str, other: str, names: tuple[str, ...], lang: Lang) -> Check:
    """Rows that name a row of another sheet which isn't there."""
    known = {_folded(cell) for name in names for cell in _column(tables, other, name) if cell is not None}
    given = [cell for cell in _column(tables, sheet, key) if cell is not None]
    mine = _ref(sheet, key, lang)
    found = "+".join(f"COUNTIF({_ref(other, name, lang)},{mine})" for name in names)
    formula = f'=SUMPRODUCT(({mine}<>"")*(({found})=0))'
    return Check(f"orphans-{sheet}", "must", formula, sum(_folded(cell) not in known for cell in given))


def _duplicates(tables: Tables, lang: Lang) -> Check:
    """Rows whose ID another row has too."""
    value, parts = 0, []
    for sheet, key in _IDS:
        mine = _ref(sheet, key, lang)
        parts.append(f'SUMPRODUCT(({mine}<>"")*(COUNTIF({mine},{mine})>1))')
        times = Counter(_folded(cell) for cell in _column(tables, sheet, key) if cell is not None)
        value += sum(count for count in times.values() if count > 1)
    return Check("duplicate-ids", "must", f"={'+'.join(parts)}", value)


def _missing(tables: Tables, key: str, lang: Lang) -> Check:
    """Accounts that are named but lack a column."""
    names, wanted = _column(tables, "accounts", "account"), _column(tables, "accounts", key)
    value = sum(name is not None and cell is None for name, cell in zip(names, wanted, strict=True))
    name, cell = _ref("accounts", "account", lang), _ref("accounts", key, lang)
    return Check(f"missing-{key}", "should", f'=SUMPRODUCT(({name}<>"")*({cell}=""))', value)


def _folded(cell: Cell) -> str:
    """As COUNTIF compares: letters of either case are one."""
    return str(cell).casefold()
