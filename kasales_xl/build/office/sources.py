"""Where the pinned archives come from: a folder that holds them, filled by npm and pip when asked to.

Nothing is fetched unless somebody asks; what is there counts only with the right SHA-256."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from kasales_xl.build.office.pinned import (
    EVERY,
    OFFICE,
    PYTHON_TAGS,
    RUNTIME,
    RUNTIME_FILES,
    WHEELS,
    Archive,
    office_file,
)
from kasales_xl.build.zipped import zipped

#: Seconds that one archive may take.
PATIENCE = 600
_LINES = 4


class CannotDownload(Exception):
    """``archive`` did not come; ``why`` the client's last words, blank where the client itself is missing."""

    def __init__(self, archive: Archive, why: str = "") -> None:
        super().__init__(f"{archive.file}: {why}")
        self.archive, self.why = archive, why


def usual_folder() -> Path:
    """The user's own folder for what can be fetched again."""
    from platformdirs import user_cache_path

    return user_cache_path("kasales_xl-office", appauthor=False)


def missing(folder: Path) -> list[Archive]:
    """The archives that are not in a folder, or not as they were pinned."""
    return [archive for archive in EVERY if not _is(folder / archive.file, archive)]


def _is(path: Path, archive: Archive) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == archive.sha256


def command(archive: Archive, folder: Path) -> list[str]:
    """What fetches it: the registry's ordinary client, which knows the company's mirror and proxy."""
    if archive.client == "npm":
        client = shutil.which("npm") or "npm"
        return [client, "pack", f"{archive.name}@{archive.version}", "--pack-destination", str(folder)]
    version, platform, abi = PYTHON_TAGS
    tags = ["--python-version", version, "--platform", platform, "--abi", abi]
    wanted = ["--no-deps", "--only-binary=:all:", *tags, "--dest", str(folder)]
    return [sys.executable, "-m", "pip", "download", *wanted, f"{archive.name}=={archive.version}"]


def download(folder: Path, archives: Iterable[Archive]) -> Iterator[Archive]:
    """Fetches them one after the other, yielding each before it is fetched. Raises CannotDownload."""
    folder.mkdir(parents=True, exist_ok=True)
    for archive in archives:
        yield archive
        if archive.client == "npm" and shutil.which("npm") is None:
            raise CannotDownload(archive)
        try:
            done = subprocess.run(  # noqa: S603 - the registry's client, arguments as a list
                command(archive, folder), capture_output=True, text=True, timeout=PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CannotDownload(archive, str(error)) from error
        if done.returncode:
            raise CannotDownload(archive, "\n".join(done.stderr.strip().splitlines()[-_LINES:]))
        if not _is(folder / archive.file, archive):
            raise CannotDownload(archive, "SHA-256")


def others_files(folder: Path) -> dict[str, bytes]:
    """The files of others that a site holds, by their path there. The archives must be in the folder."""
    files: dict[str, bytes] = {}
    for name, content in _unpacked(folder / RUNTIME.file):
        if name in RUNTIME_FILES:
            files[f"python/{name}"] = content
    for name, content in _unpacked(folder / OFFICE.file):
        if place := office_file(name):
            files[f"office/{place}"] = content
    for wheel in WHEELS:
        files[f"python/{site_name(wheel)}"] = _plain((folder / wheel.file).read_bytes())
    return files


def site_name(wheel: Archive) -> str:
    """Web servers know how to hand out a .zip, few know a .whl."""
    return f"{wheel.name}-{wheel.version}.zip"


def _plain(wheel: bytes) -> bytes:
    """Only what Python imports and its licence: type stubs and the like stay out."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        names = [name for name in archive.namelist() if not name.endswith((".pyi", "/"))]
        return zipped({name: archive.read(name) for name in names})


def _unpacked(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The files of an npm archive, without its own folder."""
    with tarfile.open(archive, "r:gz") as opened:
        for member in opened:
            if member.isfile() and (content := opened.extractfile(member)) is not None:
                yield os.path.normpath(member.name).replace(os.sep, "/").partition("/")[2], content.read()
