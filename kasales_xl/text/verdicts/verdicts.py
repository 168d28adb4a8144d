"""Why a verdict is what it is, in words: reasons, requirements, and which ladder blocks a level."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from kasales_xl.core.reasons import Reason
from kasales_xl.core.terms import Dimension, KeyAccount, KeyGround, MoneyUnit, Tier
from kasales_xl.core.text import HALVES, Text, join, same
from kasales_xl.core.verdicts.key_account import KeyTest
from kasales_xl.core.verdicts.levels import LevelVerdict
from kasales_xl.core.verdicts.requirements import (
    AccountsOf,
    Demand,
    ExpertProof,
    GradeOf,
    KeyAccountData,
    KeyAccountWins,
    Requirement,
)
from kasales_xl.text.verdicts.key_reasons import COLUMNS, KEY_REASONS

_REASONS: dict[str, Text] = KEY_REASONS | {
    "needs-contacts": Text(
        "还没有联系人，先把认识的人记下来", "no contacts yet: write down the people you know"
    ),
    "needs-related": Text(
        "还差 {missing} 位能影响的业务相关联系人",
        "{missing} more business-related {missing:contact|contacts} you can influence",
    ),
    "unread": Text(
        "先改好 {names}：没读出来，改好了才能往上判",
        "put right {names} first: it could not be read, and nothing can be judged higher until it is",
    ),
    "needs-key-departments": Text("先填关键部门", "fill in the key departments first"),
    "needs-dm-listed": Text(
        "找到这些关键部门的决策人：{names}",
        "find the decision maker in: {names}",
    ),
    "needs-dm": Text(
        "还差 {missing} 位关键决策人（可争取：{names}）",
        "{missing} more key decision {missing:maker|makers} to win, for example {names}",
    ),
    "needs-more-departments": Text(
        "再覆盖 {missing} 个关键部门",
        "cover {missing} more key {missing:department|departments}",
    ),
    "needs-more-key-departments": Text(
        "关键部门至少要 {need} 个，现有 {have} 个",
        "needs {need} key departments, has {have}",
    ),
    "needs-more-dms": Text(
        "关键决策人至少要 {need} 位，现有 {have} 位",
        "needs {need} key decision makers, has {have}",
    ),
    "needs-department": Text(
        "{first}还没有能影响的决策人（{rest}）",
        "nobody you can influence in {first} yet ({rest})",
    ),
    "needs-majority": Text(
        "还差 {missing} 位关键决策人，才够大多数（{have}/{need}；可争取：{names}）",
        "{missing} more key decision {missing:maker|makers} for the great majority "
        "({have}/{need}; to win: {names})",
    ),
    "opposed": Text("化解反对者：{names}", "opposed: {names}"),
    "opponent-not-dm": Text(
        "有人反对（不是关键决策人）：{names}",
        "opposed, though not a key decision maker: {names}",
    ),
    "stale-relation": Text("久未联系：{names}", "not met for long: {names}"),
    "dm-elsewhere": Text(
        "标了关键决策人，但部门不在关键部门里：{names}",
        "marked key decision maker, but not in a key department: {names}",
    ),
}

#: What a level asks for.
DEMANDS: dict[Demand, Text] = {
    AccountsOf(Tier.STRONG): Text("强关系大客户", "key accounts with a strong relation"),
    AccountsOf(Tier.MID, or_better=True): Text("中级及以上大客户", "key accounts at mid or better"),
    AccountsOf(Tier.JUNIOR, or_better=True): Text("初级及以上大客户", "key accounts at junior or better"),
    AccountsOf(Tier.MID): Text("中级关系大客户", "key accounts at mid"),
    AccountsOf(Tier.JUNIOR): Text("初级关系大客户", "key accounts at junior"),
    GradeOf(None): Text("五维平均分", "mean of the five grades"),
    ExpertProof.TRACK: Text("赛道专家（经理确认）", "track expert (confirmed by the manager)"),
    ExpertProof.INDUSTRY: Text("行业专家（经理确认）", "industry expert (confirmed by the manager)"),
    ExpertProof.EVIDENCE: Text("专家依据", "expert evidence"),
    KeyAccountData(): Text("缺资料、待判定的客户", "accounts undecided for missing data"),
    KeyAccountWins(): Text("待赢单才算大客户的客户", "accounts undecided until a deal is won"),
    **{GradeOf(d): Text(f"{d.zh}（{d.en}）", f"{d.en} grade") for d in Dimension},
}


_NOBODY = Text("暂无人选", "nobody listed")

_LINE = Text("{name}：{have}/{need}，还差 {missing}", "{name}: {have}/{need}, {missing} missing")
_MET = Text("{name}：{have}/{need}，够了", "{name}: {have}/{need}, met")
_TO_COMPLETE = Text("{name}：{need} 家", "{name}: {need}")

_BLOCKS: dict[str, Text] = {
    "": Text("客户和五维都到了顶级", "accounts and dimensions are both at the top"),
    "accounts": Text(
        "五维已达{capability}，客户数停在{accounts}",
        "the five dimensions reach {capability}, the accounts stop at {accounts}",
    ),
    "capability": Text(
        "客户数已达{accounts}，五维停在{capability}",
        "the accounts reach {accounts}, the five dimensions stop at {capability}",
    ),
    "both": Text(
        "客户数和五维都停在{level}",
        "accounts and dimensions both stop at {level}",
    ),
    "expert": Text(
        "客户数和五维都够了，只差专家确认",
        "accounts and dimensions suffice, only the expert's confirmation is missing",
    ),
}
_EXPERT_TOO = Text(
    "五维够了，客户数停在{level}，专家也还没确认",
    "the dimensions suffice, the accounts stop at {level}, and the expert is not confirmed",
)
_ACCOUNTS_SUFFICE = Text(
    "客户数够升下一级，五维停在{capability}",
    "the accounts suffice for the next level, the five dimensions stop at {capability}",
)

UNCONFIRMED = Text(
    "未确认：部分五维只有自评，经理还没评",
    "unconfirmed: some grades are the rep's own, not yet the manager's",
)
_MONEY = Text("{n} {unit}", "{n} ({unit})")
_FILL_IN = Text("补填 {columns}", "fill in {columns}")
_KEY = Text("{key}（{ground}）：{reasons}", "{key} ({ground}): {reasons}")
_GROUND = Text("{key}（{ground}）", "{key} ({ground})")
_PAIR = Text("{ground}：{deals}", "{ground}: {deals}")
#: Grounds that rest on deals, and the reasons that name these.
_CARRIED = (KeyGround.PROVEN, KeyGround.PROMISED, KeyGround.LAPSED, KeyGround.TO_WIN)
_BY_DEALS = ("proven", "promised", "lapsed", "one-big")
_TIER_LACKS = Text("{tier}；升到{above}：{missing}", "{tier}; to reach {above}: {missing}")


def plain(number: float) -> str:
    """A number as people write it: 3, 2.5, 1,200."""
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def money(amount: float, unit: MoneyUnit | None) -> Text:
    """``30 万元``; the number alone where no unit is given."""
    return _MONEY(n=plain(amount), unit=unit) if unit else same(plain(amount))


def at_least(amount: float, unit: MoneyUnit | None) -> Text:
    """An amount to be reached: what is cut off is rounded up, so that whoever reaches what is said does."""
    return money(math.ceil(round(amount * 100, 6)) / 100, unit)


_UNREAD = Text("{cell}（写了，没读出来）", "{cell} (filled in, but could not be read)")


def columns_to_fill(test: KeyTest) -> Text:
    """The blank cells that the test needs: ``客户·12个月潜力``, ``商机·金额（二期）``; those that hold what
    could not be read by their place."""
    return join(
        _UNREAD(cell=cell.cell) if cell.cell else COLUMNS[cell.datum](deal=cell.deal) for cell in test.fill_in
    )


def what_is_open(test: KeyTest) -> Text:
    """What an undecided account lacks: the blank cells, or what must still be won; blank once decided."""
    return join(_open(test), HALVES)


def _open(test: KeyTest) -> Iterator[Text]:
    if test.fill_in:
        yield _FILL_IN(columns=columns_to_fill(test))
    yield from (explain_reason(reason) for reason in test.reasons if reason.code.startswith("to-win"))


def key_in_short(test: KeyTest) -> Text:
    """``是（已证实）``; what is open where it is undecided; the reason that decides where it is none."""
    if test.key is KeyAccount.YES:
        return _GROUND(key=test.key, ground=test.ground)
    if test.key is KeyAccount.UNDECIDED:
        return _KEY(key=test.key, ground=test.ground, reasons=what_is_open(test))
    decides = test.reasons[:1] if test.ground is KeyGround.SMALL else test.reasons[1:]
    return _KEY(key=test.key, ground=test.ground, reasons=explain_reasons(decides))


def ground_and_deals(test: KeyTest) -> Text:
    """``已证实：2025-03-01 一期、2026-03-01 二期``: the ground with the deals that carry it."""
    ground = Text(test.ground.zh, test.ground.en)
    if test.ground not in _CARRIED:
        return ground
    names = [name for reason in test.reasons if reason.code in _BY_DEALS for name in reason.names]
    return _PAIR(ground=ground, deals=join(names)) if names else ground


def key_sentence(test: KeyTest) -> Text:
    """``是（已证实）：潜力 40 达到门槛 30；大单接得上，已证实：…``"""
    return _KEY(key=test.key, ground=test.ground, reasons=explain_reasons(test.reasons))


def indent(line: Text) -> Text:
    return same("  {line}")(line=line)


def explain_reason(reason: Reason) -> Text:
    """One reason as half a sentence, people and departments by name."""
    return _REASONS[reason.code](
        names=join(reason.names) or _NOBODY,
        first=reason.names[0] if reason.names else "",
        rest=join(reason.names[1:]) or _NOBODY,
        have=money(reason.have, reason.unit),
        need=at_least(reason.need, reason.unit),
        missing=plain(reason.missing),
        day=reason.day or "",
    )


def explain_reasons(reasons: Iterable[Reason]) -> Text:
    return join(map(explain_reason, reasons), HALVES)


def requirement_line(requirement: Requirement) -> Text:
    """``强关系大客户：1/2，还差 1``"""
    line = _LINE if requirement.missing else _MET
    if isinstance(requirement.demand, KeyAccountData | KeyAccountWins):
        line = _TO_COMPLETE
    return line(
        name=DEMANDS[requirement.demand],
        have=plain(requirement.have),
        need=plain(requirement.need),
        missing=plain(requirement.missing),
    )


def blocks_sentence(verdict: LevelVerdict) -> Text:
    """Which ladder keeps the seller from the next level (L4)."""
    accounts, capability = verdict.accounts_level, verdict.capability_level
    if verdict.blocked_by == "both" and verdict.expert_missing:
        return _EXPERT_TOO(level=accounts)
    if verdict.blocked_by == "capability" and accounts is capability:
        # top asks for the same accounts as senior, so the accounts' own level cannot say that they suffice
        return _ACCOUNTS_SUFFICE(capability=capability)
    return _BLOCKS[verdict.blocked_by](accounts=accounts, capability=capability, level=verdict.level)


def tier_sentence(tier: Tier, lacking: Iterable[Reason]) -> Text:
    """``中级；升到强：财务部还没有能影响的决策人（李总）``"""
    missing = explain_reasons(lacking)
    if not missing:
        return Text(tier.zh, tier.en)
    above = Tier.JUNIOR if tier <= Tier.NONE else list(Tier)[tier.rank + 1]
    return _TIER_LACKS(tier=tier, above=above, missing=missing)
