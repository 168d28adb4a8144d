"""Parts of an SVG document, and how text is cut to the room it has: there is no font to ask."""

from __future__ import annotations

import re
from html import escape

from kasales_xl.files.styles.text_size import width as columns

FONT = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','Hiragino Sans GB',"
    "'WenQuanYi Micro Hei',sans-serif"
)
#: What XML cannot hold, and marks that turn the direction of what follows.
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_WORDS = re.compile(r"[\x21-\x7e]+\s*|\s+|[^\x20-\x7e]\s*")
#: The width of half a Chinese character, in its size; a little more than letters take.
_HALF = 0.54


def plain(said: str) -> str:
    """Whatever people typed, as text and nothing else."""
    return escape(" ".join(_BAD.sub("", said).split()))


def measured(said: str, size: float) -> float:
    return columns(said) * size * _HALF


def fitted(said: str, size: float, room: float) -> str:
    """As much of a text as fits, an ellipsis for the rest."""
    if measured(said, size) <= room:
        return said
    while len(said) > 1 and measured(f"{said}…", size) > room:
        said = said[:-1]
    return f"{said.rstrip()}…"


def lines_of(said: str, size: float, room: float, most: int) -> list[str]:
    """A text in at most so many lines; words stay whole, Chinese breaks anywhere."""
    lines = [""]
    for word in _WORDS.findall(" ".join(said.split())):
        if lines[-1] and measured((lines[-1] + word).rstrip(), size) > room:
            lines.append("")
        lines[-1] += word
    if len(lines) > most:
        lines[most - 1] = "".join(lines[most - 1 :])
    return [fitted(line.strip(), size, room) for line in lines[:most]]


def text(x: float, y: float, said: str, size: float, fill: str, *, bold: bool = False, end: str = "") -> str:
    """end: ``middle`` or ``end``, where the place is not the text's left."""
    more = (' font-weight="700"' if bold else "") + (f' text-anchor="{end}"' if end else "")
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}"{more}>{plain(said)}</text>'


def box(x: float, y: float, wide: float, high: float, fill: str, *, round_: float = 0, line: str = "") -> str:
    stroke = f' stroke="{line}" stroke-width="3"' if line else ""
    size = f'width="{wide:g}" height="{high:g}" rx="{round_:g}"'
    return f'<rect x="{x:g}" y="{y:g}" {size} fill="{fill}"{stroke}/>'
