"""The way from cells to an answer works where nothing but Python and pydantic can be installed."""

from __future__ import annotations

import subprocess
import sys

BLOCKED = [
    "pandas",
    "numpy",
    "openpyxl",
    "xlsxwriter",
    "xlwings",
    "sqlalchemy",
    "python_calamine",
    "click",
    "rich",
    "networkx",
]

_PROGRAM = """
import sys

class Refuses:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ImportError(f"{{name}} is not for worksheet functions")

sys.meta_path.insert(0, Refuses())
from datetime import date
from kasales_xl.functions import FUNCTIONS, call
import kasales_xl.hosts.calc.addin

profile = [["键", "项目", "内容"], ["seller.seller_id", "销售编号", "S001"], ["seller.name", "姓名", "张三"]]
accounts = [["客户编号", "客户名称", "关键部门"], ["A1", "华东医药", "采购部、财务部"]]
contacts = [["联系人编号", "客户名称", "姓名", "部门", "关键决策人", "能否影响"], ["C1", "华东医药", "王芳", "采购部", "是", "能"]]
contacts.append(["C2", "华东医药", "李强", "财务部", "是", "能"])
on = date(2026, 6, 30)
handle = call("KA_BOOK", [profile, accounts, contacts, None], on=on)
print(call("KA_TIER", [handle, "华东医药"], on=on))
asked = {{"account": "华东医药", "contact": "C1", "deal": "D1", "tier": "强", "dimension": "道", "what": "等级"}}
for function in FUNCTIONS.values():
    if function.takes_book:
        call(function.name, [handle, *[asked.get(a.name) for a in function.arguments[1:]]], on=on)
print(*sorted(sys.modules.keys() & set({blocked!r})))
"""


def test_a_tier_is_found_without_pandas_file_formats_or_databases() -> None:
    program = _PROGRAM.format(blocked=set(BLOCKED))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["强"]


def test_the_people_graph_is_imported_only_by_a_book_that_draws_ties() -> None:
    program = "import sys, kasales_xl.functions; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
