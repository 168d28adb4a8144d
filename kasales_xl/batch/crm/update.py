"""A newer CRM export into a folder of books: each is read and changed in a worker that may die, and put back
with a copy of the old one beside."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kasales_xl.batch.crm.owners import Move, Owner, Whose, elsewhere, moves_since, whose
from kasales_xl.batch.one_book.apart import lost_of
from kasales_xl.batch.sources.discover import Source, books_in
from kasales_xl.batch.workers.pool import LIMITS, Limits, Lost, each
from kasales_xl.core.findings import Finding, Place
from kasales_xl.core.names import name_key
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.core.rows import Seller
from kasales_xl.core.rows.book import Book
from kasales_xl.core.terms import Lang
from kasales_xl.core.text import LISTED, Text, join
from kasales_xl.files.book.book import write_book
from kasales_xl.files.crm.books import CrmBooks, crm_books
from kasales_xl.files.crm.folder import FINDINGS, file_name
from kasales_xl.files.crm.mapping import CannotImport, mapping_for, read_mapping
from kasales_xl.files.crm.update.cells import NotAsWanted, Updated, updated_book
from kasales_xl.files.crm.update.record import (
    Record,
    SellerRecord,
    read_record,
    record_of,
    write_record,
)
from kasales_xl.files.findings_csv import write_findings
from kasales_xl.files.replace import OpenElsewhere, check_closed, replace_book
from kasales_xl.files.whole import CannotWrite
from kasales_xl.files.xlsx_in.book import file_bytes, refused_book
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.crm import (
    CRM_BOOK_AWAY,
    CRM_BOOK_IDLE,
    CRM_BOOK_NEW,
    CRM_BOOK_NOT_WRITTEN,
    CRM_BOOK_TWICE,
    CRM_IDLE,
    CRM_WAITS,
)

IS_OPEN = Text("正开着（旁边有 {lock}）", "It is open in another program ({lock})")
OUR_FAULT = Text("程序在这本上出错了（{error}）", "The program failed on it ({error})")


@dataclass(frozen=True)
class UpdateResult:
    """``changed``: books that are others now, with how many cells and rows; ``made``: new ones; ``same``: how
    many had nothing new; ``failed``: books left as they were though the CRM has news. ``known``: was there a
    record of the last import?"""

    changed: tuple[tuple[Path, int, int], ...]
    made: tuple[Path, ...]
    same: int
    failed: tuple[Path, ...]
    findings: tuple[Finding, ...]
    known: bool


@dataclass
class _Run:
    folder: Path
    on: dt.date
    limits: Limits
    record: Record
    changed: list[tuple[Path, int, int]] = field(default_factory=list)
    made: list[Path] = field(default_factory=list)
    same: int = 0
    failed: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    #: IDs of deals that stand in the book of their former seller, with what was typed there: in which file
    waiting: dict[str, str] = field(default_factory=dict)


#: The book as it was, and as it is to be; or why not.
_Came = tuple[bytes, Updated] | Refused | NotAsWanted


@dataclass(frozen=True, slots=True)
class _Asked:
    path: Path
    name: str
    on: dt.date
    theirs: Book | None = None
    base: SellerRecord | None = None
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def update_books(
    directory: Path,
    folder: Path,
    mapping: Path | None,
    *,
    on: dt.date,
    lang: Lang,
    limits: Limits = LIMITS,
    progress: Callable[[int, int], None] | None = None,
) -> UpdateResult:
    """directory: the export; folder: the books, which need not be those that an import wrote. Raises
    CannotImport with nothing changed."""
    if not directory.is_dir():
        raise CannotImport("no-folder", folder=str(directory))
    known = mapping_for(directory) if mapping is None else read_mapping(mapping)
    sources = _sources(folder)
    made = crm_books(directory, known, on, lang)
    if not any(book.deals for book in made.books):
        raise CannotImport("no-deals", file=known.deals.file, read=made.deals_read, why=known.title)
    before = read_record(folder)
    findings = [finding for finding in made.findings if finding.kind != CRM_IDLE]
    run = _Run(folder, on, limits, before or Record(), findings=findings)
    moves = moves_since(run.record, made.books)
    owners = _owners(run, sources, moves)
    pairs = list(_pairs(run, made, owners, lang))
    asked = [
        _Asked(source.path, source.name, on, theirs, _base(run, theirs), elsewhere(moves, theirs))
        for source, theirs in pairs
    ]
    news = record_of(made.books).sellers
    for done, (number, came) in enumerate(each(_updated, asked, limits=limits), start=1):
        source, theirs = pairs[number]
        if _put(run, source, came) and theirs.seller is not None and isinstance(came, tuple):
            seller_id = theirs.seller.seller_id
            _keep_unsettled(news[seller_id], _base(run, theirs), came[1], run.waiting)
            run.record.sellers[seller_id] = news[seller_id]
        if progress is not None:
            progress(done, len(pairs))
    for path in run.made:
        run.findings.append(Finding(CRM_BOOK_NEW, Place(path.name, title=path.name), path.stem))
    write_findings(folder / FINDINGS, run.findings, lang)
    write_record(folder, run.record)
    return UpdateResult(
        tuple(sorted(run.changed)),
        tuple(run.made),
        run.same,
        tuple(sorted(run.failed)),
        tuple(run.findings),
        before is not None,
    )


def _sources(folder: Path) -> list[Source]:
    books = books_in(folder)
    if not books:
        raise CannotImport("no-books", folder=str(folder))
    return books


def _without_waiting(run: _Run, theirs: Book) -> Book:
    """Its deals but those that stand, with what was typed, in the book of their former seller."""
    for deal in theirs.deals:
        if deal.deal_id in run.waiting:
            at = Place(theirs.seller.name if theirs.seller else "")
            words = (("file", run.waiting[deal.deal_id]),)
            run.findings.append(Finding(CRM_WAITS, at, deal.deal, words=words))
    return replace(theirs, deals=tuple(deal for deal in theirs.deals if deal.deal_id not in run.waiting))


def _keep_unsettled(
    news: SellerRecord, base: SellerRecord | None, updated: Updated, waiting: Mapping[str, str]
) -> None:
    """What was not settled is recorded as it was, so that the next run says it again."""
    for deal_id in waiting:
        news.rows.get("deals", {}).pop(deal_id, None)
    for sheet, row_id, key in updated.unsettled:
        was = base.rows.get(sheet, {}).get(row_id) if base else None
        if not key and was is not None:
            news.rows[sheet][row_id] = was
        elif key and row_id in news.rows[sheet]:
            news.rows[sheet][row_id].pop(key, None)
            if was is not None and key in was:
                news.rows[sheet][row_id][key] = was[key]


def _owners(run: _Run, sources: Sequence[Source], moves: Mapping[str, Move]) -> list[tuple[Source, Seller]]:
    """The books that can be read, with whose they are."""
    owners = []
    deals = {row_id: move for row_id, move in moves.items() if move.sheet == "deals"}
    asked = [Whose(source.path, source.name, run.on, deals) for source in sources if source.why is None]
    for source in sources:
        if source.why is not None:
            run.findings += refused_book(Refused(source.why, source.got), source.name).findings
    kept = [source for source in sources if source.why is None]
    for number, came in each(whose, asked, limits=run.limits):
        source = kept[number]
        if isinstance(came, Owner):
            owners.append((source, came.seller))
            run.waiting |= dict.fromkeys(came.touched, source.name)
            continue
        run.failed.append(source.path)
        run.findings += (lost_of(came, run.limits, source.name),) if isinstance(came, Lost) else came
    return sorted(owners, key=lambda owner: owner[0].name)


def _by_seller(
    owners: Iterable[tuple[Source, Seller]],
) -> tuple[dict[str, list[Source]], dict[str, list[Source]]]:
    by_id, by_name = defaultdict(list), defaultdict(list)
    for source, seller in owners:
        by_id[name_key(seller.seller_id)].append(source)
        by_name[name_key(seller.name)].append(source)
    return dict(by_id), dict(by_name)


def _pairs(
    run: _Run, made: CrmBooks, owners: Sequence[tuple[Source, Seller]], lang: Lang
) -> Iterator[tuple[Source, Book]]:
    """Each book with its seller's rows in the CRM; sellers without a book get one, where they have a deal."""
    by_id, by_name = _by_seller(owners)
    met: set[Path] = set()
    for book in made.books:
        theirs = _without_waiting(run, book)
        if theirs.seller is None:
            continue
        name = theirs.seller.name
        there = by_id.get(name_key(theirs.seller.seller_id)) or by_name.get(name_key(name), [])
        met |= {source.path for source in there}
        if len(there) == 1:
            yield there[0], theirs
        elif there:
            files = join([source.name for source in there], LISTED)
            at = Place(there[0].name, title=there[0].name)
            run.findings.append(Finding(CRM_BOOK_TWICE, at, name, words=(("files", files),)))
            run.failed += [source.path for source in there]
        elif _base(run, theirs) is not None or (run.failed and not run.record.sellers):
            # it had a book, which may be the damaged one, or still with its seller
            at = Place(run.folder.name, title=run.folder.name)
            run.findings.append(Finding(CRM_BOOK_AWAY, at, name))
        elif theirs.deals:
            _make(run, theirs, lang)
    for source, seller in owners:
        if source.path not in met:
            run.findings.append(Finding(CRM_BOOK_IDLE, Place(source.name, title=source.name), seller.name))


