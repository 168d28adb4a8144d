"""What counts as evidence: something that happened, written down. 「无」, 「N/A」, 「-」 say: none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kasales_xl.core.names import name_key

#: What people type where they have nothing to tell, in its comparable form without punctuation.
_NOTHING = frozenset({
    "无", "没有", "没", "暂无", "尚无", "无依据", "无证据", "暂无依据", "没有依据",
    "不详", "未知", "待补", "待补充", "待填", "待定", "空", "否",
    "0", "na", "none", "no", "nil", "null", "nothing", "unknown", "tbd", "tba", "todo", "x", "xx", "xxx",
})  # fmt: skip
_MARKS = re.compile(r"[\W_]+")
_PIECES = re.compile(r"[;；\n]+")


def is_evidence(text: str) -> bool:
    """Does a cell name anything at all? Blank, punctuation alone and words for "none" do not."""
    said = _MARKS.sub("", name_key(text))
    return bool(said) and said not in _NOTHING


def pieces_of_evidence(texts: Iterable[str]) -> tuple[str, ...]:
    """The pieces that cells name, parted by semicolons or lines, those that name nothing left out."""
    pieces = (piece.strip() for text in texts for piece in _PIECES.split(text))
    return tuple(piece for piece in pieces if is_evidence(piece))
