"""The books of a CRM import as a folder: all of them, or the folder stays as it was."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kasales_xl.core.findings import Finding
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text, same
from kasales_xl.files.backup import first_free
from kasales_xl.files.book.book import write_book
from kasales_xl.files.crm.books import CrmBooks, crm_books
from kasales_xl.files.crm.mapping import CannotImport, mapping_for, read_mapping
from kasales_xl.files.crm.update.record import record_of, write_record
from kasales_xl.files.file_name import safe_name
from kasales_xl.files.findings_csv import write_findings
from kasales_xl.files.leftovers import clear_leftovers, temporary_folder
from kasales_xl.files.whole import writing
from kasales_xl.text.findings.sentences import fix, what

FINDINGS = "import_findings.csv"


@dataclass(frozen=True)
class ImportResult:
    """``books``: the files written, by the sellers' names. ``aside``: where the old folder went.
    ``deals_read`` = ``deals_written`` + deals held, each of which has a finding."""

    books: tuple[Path, ...]
    findings: tuple[Finding, ...]
    deals_read: int
    deals_written: int
    aside: Path | None = None


def import_crm(
    directory: Path | str,
    out: Path | str,
    mapping: Path | str | None = None,
    *,
    on: dt.date,
    lang: Lang = "zh",
    force: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> ImportResult:
    """One account book per seller of the export in ``directory``, and ``import_findings.csv`` beside
    them. ``mapping``: a TOML file; None takes the shipped one that fits. ``progress`` is called with
    books written and books in all. Raises CannotImport and CannotWrite with nothing changed;
    ``force`` moves a folder that is in the way aside, never deletes it."""
    source, target = Path(directory), Path(out)
    if not source.is_dir():
        raise CannotImport("no-folder", folder=str(source))
    known = mapping_for(source) if mapping is None else read_mapping(Path(mapping))
    if not force and target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotImport("not-empty", folder=str(target))
    made = crm_books(source, known, on, lang)
    if not any(book.deals for book in made.books):
        raise CannotImport("no-deals", file=known.deals.file, read=made.deals_read, why=_most(made))
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(target.parent)
        scratch = temporary_folder(target.parent)
        try:
            folder = scratch / "books"
            folder.mkdir()
            names = _write(folder, made.books, on, lang, progress)
            write_findings(folder / FINDINGS, made.findings, lang)
            write_record(folder, record_of(made.books))
            aside = _make_way(target)
            os.replace(folder, target)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    written = sum(len(book.deals) for book in made.books)
    return ImportResult(
        tuple(target / name for name in names), made.findings, made.deals_read, written, aside
    )


def _most(made: CrmBooks) -> Text:
    """The most frequent reason why deals were held, by its first example."""
    held = [finding for finding in made.findings if finding.severity.blocks]
    ((code, _times),) = Counter(finding.code for finding in held).most_common(1)
    first = next(finding for finding in held if finding.code == code)
    return same("{where}: {what}. {fix}")(where=str(first.at), what=what(first), fix=fix(first))


def _write(
    folder: Path,
    books: tuple[Book, ...],
    on: dt.date,
    lang: Lang,
    progress: Callable[[int, int], None] | None,
) -> list[str]:
    names: list[str] = []
    for number, book in enumerate(books, start=1):
        name = file_name(book, {name.casefold() for name in names})
        write_book(folder / name, book, policy=DEFAULT_POLICY, on=on, lang=lang)
        names.append(name)
        if progress is not None:
            progress(number, len(books))
    return names


def file_name(book: Book, taken: set[str]) -> str:
    """``Anna Snelling.xlsx``: the seller's name as every system can store it, with the seller's ID
    where ``taken`` (lower case) has the name already."""
    seller = book.seller
    name, seller_id = (seller.name, seller.seller_id) if seller is not None else ("", "")
    stem = safe_name(name, set(), blank="_")
    if f"{stem}.xlsx".casefold() in taken:
        stem = safe_name(f"{name} {seller_id}", set(), blank="_")
    return f"{stem}.xlsx"


def _make_way(target: Path) -> Path | None:
    """Move what stands at ``target`` aside under the first free ``….bak1``; an empty folder just goes."""
    if not target.exists():
        return None
    if target.is_dir() and not any(target.iterdir()):
        target.rmdir()
        return None
    aside = first_free(target.with_name(f"{target.name}.bak{number}") for number in count(1))
    shutil.move(target, aside)
    return aside
