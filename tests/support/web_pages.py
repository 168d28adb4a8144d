"""What stands in a web page of ours, read without a browser."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

_PART = re.compile(r'<script type="text/plain" id="d-([\w-]+)">([^<]*)</script>\n')


def parts_of(path: Path) -> dict[str, Any]:
    """The unpacked parts of a page by their names."""
    found = _PART.findall(path.read_text("utf-8"))
    assert found, f"{path.name} holds no data"
    return {name: json.loads(zlib.decompress(base64.b64decode(packed))) for name, packed in found}


def without_data(path: Path) -> str:
    """The page with its parts taken out."""
    return _PART.sub("", path.read_text("utf-8"))


def texts_in(value: Any) -> list[str]:
    """Every text below a value, keys of records included."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for one in pair for text in texts_in(one)]
    return [text for one in value for text in texts_in(one)] if isinstance(value, list) else []
