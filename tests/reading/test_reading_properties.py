"""Whatever a grid holds, reading ends in rows and findings; and the order of rows means nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from grids_of import ACCOUNT, CONTACT, DEAL, ON, book_grids, meta, profile, read, sheet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasales_xl.core.rows.book import Book
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.book import read_grids, read_tables
from kasales_xl.reading.grid import Grid

LABELS = [text for layout in LAYOUT.values() for c in layout.columns for text in (c.zh, c.en, c.full_key)]
WORDS = [
    "policy.key_share",
    "_meta",
    "template_id",
    "kasales-account-book",
    "合计",
    "示例",
    "#REF!",
    "50-80万",
    "3/4/24",
]
CELLS = st.one_of(
    st.sampled_from(["", *LABELS, *WORDS]),
    st.none(),
    st.text(max_size=6),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.lists(st.none(), max_size=1),
)
TITLES = st.sampled_from(
    [*(title for lay in LAYOUT.values() for title in (lay.zh, lay.en)), "客户 (2)", "_meta", "规则", "x"]
)
SIZE = st.integers(-3, 60)
GRIDS = st.builds(
    Grid,
    TITLES,
    st.lists(st.lists(CELLS, max_size=8), max_size=8),
    first_row=st.integers(1, 30),
    first_column=st.integers(1, 30),
    merged=st.lists(st.tuples(SIZE, SIZE, SIZE, SIZE), max_size=2).map(tuple),
    errors=st.dictionaries(st.tuples(SIZE, SIZE), st.sampled_from(["#REF!", ""]), max_size=2),
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(st.lists(GRIDS, max_size=4))
def test_any_grids_end_in_a_book(grids: list[Grid]) -> None:
    book = read_grids(grids, on=ON, file="x.xlsx")
    assert isinstance(book, Book)
    assert book == read_grids(grids, on=ON, file="x.xlsx")


ROW_CELLS = st.lists(CELLS, max_size=8)


@QUICK
@given(st.dictionaries(st.sampled_from([*LAYOUT, "policy", "x"]), st.lists(ROW_CELLS, max_size=6)))
def test_any_tables_end_in_a_book(tables: dict[str, list[list[object]]]) -> None:
    assert isinstance(read_tables(tables, on=ON), Book)


@QUICK
@given(st.data())
def test_any_cell_in_a_book_of_ours_spoils_at_most_what_depends_on_it(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(["accounts", "contacts", "deals"]))
    column = data.draw(st.sampled_from([c.key for c in LAYOUT[key].columns]))
    first = {"accounts": ACCOUNT, "contacts": CONTACT, "deals": DEAL}[key]
    rows = [first, {**first, LAYOUT[key].columns[0].key: "Z9", "account": "格力", column: data.draw(CELLS)}]
    if key == "contacts":
        rows[1] |= {"name": "王五", column: rows[1][column]}
    book = read(**{key: sheet(key, rows)})
    assert {a.account_id for a in book.accounts} >= {"A1"}
    assert any(row.account in ("海尔", "A1") for row in getattr(book, key))


NAMES = st.sampled_from(["张总", "李四", "王五", "王 五", "张伟"])
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "account": st.sampled_from(["海尔", "A1", "格力", "无"]),
            "name": NAMES,
            "department": st.sampled_from(["", "采购部", "信息中心"]),
            "stance": st.sampled_from(["", "支持", "反对", "老板"]),
            "reports_to": st.sampled_from(["", "李四", "张伟", "C1"]),
            "last_contact": st.sampled_from(["", dt.date(2026, 5, 1), "3/4/2025"]),
        }
    ),
    min_size=2,
    max_size=7,
)
ACCOUNTS = [ACCOUNT, {"account_id": "A2", "account": "格力"}]


@QUICK
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing(people: list[dict[str, Any]], random: Any) -> None:
    rows = [{"contact_id": f"C{n}", **person} for n, person in enumerate(people)]
    shuffled = random.sample(rows, len(rows))
    books = [
        read(accounts=sheet("accounts", accounts), contacts=sheet("contacts", contacts), deals=sheet("deals"))
        for accounts, contacts in ((ACCOUNTS, rows), (ACCOUNTS[::-1], shuffled))
    ]
    plain = [{c.model_copy(update={"row": 0}) for c in book.contacts} for book in books]
    assert plain[0] == plain[1]
    held = [sorted(f.got for f in book.findings if f.severity.blocks) for book in books]
    assert held[0] == held[1]


def test_the_order_of_sheets_means_nothing() -> None:
    grids = book_grids()
    assert read_grids(grids[::-1], on=ON).contacts == read_grids(grids, on=ON).contacts
    assert read_grids([meta(), profile()], on=ON).seller is None
