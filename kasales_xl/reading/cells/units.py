"""Units of money as people write them behind a figure, in a header, in a number format; and foreign ones."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from kasales_xl.reading.cells.cell import plain

SCALES = {
    "": 1, "元": 1, "块": 1, "圆": 1, "千": 10**3, "k": 10**3, "万": 10**4, "w": 10**4, "十万": 10**5,
    "百万": 10**6, "m": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "百亿": 10**10,
    "thousand": 10**3, "million": 10**6, "mn": 10**6, "wan": 10**4, "yuan": 1, "10kyuan": 10**4, "10k": 10**4,
}  # fmt: skip
#: Words behind a figure that scale it.
UNIT = "十亿|百亿|十万|百万|千万|亿|万|千|thousand|million|10kyuan|wan|yuan|mn|w|k|m"
FOREIGN = re.compile(
    r"us\$|hk\$|nt\$|[$€£₩₽฿]|usd|eur|gbp|hkd|jpy|krw|sgd|twd|aud|cad|chf|美元|美金|欧元|英镑|港币|港元|日元|日币"
    r"|韩元|新币|新台币|台币|澳元|加元|瑞士法郎|dollar|euro"
)
_HOME = "人民币 rmb cny ¥ 单位 unit in"
_OF_YUAN = "元 块 圆 yuan"
_LISTED = re.compile(r"[,，、;；/|]")
_BRACKET = re.compile(r"[(\[【]([^()\[\]【】]{1,20})[)\]】]$")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')


class Foreign(Enum):
    """Not yuan, whatever it is."""

    CURRENCY = "currency"


#: How many yuan one unit is.
Unit = Decimal | Foreign | None


def unit_named(words: str) -> Unit:
    """``千元`` is 1,000 yuan, ``万元，含税`` 10,000, ``USD`` foreign; None for what is no unit of money."""
    for part in _LISTED.split(plain(words).casefold()):
        if FOREIGN.search(part):
            return Foreign.CURRENCY
        yuan = _yuan(part)
        if yuan is not None:
            return yuan
    return None


def _yuan(word: str) -> Decimal | None:
    word = word.replace(":", "")
    for home in _HOME.split():
        word = word.removeprefix(home).removesuffix(home)
    bare = word
    for yuan in _OF_YUAN.split():
        bare = bare.removesuffix(yuan)
    # a word for yuan must stand there, or a scale: what is left of 含税 or of nothing says no unit
    return Decimal(SCALES[bare]) if word and bare in SCALES else None


def header_unit(header: str) -> Unit:
    """The unit in the brackets at the end of a header: ``金额（千元）``."""
    match = _BRACKET.search(plain(header))
    return unit_named(match[1]) if match else None


def format_unit(code: str) -> str:
    """What a number format writes beside the figure, as somebody would type it behind it: ``$`` for
    ``"$"#,##0``, ``万`` for ``0"万元"``, ``元`` for ``0.0,,"百万"``, which shows yuan in millions; blank for
    yuan and for none."""
    first = code.partition(";")[0]
    said = "".join(text for match in _QUOTED.findall(first) for text in match)
    drawn = _QUOTED.sub("", first)
    words = said + "".join(sign for sign in drawn if sign in "$€£₩₽฿")
    unit = unit_named(words)
    if isinstance(unit, Foreign):
        return words.strip()
    if unit is None or unit == 1:
        return ""
    thousands = len(drawn.rstrip()) - len(drawn.rstrip().rstrip(","))
    shown = unit / Decimal(1000) ** thousands
    return next((word for word, yuan in SCALES.items() if word and yuan == shown), "")
