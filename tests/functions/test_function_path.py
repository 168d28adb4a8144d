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
    "rapidfuzz",
    "pebble",
]

_PROGRAM = """
import sys

class Refuses:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ImportError(f"{{name}} is not for worksheet functions")

sys.meta_path.insert(0, Refuses())
from datetime import date
from kasales_xl.functions import FUNCTIONS, CellError, call
import kasales_xl.hosts.calc.addin
import kasales_xl.hosts.officejs.bridge

profile = [["键", "项目", "内容"], ["seller.seller_id", "销售编号", "S001"], ["seller.name", "姓名", "张三"]]
accounts = [["客户编号", "客户名称", "关键部门"], ["A1", "华东医药", "采购部、财务部"]]
contacts = [["联系人编号", "客户名称", "姓名", "部门", "关键决策人", "能否影响"], ["C1", "华东医药", "王芳", "采购部", "是", "能"]]
contacts.append(["C2", "华东医药", "李强", "财务部", "是", "能"])
on = date(2026, 6, 30)
handle = call("KA_BOOK", [profile, accounts, contacts, None], on=on)
print(call("KA_TIER", [handle, "华东医药"], on=on))
asked = {{"account": "华东医药", "contact": "C1", "deal": "D1", "tier": "强", "dimension": "道", "what": "等级"}}
links = [["从", "关系", "到", "强度"], ["C1", "引荐", "C3", 3]]
people = [*contacts, ["C3", "华东医药", "赵敏", "采购部", "是", ""]]
tied = call("KA_BOOK", [profile, accounts, people, None, None, links], on=on)
print(call("KA_PATH", [tied, "C3"], on=on))
for function in FUNCTIONS.values():
    if function.takes_book:
        answer = call(function.name, [handle, *[asked.get(a.name) for a in function.arguments[1:]]], on=on)
        if answer is CellError.VALUE:
            print(function.name, "did not answer")
print(*sorted(sys.modules.keys() & set({blocked!r})))
"""


def test_a_tier_is_found_without_pandas_file_formats_or_databases() -> None:
    program = _PROGRAM.format(blocked=set(BLOCKED))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    tier, path = done.stdout.splitlines()[:2]
    assert tier == "强"
    assert "王芳" in path
    assert "赵敏" in path
    assert "".join(done.stdout.splitlines()[2:]) == "", "no blocked module, and every function answered"
