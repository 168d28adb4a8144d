"""Which calls the example workbook shows of each function, and what they are meant to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Special(Enum):
    """What no text or number can be: the cell named KA, and nothing between two commas."""

    KA = "KA"
    BLANK = ""


KA, BLANK = Special.KA, Special.BLANK


@dataclass(frozen=True)
class Example:
    """``args`` in order, ``KA`` for the handle, ``BLANK`` for one left out. ``zh``, ``en``: the point."""

    args: tuple[Any, ...]
    zh: str
    en: str

    def formula(self, name: str) -> str:
        return f"={name}({','.join(map(_spelt, self.args))})"


def _spelt(arg: Any) -> str:
    if isinstance(arg, Special):
        return arg.value
    return f'"{arg}"' if isinstance(arg, str) else f"{arg:g}"


_HANDLE = ("凭账簿代号查", "by the handle")
_HERE = ("不填账簿：就用当前工作簿", "no book: the workbook you are in")
_UNKNOWN = ("没有这个名字：#N/A", "an unknown name: #N/A")

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "KA_CHECK": (Example((KA,), *_HANDLE),),
    "KA_VERSION": (Example((), "能算出来，插件就在工作", "an answer means that the add-in works"),),
    "KA_LEVEL": (
        Example((KA,), *_HANDLE),
        Example((), *_HERE),
        Example((KA, "客户"), "只看客户数能到哪一级", "the level of the accounts alone"),
        Example((KA, "能力"), "只看五维能到哪一级", "the level of the five dimensions alone"),
        Example((KA, "code"), "给公式用的代码", "the code, for other formulas"),
    ),
    "KA_PROGRESS": (Example((KA,), *_HANDLE), Example((), *_HERE)),
    "KA_GAP": (
        Example((KA,), "到下一级", "to the next level"),
        Example((KA, "高级"), "到高级", "to senior"),
    ),
    "KA_NEXT": (
        Example((KA, 3), "先做这三件", "the first three"),
        Example((KA, 3, "人"), "先见这三个人，一人一条", "the next three people, a line each"),
        Example((KA, 3, "其他"), "不用见人的事", "what can be done without seeing anybody"),
    ),
    "KA_SEATS": (
        Example((KA,), "要往上走的那一级，席位坐了几个", "the seats of the level to climb to"),
        Example((KA, "高级"), "高级的席位", "the seats of senior"),
    ),
    "KA_WHY": (
        Example((KA, "等级"), "等级卡在哪", "what blocks the level"),
        Example((KA, "卡点"), "一句话：到下一级还差什么", "in one sentence: what the next level needs"),
        Example((KA, "走法"), "一句话：最省力的走法", "in one sentence: the cheapest way up"),
        Example((KA, "东湖能源"), "这家客户离下一级差什么", "what this account's next tier lacks"),
        Example((KA, "C09"), "这个人要留意什么", "what to mind about this person"),
        Example((KA, "本"), "这个维度怎么算出来的", "how this grade came about"),
    ),
    "KA_ADVICE": (
        Example((KA,), "按账簿里的等级", "for the book's level"),
        Example(("高级",), "任何一级", "for any level"),
    ),
    "KA_LEVEL_OF": (
        Example((1, 3, 5, 3), "1 强、3 中级、5 初级，五维 3 级", "1 strong, 3 mid, 5 junior, all grades 3"),
        Example((0, 4, 4, 2), "多出的中级补初级的缺", "a spare mid account fills a junior slot"),
        Example((1, 3, 5), "不填五维：只看客户", "no grade: accounts alone"),
        Example((1, 3, 5, 3, "是"), "还是赛道和行业专家", "an expert of track and industry besides"),
    ),
    "KA_TIER": (
        Example((KA, "江海电力"), *_HANDLE),
        Example((KA, "A02"), "用编号也行", "by its ID"),
        Example(("江海电力",), *_HERE),
        Example((BLANK, "江海电力"), "同上", "the same"),
        Example((KA, "没有这家"), *_UNKNOWN),
    ),
    "KA_TIERS": (Example((KA,), *_HANDLE),),
    "KA_KEY": (
        Example((KA, "江海电力"), *_HANDLE),
        Example((KA, "北辰轨交"), "资料不全就是待判定", "undecided while data is missing"),
    ),
    "KA_SCORE": (Example((KA, "江海电力"), *_HANDLE),),
    "KA_COUNT": (
        Example((KA, "强"), "正好是强的有几家", "exactly strong"),
        Example((KA, "初级"), "正好是初级的有几家", "exactly junior"),
    ),
    "KA_TIER_OF": (
        Example((2, 2, 4, 3, 0, 5), "4 位决策人影响 3 位，无人反对", "3 of 4 decision makers, none opposed"),
        Example((2, 2, 4, 3, 1, 5), "多一位反对，就不是强", "one opposed: no longer strong"),
    ),
    "KA_GRADE": (Example((KA, "道"), *_HANDLE), Example((KA, "ECM"), "写代码也行", "by its code")),
    "KA_DIMENSIONS": (
        Example((KA,), *_HANDLE),
        Example((KA, "道"), "一个维度的全部指标", "all indicators of one dimension"),
        Example((KA, "tas.attainment"), "一个指标的值", "the value of one indicator"),
    ),
    "KA_DEAL": (
        Example((KA, "D03"), "整张卡", "the whole card"),
        Example((KA, "D03", "score"), "四项优势合计", "the four advantages"),
        Example((KA, "D03", "expected"), "预期金额", "the expected amount"),
    ),
    "KA_WINRATE": (
        Example((KA,), "全部客户", "all accounts"),
        Example((KA, "江海电力"), "一家客户；结案太少不给比例", "one account; no rate for so few"),
    ),
    "KA_FORECAST": (
        Example((KA,), "按季度，最后一行是全部", "by quarter, everything in the last line"),
        Example((KA, "本季"), "一个季度", "one quarter"),
    ),
    "KA_PATTERN": (
        Example((KA, "江海电力"), *_HANDLE),
        Example((KA,), "全部客户", "all accounts"),
    ),
    "KA_PATH": (
        Example((KA, "C04"), "经谁引荐", "through whom"),
        Example((KA, "C12"), "我方同事也算", "a colleague of ours counts"),
    ),
    "KA_SUPPORT": (
        Example((KA,), "整张表", "the whole table"),
        Example((KA, "聚"), "要到了多少", "how much of it was won"),
        Example((KA, "准"), "给得准不准", "does the best deal get it"),
    ),
    "KA_FOCUS": (Example((KA,), *_HANDLE),),
}
