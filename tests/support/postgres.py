"""A PostgreSQL cluster for one test session: its own folder, its own socket, a free port on loopback."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

#: Whom the server runs as where the tests run as root, which PostgreSQL refuses.
SERVER_USER = "postgres"


def programs() -> Path | None:
    """Where Debian keeps initdb and pg_ctl, the newest version; None where no server is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _run(arguments: list[str], folder: Path) -> None:
    prefix = ["runuser", "-u", SERVER_USER, "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*prefix, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{arguments[0]}: {done.stderr.decode(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """The URL of an empty database; the cluster goes when the block ends."""
    found = programs()
    if found is None:
        raise RuntimeError("no PostgreSQL server is installed")
    folder = Path(tempfile.mkdtemp(prefix="kasales-pg-"))
    try:
        if os.geteuid() == 0:
            owner = pwd.getpwnam(SERVER_USER)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data, port = folder / "data", _free_port()
        _run([str(found / "initdb"), "-D", str(data), "-U", "kasales", "-A", "trust", "-E", "UTF8"], folder)
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
        )
        control = [str(found / "pg_ctl"), "-D", str(data), "-w"]
        _run([*control, "-o", options, "-l", str(folder / "log"), "start"], folder)
        try:
            yield f"postgresql://kasales@127.0.0.1:{port}/postgres"
        finally:
            _run([*control, "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
