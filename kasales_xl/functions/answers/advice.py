"""What a level makes of a seller, and the level of plain numbers: answers that need no book."""

from __future__ import annotations

from kasales_xl.core.moves.advice import ADVICE
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.terms import Dimension, Grade, Level, YesNo
from kasales_xl.core.text import HALVES, Text, join
from kasales_xl.core.verdicts.capability import capability_level
from kasales_xl.core.verdicts.levels import Counts
from kasales_xl.core.verdicts.levels import level as level_of
from kasales_xl.functions import typed
from kasales_xl.functions.answers.level import scored
from kasales_xl.functions.arguments import number
from kasales_xl.functions.caller import Caller
from kasales_xl.functions.declared import NA, REF, VALUE, Argument, Function, Refusal
from kasales_xl.functions.open_books import is_handle
from kasales_xl.text.functions import WORDS

#: What may be asked of the advice.
PARTS: dict[str, tuple[str, ...]] = {"all": ("全部",), "type": ("类型",), "next": ("接下来",)}


def advice(caller: Caller, wanted: object, part: str | None = None) -> str:
    """Type, who chooses, what to look for, what to do next, as one text; for the calling workbook's
    seller, a handle's seller, or a level, then in the language it was typed in. part: ``type`` for all but
    what to do, ``next`` for that alone. Rule P4."""
    asked = typed.read_option(part, PARTS, "all")
    if wanted is None or is_handle(wanted):
        book = caller.book(None if wanted is None else str(wanted))
        return advise(scored(book).level, asked).pick(book.lang)
    lang = typed.language_of(wanted) if isinstance(wanted, str) else caller.lang
    return advise(typed.read_level(wanted), asked).pick(lang)


def advise(level: Level, part: str) -> Text:
    advice = ADVICE[level]
    kind = WORDS["advice-type"](kind=advice.kind, chooses=advice.chooses, company=advice.company)
    do = WORDS["advice-next"](do=join(advice.do, HALVES))
    return {"type": kind, "next": do}.get(part) or join((kind, do), Text("", " "))


def what_if(
    caller: Caller,
    strong: float,
    mid: float,
    junior: float,
    grade: float | None,
    expert: object,
) -> Level:
    """The level of plain numbers under the default policy. grade: of all five dimensions; left out,
    the accounts alone decide. Rules L2–L6."""
    counts = [strong, mid, junior]
    if any(n != int(n) or n < 0 for n in counts):
        raise Refusal(VALUE)
    is_expert = _is_yes(expert)
    if grade is None:
        able = Level.TOP if is_expert else Level.SENIOR
    elif 0 <= grade < len(Grade):
        able = capability_level([int(grade)] * len(Dimension), is_expert, DEFAULT_POLICY)
    else:
        raise Refusal(VALUE)
    return level_of(Counts(*map(int, counts)), able, DEFAULT_POLICY).level


def _is_yes(value: object) -> bool:
    if value is None:
        return False
    if isinstance(value, (bool, int, float)):
        return value != 0
    text = name_key(str(value))
    if text in ("true", "false"):
        return text == "true"
    return typed.read_term(YesNo, text) is YesNo.YES


DECLARED = (
    Function(
        "KA_ADVICE",
        (
            Argument(
                "level",
                Text("等级的名称、数字，或账簿代号 KA；不填就用当前工作簿",
                     "A level's name or number, or the handle KA; left out: the workbook you are in"),
                "any", optional=True,
            ),
            Argument(
                "part",
                Text("全部（不填）；类型：哪一型、谁挑谁、选公司看什么；接下来：做什么",
                     "all (default); type: which type, who chooses, what company; next: what to do"),
                "text", optional=True,
            ),
        ),
        Text("这一级的销售属于哪一型、谁挑谁、选公司看什么、接下来做什么。",
             "What type of seller the level makes, who chooses whom, what to look for, what to do next."),
        "text", '=KA_ADVICE("中级")', advice, (NA, VALUE, REF), asks_workbook=True,
    ),
    Function(
        "KA_LEVEL_OF",
        (
            number("strong", "强关系大客户数", "Key accounts with a strong relation"),
            number("mid", "中级关系大客户数", "Key accounts with a mid relation"),
            number("junior", "初级关系大客户数", "Key accounts with a junior relation"),
            Argument(
                "grade",
                Text("五维都到几级（0-3）；不填就只看客户",
                     "Grade of all five dimensions (0–3); left out: accounts alone"),
                "number", optional=True,
            ),
            Argument(
                "expert", Text("是不是赛道和行业专家（是/否）", "Expert of track and industry? (yes/no)"),
                "any", optional=True,
            ),
        ),
        Text("假如：这些客户数能到哪一级？不需要账簿，按默认规则算。",
             "What if: the level of these numbers, no book needed, default policy."),
        "text", "=KA_LEVEL_OF(1,3,5,3)", what_if, (VALUE,),
    ),
)  # fmt: skip
