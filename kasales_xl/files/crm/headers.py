"""What well-known CRMs call things in their exports, Salesforce, HubSpot, Dynamics, 纷享销客 and 销售易 among
them: our column → their headers; our stage → their words."""

from __future__ import annotations

from kasales_xl.core.terms import DealStage

#: Sheet → our column → headers, the surest first.
HEADERS: dict[str, dict[str, tuple[str, ...]]] = {
    "deals": {
        "deal": (
            "Opportunity Name", "Deal Name", "Topic", "Opportunity", "商机名称", "销售机会名称", "机会名称",
            "项目名称", "商机主题", "Name",
        ),
        "seller": (
            "Opportunity Owner", "Deal owner", "Owner", "Owner Full Name", "Sales Rep", "Sales Agent",
            "负责人", "商机所有人", "机会所有人", "销售机会所有人", "所有人", "业务员", "销售员",
            "销售代表", "跟进人", "Owner ID",
        ),
        "account": (
            "Account Name", "Account", "Associated Company", "Company Name", "Potential Customer", "Company",
            "客户名称", "公司名称", "客户", "所属客户", "关联客户", "Account ID",
        ),
        "stage": (
            "Stage", "Deal Stage", "Pipeline Phase", "Sales Stage", "Status Reason", "销售阶段", "商机阶段",
            "阶段", "机会阶段", "商机状态", "Stage Name",
        ),
        "amount": (
            "Amount", "Est. Revenue", "Estimated Revenue", "Deal Value", "Value", "商机金额", "销售金额",
            "预计成交金额", "预计销售金额", "金额", "合同金额",
        ),
        "expected_close": (
            "Est. Close Date", "Estimated Close Date", "Expected Close Date", "预计成交日期", "预计成交时间",
            "预计签单日期", "预计结单日期", "预计成交",
        ),
        "closed": (
            "Close Date", "Actual Close Date", "Closed Date", "结单日期", "关闭日期", "成交日期", "赢单日期",
            "实际成交日期", "关单日期",
        ),
        "created": ("Created Date", "Create Date", "Created On", "创建日期", "创建时间", "立项日期"),
        "deal_id": (
            "Opportunity ID", "Record ID", "Deal ID", "Opportunity Number", "商机编号", "销售机会编号",
            "机会编号", "编号", "ID",
        ),
        "competitor": ("Main Competitor(s)", "Main Competitors", "Competitor", "主要对手", "竞争对手"),
    },
    "sellers": {
        "name": ("Full Name", "Name", "User Name", "姓名", "员工姓名", "用户名", "昵称"),
        "team": ("Team", "Department", "Business Unit", "Division", "部门", "团队", "所属部门", "主属部门"),
        "manager": ("Manager", "Manager Name", "经理", "直属上级", "汇报对象"),
        "seller_id": ("Employee Number", "Employee ID", "User ID", "工号", "员工编号", "销售编号", "ID"),
        "annual_target": ("Quota", "Annual Target", "年度目标", "业绩目标"),
    },
    "accounts": {
        "account": ("Account Name", "Company name", "Account", "Name", "客户名称", "公司名称", "客户全称"),
        "industry": ("Industry", "Sector", "行业", "所属行业", "客户行业"),
        "parent": ("Parent Account", "Parent Company", "上级客户", "母公司", "所属集团"),
        "account_id": ("Account ID", "Account Number", "客户编号", "ID"),
    },
    "contacts": {
        "name": ("Full Name", "Contact Name", "Name", "姓名", "联系人姓名", "联系人"),
        "account": (
            "Account Name", "Company Name", "Associated Company", "Account", "客户名称", "公司名称",
            "所属客户", "Account ID",
        ),
        "department": ("Department", "部门", "所属部门"),
        "title": ("Title", "Job Title", "职务", "职位"),
        "contact_id": ("Contact ID", "联系人编号", "ID"),
    },
}  # fmt: skip
#: Where a file of deals says which team its seller is of.
TEAM_OF_DEALS = (
    "Owner Department", "Owner Role", "Owning Business Unit", "HubSpot Team", "Team", "负责人主属部门",
    "所属部门", "负责人部门", "所有人部门", "团队", "部门",
)  # fmt: skip
#: Of each sheet, what no file of it can be without.
NEEDED: dict[str, tuple[str, ...]] = {
    "deals": ("deal", "stage"),
    "contacts": ("name", "account", "title"),
    "accounts": ("account", "industry"),
    "sellers": ("name", "team"),
}
STAGES: dict[DealStage, tuple[str, ...]] = {
    DealStage.INCUBATE: ("Prospecting", "Appointment Scheduled", "线索", "初步接洽", "初步接触", "初期沟通"),
    DealStage.QUALIFY: (
        "Qualification", "Qualified To Buy", "Qualify", "Needs Analysis", "需求确认", "需求确定", "需求分析",
        "立项", "验证客户", "验证",
    ),
    DealStage.SOLUTION: (
        "Value Proposition", "Presentation Scheduled", "Develop", "Proposal/Price Quote", "Proposal",
        "Propose", "方案报价", "方案/报价", "方案制定", "方案", "报价",
    ),
    DealStage.INFLUENCE: (
        "Id. Decision Makers", "Perception Analysis", "Decision Maker Bought-In", "招投标", "投标",
    ),
    DealStage.CONTROL: (
        "Negotiation/Review", "Negotiation", "Close", "谈判审核", "商务谈判", "谈判", "谈判/复审",
        "Contract Sent", "合同审批",
    ),
    # signed: what is sent or waits for approval is not yet
    DealStage.CONTRACT: ("合同签订", "签约"),
    DealStage.WON: ("Closed Won", "Won", "赢单", "成交", "已成交"),
    DealStage.LOST: ("Closed Lost", "Lost", "输单", "丢单", "流失", "无效"),
    DealStage.ON_HOLD: ("On Hold", "搁置", "暂停"),
}  # fmt: skip
