"""The formulas of a workbook file in one host's spelling, every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kasales_xl.files.refresh.workbook_parts import read_parts
from kasales_xl.functions.spelling import CALC_PREFIX, PREFIXES, STORED, Host, our_name, respelled

#: Where formulas stand: in cells and columns of tables, in names, in drop-downs and colours.
_FORMULA = re.compile(
    rb"(<(?:\w+:)?(?:f|calculatedColumnFormula|totalsRowFormula|definedName|formula[12]?)\b[^>]*>)([^<]*)"
)
_OF_CALC = re.compile(re.escape(CALC_PREFIX).encode() + rb"KA[A-Z]+(?=\s*\()", re.IGNORECASE)
_STORED = STORED.encode()


def host_of(data: bytes) -> Host | None:
    """Whose spelling a workbook's formulas have; None for the plain one, which several hosts share. Raises
    Refused."""
    content = read_parts(data).content
    return "office" if any(_STORED in xml for part, xml in content.items() if _has_cells(part)) else None


def in_spelling(content: Mapping[str, bytes], host: Host | None) -> tuple[dict[str, bytes], int]:
    """content: the XML parts of a workbook. The parts in which a formula reads otherwise for the host, and
    how many formulas that are. host: None spells plainly what only LibreOffice's extension knows, and leaves
    all else."""
    new: dict[str, bytes] = {}
    count = 0

    def anew(match: re.Match[bytes]) -> bytes:
        nonlocal count
        text = _plainly(match[2]) if host is None else _spelt(match[2], PREFIXES[host])
        count += text != match[2]
        return match[1] + text

    for part in _asked(content, host):
        done = _FORMULA.sub(anew, content[part])
        if done != content[part]:
            new[part] = done
    return new, count


def _has_cells(part: str) -> bool:
    return part.startswith(("xl/worksheets/", "xl/tables/"))


def _asked(content: Mapping[str, bytes], host: Host | None) -> Iterator[str]:
    """The parts in which something may read otherwise."""
    for part, xml in content.items():
        named = host is not None and part.casefold() == "xl/workbook.xml"
        cells = _has_cells(part) and (_OF_CALC.search(xml) or (host is not None and b"KA_" in xml))
        if named or cells:
            yield part


def _plainly(formula: bytes) -> bytes:
    return _OF_CALC.sub(lambda name: our_name(name[0].decode().upper()).encode(), formula)


def _spelt(formula: bytes, prefix: str) -> bytes:
    """formula: as it stands in the XML; what is escaped there is no part of a name."""
    text = formula.decode().replace("&quot;", '"').replace("&apos;", "'")
    done = respelled(text, prefix)
    return formula if done == text else done.encode()
