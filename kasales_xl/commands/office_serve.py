"""``kasales addin serve``: the Office add-in's site on this computer's own loopback address."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kasales_xl.commands.terminal.language import Stop, tell
from kasales_xl.text.office_site import SENTENCES

if TYPE_CHECKING:
    from kasales_xl.install.office.certificate import Certificate

_BUILT_FOR = re.compile(r'<SourceLocation DefaultValue="(https://[^"]+)/pane\.html"')


def serve(folder: Path, port: int, log: bool) -> None:
    from kasales_xl.build.office.manifest import FILE
    from kasales_xl.install.office.certificate import LIFE
    from kasales_xl.install.office.server import serving

    url = f"https://localhost:{port}"
    _check_site(folder, folder / FILE, url)
    made = _certificate()
    try:
        server = serving(folder, made.chain, port, _say_request if log else lambda path, code: None)
    except OSError as error:
        raise Stop(SENTENCES["port-taken"](port=port, why=error.strerror or error)) from error
    if made.made:
        tell(SENTENCES["new-certificate"](authority=made.authority, days=LIFE))
        _say_trust(made)
    tell(SENTENCES["serving"](url=url, manifest=folder / FILE))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        tell(SENTENCES["ended"])
    finally:
        server.server_close()


def _check_site(folder: Path, manifest: Path, url: str) -> None:
    """Raises Stop where there is no site, or one that was built for another address."""
    if not manifest.is_file():
        raise Stop(SENTENCES["no-site"](path=folder))
    built_for = _BUILT_FOR.search(manifest.read_text("utf-8"))
    if built_for is None or built_for[1] != url:
        told = built_for[1] if built_for else "?"
        raise Stop(SENTENCES["elsewhere"](path=folder, url=told, here=url))


def _certificate() -> Certificate:
    from kasales_xl.install.office.certificate import NoTrustme, certificate, usual_folder

    try:
        return certificate(usual_folder(), dt.datetime.now(dt.UTC))
    except NoTrustme as error:
        raise Stop(SENTENCES["no-trustme"](python=sys.executable)) from error


def _say_trust(made: Certificate) -> None:
    from kasales_xl.install.office.certificate import OWNER

    system = {"win32": "trust-windows", "darwin": "trust-mac"}.get(sys.platform, "trust-other")
    tell(SENTENCES[system](authority=made.authority, owner=OWNER))


def _say_request(path: str, code: int) -> None:
    click.echo(f"{code} {path}")
