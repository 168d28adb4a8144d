"""The words of the trade (method §1): every status is an enum, its label is paint."""

from __future__ import annotations

from enum import Enum
from functools import total_ordering
from operator import attrgetter
from typing import Any, Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


class Term(Enum):
    """A code (``.value``, what JSON and policies hold) with its label in both languages."""

    zh: str
    en: str
    rank: int

    def __new__(cls, code: str, zh: str, en: str) -> Any:
        term = object.__new__(cls)
        term._value_ = code
        term.zh, term.en, term.rank = zh, en, len(cls.__members__)
        return term

    def label(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    __hash__ = object.__hash__


# the same as Enum's own, without its detour: codes are asked for thousands of times a book
Term.value = property(attrgetter("_value_"))  # type: ignore[assignment, method-assign]


@total_ordering
class Rung(Term):
    """A term on a ladder: later members stand higher."""

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, type(self)) else NotImplemented


class KeyAccount(Term):
    """Is this account a 大客户? (K3)"""

    YES = "yes", "是", "yes"
    NO = "no", "否", "no"
    UNDECIDED = "undecided", "待判定", "undecided"


class KeyGround(Term):
    """What the key-account test rests on (K1–K3): three yes, three no, and what is undecided."""

    PROVEN = "proven", "已证实", "proven"
    PROMISED = "promised", "有望", "promised"
    CONFIRMED = "confirmed", "经理说能持续", "manager: it will last"
    SMALL = "too_small", "潜力不够", "too small"
    REFUSED = "refused", "经理否定", "manager says no"
    LAPSED = "lapsed", "大单断档", "big deals stopped"
    DATA = "data", "缺资料", "data missing"
    TO_WIN = "to_win", "待赢单", "a win is missing"

    @property
    def key(self) -> KeyAccount:
        """The answer of the test that rests on it."""
        if self in (KeyGround.PROVEN, KeyGround.PROMISED, KeyGround.CONFIRMED):
            return KeyAccount.YES
        return KeyAccount.UNDECIDED if self in (KeyGround.DATA, KeyGround.TO_WIN) else KeyAccount.NO


class Tier(Rung):
    """Relationship tier of an account (T1–T6)."""

    UNKNOWN = "unknown", "未知", "unknown"
    NONE = "none", "无", "none"
    JUNIOR = "junior", "初级", "junior"
    MID = "mid", "中级", "mid"
    STRONG = "strong", "强", "strong"


class Level(Rung):
    """Seller level (L1–L7)."""

    NOVICE = "novice", "小白", "novice"
    JUNIOR = "junior", "初级", "junior"
    INTERMEDIATE = "intermediate", "中级", "intermediate"
    SENIOR = "senior", "高级", "senior"
    TOP = "top", "顶级", "top"


class Dimension(Term):
    """The five dimensions, in the order 道术本势律."""

    ESP = "esp", "道", "ESP+"
    TAS = "tas", "术", "TAS+"
    ECM = "ecm", "本", "ECM"
    MCI = "mci", "势", "MCI"
    PBM = "pbm", "律", "PBM"


#: What each dimension is called in full, zh and en (method §5).
DIMENSION_NAMES: dict[Dimension, tuple[str, str]] = {
    Dimension.ESP: ("大客户管理", "Enterprise Selling Process+"),
    Dimension.TAS: ("销售过程管理", "Target Account Selling+"),
    Dimension.ECM: ("企业人脉资源管理", "Enterprise Connection Management"),
    Dimension.MCI: ("销售支撑管理", "Match, Coordination & Integration"),
    Dimension.PBM: ("项目行为管理", "Project Behavior Management"),
}


class Grade(Rung):
    """Grade of a dimension or a practice; rows hold its number 0–3."""

    NONE = "0", "无", "none"
    AWARE = "1", "了解", "aware"
    PROFICIENT = "2", "熟练", "proficient"
    MASTERY = "3", "精通", "mastery"


class LoopStage(Term):
    """The seven stages of the loop S1–S7, as the capability grid names them."""

    INCUBATE = "incubate", "孵化", "incubate"
    QUALIFY = "qualify", "验证", "qualify"
    SOLUTION = "solution", "方案", "solution"
    INFLUENCE = "influence", "影响", "influence"
    CONTROL = "control", "控制", "control"
    CONTRACT = "contract", "合同", "contract"
    DELIVER = "deliver", "交付", "deliver"


