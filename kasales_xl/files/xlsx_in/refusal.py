"""A file that is not opened, and why."""

from __future__ import annotations


class Refused(Exception):
    """``code`` is the finding's; ``got`` and ``words`` fill its sentence."""

    def __init__(self, code: str, got: str = "", **words: str) -> None:
        super().__init__(f"{code} {got}".strip())
        self.code, self.got, self.words = code, got, words
