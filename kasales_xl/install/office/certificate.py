"""A certificate for ``localhost``, made here and good here alone: its authority's key is never kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

#: Days for which it holds; Apple's systems take no longer ones. It is made anew some days before its end.
LIFE, SPARE = 365, 7
OWNER = "kasales_xl"
_NAMES = ("localhost", "127.0.0.1")


class NoTrustme(Exception):
    """The package that makes certificates is not installed."""


@dataclass(frozen=True)
class Certificate:
    """``authority``: what people trust. ``chain``: the server's certificate with its key. ``made``: is it
    new, so that people must trust it again?"""

    authority: Path
    chain: Path
    made: bool


def usual_folder() -> Path:
    """The user's own folder for settings."""
    from platformdirs import user_config_path

    return user_config_path("kasales_xl-office", appauthor=False)


def certificate(folder: Path, now: dt.datetime) -> Certificate:
    """The one in the folder, or a new one where there is none or it soon ends. Raises NoTrustme."""
    found = Certificate(folder / "kasales-trial-ca.pem", folder / "localhost.pem", made=False)
    if found.authority.is_file() and found.chain.is_file() and _ends(found.chain) > now + _days(SPARE):
        return found
    try:
        import trustme
    except ImportError as error:
        raise NoTrustme from error
    authority = trustme.CA(
        organization_name=OWNER, organization_unit_name="trial on this computer", path_length=0
    )
    leaf = authority.issue_cert(
        *_NAMES, organization_name=OWNER, not_before=now - _days(1), not_after=now + _days(LIFE)
    )
    folder.mkdir(parents=True, exist_ok=True)
    found.chain.unlink(missing_ok=True)
    found.chain.touch(mode=0o600)
    leaf.private_key_and_cert_chain_pem.write_to_path(str(found.chain))
    authority.cert_pem.write_to_path(str(found.authority))
    return Certificate(found.authority, found.chain, made=True)


def _days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


def _ends(chain: Path) -> dt.datetime:
    from cryptography.x509 import load_pem_x509_certificates

    return load_pem_x509_certificates(chain.read_bytes())[0].not_valid_after_utc
