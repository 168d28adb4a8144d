"""A Dask cluster of three worker processes on this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Cluster:
    """``workers``: each with its nurse, in a group of processes of its own."""

    def __init__(self, folder: Path, environment: dict[str, str], workers: int = 3) -> None:
        port = free_port()
        self.address = f"dask://127.0.0.1:{port}"
        self._folder, self._port = folder, port
        self._environment = os.environ | environment | {"PYTHONPATH": str(HERE)}
        self._scheduler = self._started("scheduler", "--port", str(port))
        self.workers = [self._worker() for _ in range(workers)]

    def _worker(self) -> subprocess.Popen[bytes]:
        where = ("--nthreads", "1", "--local-directory", str(self._folder))
        preload = ("--preload", str(HERE / "cluster_preload.py"))
        return self._started("worker", f"tcp://127.0.0.1:{self._port}", *where, *preload)

    def _started(self, what: str, *typed: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                sys.executable,
                "-m",
                f"distributed.cli.dask_{what}",
                "--host",
                "127.0.0.1",
                "--no-dashboard",
                *typed,
            ],
            env=self._environment,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=(self._folder / "cluster.log").open("ab"),
            start_new_session=True,
        )

    def wait(self) -> None:
        """Until all workers are there."""
        from distributed import Client

        with Client(self.address.replace("dask", "tcp"), timeout=60, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), timeout=120)

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """With its nurse, so that it does not come back."""
        self.signal(worker, signal.SIGKILL)
        worker.wait()

    def signal(self, worker: subprocess.Popen[bytes], what: signal.Signals) -> None:
        os.killpg(worker.pid, what)

    def stop(self) -> None:
        for one in (*self.workers, self._scheduler):
            if one.poll() is None:
                os.killpg(one.pid, signal.SIGKILL)
                one.wait()
