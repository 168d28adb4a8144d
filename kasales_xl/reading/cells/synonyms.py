"""What people write for a choice besides its labels and codes (pitfall 44). The stages are those that this
trade and the common CRMs name, with the stage they mean; ``templates/COLUMNS.md`` tells them all.

A deal counts as won from 合同 on, so whatever comes before the signature is open: 投标 and 商务谈判 are 控制.
验收 and 回款 belong to 交付. What may mean two things (跟进中, 推进中, 待签) is in no list: it is asked."""

from __future__ import annotations

from kasales_xl.core import terms as t
from kasales_xl.core.terms import Term

_YES = "√ ✓ ✔ ☑ v 是的 对 有 能 可以 y yes true 1 ok 属实 真 会"
_NO = "× ✗ ✘ ☒ 不 不是 没有 没 无 不能 不可以 n no false 0 不属实 假 不会"
_OPEN = (
    "? ?? ??? 待定 待确认 不详 不清楚 不确定 不知道 说不准 不好说 没把握 未定 待核实 "
    "tbd tbc unsure n/a na 未知/其他"
)

#: By enum: member name → spellings, blank between, an underscore for a blank inside; compared without case,
#: width and white space.
SYNONYMS: dict[type[Term], dict[str, str]] = {
    t.YesNo: {"YES": _YES, "NO": _NO},
    t.YesNoUnknown: {"YES": _YES, "NO": _NO, "UNKNOWN": _OPEN},
    t.Influence: {
        "YES": _YES + " 是 能影响 可影响 可以影响 会听",
        "NO": _NO + " 否 不能影响 影响不了 无法影响",
        "UNKNOWN": _OPEN,
    },
    t.Stance: {
        "OPPOSED": "反对者 抵制 不支持 对立 against opponent oppose negative",
        "NEUTRAL": "中立者 中性 中间 中间派 观望",
        "SUPPORTER": "支持者 赞成 认可 挺支持 比较支持 support supportive positive",
        "CHAMPION": "拥护者 铁杆 铁粉 强烈支持 大力支持 ally sponsor",
        "UNKNOWN": _OPEN,
    },
    t.BuyingRole: {
        "DECISION_MAKER": "决策人 决策 拍板人 拍板 decider dm economicbuyer",
        "APPROVER": "审批人 审批 批准人 批准者",
        "EVALUATOR": "评估人 评估 评审 技术评估 技术评估者 technicalbuyer",
        "USER": "使用人 使用 用户 使用部门 enduser",
        "INFLUENCER": "影响人 影响",
        "COACH": "内线 线人 教练员 内部教练",
        "GATEKEEPER": "把关人 把关 守门人 守门员",
        "UNKNOWN": _OPEN,
    },
    t.DealStage: {
        "INCUBATE": (
            "s1 s1孵化 孵化期 线索 初步接触 接触 初访 商机发现 incubation lead prospecting prospect discovery"
        ),
        "QUALIFY": (
            "s2 s2验证 验证期 立项 已立项 需求确认 需求调研 需求分析 需求沟通 意向 有意向 "
            "qualification qualified qualify qualified_to_buy needs_analysis "
            "appointment_scheduled"
        ),
        "SOLUTION": (
            "s3 s3方案 方案期 方案交流 方案设计 方案沟通 方案汇报 技术交流 poc 试点 报价 已报价 "
            "proposal quote value_proposition proposal/price_quote presentation_scheduled demo "
            "proof_of_concept"
        ),
        "INFLUENCE": (
            "s4 s4影响 影响期 高层拜访 高层交流 id._decision_makers perception_analysis "
            "decision_maker_bought-in"
        ),
        "CONTROL": (
            "s5 s5控制 控制期 投标 投标中 招标 招标中 招投标 应标 竞标 评标 商务谈判 商务 "
            "商务洽谈 谈判 谈判中 价格谈判 合同谈判 negotiation negotiating negotiation/review "
            "bid bidding tender tendering"
        ),
        "CONTRACT": (
            "s6 s6合同 签约 已签约 签合同 合同签订 合同已签 已签 已签合同 签了 签单 已签单 "
            "contracting signed contract_signed"
        ),
        "DELIVER": (
            "s7 s7交付 交付中 已交付 实施 实施中 上线 已上线 验收 验收中 已验收 回款 回款中 "
            "已回款 收款 已收款 delivery delivering implementation acceptance accepted paid"
        ),
        "WON": ("赢 已赢 已赢单 赢了 中标 已中标 成交 已成交 结项 已结项 win closed_won closed-won"),
        "LOST": (
            "输 已输 已输单 输了 丢单 失单 丢标 未中标 落标 没中标 流失 已流失 丢了 放弃 已放弃 "
            "lose closed_lost closed-lost"
        ),
        "ON_HOLD": "暂停 挂起 中止 暂缓 搁置中 hold paused on_hold",
    },
    t.LoopStage: {
        "INCUBATE": "s1",
        "QUALIFY": "s2",
        "SOLUTION": "s3",
        "INFLUENCE": "s4",
        "CONTROL": "s5",
        "CONTRACT": "s6",
        "DELIVER": "s7 delivery",
    },
    t.Dimension: {
        "ESP": "esp 客户线 大客户管理",
        "TAS": "tas 打单线 销售过程管理",
        "ECM": "人脉线 企业人脉资源管理",
        "MCI": "支持线 销售支撑管理",
        "PBM": "规律线 项目行为管理",
    },
    t.LostReason: {
        "PRICE": "价格高 价格太高 报价 报价高 太贵",
        "SOLUTION": "方案不行 产品 功能 技术 方案不满足",
        "RELATIONSHIP": "关系不到位 关系不够 没关系",
        "TIMING": "时间 太晚 时机不对 介入晚 介入太晚",
        "CANCELLED": "项目取消 客户取消 预算取消 canceled",
        "COMPETITOR": "对手 竞品 竞争 竞争者 competition",
        "OTHER": "其它 未知 未知/其他 others unknown",
    },
    t.Procurement: {
        "OPEN_TENDER": "公开 公招 公开招投标 opentender",
        "INVITED_TENDER": "邀标 邀请 邀请招投标",
        "NEGOTIATION": "竞谈 谈判 竞争谈判 竞争性磋商 磋商",
        "SINGLE_SOURCE": "单一 单一来源采购 单源",
        "FRAMEWORK": "框架 框架合同 框架采购",
        "DIRECT": "直采 直购 直签 直接 直接购买",
        "OTHER": "其它 未知 未知/其他 others unknown",
    },
    t.KeyCriterion: {
        "PRICE": "报价 低价",
        "TECHNOLOGY": "方案 产品 技术方案 technical tech",
        "RELATIONSHIP": "人脉 客情",
        "SERVICE": "售后 交付 服务能力",
        "BRAND": "口碑 品牌口碑",
        "OTHER": "其它 未知 未知/其他 others unknown",
    },
    t.Party: {
        "EXECUTIVE": "高管 领导 公司领导 高层 老板",
        "SOLUTION": "方案 解决方案 售前 presales",
        "DELIVERY": "交付 实施 项目部",
        "PRODUCT": "产品 研发 产品部",
        "TEST": "测试 poc 测试部",
        "PARTNER": "伙伴 合作方 渠道 代理商",
        "EXPERT": "专家 顾问 外部顾问",
    },
    t.RequestStatus: {
        "WAITING": "等待 待审批 审批中 未批 申请中 待批准 pending",
        "GRANTED": "批准 已批准 通过 同意 approved",
        "PARTIAL": "部分批准 部分同意 部分满足",
        "REFUSED": "已拒绝 驳回 不批 未通过 不同意 rejected",
        "DONE": "已完成 完成了 结束 completed finished",
    },
    t.LinkRelation: {
        "INFLUENCES": "影响力 能影响 influence",
        "INTRODUCES": "介绍 推荐 引见 引荐人 introduce",
        "CONFLICTS": "矛盾 不和 对立 conflict",
    },
    t.CompanyType: {
        "VENDOR": "厂商 供应商 厂家 supplier",
        "BUYER": "客户 甲方单位 client",
        "CONSULTANCY": "咨询公司 consulting",
        "STARTUP": "创业公司 自主创业",
        "INDEPENDENT": "顾问 自由职业 freelance freelancer",
        "OTHER": "其它 未知 未知/其他 others unknown",
    },
    t.MoneyUnit: {
        "YUAN": "人民币 人民币元 rmb cny ¥ 元人民币",
        "WAN": "万 万人民币 人民币万元 10k 万元人民币",
    },
}


def spellings(term: Term) -> tuple[str, ...]:
    """What people write for a term besides its labels."""
    words = SYNONYMS.get(type(term), {}).get(term.name, "")
    return tuple(word.replace("_", " ") for word in words.split())
