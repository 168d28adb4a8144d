"""Key account, tier and score of accounts."""

from __future__ import annotations

from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import KeyAccount, KeyGround, Tier
from kasales_xl.core.text import Text
from kasales_xl.core.verdicts.facts import TierCounts
from kasales_xl.core.verdicts.tier import tier_of
from kasales_xl.functions.arguments import ACCOUNT, BOOK, number
from kasales_xl.functions.caller import Caller
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Refusal, Rows
from kasales_xl.functions.open_books import OpenBook
from kasales_xl.functions.typed import find, read_option, read_term
from kasales_xl.text.functions import HEADERS

#: What may be asked of a tier, and of the key-account test.
TIER_FORMS: dict[str, tuple[str, ...]] = {"claimed": ("填报",), "confirmed": ("确认", "经理确认")}
KEY_FORMS: dict[str, tuple[str, ...]] = {"answer": ("结论",), "reason": ("依据", "理由", "凭什么")}


def tier(book: OpenBook, name: str, form: str | None = None) -> Tier | str:
    """The claimed tier, by the rules; or the one that the manager confirmed, blank before that. Rule T8."""
    verdict = find(book.card.by_name, name)
    if read_option(form, TIER_FORMS, "claimed") == "confirmed":
        return verdict.confirmed or ""
    return verdict.tier


def key(book: OpenBook, name: str, form: str | None = None) -> KeyAccount | KeyGround:
    """The answer, or what it rests on. Rules K1–K3."""
    verdict = find(book.card.by_name, name)
    return verdict.key_test.ground if read_option(form, KEY_FORMS, "answer") == "reason" else verdict.key


def score(book: OpenBook, name: str) -> float:
    return float(find(book.card.by_name, name).score.total)


def tiers(book: OpenBook) -> Rows:
    """All accounts in the order of the book: account, key account, tier, score."""
    accounts = (
        (verdict.account.account, verdict.key, verdict.tier, float(verdict.score.total))
        for verdict in book.card.accounts
    )
    return [HEADERS["tiers"], *accounts]


def count(book: OpenBook, name: str) -> float:
    """Counted key accounts of exactly this tier. Rules K3, L8."""
    return float(len(book.card.of_tier(read_term(Tier, name))))


def what_if(
    caller: Caller,
    key_departments: float,
    covered: float,
    dms: float,
    influenced: float,
    opposed: float,
    related: float,
) -> Tier:
    """The tier of plain numbers under the default policy. Rules T1–T4."""
    counts = (key_departments, covered, dms, influenced, opposed, related)
    if any(n != int(n) or n < 0 for n in counts):
        raise Refusal(VALUE)
    if covered > key_departments or influenced > dms or opposed > dms:
        raise Refusal(VALUE)
    return tier_of(TierCounts(*map(int, counts)), DEFAULT_POLICY)


DECLARED = (
    Function(
        "KA_TIER",
        (BOOK, ACCOUNT, Argument(
            "form", Text("要哪一个：填报（不填）是按规则算出的，确认是经理填的",
                         "Which one: claimed (default), by the rules; confirmed, by the manager"),
            "text", optional=True,
        )),
        Text("客户的关系等级：未知、无、初级、中级、强。",
             "Relationship tier of an account: unknown, none, junior, mid, strong."),
        "text", '=KA_TIER(KA,"江海电力")', tier, (NA, VALUE, REF),
    ),
    Function(
        "KA_TIERS", (BOOK,),
        Text("全部客户一张表：客户、是否大客户、关系等级、关系分。",
             "All accounts: account, key account, tier, score."),
        "table", "=KA_TIERS(KA)", tiers, (VALUE, REF),
    ),
    Function(
        "KA_KEY",
        (BOOK, ACCOUNT, Argument(
            "form", Text("不填是结论；依据：已证实、有望、经理说能持续、缺资料、待赢单等",
                         "Left out: the answer; reason: proven, promised, confirmed, data missing, a win is "
                         "missing …"),
            "text", optional=True,
        )),
        Text("是不是大客户：是、否、待判定（缺资料，或还要赢单）。",
             "Is it a key account: yes, no, undecided (data or a win is missing)."),
        "text", '=KA_KEY(KA,"江海电力")', key, (NA, VALUE, REF),
    ),
    Function(
        "KA_SCORE", (BOOK, ACCOUNT),
        Text("客户的关系分，0 到 100，只用来排序，不改变等级。",
             "Relationship score of an account, 0 to 100; for sorting, it changes no tier."),
        "number", '=KA_SCORE(KA,"江海电力")', score, (NA, VALUE, REF),
    ),
    Function(
        "KA_COUNT",
        (BOOK, Argument(
            "tier", Text("关系等级：强、中级、初级、无、未知", "Tier: strong, mid, junior, none, unknown"),
            "text",
        )),
        Text("正好是这个关系等级的大客户有几家。",
             "How many key accounts have exactly this tier."),
        "number", '=KA_COUNT(KA,"强")', count, (VALUE, REF),
    ),
    Function(
        "KA_TIER_OF",
        (
            number("key_departments", "关键部门数", "Key departments"),
            number("covered", "其中有能影响的决策人的部门数", "Of these, with an influenced decision maker"),
            number("dms", "关键决策人数", "Key decision makers"),
            number("influenced", "其中能影响的人数", "Of these, you can influence"),
            number("opposed", "其中反对的人数", "Of these, opposed"),
            number("related", "能影响的业务相关人数（含决策人）", "Related people you influence, with those"),
        ),
        Text("假如：这样的人头数，关系到哪一级？不需要账簿，按默认规则算。",
             "What if: the tier of these head counts, no book needed, default policy."),
        "text", "=KA_TIER_OF(2,2,4,3,0,5)", what_if, (VALUE,),
    ),
)  # fmt: skip
