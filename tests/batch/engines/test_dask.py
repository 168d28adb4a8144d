"""The same run on three machines that die, dawdle and meet a poisoned book: the same bytes as on one."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from books_of import ON, book_of
from cluster import Cluster, free_port
from worker_tasks import judge_or_die

from kasales_xl.batch.engines import local
from kasales_xl.batch.engines.engine import ClusterError
from kasales_xl.batch.options import RunOptions
from kasales_xl.batch.run import score
from kasales_xl.batch.workers.pool import Limits
from kasales_xl.core.policy import DEFAULT_POLICY
from kasales_xl.files.book.book import write_book
from kasales_xl.files.history.store import open_history

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are ended by signals"),
]
WANTED = RunOptions(on=ON, lang="zh", jobs=1, limits=Limits(60, 500))
BUCKET = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten good books of three teams, a copy, one that is no book, and one that ends whoever reads it."""
    folder = tmp_path_factory.mktemp("books")
    for number in range(10):
        book = book_of(seller_id=f"S{number}", name=f"销售{number}", team=f"{number % 3}队", mid=1)
        write_book(folder / f"{number}.xlsx", book, policy=DEFAULT_POLICY, on=ON, lang="zh")
    shutil.copyfile(folder / "3.xlsx", folder / "3 副本.xlsx")
    shutil.copyfile(folder / "4.xlsx", folder / "abort.xlsx")
    (folder / "broken.xlsx").write_bytes(b"PK no book")
    return folder


@pytest.fixture(scope="module")
def bucket(books: Path) -> Iterator[str]:
    """The same books in an S3 server."""
    pytest.importorskip("s3fs")
    server = pytest.importorskip("moto.server").ThreadedMotoServer("127.0.0.1", free_port(), verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**BUCKET, "FSSPEC_S3_ENDPOINT_URL": f"http://{host}:{port}"}.items():
            patch.setenv(name, value)
        import fsspec
        from fsspec.config import conf, set_conf_env

        set_conf_env(conf)
        store = fsspec.filesystem("s3")
        store.mkdir("books")
        for path in books.iterdir():
            store.put_file(str(path), f"books/2026/{path.name}")
        yield "s3://books/2026"
        conf.clear()
    server.stop()


@pytest.fixture
def cluster(bucket: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    pytest.importorskip("distributed")
    names = [*BUCKET, "FSSPEC_S3_ENDPOINT_URL"]
    running = Cluster(tmp_path_factory.mktemp("cluster"), {name: os.environ[name] for name in names})
    running.wait()
    yield running
    running.stop()


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "history.db"}


@pytest.fixture(scope="module")
def here(books: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What this machine alone makes of them."""
    out = tmp_path_factory.mktemp("local")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local, "judge", judge_or_die)
        score([books], out, WANTED)
    return files(out)


def test_three_machines_give_the_bytes_of_one_whatever_befalls_them(
    books: Path, bucket: str, here: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    wanted = replace(WANTED, engine=cluster.address)
    codes = {row[0]: row[4] for row in csv.reader(here["findings.csv"].decode("utf-8-sig").splitlines())}
    assert (codes["abort.xlsx"], codes["broken.xlsx"]) == ("file-crashed", "file-damaged")
    steps: list[tuple[int, int]] = []
    with open_history(tmp_path / "history.db") as history:
        told = score(
            [bucket],
            tmp_path / "bucket",
            wanted,
            watch=lambda n, of, _: steps.append((n, of)),
            history=history,
        )
    assert (told.remembered, steps) == (10, [(n, 13) for n in range(1, 14)])
    assert files(tmp_path / "bucket")["findings.csv"] == here["findings.csv"]

    def slow(done: int, _of: int, _name: str) -> None:
        if done == 1:
            cluster.signal(cluster.workers[0], signal.SIGSTOP)
            threading.Timer(4, cluster.signal, (cluster.workers[0], signal.SIGCONT)).start()

    score([books], tmp_path / "slow", wanted, watch=slow)
    assert files(tmp_path / "slow") == here

    def killed(done: int, _of: int, _name: str) -> None:
        if done == 3:
            cluster.kill(cluster.workers[1])

    score([bucket], tmp_path / "killed", wanted, watch=killed)
    assert files(tmp_path / "killed") == here
    assert cluster.workers[1].poll() is not None


def test_a_cluster_that_is_not_there_is_told_with_what_to_do(books: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kasales_xl.batch.engines.dask._KNOCK", 0.5)
        nobody = f"dask://127.0.0.1:{free_port()}"
        with pytest.raises(ClusterError, match="dask scheduler") as caught:
            score([books], tmp_path / "out", replace(WANTED, engine=nobody))
    assert nobody in caught.value.text.pick("zh")