class DealStage(Rung):
    """Stage of a deal: S1–S5 are open; contract, deliver and won are won; lost and on hold are exits."""

    INCUBATE = "incubate", "孵化", "incubate"
    QUALIFY = "qualify", "验证", "qualify"
    SOLUTION = "solution", "方案", "solution"
    INFLUENCE = "influence", "影响", "influence"
    CONTROL = "control", "控制", "control"
    CONTRACT = "contract", "合同", "contract"
    DELIVER = "deliver", "交付", "deliver"
    WON = "won", "赢单", "won"
    LOST = "lost", "输单", "lost"
    ON_HOLD = "on_hold", "搁置", "on hold"

    @property
    def is_won(self) -> bool:
        return self in _WON

    @property
    def is_open(self) -> bool:
        return self in _OPEN

    @property
    def is_closed(self) -> bool:
        """Won or lost: the deals a win rate is made of."""
        return self in _WON or self is DealStage.LOST


_WON = frozenset({DealStage.CONTRACT, DealStage.DELIVER, DealStage.WON})
_OPEN = frozenset(stage for stage in DealStage if stage < DealStage.CONTRACT)


class YesNo(Term):
    YES = "yes", "是", "yes"
    NO = "no", "否", "no"


class YesNoUnknown(Term):
    YES = "yes", "是", "yes"
    NO = "no", "否", "no"
    UNKNOWN = "unknown", "未知", "unknown"


class Influence(Term):
    """Can the rep influence this person? The rep's own answer, never derived."""

    YES = "yes", "能", "yes"
    NO = "no", "不能", "no"
    UNKNOWN = "unknown", "未知", "unknown"


class Stance(Term):
    OPPOSED = "opposed", "反对", "opposed"
    NEUTRAL = "neutral", "中立", "neutral"
    SUPPORTER = "supporter", "支持", "supporter"
    CHAMPION = "champion", "拥护", "champion"
    UNKNOWN = "unknown", "未知", "unknown"


class BuyingRole(Term):
    DECISION_MAKER = "decision_maker", "决策者", "decision maker"
    APPROVER = "approver", "审批者", "approver"
    EVALUATOR = "evaluator", "评估者", "evaluator"
    USER = "user", "使用者", "user"
    INFLUENCER = "influencer", "影响者", "influencer"
    COACH = "coach", "教练", "coach"
    GATEKEEPER = "gatekeeper", "把关者", "gatekeeper"
    UNKNOWN = "unknown", "未知", "unknown"


class LostReason(Term):
    PRICE = "price", "价格", "price"
    SOLUTION = "solution", "方案", "solution"
    RELATIONSHIP = "relationship", "关系", "relationship"
    TIMING = "timing", "时机", "timing"
    CANCELLED = "cancelled", "取消", "cancelled"
    COMPETITOR = "competitor", "竞争对手", "competitor"
    OTHER = "other", "其他", "other"


class Procurement(Term):
    OPEN_TENDER = "open_tender", "公开招标", "open tender"
    INVITED_TENDER = "invited_tender", "邀请招标", "invited tender"
    NEGOTIATION = "negotiation", "竞争性谈判", "negotiation"
    SINGLE_SOURCE = "single_source", "单一来源", "single source"
    FRAMEWORK = "framework", "框架协议", "framework"
    DIRECT = "direct", "直接采购", "direct"
    OTHER = "other", "其他", "other"


class KeyCriterion(Term):
    PRICE = "price", "价格", "price"
    TECHNOLOGY = "technology", "技术", "technology"
    RELATIONSHIP = "relationship", "关系", "relationship"
    SERVICE = "service", "服务", "service"
    BRAND = "brand", "品牌", "brand"
    OTHER = "other", "其他", "other"


class Party(Term):
    """Who gives support (势)."""

    EXECUTIVE = "executive", "公司高管", "executive"
    SOLUTION = "solution", "方案线", "solution line"
    DELIVERY = "delivery", "交付线", "delivery line"
    PRODUCT = "product", "产品线", "product line"
    TEST = "test", "测试线", "test line"
    PARTNER = "partner", "合作伙伴", "partner"
    EXPERT = "expert", "外部专家", "outside expert"


class RequestStatus(Term):
    WAITING = "waiting", "待批", "waiting"
    GRANTED = "granted", "已批", "granted"
    PARTIAL = "partial", "部分", "partial"
    REFUSED = "refused", "拒绝", "refused"
    DONE = "done", "完成", "done"


class LinkRelation(Term):
    INFLUENCES = "influences", "影响", "influences"
    INTRODUCES = "introduces", "引荐", "introduces"
    CONFLICTS = "conflicts", "冲突", "conflicts"


class CompanyType(Term):
    VENDOR = "vendor", "乙方", "vendor"
    BUYER = "buyer", "甲方", "buyer"
    CONSULTANCY = "consultancy", "咨询", "consultancy"
    STARTUP = "startup", "创业", "startup"
    INDEPENDENT = "independent", "独立顾问", "independent"
    OTHER = "other", "其他", "other"


class MoneyUnit(Term):
    YUAN = "yuan", "元", "yuan"
    WAN = "wan", "万元", "10k yuan"

    @property
    def yuan(self) -> int:
        """How many yuan one unit is."""
        return 10_000 if self is MoneyUnit.WAN else 1
