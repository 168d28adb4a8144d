"""One row of a CRM export to the fields of one of our rows; what cannot be read is left blank and said."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass, field

from kasales_xl.core.findings import Finding, FindingKind
from kasales_xl.core.names import name_key
from kasales_xl.core.rows.columns import Kind
from kasales_xl.core.terms import Lang
from kasales_xl.files.crm.mapping import SELLER, CrmMapping
from kasales_xl.files.crm.tables import CrmTable
from kasales_xl.layout.sheets import LAYOUT, Column
from kasales_xl.reading.cells.cell import Context, Noted
from kasales_xl.reading.cells.values import blank_of, read_value
from kasales_xl.text.findings.crm import CRM_DATE_FORMAT, CRM_LEFT_BLANK, CRM_ZERO_AMOUNT
from kasales_xl.text.findings.dates import TEXT_DATE
from kasales_xl.text.findings.texts import NUMBER_AS_TEXT, TEXT_NUMBER

#: Notes that mean no more than "this came from a text file".
_EXPECTED = frozenset({TEXT_NUMBER, TEXT_DATE, NUMBER_AS_TEXT})
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def made_id(prefix: str, name: str, taken: set[str]) -> str:
    """An ID that the next export gives the same name again, whatever rows come before it: six letters
    and digits, more where another name already has them."""
    number = int.from_bytes(hashlib.blake2b(name_key(name).encode(), digest_size=10).digest(), "big")
    digits = ""
    for _ in range(16):
        number, rest = divmod(number, 32)
        digits += _LETTERS[rest]
    length = 6
    while prefix + digits[:length] in taken:
        length += 1
    taken.add(prefix + digits[:length])
    return prefix + digits[:length]


@dataclass
class CellReader:
    """Reads the cells of one table. ``findings`` grows with what had to be said; ``formats`` counts the
    dates read by each of the mapping's formats, ``unknown`` the amounts of 0 taken as blank."""

    table: CrmTable
    mapping: CrmMapping
    lang: Lang
    findings: list[Finding] = field(default_factory=list)
    formats: Counter[tuple[str, str]] = field(default_factory=Counter)
    unknown: int = 0

    def __post_init__(self) -> None:
        self.columns = LAYOUT[self.table.sheet].by_key
        self.context = Context(lang=self.lang, unit=self.mapping.money_unit)
        self.first: dict[tuple[str, str], tuple[int, str, str]] = {}

    def say(
        self, kind: FindingKind, number: int, key: str, got: str = "", now: str = "", **words: object
    ) -> None:
        """Note a finding at the cell behind one of our columns."""
        at = self.table.place(number, self.table.source(key))
        self.findings.append(Finding(kind, at, got, now, tuple(words.items())))

    def row(self, number: int, record: dict[str, str]) -> dict[str, object]:
        """Our fields of one row; a field that is not mapped is not in it. Text columns hold text, a cell
        that cannot be read is left out. ``seller`` and references stay as the export spells them."""
        values: dict[str, object] = {}
        for key in self.table.map.columns:
            text = self.table.text(record, key)
            column = self.columns.get(key)
            if key == SELLER or column is None:
                values[key] = text
            elif text:
                value = self._value(column, text, number)
                if value is not None:
                    values[key] = value
        return values

    def _value(self, column: Column, text: str, number: int) -> object:
        if column.kind is Kind.DATE:
            day = self._day(column.key, text, number)
            if day is not None:
                return day
        if column.kind in (Kind.MONEY, Kind.NUMBER):
            amount = _number(text)
            if amount is not None:
                return self._amount(amount, column.key)
        word = self.table.map.values.get(column.key, {}).get(text)
        read = read_value(column, word or text, self.context)
        return self._said(column, read, text, number) if isinstance(read, Noted) else read

    def _said(self, column: Column, read: Noted, text: str, number: int) -> object:
        if read.held:
            # of a deal without a stage more is said: it is not imported at all
            if column.full_key != "deals.stage":
                self.say(CRM_LEFT_BLANK, number, column.key, text, column=column.header)
            return None
        for note in read.notes:
            if note.kind not in _EXPECTED:
                self.say(note.kind, number, column.key, text, note.now, **dict(note.words))
        return None if read.value == blank_of(column) else read.value

    def _day(self, key: str, text: str, number: int) -> dt.date | None:
        for pattern in self.mapping.date_formats:
            try:
                day = dt.datetime.strptime(text, pattern).date()  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
            self.formats[key, pattern] += 1
            self.first.setdefault((key, pattern), (number, text, day.isoformat()))
            return day
        return None

    def _amount(self, amount: float, key: str) -> float | None:
        if amount == 0 and self.mapping.zero_amount_is_unknown and key == "amount":
            self.unknown += 1
            return None
        return amount

    def summed_up(self) -> list[Finding]:
        """What holds for whole columns: date formats other than ISO, and amounts of 0 taken as blank."""
        for (key, pattern), (number, got, now) in self.first.items():
            if pattern != "%Y-%m-%d":
                many = str(self.formats[key, pattern])
                self.say(CRM_DATE_FORMAT, number, key, got, now, format=pattern, count=many)
        if self.unknown:
            self.say(CRM_ZERO_AMOUNT, -1, "amount", "0", "", count=str(self.unknown))
        return self.findings


def _number(text: str) -> float | None:
    try:
        amount = float(text)
    except ValueError:
        return None
    return amount if abs(amount) < 1e300 else None
