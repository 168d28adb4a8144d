"""``findings.csv``: every finding of a run, one a line, ready for Excel (UTF-8 with BOM); phone numbers and
mail addresses are struck out (§8)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from kasales_xl.core.findings import Finding
from kasales_xl.core.terms import Lang
from kasales_xl.text.findings.sentences import fix, what
from kasales_xl.text.private import without_addresses

HEADERS = {
    "zh": ("文件", "工作表", "单元格", "级别", "代码", "原值", "采用值", "说明", "怎么改"),
    "en": ("File", "Sheet", "Cell", "Severity", "Code", "Found", "Used", "What", "How to fix"),
}

_SIGN = r"[=+\-@＝＋－＠﹦﹢﹣﹫−]"
#: Blanks, controls and what nobody sees: programs pass over them, each over others.
_UNSEEN = r"[\s\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]"
_START = re.compile(rf"[\t\r\n]|{_UNSEEN}*{_SIGN}")
_INNER = re.compile(rf"([;；\t\r\n]{_UNSEEN}{{0,8}})({_SIGN})")


def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula, however it cuts the line: an apostrophe goes before
    = + - @ in any width, whatever blanks and invisible characters stand before them, also behind a semicolon,
    a tab or a line break inside the text, which some spreadsheets take for the end of a cell."""
    safe = _INNER.sub(r"\1'\2", text)
    return "'" + safe if _START.match(safe) else safe


def finding_row(finding: Finding, lang: Lang) -> tuple[str, ...]:
    at = finding.at
    return (
        at.file,
        at.title or at.sheet,
        at.cell or (str(at.row) if at.row else ""),
        finding.severity.value,
        finding.code,
        *map(
            without_addresses, (finding.got, finding.now, what(finding).pick(lang), fix(finding).pick(lang))
        ),
    )


def write_findings(path: Path, findings: Iterable[Finding], lang: Lang) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS[lang])
        for finding in findings:
            writer.writerow([safe_text(cell) for cell in finding_row(finding, lang)])
