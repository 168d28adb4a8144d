"""Something done in a child process of this one, which is warm: under limits that the system itself keeps."""

from __future__ import annotations

import os
import pickle
import resource
import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


#: Somebody without rights.
NOBODY = 65534


def in_child(
    act: Callable[[], Result], *, largest_file: int | None = None, powerless: bool = False
) -> Result:
    """What ``act`` returns. largest_file: bytes after which the system lets no file grow, as on a full
    disk. powerless: as somebody who may not do everything, also where tests run as the administrator. An exception there is an AssertionError here, with its traceback."""
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        os.close(receiver)
        _answer(act, sender, largest_file, powerless)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        content = pipe.read()
    os.waitpid(child, 0)
    kind, value = pickle.loads(content)  # noqa: S301 our own child wrote it
    assert kind == "done", value
    result: Result = value
    return result


def _answer(act: Callable[[], object], sender: int, largest_file: int | None, powerless: bool) -> None:
    try:
        if powerless and os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, resource.RLIM_INFINITY))
        answer: tuple[str, object] = ("done", act())
    except BaseException:
        answer = ("failed", traceback.format_exc())
    os.write(sender, pickle.dumps(answer))
    sys.stdout.flush()
    os._exit(0)
