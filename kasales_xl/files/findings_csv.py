"""``findings.csv``: every finding of a run, one a line, ready for Excel (UTF-8 with BOM); phone numbers and
mail addresses are struck out (§8)."""

from __future__ import annotations

import csv
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


def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before = + - @ and controls."""
    return "'" + text if text[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"} else text


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
