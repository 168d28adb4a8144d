"""Every finding there is, in the parts and the order in which the reference page tells them."""

from __future__ import annotations

from types import ModuleType

from kasales_xl.core.findings import FindingKind
from kasales_xl.core.text import Text
from kasales_xl.text.findings import (
    amounts,
    choices,
    crm,
    dates,
    files,
    formulas,
    policy,
    roster,
    rows,
    sheets,
    texts,
)


def _declared(*modules: ModuleType) -> tuple[FindingKind, ...]:
    return tuple(
        value for module in modules for value in vars(module).values() if isinstance(value, FindingKind)
    )


#: Each part with its title. Two of them share a code where the same thing is worse in another place.
PARTS: tuple[tuple[Text, tuple[FindingKind, ...]], ...] = (
    (Text("格子里的值", "Values in cells"), _declared(texts, amounts, dates, choices)),
    (Text("表、列、行", "Sheets, columns and rows"), _declared(sheets, rows)),
    (Text("公式和设置", "Formulas and settings"), _declared(formulas)),
    (Text("文件", "Files"), _declared(files, roster)),
    (Text("CRM 导入", "Import from a CRM"), _declared(crm)),
    (Text("规则", "Policy"), tuple(dict.fromkeys((*_declared(policy), *policy.IN_FILE.values())))),
)
