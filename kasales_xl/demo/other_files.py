"""What lies in a folder of books beside the books, and what happens to whole files on the way."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text, same

COPY = Text(" - 副本.xlsx", " - Copy.xlsx")
EMPTY = Text("新建 Microsoft Excel 工作表.xlsx", "New Microsoft Excel Worksheet.xlsx")
FOREIGN = Text("第三季度业绩汇总.xlsx", "Q3 results.xlsx")
CUT_OFF = Text("未传完的账簿.xlsx", "half uploaded.xlsx")
LIST = Text("老客户名单.csv", "former customers.csv")
#: The sheet that somebody gave another name.
RENAMED = (Text("履历", "Career"), Text("我的经历", "My past"))

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FOREIGN_ROWS = (
    (Text("区域", "Region"), Text("签约额", "Signed"), Text("完成率", "Rate")),
    (Text("华东", "East"), same("1,280"), same("86%")),
    (Text("华南", "South"), same("1,105"), same("79%")),
)


def rename_sheet(path: Path, lang: Lang) -> None:
    """Give one tab of a book another name, as its owner might; everything that points to it follows."""
    old, new = (title.pick(lang) for title in RENAMED)
    changes = (
        (f'<sheet name="{old}"', f'<sheet name="{new}"'),
        (f"'{old}'!", f"'{new}'!"),
        (f">{old}!", f">'{new}'!"),
        (f",{old}!", f",'{new}'!"),
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(stream, "w") as copy:
        for name in book.namelist():
            part = book.read(name)
            if name.endswith(".xml") and "sharedStrings" not in name:
                for was, now in changes:
                    part = part.replace(was.encode(), now.encode())
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, part)
    path.write_bytes(stream.getvalue())


def write_foreign(path: Path, on: dt.date, lang: Lang) -> None:
    """A workbook of somebody else's making."""
    from xlsxwriter import Workbook

    workbook = Workbook(path)
    workbook.set_properties({"created": dt.datetime.combine(on, dt.time())})
    sheet = workbook.add_worksheet()
    for row, cells in enumerate(_FOREIGN_ROWS):
        sheet.write_row(row, 0, [cell.pick(lang) for cell in cells])
    workbook.close()


def write_lock(book: Path, person: str) -> Path:
    """The file that Excel puts beside an open book; it names who has it open."""
    lock = book.with_name(f"~${book.name}")
    plain = person.encode("ascii", "replace")[:53]
    wide = person.encode("utf-16-le")[:108]
    narrow = bytes([len(plain)]) + plain.ljust(54, b" ")
    length = (len(wide) // 2).to_bytes(2, "little")
    lock.write_bytes(narrow + length + wide + " ".encode("utf-16-le") * ((108 - len(wide)) // 2))
    return lock


def write_cut_off(path: Path, whole: Path) -> None:
    """The first half of a book: an upload that broke off."""
    content = whole.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def write_list(path: Path, lang: Lang) -> None:
    lines = {"zh": "客户名称,电话\n澜川旧厂,\n", "en": "Account,Phone\nOld Mill,\n"}
    path.write_text(lines[lang], encoding="utf-8-sig")
