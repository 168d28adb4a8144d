"""What people call a column besides its two labels (pitfall 23), and how headers are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from kasales_xl.core.names import name_key
from kasales_xl.layout.sheets import LAYOUT, SheetLayout

#: By full key: spellings, ``|`` between.
SYNONYMS: dict[str, str] = {
    "seller.seller_id": "工号|员工编号|销售工号|编号|employee id|sales id|id",
    "seller.name": "销售姓名|销售|销售员|sales rep|rep|seller",
    "seller.team": "所属团队|销售团队|部门|team name",
    "seller.annual_target": "年度指标|年度任务|目标|全年目标|target|quota|annual quota",
    "seller.period_start": "年度开始|目标年度开始|start of period|year start",
    "seller.money_unit": "单位|unit|currency unit",
    "accounts.account_id": "客户代码|客户号|客户id|编号|customer id|account no|id",
    "accounts.account": "客户|单位名称|客户单位|客户全称|公司名称|customer|customer name|company",
    "accounts.owner": "归属销售|客户经理|销售负责人|account owner|sales rep",
    "accounts.parent": "母公司|集团|上级公司|parent company|group",
    "accounts.potential_12m": "潜力|年潜力|未来12个月潜力|12月潜力|预计年采购额|potential|12m potential",
    "accounts.key_departments": "重点部门|关键科室|key department|departments",
    "accounts.objective": "目标|客户目标|goal",
    "accounts.next_action": "下一步行动|下一步计划|next step",
    "accounts.next_action_date": "下一步时间|行动日期|next step date",
    "accounts.note": "说明|备注说明|remark|remarks|notes|comment",
    "contacts.contact_id": "编号|联系人代码|联系人id|contact no|id",
    "contacts.account": "客户|客户编号|所属客户|单位名称|单位|公司|customer|account id|account name|company",
    "contacts.name": "联系人|联系人姓名|名字|contact|contact name|full name",
    "contacts.department": "所在部门|科室|处室|dept",
    "contacts.title": "职位|岗位|头衔|job title|position",
    "contacts.reports_to": "汇报对象|直属上级|汇报给|上级领导|manager|boss",
    "contacts.buying_role": "角色|采购决策角色|role",
    "contacts.key_decision_maker": "关键人|决策人|是否关键决策人|关键决策者|dm|decision maker",
    "contacts.business_related": "业务相关|是否业务相关|related",
    "contacts.can_influence": "影响|能影响|是否能影响|influence|influenced",
    "contacts.stance": "态度|attitude",
    "contacts.last_contact": "最近联系日期|上次联系|最近拜访|last met|last contacted",
    "contacts.introduced_by": "介绍人|推荐人|introducer",
    "contacts.note": "说明|remark|remarks|notes|comment",
    "deals.deal_id": "编号|项目编号|商机代码|商机id|项目id|opportunity id|deal no|id",
    "deals.account": "客户|客户编号|所属客户|单位名称|customer|account id|account name",
    "deals.deal": "商机|项目|项目名称|opportunity|opportunity name|deal name|project",
    "deals.amount": "合同额|合同金额|项目金额|预计金额|value|deal amount|deal value",
    "deals.stage": "商机阶段|项目阶段|状态|deal stage|sales stage|status",
    "deals.created": "创建日期|立项时间|create date|created on",
    "deals.stage_since": "进入阶段时间|stage date",
    "deals.expected_close": "预计成交日期|预计签约|预计签约日期|预计签单|close date|expected close date",
    "deals.closed": "成交日期|签约日期|关闭时间|结束日期|closed on|closed date",
    "deals.lost_reason": "丢单原因|失单原因|loss reason",
    "deals.competitor": "竞争对手|对手|竞品|competitors",
    "deals.procurement": "采购形式|招标方式|procurement method",
    "deals.note": "说明|remark|remarks|notes|comment",
    "support.request_id": "编号|申请号|request no|id",
    "support.deal": "商机编号|商机名称|项目|项目名称|deal id|opportunity",
    "support.request": "申请内容|支持内容|what",
    "support.days_wanted": "申请天数|申请人日|days requested",
    "support.days_granted": "批准天数|批准人日|days approved",
    "links.from_person": "从谁|起点|source",
    "links.to_person": "到谁|终点|target",
    "practices.practice_id": "编号|id",
    "practices.self_grade": "自评分|self grade",
    "practices.manager_grade": "经理评分|主管评|manager grade",
    "career.start": "开始时间|开始日期|起始|from|start date",
    "career.end": "结束时间|结束日期|截止|to|end date",
    "career.company": "单位|公司名称|employer",
}

_UNIT = re.compile(r"[(\[【](?!经理确认|manager)[^()\[\]【】]{0,20}[)\]】]$")
_MARKS = str.maketrans("", "", "*:：※")


@lru_cache(maxsize=4096)
def header_key(text: str) -> str:
    """The comparable form of a header: no width, case, white space, line breaks, asterisk or unit."""
    key = name_key(text).translate(_MARKS)
    return _UNIT.sub("", key) or key


@lru_cache(maxsize=32)
def labels(sheet: str) -> dict[str, str]:
    """Both labels of every column, the calculated ones too, in comparable form → column key."""
    layout = LAYOUT[sheet]
    calculated = {header_key(text): c.key for c in layout.calculated for text in (c.zh, c.en)}
    return calculated | {header_key(text): c.key for c in layout.columns for text in (c.zh, c.en, c.full_key)}


@lru_cache(maxsize=32)
def synonyms(sheet: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    for column in LAYOUT[sheet].columns:
        for text in SYNONYMS.get(column.full_key, "").split("|"):
            if text:
                keys.setdefault(header_key(text), column.key)
    return {text: key for text, key in keys.items() if text not in labels(sheet)}


def spoken(layout: SheetLayout, texts: list[str]) -> tuple[int, int]:
    """How many of these headers are the Chinese and the English label of a column."""
    zh = {header_key(c.zh) for c in layout.columns}
    en = {header_key(c.en) for c in layout.columns}
    keys = {header_key(text) for text in texts}
    return len(keys & zh), len(keys & en)
