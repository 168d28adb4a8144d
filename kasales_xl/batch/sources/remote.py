"""Books that lie elsewhere: in an object store, on a share, wherever fsspec reaches (``s3://bucket/books``)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kasales_xl.core.text import Text
from kasales_xl.files.xlsx_in.guard import MOST_FILE
from kasales_xl.files.xlsx_in.refusal import Refused
from kasales_xl.text.findings.files import FILE_TOO_BIG, FILE_UNREADABLE, NO_FILE

#: Whoever reads it may be another process: what lies in this one's memory goes along.
_IN_MEMORY = "memory"
NO_DRIVER = Text(
    '读 {url} 还差一个包：{why}。s3:// 用 pip install "kasales_xl[s3]"，别的看 fsspec 的说明',
    'A package is missing for {url}: {why}. For s3:// pip install "kasales_xl[s3]"; for others see fsspec',
)
NOT_REACHED = Text("到不了 {url}：{why}", "{url} cannot be reached: {why}")


class Unreachable(Exception):
    """A place that cannot be looked into; ``text`` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.pick("en"))
        self.text = text


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """``name``: its path below what was given; ``data`` where nobody else could read it."""

    url: str
    name: str
    data: bytes | None = None


def is_remote(path: str) -> bool:
    """``s3://…``, but not a drive of Windows, nor a file that is called so."""
    scheme, between, _rest = path.partition("://")
    return bool(between) and len(scheme) > 1 and scheme.replace("+", "").isalnum()


def remote_files(url: str) -> Iterator[RemoteFile]:
    """Every file at a URL: one file, a folder in depth, or a pattern, in a stable order. Raises
    Unreachable."""
    system, root = _system(url)
    try:
        if any(sign in root for sign in "*?["):
            found = {path: posixpath.basename(path) for path in system.glob(root) if system.isfile(path)}
        elif system.isfile(root):
            found = {root: posixpath.basename(root)}
        else:
            top = root.rstrip("/") + "/"
            found = {path: path.removeprefix(top) for path in system.find(root)}
        for path in sorted(found):
            data = system.cat_file(path) if url.startswith(f"{_IN_MEMORY}://") else None
            yield RemoteFile(system.unstrip_protocol(path), found[path], data)
    except FileNotFoundError:
        return
    except Exception as error:  # every store has its own kinds
        raise Unreachable(NOT_REACHED(url=url, why=str(error) or type(error).__name__)) from error


def remote_bytes(url: str) -> bytes:
    """The whole file. Raises Refused."""
    try:
        system, path = _system(url)
        size = system.size(path)
        if size is not None and size > MOST_FILE:
            raise Refused(FILE_TOO_BIG, f"{size >> 20} MB")
        content: bytes = system.cat_file(path)
    except Refused:
        raise
    except FileNotFoundError as error:
        raise Refused(NO_FILE) from error
    except Exception as error:  # every store has its own kinds
        raise Refused(FILE_UNREADABLE, str(error)[:80] or type(error).__name__) from error
    return content


def _system(url: str) -> tuple[Any, str]:
    """The file system and the path in it. Raises Unreachable."""
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise Unreachable(NO_DRIVER(url=url, why=str(error))) from error
    return system, path
