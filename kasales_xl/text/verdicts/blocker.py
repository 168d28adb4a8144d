"""What keeps a seller from the next level, in one sentence; and what does not count yet."""

from __future__ import annotations

from collections.abc import Iterator

from kasales_xl.core.card.seller_card import SellerCard
from kasales_xl.core.terms import Dimension, KeyGround, Level
from kasales_xl.core.text import HALVES, NOTHING, Text, join
from kasales_xl.core.verdicts.requirements import ExpertProof, GradeOf, Requirement
from kasales_xl.text.verdicts.verdicts import plain

_UNGRADED = Text(
    "等级还等「能力」表 {n} 条打分",
    "the level waits for {n} {n:grade|grades} on Capability",
)
_NEEDS = Text("到{level}还差：{what}", "{level} still needs: {what}")
_AT_TOP = Text("已到顶级，守住就好", "at the top: hold it")
_ACCOUNTS = Text("大客户 {n} 席（{seats}）", "{n} key-account {n:seat|seats} ({seats})")
_SEAT = Text("{tier} {n}", "{n} {tier}")
_GRADES = Text("五维{grades}", "{grades}")
_GRADE = Text("「{name}」{n} 级", "{n} {n:grade|grades} in {name}")
_EACH = Text("每一维 {n} 级", "{n} {n:grade|grades} in all five dimensions")
_MEAN = Text("平均 {n} 级", "{n} more in the mean of the five grades")
_EXPERT = Text("专家确认（{what}）", "the expert's confirmation ({what})")
_PROOF: dict[ExpertProof, Text] = {
    ExpertProof.TRACK: Text("赛道", "track"),
    ExpertProof.INDUSTRY: Text("行业", "industry"),
    ExpertProof.EVIDENCE: Text("依据", "evidence"),
}
_UNDECIDED = Text("还没算数的客户：{what}", "accounts that do not count yet: {what}")
_GROUNDS: dict[KeyGround, Text] = {
    KeyGround.TO_WIN: Text("{n} 家待赢单", "{n} until a deal is won"),
    KeyGround.DATA: Text("{n} 家缺资料", "{n} for missing data"),
}


def blocker(card: SellerCard) -> Text:
    """``到中级还差：大客户 6 席（中级 1、初级 5）；五维「本」1 级``. As long as practices wait for a grade,
    that comes first, and the accounts are told against what they alone climb to. Rules L4, P1."""
    level = card.climbs_to
    accounts = _accounts(card, level)
    if card.ungraded:
        first = _UNGRADED(n=card.ungraded)
        return join((first, _NEEDS(level=level, what=accounts)), HALVES) if accounts else first
    what = join((accounts, _grades(card.gap), _expert(card.gap)), HALVES)
    return _NEEDS(level=level, what=what) if what else _AT_TOP


def _accounts(card: SellerCard, level: Level) -> Text:
    free = [row for row in card.seats_of(level) if row.free]
    if not free:
        return NOTHING
    seats = join(_SEAT(tier=row.tier, n=row.free) for row in free)
    return _ACCOUNTS(seats=seats, n=sum(row.free for row in free))


def _grades(gap: tuple[Requirement, ...]) -> Text:
    short = {line.demand.dimension: line.missing for line in gap if isinstance(line.demand, GradeOf)}
    short = {dimension: missing for dimension, missing in short.items() if missing}
    if not short:
        return NOTHING
    if None in short:
        return _GRADES(grades=_MEAN(n=plain(short[None])))
    if len(short) == len(Dimension) and len({*short.values()}) == 1:
        return _GRADES(grades=_EACH(n=plain(next(iter(short.values())))))
    ordered = ((dimension, short[dimension]) for dimension in Dimension if dimension in short)
    return _GRADES(grades=join(_GRADE(name=name, n=plain(missing)) for name, missing in ordered))


def _expert(gap: tuple[Requirement, ...]) -> Text:
    open_proofs = join(
        _PROOF[line.demand] for line in gap if isinstance(line.demand, ExpertProof) and line.missing
    )
    return _EXPERT(what=open_proofs) if open_proofs else NOTHING


def undecided_in_short(card: SellerCard) -> Text:
    """``还没算数的客户：3 家待赢单，1 家缺资料``; blank where all are decided. Rule K3."""
    return _UNDECIDED(what=join(_grounds(card))) if card.undecided else NOTHING


def _grounds(card: SellerCard) -> Iterator[Text]:
    for ground, said in _GROUNDS.items():
        n = sum(account.key_test.ground is ground for account in card.undecided)
        if n:
            yield said(n=n)
