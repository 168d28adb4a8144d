"""Why a verdict is what it is, in words: reasons, requirements, and which ladder blocks a level."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.core.reasons import Reason
from kasales_xl.core.terms import Dimension, Lang, Tier
from kasales_xl.core.verdicts.key_account import Datum
from kasales_xl.core.verdicts.levels import LevelVerdict
from kasales_xl.core.verdicts.requirements import (
    AccountsOf,
    Demand,
    ExpertProof,
    GradeOf,
    KeyAccountData,
    Requirement,
)

_REASONS: dict[str, tuple[str, str]] = {
    "needs-contacts": ("还没有联系人，先把认识的人记下来", "no contacts yet: write down the people you know"),
    "needs-related": (
        "还差 {missing} 位能影响的业务相关联系人",
        "{missing} more business-related contact(s) you can influence",
    ),
    "needs-key-departments": ("先填关键部门", "fill in the key departments first"),
    "needs-dm-listed": (
        "找到这些关键部门的决策人：{names}",
        "find the decision maker in: {names}",
    ),
    "needs-dm": (
        "还差 {missing} 位关键决策人（可争取：{names}）",
        "{missing} more key decision maker(s) to win, for example {names}",
    ),
    "needs-more-departments": (
        "再覆盖 {missing} 个关键部门",
        "cover {missing} more key department(s)",
    ),
    "needs-more-key-departments": (
        "关键部门至少要 {need} 个，现有 {have} 个",
        "needs {need} key departments, has {have}",
    ),
    "needs-department": (
        "{first}还没有能影响的决策人（{rest}）",
        "nobody you can influence in {first} yet ({rest})",
    ),
    "needs-majority": (
        "还差 {missing} 位关键决策人才到大多数（{have}/{need}；可争取：{names}）",
        "{missing} more key decision maker(s) for the great majority ({have}/{need}; to win: {names})",
    ),
    "opposed": ("化解反对者：{names}", "opposed: {names}"),
    "opponent-not-dm": (
        "有人反对（不是关键决策人）：{names}",
        "opposed, though not a key decision maker: {names}",
    ),
    "stale-relation": ("久未联系：{names}", "not met for long: {names}"),
    "dm-elsewhere": (
        "标了关键决策人，但部门不在关键部门里：{names}",
        "marked key decision maker, but not in a key department: {names}",
    ),
    "big": ("潜力 {have} 达到门槛 {need}", "potential {have} reaches the threshold {need}"),
    "not-big": ("潜力 {have} 不到门槛 {need}", "potential {have} is below the threshold {need}"),
    "size-unknown": (
        "不知道够不够大：缺 12 个月潜力或年度目标",
        "size unknown: potential or annual target is missing",
    ),
    "sustainable": ("能持续出大单", "keeps producing big deals"),
    "not-sustainable": (
        "大单接不上：隔得太久，或最近没有新的",
        "big deals lie too far apart or too long ago",
    ),
    "sustainable-unknown": (
        "看不出大单能不能持续：有日期的只有 {have} 个",
        "too few dated big deals to tell: {have}",
    ),
}

_COLUMNS: dict[Datum, tuple[str, str]] = {
    Datum.TARGET: ("我的信息·年度目标", "Profile · Annual target"),
    Datum.POTENTIAL: ("客户·12个月潜力", "Accounts · Potential 12 months"),
    Datum.DEALS: ("商机·金额和关闭日期（或预计成交）", "Deals · Amount and Closed (or Expected close)"),
}

_REQUIREMENTS: dict[Demand, tuple[str, str]] = {
    AccountsOf(Tier.STRONG): ("强关系大客户", "key accounts with a strong relation"),
    AccountsOf(Tier.MID, or_better=True): ("中级及以上大客户", "key accounts at mid or better"),
    AccountsOf(Tier.JUNIOR, or_better=True): ("初级及以上大客户", "key accounts at junior or better"),
    AccountsOf(Tier.MID): ("中级关系大客户", "key accounts at mid"),
    AccountsOf(Tier.JUNIOR): ("初级关系大客户", "key accounts at junior"),
    GradeOf(None): ("五维平均分", "mean of the five grades"),
    ExpertProof.TRACK: ("赛道专家（经理确认）", "track expert (confirmed by the manager)"),
    ExpertProof.INDUSTRY: ("行业专家（经理确认）", "industry expert (confirmed by the manager)"),
    ExpertProof.EVIDENCE: ("专家依据", "expert evidence"),
    KeyAccountData(): ("资料不全、待判定的客户", "accounts undecided for missing data"),
    **{GradeOf(d): (f"{d.zh}（{d.en}）", f"{d.en} grade") for d in Dimension},
}


def plain(number: float) -> str:
    """A number as people write it: 3, 2.5, 1,200."""
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def join(names: Iterable[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(names)


def explain_reason(reason: Reason, lang: Lang) -> str:
    """One reason as half a sentence, people and departments by name."""
    zh, en = _REASONS[reason.code]
    nobody = "暂无人选" if lang == "zh" else "nobody listed"
    return (zh if lang == "zh" else en).format(
        names=join(reason.names, lang) or nobody,
        first=reason.names[0] if reason.names else "",
        rest=join(reason.names[1:], lang) or nobody,
        have=plain(reason.have),
        need=plain(reason.need),
        missing=plain(reason.missing),
    )


def explain_reasons(reasons: Iterable[Reason], lang: Lang) -> str:
    return ("；" if lang == "zh" else "; ").join(explain_reason(r, lang) for r in reasons)


def column_name(datum: Datum, lang: Lang) -> str:
    """A column that decides a key account, as ``sheet · column``."""
    zh, en = _COLUMNS[datum]
    return zh if lang == "zh" else en


def requirement_name(demand: Demand, lang: Lang) -> str:
    zh, en = _REQUIREMENTS[demand]
    return zh if lang == "zh" else en


def requirement_line(requirement: Requirement, lang: Lang) -> str:
    """``强关系大客户：1/2，还差 1``"""
    name = requirement_name(requirement.demand, lang)
    have, need, missing = (plain(n) for n in (requirement.have, requirement.need, requirement.missing))
    if isinstance(requirement.demand, KeyAccountData):
        return f"{name}：{need} 家" if lang == "zh" else f"{name}: {need}"
    if not requirement.missing:
        return f"{name}：{have}/{need}，够了" if lang == "zh" else f"{name}: {have}/{need}, met"
    return (
        f"{name}：{have}/{need}，还差 {missing}"
        if lang == "zh"
        else f"{name}: {have}/{need}, {missing} missing"
    )


def blocks_sentence(verdict: LevelVerdict, lang: Lang) -> str:
    """Which ladder keeps the seller from the next level (L4)."""
    accounts, capability = verdict.accounts_level.label(lang), verdict.capability_level.label(lang)
    if verdict.blocked_by == "capability" and accounts == capability:
        # top asks for the same accounts as senior, so the accounts' own level cannot say that they suffice
        return (
            f"客户数够升下一级，五维停在{capability}"
            if lang == "zh"
            else f"the accounts suffice for the next level, the five dimensions stop at {capability}"
        )
    if lang == "zh":
        return {
            "": "客户和五维都到了顶级",
            "accounts": f"五维已达{capability}，客户数停在{accounts}",
            "capability": f"客户数已达{accounts}，五维停在{capability}",
            "both": f"客户数和五维都停在{verdict.level.label(lang)}",
        }[verdict.blocked_by]
    return {
        "": "accounts and dimensions are both at the top",
        "accounts": f"the five dimensions reach {capability}, the accounts stop at {accounts}",
        "capability": f"the accounts reach {accounts}, the five dimensions stop at {capability}",
        "both": f"accounts and dimensions both stop at {verdict.level.label(lang)}",
    }[verdict.blocked_by]


UNCONFIRMED = (
    "未确认：部分五维只有自评，经理还没评",
    "unconfirmed: some grades are the rep's own, not yet the manager's",
)


def unconfirmed(lang: Lang) -> str:
    return UNCONFIRMED[lang == "en"]


def tier_sentence(tier: Tier, lacking: Iterable[Reason], lang: Lang) -> str:
    """``中级；升到强：财务部还没有能影响的决策人（李总）``"""
    missing = explain_reasons(lacking, lang)
    if not missing:
        return tier.label(lang)
    above = Tier.JUNIOR if tier <= Tier.NONE else list(Tier)[tier.rank + 1]
    if lang == "zh":
        return f"{tier.zh}；升到{above.zh}：{missing}"
    return f"{tier.en}; to reach {above.en}: {missing}"
