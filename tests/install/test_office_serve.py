"""The Office add-in on this computer, for trial: a certificate made here, a site that only this computer sees."""

from __future__ import annotations

import datetime as dt
import http.client
import ssl
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import kasales
from cryptography.x509 import load_pem_x509_certificates

from kasales_xl.build.office.manifest import FILE, manifest
from kasales_xl.build.office.site import own_files
from kasales_xl.install.office.certificate import LIFE, Certificate, certificate
from kasales_xl.install.office.server import ADDRESS, serving

NOW = dt.datetime.now(dt.UTC)
Asked = tuple[http.client.HTTPResponse, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificate(tmp_path_factory.mktemp("certificate"), NOW)


class Shown:
    """A site that is being served."""

    def __init__(self, folder: Path, made: Certificate) -> None:
        self.requests: list[tuple[str, int]] = []
        self.made = made
        self.server = serving(folder, made.chain, 0, lambda path, code: self.requests.append((path, code)))
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def ask(self, path: str, host: str = "localhost", method: str = "GET") -> Asked:
        context = ssl.create_default_context(cafile=str(self.made.authority))
        connection = http.client.HTTPSConnection("localhost", self.port, context=context, timeout=20)
        connection.request(method, path, headers={"Host": f"{host}:{self.port}"})
        answer = connection.getresponse()
        return answer, answer.read()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, made: Certificate) -> Iterator[Shown]:
    folder = tmp_path_factory.mktemp("served") / "site"
    for name, content in own_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "python" / "pyodide.asm.wasm").write_bytes(b"\0asm")
    (folder.parent / "secret.txt").write_text("not for the browser")
    running = Shown(folder, made)
    yield running
    running.server.shutdown()
    running.server.server_close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/pane.html", "text/html"),
        ("/main.js", "text/javascript"),
        ("/python/pyodide.asm.wasm", "application/wasm"),
        ("/functions.zh.json", "application/json"),
        ("/icons/32.png", "image/png"),
    ],
)
def test_every_file_comes_under_its_kind_and_may_load_nothing_from_elsewhere(
    shown: Shown, path: str, kind: str
) -> None:
    answer, body = shown.ask(path)
    assert answer.status == 200
    assert body
    assert answer.headers["Content-Type"].startswith(kind)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/", "/python/", "/../secret.txt", "/%2e%2e/secret.txt", "/..%5csecret.txt", "/none.js"]
)
def test_nothing_but_the_sites_own_files_is_handed_out(shown: Shown, path: str) -> None:
    answer, body = shown.ask(path)
    assert answer.status == 404
    assert b"not for the browser" not in body


def test_another_name_for_this_computer_is_refused(shown: Shown) -> None:
    assert shown.ask("/pane.html", host="evil.example.com")[0].status == 421


def test_nothing_can_be_sent(shown: Shown) -> None:
    assert shown.ask("/pane.html", method="POST")[0].status == 501


def test_only_this_computer_can_reach_it(shown: Shown) -> None:
    assert shown.server.server_address[0] == ADDRESS == "127.0.0.1"


def test_requests_are_heard(shown: Shown) -> None:
    shown.ask("/pane.css")
    assert ("/pane.css", 200) in shown.requests


class TestCertificate:
    def test_it_is_for_this_computer_and_no_longer_than_every_system_takes(self, made: Certificate) -> None:
        leaf, *_ = load_pem_x509_certificates(made.chain.read_bytes())
        assert leaf.not_valid_after_utc - leaf.not_valid_before_utc <= dt.timedelta(days=398)
        assert leaf.not_valid_after_utc > NOW + dt.timedelta(days=LIFE - 1)

    def test_the_key_that_signed_it_is_nowhere(self, made: Certificate) -> None:
        files = list(made.authority.parent.iterdir())
        assert sorted(path.name for path in files) == ["kasales-trial-ca.pem", "localhost.pem"]
        assert "PRIVATE KEY" not in made.authority.read_text()
        assert made.chain.read_text().count("PRIVATE KEY") == 2, "the server's own, begin and end"
        assert stat.S_IMODE(made.chain.stat().st_mode) == 0o600

    def test_the_next_trial_uses_it_again_until_it_ends(self, made: Certificate) -> None:
        folder = made.authority.parent
        assert made.made
        before = made.chain.read_bytes()
        assert not certificate(folder, NOW + dt.timedelta(days=LIFE - 10)).made
        assert made.chain.read_bytes() == before

    def test_one_that_ends_is_made_anew(self, tmp_path: Path) -> None:
        certificate(tmp_path, NOW)
        assert certificate(tmp_path, NOW + dt.timedelta(days=LIFE - 5)).made


class TestCommand:
    def test_without_a_site_it_says_how_to_make_one(self, tmp_path: Path) -> None:
        done = kasales("addin", "serve", str(tmp_path / "site"))
        assert done.returncode == 2
        assert "kasales addin build --office" in done.stderr

    def test_a_site_for_another_address_is_not_shown_here(self, tmp_path: Path) -> None:
        (tmp_path / FILE).write_text(manifest("https://addin.example.com"), "utf-8")
        done = kasales("addin", "serve", str(tmp_path), lang="en")
        assert done.returncode == 2
        assert "--host-url https://localhost:8443" in done.stderr