def _make(run: _Run, theirs: Book, lang: Lang) -> None:
    path = run.folder / file_name(theirs, {path.name.casefold() for path in run.folder.iterdir()})
    write_book(path, theirs, policy=DEFAULT_POLICY, on=run.on, lang=lang)
    run.made.append(path)
    run.record.sellers.update(record_of((theirs,)).sellers)


def _base(run: _Run, theirs: Book) -> SellerRecord | None:
    return None if theirs.seller is None else run.record.sellers.get(theirs.seller.seller_id)


def _put(run: _Run, source: Source, came: _Came | Lost) -> bool:
    """True where the book is now as the CRM and its rep say, and the record may say so."""
    if isinstance(came, Lost):
        return _not_written(run, source, lost_of(came, run.limits, source.name))
    if isinstance(came, NotAsWanted):
        return _not_written(run, source, _why(source, OUR_FAULT(error=str(came))))
    if isinstance(came, Refused):
        return _not_written(run, source, *refused_book(came, source.name).findings)
    old, updated = came
    if any(finding.severity.blocks for finding in updated.findings):
        return _not_written(run, source, *updated.findings)
    run.findings += updated.findings
    if updated.data == old:
        run.same += 1
        return True
    try:
        check_closed(source.path)
        replace_book(source.path, updated.data, old=old)
    except OpenElsewhere as error:
        return _not_written(run, source, _why(source, IS_OPEN(lock=str(error))))
    except CannotWrite as error:
        return _not_written(run, source, _why(source, error.reason))
    except Refused as refused:
        return _not_written(run, source, *refused_book(refused, source.name).findings)
    run.changed.append((source.path, updated.changed, updated.added))
    return True


def _why(source: Source, reason: Text | str) -> Finding:
    at = Place(source.name, title=source.name)
    return Finding(CRM_BOOK_NOT_WRITTEN, at, words=(("reason", reason),))


def _not_written(run: _Run, source: Source, *findings: Finding) -> bool:
    run.findings += findings
    run.failed.append(source.path)
    return False


def _updated(asked: _Asked) -> _Came:
    """In a worker."""
    if asked.theirs is None:
        raise ValueError("nothing to compare with")
    try:
        data = file_bytes(asked.path)
        done = updated_book(
            data, asked.name, asked.theirs, asked.base, on=asked.on, elsewhere=asked.elsewhere
        )
        return data, done
    except (Refused, NotAsWanted) as error:
        return error
