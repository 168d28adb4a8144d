"""Accounts that somebody has to look after, in words: why, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kasales_xl.core.card.concerns import Concern, DealConcern, Urgency
from kasales_xl.core.reasons import Reason
from kasales_xl.core.terms import Party
from kasales_xl.core.text import CLAUSES, HALVES, NOTHING, Text, join
from kasales_xl.text.verdicts.dimensions import flag

#: People that a sentence names, and reasons that a line tells.
_NAMED, _TOLD = 2, 2
_PARTIES = {party.value: party for party in Party}

_WHY: dict[str, Text] = {
    "opposed": Text("{who}反对", "{who} opposed"),
    "stale": Text("好久没见{who}", "{who} not met for long"),
    "single": Text("只靠{who}一个人", "everything hangs on {who}"),
    "undecided": Text("还定不了是不是大客户", "not decided yet whether it is a key account"),
}
_TO_DO: dict[str, Text] = {
    "opposed": Text(
        "你去见{who}一面，问清顾虑，再定还投不投人",
        "see {who} yourself, hear the objection, then decide whether to go on",
    ),
    "dm-opposed": Text(
        "你去见{who}一面，问清顾虑，再定还投不投人",
        "see {who} yourself, hear the objection, then decide whether to go on",
    ),
    "support-late": Text("{who}的支持，本周给个准话：批还是不批", "say yes or no to {who} this week"),
    "stage-without-dm": Text(
        "陪着去见一位拍板的人；见不到就把阶段退回去",
        "go along to meet who decides; without that, put the stage back",
    ),
    "cannot-win": Text(
        "和销售当面定：退出，还是换个打法", "decide with the seller: leave it, or win it another way"
    ),
    "need-not-real": Text("和销售当面定：退出，还是等需求落实", "decide with the seller: leave it or wait"),
    "no-dm-met": Text("帮着约{dms}见一面", "help to arrange a meeting with {dms}"),
    "against-law": Text(
        "问清这次凭什么不一样；说不出来就少投人",
        "ask what is different this time; without an answer spend less on it",
    ),
    "stale": Text("请销售本周去见{who}", "have the seller see {who} this week"),
    "single": Text("帮着再认识一位，别只靠一个人", "help to get to know a second person there"),
    "undecided": Text("请销售补齐资料", "have the seller complete the data"),
}
_SOME_DM = Text("拍板的人", "who decides")
_OF_DEAL = Text("{deal}：{why}", "{deal}: {why}")
_AND_MORE = Text("{names}等 {n} 位", "{names} and others ({n})")


def why_text(concern: Concern, most: int = _TOLD) -> Text:
    """The most urgent reasons: ``财务部李总反对；电网扩容：支持过期未批：方案线，已到控制阶段…``"""
    return join(_by_deal(concern, concern.reasons[:most]), HALVES)


def deals_text(concern: Concern) -> Text:
    """What is the matter with its deals."""
    return join(_by_deal(concern, [told for told in concern.reasons if told[1]]), HALVES)


def _by_deal(concern: Concern, told: Iterable[tuple[Reason, DealConcern | None]]) -> list[Text]:
    """Reasons of one deal stand together, where the first of them is told."""
    lines: dict[str, list[Text]] = {}
    for reason, deal in told:
        of_account = "" if deal else reason.code
        why = flag(reason) if deal else _WHY[reason.code](who=some(reason.names))
        lines.setdefault(_short(deal.deal, concern.account) if deal else of_account, []).append(why)
    return [
        whys[0] if name in _WHY else _OF_DEAL(deal=name, why=join(whys, CLAUSES))
        for name, whys in lines.items()
    ]


def _short(deal: str, account: str) -> str:
    """Without the account's name, which stands beside it."""
    return deal.removeprefix(account).strip() or deal


def to_do_text(concern: Concern) -> Text:
    """What to do about the most urgent reason."""
    for reason, _deal in concern.reasons[:1]:
        parties = reason.code == "support-late"
        names: Sequence[object] = [_PARTIES[name] for name in reason.names] if parties else reason.names
        return _TO_DO[reason.code](who=some(names), dms=some(names) if reason.names else _SOME_DM)
    return NOTHING


def to_act(concern: Concern) -> bool:
    """Can the rep hardly settle it alone?"""
    return concern.urgency is Urgency.ACT


def people_text(concern: Concern, code: str) -> Text:
    """All people behind a reason that lies in the account; blank where it has none. Opposed: those of its
    open deals too."""
    if code == "opposed":
        return join(concern.opponents)
    return join(name for reason in concern.people if reason.code == code for name in reason.names)


def some(names: Sequence[object]) -> Text:
    """The first names, and how many there are."""
    first, more = join(names[:_NAMED]), len(names) - _NAMED
    return _AND_MORE(names=first, n=len(names)) if more > 0 else first
