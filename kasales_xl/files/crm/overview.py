"""What holds for an export as a whole: files that nobody asked for, and sellers without a team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.rows import Seller
from kasales_xl.core.text import LISTED, join
from kasales_xl.files.crm.mapping import CrmMapping
from kasales_xl.files.crm.tables import SHEETS
from kasales_xl.text.findings.crm import CRM_FILE_UNUSED, CRM_NO_TEAM

#: What an export may consist of.
TABLES = SHEETS | {".csv", ".txt", ".tsv", ".xls"}
#: How many sellers are named.
_NAMED = 8


def table_files(directory: Path) -> list[Path]:
    """The files that may hold tables, by name."""
    return sorted(
        path
        for path in directory.iterdir()
        if path.is_file() and path.suffix.lower() in TABLES and not path.name.startswith(("~$", "."))
    )


def whole_export(directory: Path, mapping: CrmMapping, sellers: Sequence[Seller]) -> Iterator[Finding]:
    used = set()
    for table in mapping.tables:
        used |= {table.file, *(listed.file for listed in table.listed.values())}
    for path in table_files(directory):
        if path.name not in used:
            yield Finding(CRM_FILE_UNUSED, Place(path.name, title=path.name))
    waiting = [seller.name for seller in sellers if not seller.team]
    if waiting:
        names = join([*waiting[:_NAMED], "…"] if len(waiting) > _NAMED else waiting, LISTED)
        source = mapping.sellers or mapping.deals
        at = Place(source.file, title=source.file)
        yield Finding(CRM_NO_TEAM, at, words=(("count", str(len(waiting))), ("names", names)))
