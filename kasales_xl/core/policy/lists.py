"""The lists in a policy that hold sentences: what a coach asks next, and the elements of a relationship.

Both are ours (F) and meant to be replaced by a company's own; a TOML file writes them as tables."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kasales_xl.core.policy.adjustable import number

#: What may stand in braces in a question.
FIELDS_OF_A_QUESTION = ("names", "have", "more")

Condition = Literal[
    "accounts-falling",
    "actions-overdue",
    "accounts-unplanned",
    "one-account-carries",
    "rhythm-broken",
    "no-dm-met",
    "deals-stuck",
    "close-overdue",
    "contradictions",
    "deals-doubtful",
    "coverage-short",
    "single-threaded",
    "relations-stale",
    "pillars",
    "support-late",
    "deals-without-support",
    "support-astray",
    "elements-unrecorded",
    "grade-unbacked",
]


class CoachRule(BaseModel):
    """Ask when the condition counts at least ``at_least``. ``{names}``, ``{have}`` and ``{more}`` (how
    many are not named) may stand in the sentences; ``at_least`` 0 or less would always ask and is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    when: Condition
    at_least: float = Field(1, gt=0)
    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @model_validator(mode="after")
    def _can_be_said(self) -> Self:
        for sentence in (self.zh, self.en):
            try:
                sentence.format(**dict.fromkeys(FIELDS_OF_A_QUESTION, ""))
            except (KeyError, IndexError, ValueError, AttributeError) as error:
                raise ValueError(f"only {{names}}, {{have}}, {{more}} may stand in {sentence!r}") from error
        return self


class RelationElement(BaseModel):
    """One element of a relationship, rated 0–3 per key contact from what the book holds already.
    ``code`` says from which columns; ``zh`` and ``en`` are a company's own words for it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Literal["known", "contact", "value", "trust", "stance", "influence", "referral"]
    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)


def _rule(when: Condition, at_least: float, zh: str, en: str) -> CoachRule:
    return CoachRule(when=when, at_least=at_least, zh=zh, en=en)


COACH: tuple[CoachRule, ...] = (
    _rule(
        "contradictions", 1,
        "{names}已到控制或合同阶段，却没有一位能影响的关键决策人：是漏记了，还是阶段填早了？",
        "{names}: control or contract stage without one decision maker you can influence. "
        "Not written down, or staged too early?",
    ),
    _rule(
        "deals-doubtful",
        1,
        "{names}自己填了需求不属实或赢不了，却还在往下做：为什么还投入？",
        "{names}: marked as not real or not winnable, and still worked on. Why spend more on it?",
    ),
    _rule(
        "no-dm-met", 1,
        "{names}还没见过关键决策人：谁能引见，这周约哪一位？",
        "{names}: no key decision maker met yet. Who can introduce you, and whom do you meet this week?",
    ),
    _rule(
        "coverage-short", 0.1,
        "在手商机不够完成目标（覆盖率还差 {have}）：从哪几家大客户补？",
        "The pipeline does not cover the target (short by {have}): which key accounts fill it?",
    ),
    _rule(
        "accounts-falling", 1,
        "{names}的项目质和量都在降：客户那边变了什么？下一个项目在哪里？",
        "{names}: both quality and quantity fall. What changed there, and where is the next project?",
    ),
    _rule(
        "rhythm-broken", 1,
        "{names}的大单断了档，也没有下一个在谈：预算什么时候定，谁在定？",
        "{names}: the rhythm of big deals broke and none is in sight. When is the budget made, and by whom?",
    ),
    _rule(
        "deals-stuck", 1,
        "{names}在一个阶段停了太久：客户要拿到什么才会往前走？该搁置的要不要搁置？",
        "{names}: too long in one stage. What does the buyer need to move on, or is it time to park it?",
    ),
    _rule(
        "close-overdue", 1,
        "{names}过了预计成交日：新日期是客户说的，还是我们猜的？",
        "{names}: past the expected close. Is the new date the buyer's or our guess?",
    ),
    _rule(
        "single-threaded", 1,
        "{names}只靠一个人：他要是调走，第二位是谁？",
        "{names}: everything hangs on one person. Who is the second one if that person leaves?",
    ),
    _rule(
        "pillars", 3,
        "{names}一走，客户的关系等级就掉：怎样让关系不只在一个人身上？",
        "If {names} leave, tiers fall. How do you spread these relations?",
    ),
    _rule(
        "relations-stale", 1,
        "{names}很久没联系了：这个月带哪些对他们工作有用的内容去谈？",
        "{names}: not met for long. What useful for their work do you bring this month?",
    ),
    _rule(
        "support-late", 1,
        "{names}的支持过了需要日期还没批：找谁推，没有支持怎么打？",
        "{names}: no answer though the day has passed. Who can move it, and what if it stays away?",
    ),
    _rule(
        "deals-without-support", 1,
        "{names}是最值钱的商机，却没有任何支持：该请谁出面？",
        "{names}: among the most valuable deals, with no support at all. Whom should you bring in?",
    ),
    _rule(
        "support-astray", 1,
        "{names}占着人天，价值却不高或不靠谱：要不要让给更值得的商机？",
        "{names}: holds person-days though it is small or doubtful. Should a better deal have them?",
    ),
    _rule(
        "actions-overdue", 1,
        "{names}的下一步过期了：做了没有，结果怎样，下一步是什么？",
        "{names}: the next action is overdue. Was it done, what came of it, what is next?",
    ),
    _rule(
        "accounts-unplanned", 1,
        "{names}没有经营目标或带日期的下一步：一年后想做到什么样？",
        "{names}: no objective or dated next action. Where should this account be in a year?",
    ),
    _rule(
        "one-account-carries", 0.5,
        "{names}一家占了赢单金额的大半：丢了它怎么办？",
        "{names} alone carries most of what was won. What if it is lost?",
    ),
    _rule(
        "elements-unrecorded", 0.5,
        "多半已结商机没记预算月份、采购方式、决策部门：回头补三个，看看这些客户怎么定项目。",
        "Most closed deals lack budget month, procurement and deciding department: fill in three and "
        "see how these accounts decide.",
    ),
    _rule(
        "grade-unbacked", 1,
        "{names}评分不低，数据里却没有记录：举一个最近的例子？",
        "{names}: a good grade, but nothing recorded. Can you give a recent example?",
    ),
)  # fmt: skip

ELEMENTS: tuple[RelationElement, ...] = (
    RelationElement(code="known", zh="认识", en="Known"),
    RelationElement(code="contact", zh="来往", en="In touch"),
    RelationElement(code="value", zh="价值", en="Value"),
    RelationElement(code="trust", zh="信任", en="Trust"),
    RelationElement(code="stance", zh="支持", en="Support"),
    RelationElement(code="influence", zh="影响", en="Sway"),
    RelationElement(code="referral", zh="引荐", en="Referral"),
)


class EditableLists(BaseModel):
    """The part of ``Policy`` that holds sentences. None of it changes a level or an indicator."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    coach: tuple[CoachRule, ...] = number(
        COACH, "教练接下来问什么", "What a coach asks next", source="F", rule="G2", group="coach"
    )
    elements: tuple[RelationElement, ...] = number(
        ELEMENTS, "关系经营要素", "Elements of a relationship", source="F", rule="§7", group="elements"
    )

    @model_validator(mode="after")
    def _each_element_once(self) -> Self:
        codes = [element.code for element in self.elements]
        if len(set(codes)) < len(codes):
            raise ValueError("elements: each code once")
        return self
