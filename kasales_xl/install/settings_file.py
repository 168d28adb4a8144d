"""The add-in's settings: lines of ``"NAME","value"``, as VBA's own Input reads them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from kasales_xl.files.whole import write_whole


def read_settings(path: Path, encoding: str) -> dict[str, str]:
    """Empty where there is no file or nobody can read it."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            return {row[0]: row[1] for row in csv.reader(file) if len(row) == 2}
    except (OSError, UnicodeError):
        return {}


def write_settings(path: Path, settings: Mapping[str, str], encoding: str) -> None:
    """Raises UnicodeEncodeError for a value outside the code page, CannotWrite for the place."""
    lines = "".join(f'"{name}","{value}"\r\n' for name, value in settings.items())
    write_whole(path, lines.encode(encoding))


def readable(text: str, encoding: str) -> bool:
    """Can VBA and the DLL read it? They know only the code page of the system."""
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeError:
        return False
