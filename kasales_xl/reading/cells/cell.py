"""One cell: cleaned of what can't be seen, and the notes that come with a value."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from kasales_xl.core.findings import FindingKind
from kasales_xl.core.terms import Lang, MoneyUnit
from kasales_xl.text.findings.texts import BLANK_WORD


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a cell may depend on. ``lang`` is the book's: an answer is noted as its own drop-down
    spells it, whoever reads the finding. ``scale``: how many of the book's money ``unit`` the unit of a bare
    figure is, None where nobody knows it; ``annual_target`` in ``unit``. ``on``: the scoring date,
    ``period_start`` the first day of the target year, for days that say neither; ``looks_back``: the column
    is about what has happened. ``serials``: numbers in date columns are dates as the host delivers them;
    ``dates_1904``: serial numbers count from 1904. ``id_width`` is set for a column where text IDs have
    leading zeros: their length."""

    lang: Lang = "zh"
    unit: MoneyUnit = MoneyUnit.WAN
    scale: Decimal | None = Decimal(1)
    serials: bool = False
    dates_1904: bool = False
    annual_target: float | None = None
    id_width: int = 0
    on: dt.date | None = None
    period_start: dt.date | None = None
    looks_back: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What there is to say about a cell; ``now`` is the value used, as text; ``words`` fill the sentence."""

    kind: FindingKind
    now: str = ""
    words: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that does not go without saying. A held cell is left out, and with it its row where the row
    cannot do without it."""

    value: object
    notes: tuple[Note, ...]

    @property
    def held(self) -> bool:
        return any(note.kind.severity.blocks for note in self.notes)


def noted(value: object, kind: FindingKind, now: str = "", **words: object) -> Noted:
    return Noted(value, (Note(kind, now, tuple(words.items())),))


_DELETED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202c"))
_SPACES = dict.fromkeys(
    [*range(0x2000, 0x200B), 0x00A0, 0x1680, 0x202F, 0x205F, 0x3000, 0x09, 0x0B, 0x0C], " "
)
_CLEANING = {**_DELETED, **_SPACES}

_ERRORS = """#REF! #NAME? #N/A #VALUE! #DIV/0! #NUM! #NULL! #SPILL! #CALC! #BLOCKED! #CONNECT! #FIELD! #BUSY!
#GETTING_DATA #UNKNOWN! Err:502 Err:504 Err:508 Err:511 Err:519 Err:522 Err:524"""
#: Stands for a formula whose result the file does not hold.
UNSAVED = "=…"
ERROR_TEXTS = frozenset([*_ERRORS.split(), UNSAVED])
#: Error values as COM delivers them: VT_ERROR codes of #NULL! … #N/A and the newer ones.
_COM_ERRORS = (-2146826288, -2146826220)

_NOTHING_YET = """- -- --- – — —— / // \\ . ? ?? ??? 无 暂无 没有 待定 待补 待确认 未定 未知 不详 空
tbd tbc tba n/a na n.a. none null nil unknown pending"""
#: What people write where there is nothing to write yet.
BLANK_WORDS = frozenset(_NOTHING_YET.split())
_BLANKS = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Invisible characters out, odd spaces to plain ones, outer spaces off; the letters stay."""
    return text.translate(_CLEANING).strip()


def plain(text: str) -> str:
    """The form in which numbers, dates and keys are read: NFKC, no white space at all."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text.translate(_CLEANING)))


def shown(raw: object) -> str:
    """A raw cell as a finding shows it."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return number_text(raw)
    return "" if raw is None else str(raw)


def number_text(number: float) -> str:
    """3.0 is 3; up to 15 digits, never in scientific form below 10^21."""
    if not math.isfinite(number):
        return str(number)
    if number == int(number) and abs(number) < 1e21:
        return str(int(number))
    return f"{number:.15g}"


def is_error(raw: object) -> bool:
    """Is this cell an error value, in whatever form the host delivers it?"""
    if isinstance(raw, str):
        return raw in ERROR_TEXTS
    return isinstance(raw, int | float) and _COM_ERRORS[0] <= raw < _COM_ERRORS[1]


def is_blank_word(text: str) -> bool:
    """``text`` is in its plain form."""
    return text.casefold() in BLANK_WORDS


def blank_word(blank: object) -> Noted:
    return noted(blank, BLANK_WORD)


def figures_in(raw: object, blank: object, unreadable: Noted) -> tuple[str, object]:
    """The plain text that a number is read from and, where nothing is left to read, the answer."""
    if isinstance(raw, float):
        if raw != raw:
            return "", blank
        return number_text(raw), None
    if not isinstance(raw, str):
        return "", unreadable
    text = plain(raw).casefold()
    if not text:
        return "", blank
    return ("", blank_word(blank)) if is_blank_word(text) else (text, None)
