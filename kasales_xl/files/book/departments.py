"""The departments that a contact's drop-down offers: those of its own account, which stand in one cell there.

A drop-down needs cells, so 字典 holds them cut apart, a row an account, by its name: rows of 客户 may be
sorted and inserted. Whatever separates them, it is read as people write it."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name, xl_range_abs, xl_rowcol_to_cell

from kasales_xl.core.text import same
from kasales_xl.files.book.rules import Rule
from kasales_xl.files.book.writer import Tab
from kasales_xl.layout.sheets import FIRST_ROW, LAYOUT
from kasales_xl.layout.template import (
    DEPARTMENT_ACCOUNTS_NAME,
    DEPARTMENT_ROWS,
    DEPARTMENTS_EACH,
    DEPARTMENTS_NAME,
)

#: What may stand between two departments, besides the comma of lists.
_BETWEEN = ('"，"', '","', '"；"', '";"', '"/"', "CHAR(10)")
#: Each department in a field as wide as this, blanks around it.
_FIELD = 99
_ACCOUNT = same("='{tab}'!$A{row}&\"\"")
_CUT = same('=TRIM(MID(SUBSTITUTE({cell},"、",REPT(" ",{field})),{start},{field}))')
_ROW = "MATCH({account},{accounts},0)"
_OFFERED = '=INDEX({block},{row},1):INDEX({block},{row},MAX(1,COUNTIF(INDEX({block},{row},0),"?*")))'


def write_departments(tab: Tab, column: int) -> None:
    """The block on 字典 from ``column`` on, and its two names."""
    book, accounts = tab.book, tab.book.tabs["accounts"].title
    letter = xl_col_to_name(list(LAYOUT["accounts"].by_key).index("key_departments"))
    look = tab.styles.text()
    tab.say(0, column, DEPARTMENT_ACCOUNTS_NAME, tab.styles.text(bold=True, bottom=1))
    tab.say(0, column + 1, DEPARTMENTS_NAME, tab.styles.text(bold=True, bottom=1))
    for n in range(DEPARTMENT_ROWS):
        tab.formula(n + 1, column, _ACCOUNT(tab=accounts, row=FIRST_ROW + n), look)
        # one spelling of what stands between, once a row
        clean = f"'{accounts}'!${letter}{FIRST_ROW + n}"
        for sign in _BETWEEN:
            clean = f'SUBSTITUTE({clean},{sign},"、")'
        whole = xl_rowcol_to_cell(n + 1, column + 1 + DEPARTMENTS_EACH, col_abs=True)
        tab.formula(n + 1, column + 1 + DEPARTMENTS_EACH, f"={clean}", look)
        for part in range(DEPARTMENTS_EACH):
            cut = _CUT(cell=whole, field=_FIELD, start=part * _FIELD + 1)
            tab.formula(n + 1, column + 1 + part, cut, look)
    first = f"'{tab.title}'!"
    book.name(DEPARTMENT_ACCOUNTS_NAME, f"={first}{xl_range_abs(1, column, DEPARTMENT_ROWS, column)}")
    block = xl_range_abs(1, column + 1, DEPARTMENT_ROWS, column + DEPARTMENTS_EACH)
    book.name(DEPARTMENTS_NAME, f"={first}{block}")


def department_rule(rule: Rule, first_row: int) -> Rule:
    """The usual rule of the column with a list; what is not in it may be typed all the same, for people sit
    in other departments too. first_row: of the rule, 1-based."""
    row = _ROW.format(account=f"$A{first_row}", accounts=DEPARTMENT_ACCOUNTS_NAME)
    source = _OFFERED.format(block=DEPARTMENTS_NAME, row=row)
    said: dict[str, object] = {**rule, "validate": "list", "value": source, "show_error": False}
    return said
