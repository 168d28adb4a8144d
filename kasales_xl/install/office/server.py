"""Shows a built site to this computer's own Excel: files of one folder, on loopback, over https."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any

from kasales_xl.build.office.headers import HEADERS, KINDS

ADDRESS = "127.0.0.1"

#: Told of every request: what was asked for, and the answer's number.
Heard = Callable[[str, int], None]


class _Handler(SimpleHTTPRequestHandler):
    """GET and HEAD of the folder's files; no lists of folders, no other computer's names for us."""

    extensions_map = KINDS | {"": "application/octet-stream"}

    def __init__(self, *given: Any, heard: Heard, **named: Any) -> None:
        self.heard = heard
        super().__init__(*given, **named)

    def send_head(self) -> Any:
        host = self.headers.get("Host", "").partition(":")[0]
        if host not in ("localhost", ADDRESS):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def guess_type(self, path: Any) -> str:
        return KINDS.get(PurePosixPath(str(path)).suffix.lower(), "application/octet-stream")

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        self.heard(self.path, int(code) if str(code).isdigit() else getattr(code, "value", 0))

    def log_message(self, *words: Any) -> None:
        """The command says what there is to say."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that does not trust the certificate yet hangs up; that is no fault of ours."""


def serving(folder: Path, chain: Path, port: int, heard: Heard = lambda path, code: None) -> _Server:
    """A server that is ready: ``serve_forever`` starts it. port: 0 takes any. Raises OSError where the port
    is taken."""
    server = _Server((ADDRESS, port), partial(_Handler, directory=str(folder), heard=heard))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(chain)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    return server
