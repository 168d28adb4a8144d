"""Names of people as reps write them: two in one cell (46), a surname and a title only (47)."""

from __future__ import annotations

import re

from kasales_xl.core.text import NOTHING
from kasales_xl.reading.journal import Journal
from kasales_xl.reading.table import Table
from kasales_xl.text.findings.rows import PERHAPS, SURNAME_ONLY, TWO_NAMES

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
_TWO = re.compile(
    rf"{_PERSON}\s*(?:[、/／;；,，&＆+|]\s*{_PERSON})+|"
    r"[A-Za-z][\w .'-]*(?:\s*[/;&|、]\s*|\s+and\s+)[A-Za-z][\w .'-]*|"
    rf"[\u4e00-\u9fff]{{1,2}}(?:{_TITLE})[和及与]{_PERSON}"
)
_SEPARATORS = frozenset("、/／;；,，&＆+|和及与")


def is_two(name: str) -> bool:
    """Does this cell name two people? ``张总/李总``, ``Ann & Bob``."""
    maybe = " and " in name.casefold() or not _SEPARATORS.isdisjoint(name)
    return maybe and _TWO.fullmatch(name.strip()) is not None


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
        if len(text) > 2 and is_two(text):
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
