"""Why a phrase that asks "what if" is not understood; ``{text}`` is the phrase or the name in it."""

from __future__ import annotations

from kasales_xl.core.text import Text

NO_VERB = Text(
    "「{text}」看不懂。这样写：影响 财务部李总；化解 王总；找到 采购部",
    "“{text}” is not understood. Write: win NAME; neutralise NAME; find DEPARTMENT",
)
NOBODY = Text("联系人里没有「{text}」{meant}", "no contact “{text}”{meant}")
SEVERAL = Text("「{text}」有好几位：{near}。写上客户或部门", "“{text}” fits several: {near}. Add the account")
NO_DEPARTMENT = Text(
    "没有哪家客户的关键部门「{text}」还缺决策人{meant}",
    "no key department “{text}” that lacks a decision maker{meant}",
)
#: Behind a name that is close to others.
DID_YOU_MEAN = Text("，是不是：{near}", "; did you mean: {near}")
