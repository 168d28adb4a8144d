"""Names of people as reps write them: two in one cell (46), a surname and a title only (47)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kasales_xl.core.text import NOTHING
from kasales_xl.reading.cells.cell import BLANK_WORDS, plain, tidy
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.rows import NAME_OPEN, PERHAPS, SURNAME_ONLY, TWO_NAMES

_TITLE = (
    "总|董|工|经理|主任|处长|科长|局长|院长|部长|校长|行长|厂长|所长|书记|主管|助理|秘书|总监|副总|老师|教授|博士|先生"
    "|女士|小姐|姐|哥"
)
_COMPOUND = "欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|端木|独孤|南宫"
_SURNAME_ONLY = re.compile(
    rf"(?:(?P<surname>{_COMPOUND}|[\u4e00-\u9fff])(?:{_TITLE})|[老小阿](?P<nick>[\u4e00-\u9fff])|"
    rf"(?:mr|mrs|ms|miss|dr|prof)\.? *(?P<latin>[a-z'-]+))",
    re.IGNORECASE,
)
_PERSON = rf"(?:[\u4e00-\u9fff·]{{2,4}}|[\u4e00-\u9fff]{{1,2}}(?:{_TITLE}))"
_SEPARATORS = frozenset("、/／;；,，&＆+|和及与")
_FAMILIES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤施倪祝俞尤殷鲍季阮温"
)
_JOINED = re.compile(r"[\u4e00-\u9fff]{4,9}")
#: No more than one person, and as it is compared.
_SHORT = re.compile("[\u4e00-\u9fff]{2,4}")
_NOBODY_YET = BLANK_WORDS | frozenset(["没人", "无人", "不知道", "空缺", "nobody", "vacant"])


@cache
def _two() -> re.Pattern[str]:
    """Compiled for the first name that might be two: that takes longer than reading a sheet."""
    return re.compile(
        rf"{_PERSON}\s?(?:[、/／;；,，&＆+|]\s?{_PERSON})+|"
        r"[A-Za-z][\w .'-]*(?:[/;&|、] ?| and )[A-Za-z][\w .'-]*|"
        rf"[\u4e00-\u9fff]{{1,2}}(?:{_TITLE})[和及与]{_PERSON}"
    )


@lru_cache(maxsize=8192)
def is_two(name: str) -> bool:
    """Does this cell name two people? ``张总/李总``, ``Ann & Bob``, ``张三 李四``, ``张三和李四``, or one a
    line."""
    if name.isalnum() and _SEPARATORS.isdisjoint(name):
        return False
    lines = [line for line in name.splitlines() if tidy(line)]
    if len(lines) > 1:
        return True
    text = tidy(name)
    parts = text.split()
    if len(parts) > 1 and all(map(_is_full_name, parts)):
        return True
    maybe = " and " in text.casefold() or not _SEPARATORS.isdisjoint(text)
    return maybe and (_two().fullmatch(text) is not None or _are_joined(text))


def _is_full_name(text: str) -> bool:
    """A family name with a given one; a compound family name alone is the first half of a name."""
    chinese = all("\u4e00" <= letter <= "\u9fff" for letter in text)
    known = text[:1] in _FAMILIES or text[:2] in _COMPOUND.split("|")
    return chinese and 2 <= len(text) <= 4 and known and text not in _COMPOUND.split("|")


def _are_joined(text: str) -> bool:
    """``张三和李四``, and not ``李和平``: a full name stands on either side."""
    if not _JOINED.fullmatch(text):
        return False
    return any(
        _is_full_name(text[:at]) and _is_full_name(text[at + 1 :])
        for at, letter in enumerate(text)
        if letter in "和及与跟"
    )


@lru_cache(maxsize=8192)
def is_nobody(name: str) -> bool:
    """``无``, ``？``, ``待定``: no name of a person."""
    return plain(name).casefold() in _NOBODY_YET


def surname_of(name: str) -> str:
    """The surname where a cell holds nothing else but a title: ``张总`` is 张; blank for a full name."""
    match = _SURNAME_ONLY.fullmatch(name.strip())
    return next((group for group in match.groups() if group), "") if match else ""


def judge_names(table: Table, journal: Journal) -> None:
    """Pitfalls 46 and 47 on the contacts; on other sheets nothing."""
    names = table.values.get("name") if table.key == "contacts" else None
    if not names:
        return
    for i, name in enumerate(names):
        text = str(name)
        if i in table.held:
            continue
        short = _SHORT.fullmatch(text) is not None
        if text in _NOBODY_YET if short else is_nobody(text):
            table.held.add(i)
            journal.add(NAME_OPEN, "contacts", table.rows[i], "name", got=text)
        elif not short and len(text) > 2 and is_two(text):
            table.held.add(i)
            journal.add(TWO_NAMES, "contacts", table.rows[i], "name", got=text)
        elif (len(text) < 5 or text.isascii()) and (surname := surname_of(text)):
            others = _same_surname(table, i, surname)
            maybe = PERHAPS(others=others) if others else NOTHING
            journal.add(SURNAME_ONLY, "contacts", table.rows[i], "name", got=text, maybe=maybe)


def _same_surname(table: Table, i: int, surname: str) -> str:
    """People of the same account who could be the same person."""
    accounts, names = table.values.get("account"), table.values["name"]
    if accounts is None:
        return ""
    alike = (
        str(name)
        for j, name in enumerate(names)
        if j != i and accounts[j] == accounts[i] and surname.casefold() in str(name).casefold()
    )
    return ", ".join(dict.fromkeys(alike))
