"""``run.json``: which files of a folder one run wrote, and what each held, so that the next run knows what is
its to replace, to take away, or to keep because a person has changed it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kasales_xl.version import __version__

MANIFEST = "run.json"
_VERSION = 1


def digest(file: Path) -> str:
    """Raises OSError."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def manifest_text(files: Mapping[str, str], on: dt.date) -> str:
    """files: digest by name. The run is named after what it wrote: the same files, the same run."""
    run = hashlib.blake2b(json.dumps([on.isoformat(), sorted(files.items())]).encode(), digest_size=8)
    head = {"version": _VERSION, "run": run.hexdigest(), "on": on.isoformat(), "program": __version__}
    return json.dumps(head | {"files": dict(sorted(files.items()))}, ensure_ascii=False, indent=1) + "\n"


def written_before(folder: Path) -> dict[str, str]:
    """Digest by name of what the last run wrote here; nothing where no run has left a manifest, or
    somebody has spoiled it."""
    try:
        files: Any = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
        return {str(name): str(value) for name, value in files.items() if is_plain(str(name))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def is_plain(name: str) -> bool:
    """Is it the name of something in the folder itself? A manifest may have been tampered with."""
    return bool(name) and name not in (".", "..") and not set(name) & set("/\\:\0")
