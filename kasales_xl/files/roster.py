"""The roster: who is expected to send a book. One line a person: seller ID, name, team, a mail address where
somebody wants to keep one (it goes to no output), and the annual target, as people type it, for the books
that ``kasales init`` makes. Written by that command and by hand, in Excel, WPS or a text editor, so csv
(UTF-8, UTF-16 or GBK; comma, semicolon or tab) and xlsx are read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kasales_xl.core.names import name_key
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import LISTED, Text, join, same
from kasales_xl.files.findings_csv import safe_text
from kasales_xl.files.whole import write_whole
from kasales_xl.files.xlsx_in.book import open_sheets
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.reading.cells.cell import tidy

#: Header of each column, in the order in which they are written.
COLUMNS: dict[str, Text] = {
    "seller_id": Text("销售编号", "Seller ID"),
    "name": Text("姓名", "Name"),
    "team": Text("团队", "Team"),
    "mail": Text("邮箱", "Mail"),
    "target": Text("年度目标", "Annual target"),
}
#: What else people write there.
_ALSO = {
    "seller_id": ("编号", "工号", "员工编号", "销售代码", "id", "seller", "sellerid", "employeeid", "code"),
    "name": ("销售", "销售姓名", "销售员", "员工", "名字", "sellername", "fullname", "salesperson", "rep"),
    "team": ("部门", "大区", "区域", "小组", "组", "department", "region", "group"),
    "mail": ("邮件", "电子邮箱", "邮件地址", "email", "e-mail", "mailaddress", "emailaddress"),
    "target": ("目标", "本年目标", "年度业绩目标", "销售目标", "target", "yearlytarget", "quota"),
}
_REQUIRED = ("seller_id", "name")
_KNOWN = {
    name_key(word): key
    for key, header in COLUMNS.items()
    for word in (header.zh, header.en, key, *_ALSO[key])
}
_SHEETS = frozenset({".xlsx", ".xlsm"})
#: The header stands in one of the first lines; a roster is no larger than this (bytes).
_HEADER_WITHIN, _MOST = 20, 20 << 20

FORMAT = Text("名单要是 .csv 或 .xlsx", "the roster must be .csv or .xlsx")
TOO_BIG = Text("文件太大，不像名单", "too big for a roster")
NO_HEADER = Text(
    "找不到表头：前 {n} 行里没有「{columns}」这几列",
    "no header: none of the first {n} lines has the columns {columns}",
)
TWICE = Text(
    "第 {row} 行的编号 {seller_id} 和第 {first} 行重复", "line {row}: {seller_id} is on line {first} too"
)
NO_ID = Text("第 {row} 行「{name}」没有编号", "line {row}: “{name}” has no ID")
MORE = Text("还有 {n} 处", "{n} more")
#: Problems that are named.
_SHOWN = 20
NOBODY = Text("名单里没有人", "nobody is on it")


class RosterError(Exception):
    """A roster that cannot be used; ``text`` says why, all lines that are wrong at once, without the file's
    name."""

    def __init__(self, *texts: Text) -> None:
        self.text = listed(texts)
        super().__init__(self.text.pick("en"))


def listed(problems: Sequence[Text]) -> Text:
    """One on the line that names the file; several on lines of their own."""
    if len(problems) == 1:
        return problems[0]
    more = [MORE(n=len(problems) - _SHOWN)] if len(problems) > _SHOWN else []
    return same("\n  {lines}")(lines=join((*problems[:_SHOWN], *more), same("\n  ")))


@dataclass(frozen=True, slots=True)
class Member:
    """One line; ``row`` is its number in the file, 0 where it comes from none."""

    seller_id: str
    name: str
    team: str = ""
    mail: str = ""
    target: str = ""
    row: int = 0


def read_roster(path: Path) -> tuple[Member, ...]:
    """Everybody on it, in its order. Raises RosterError: for a file that is no roster, and for an ID that is
    missing or there twice, because it would say of somebody who has sent a book that there is none."""
    try:
        rows = list(_rows(path))
    except (OSError, csv.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise RosterError(same("{why}")(why=why)) from error
    top, columns = _header(rows)
    members = [member for n, row in enumerate(rows[top:], top + 1) if (member := _member(row, columns, n))]
    if not members:
        raise RosterError(NOBODY)
    seen: dict[str, int] = {}
    problems = []
    for member in members:
        first = seen.setdefault(name_key(member.seller_id), member.row) if member.seller_id else 0
        if not member.seller_id:
            problems.append(NO_ID(row=member.row, name=member.name))
        elif first != member.row:
            problems.append(TWICE(row=member.row, seller_id=member.seller_id, first=first))
    if problems:
        raise RosterError(*problems)
    return tuple(members)


def write_roster(path: Path, members: Iterable[Member], lang: Lang) -> None:
    """A csv that Excel and WPS open as it is (UTF-8 with BOM), all or nothing. Raises CannotWrite."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([header.pick(lang) for header in COLUMNS.values()])
    writer.writerows([safe_text(getattr(member, key)) for key in COLUMNS] for member in members)
    write_whole(path, text.getvalue().encode("utf-8-sig"))


def _rows(path: Path) -> Iterable[Sequence[str]]:
    suffix = path.suffix.lower()
    if path.stat().st_size > _MOST:
        raise RosterError(TOO_BIG)
    if suffix in _SHEETS:
        return _sheet_rows(path.read_bytes())
    if suffix not in (".csv", ".txt", ".tsv"):
        raise RosterError(FORMAT)
    text = _decoded(path.read_bytes())
    first = text.partition("\n")[0]
    delimiter = max(",;\t，", key=first.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _sheet_rows(data: bytes) -> Iterable[Sequence[str]]:
    try:
        grids = open_sheets(data).grids
    except Refused as refused:
        raise RosterError(refused.kind.what(got=refused.got, **refused.words)) from refused
    return [[_text(cell) for cell in row] for row in grids[0].cells] if grids else []


def _text(cell: object) -> str:
    """An ID that is a number in the file is one without decimals."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _header(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """How many lines end with the header, and where each column is."""
    for number, row in enumerate(rows[:_HEADER_WITHIN], 1):
        columns: dict[str, int] = {}
        for place, cell in enumerate(row):
            key = _KNOWN.get(name_key(cell))
            if key:
                columns.setdefault(key, place)
        if all(key in columns for key in _REQUIRED):
            return number, columns
    wanted = join((COLUMNS[key] for key in _REQUIRED), LISTED)
    raise RosterError(NO_HEADER(n=_HEADER_WITHIN, columns=wanted))


def _member(row: Sequence[str], columns: dict[str, int], number: int) -> Member | None:
    """None for a blank line."""
    cells = {key: tidy(row[place]).lstrip("'") if place < len(row) else "" for key, place in columns.items()}
    if not cells["seller_id"] and not cells["name"]:
        return None
    return Member(**cells, row=number)
