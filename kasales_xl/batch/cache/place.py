"""Where the cache lies, and the secret that only this user's programs know.

Not beside the scorecards: it holds what the books hold, phone numbers included, and a folder of scorecards is
shared. The secret lies in another folder than the cache, which may be put on any disk."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

#: Move the cache, and the secret, to another folder.
VARIABLE, _SETTINGS = "KASALES_CACHE", "KASALES_SETTINGS"
_NAME, _SECRET, _LENGTH = "kasales_xl", "cache.key", 32


def cache_folder() -> Path:
    given = os.environ.get(VARIABLE)
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def secret() -> bytes:
    """What the entries of the cache are signed with, made where there is none. Raises OSError."""
    folder = _settings_folder()
    file = folder / _SECRET
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not file.exists():
        _make(file)
    known = file.read_bytes()
    if len(known) < _LENGTH:
        raise OSError(f"{file} is cut off")
    return known


def _settings_folder() -> Path:
    given = os.environ.get(_SETTINGS)
    if given:
        return Path(given)
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False)


def _make(file: Path) -> None:
    """Whole or not at all, and never over another run's."""
    temporary = file.with_name(f"{_SECRET}.{secrets.token_hex(4)}")
    temporary.touch(mode=0o600)
    temporary.write_bytes(secrets.token_bytes(_LENGTH))
    with suppress(FileExistsError):
        # there, renaming never replaces
        temporary.rename(file) if os.name == "nt" else os.link(temporary, file)
    temporary.unlink(missing_ok=True)
