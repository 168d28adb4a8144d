"""What names a book's template: its ID, version, structure checksum, and the names it defines."""

from __future__ import annotations

import hashlib
import json

from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import Term
from kasales_xl.core.text import Text
from kasales_xl.layout.sheets import LAYOUT, Column

TEMPLATE_ID = "kasales-account-book"
TEMPLATE_VERSION = "2"

#: Names of the workbook: the handle of KA_BOOK, the money unit on 我的信息.
HANDLE_NAME, UNIT_NAME = "KA", "MoneyUnit"
#: The trend block of My scorecard: its steps, and the lines that say what changed.
TREND_NAME, CHANGES_NAME = "TrendSteps", "TrendChanges"

#: The departments of each account, cut apart on 字典, and the accounts beside them; as many accounts and
#: departments of each as there are.
DEPARTMENTS_NAME, DEPARTMENT_ACCOUNTS_NAME = "accountDepartments", "departmentAccounts"
DEPARTMENT_ROWS, DEPARTMENTS_EACH = 40, 6

#: Rows down to which drop-downs, messages and formats reach, so that rows typed below a table have them.
TYPING_ROWS = 2000

#: Headers of the form sheets 我的信息 and 规则, by column: key, label, value, …
FORM_HEADERS = (
    Text("键", "Key"),
    Text("项目", "Field"),
    Text("内容", "Value"),
    Text("说明", "Help"),
)
POLICY_TABLE = "tblPolicy"
POLICY_HEADERS = (
    Text("键", "Key"),
    Text("规则", "Setting"),
    Text("取值", "Value"),
    Text("默认", "Default"),
    Text("单位", "Unit"),
    Text("允许范围", "Allowed"),
    Text("出处", "Source"),
    Text("规则号", "Rule"),
)


def choices(column: Column) -> tuple[Term | int, ...]:
    """What a drop-down offers, in order; nothing for a column without a list."""
    return tuple(range(column.low, 4)) if column.kind is Kind.GRADE else column.choices


def list_name(column: Column) -> str:
    """The named range of a drop-down on 字典, such as ``lstStance``; blank for a column without a list."""
    if column.kind is Kind.GRADE:
        return f"lstGrade{column.low}"
    if not column.choices:
        return ""
    listed = type(column.choices[0])
    own_order = column.choices != tuple(listed)
    return "lst" + (column.key.title().replace("_", "") if own_order else listed.__name__)


def reference_name(sheet: str) -> str:
    """The named range of the names on a sheet that others refer to: ``refAccounts``."""
    return f"ref{sheet.capitalize()}"


def structure_checksum() -> str:
    """16 hex digits over sheet keys, tables, column keys and kinds; labels and widths don't count."""
    parts = [
        [
            layout.key,
            layout.table,
            [[column.full_key, str(column.kind), column.required] for column in layout.columns],
            [calculated.key for calculated in layout.calculated],
        ]
        for layout in LAYOUT.values()
    ]
    text = json.dumps([TEMPLATE_ID, TEMPLATE_VERSION, parts], ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
