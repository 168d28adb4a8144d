"""Values as the page carries them."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

#: Twice as fast as the usual one, and hardly larger on what repeats as much as this does.
_EFFORT = 5


def squeezed(record: Any) -> bytes:
    """Base64 of deflated JSON: nothing in it can end a script or begin a tag, whatever people typed."""
    said = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(said.encode(), _EFFORT))
