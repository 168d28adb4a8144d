"""A relationship map as a file: a picture, or its facts."""

from __future__ import annotations

import json
from pathlib import Path

from kasales_xl.core.terms import Lang
from kasales_xl.files.pictures.png import png
from kasales_xl.files.relation_map.draw import draw_map
from kasales_xl.files.whole import write_whole
from kasales_xl.pages.relations.plain import MapOut

#: Endings of what can be written.
KINDS = (".svg", ".png", ".json")


def map_bytes(facts: MapOut, lang: Lang, kind: str) -> bytes:
    """kind: one of ``KINDS``. Raises CannotDraw."""
    if kind == ".json":
        return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
    svg = draw_map(facts, lang)
    return png(svg) if kind == ".png" else svg.encode()


def write_map(path: Path, facts: MapOut, lang: Lang) -> None:
    """By the ending of the path. Raises CannotDraw, CannotWrite."""
    write_whole(path, map_bytes(facts, lang, path.suffix.lower()))
