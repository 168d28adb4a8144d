"""A file that is not opened, and why."""

from __future__ import annotations

from kasales_xl.core.findings import FindingKind


class Refused(Exception):
    """``kind`` is the finding's; ``got`` and ``words`` fill its sentence."""

    def __init__(self, kind: FindingKind, got: str = "", **words: object) -> None:
        super().__init__(f"{kind.code} {got}".strip())
        self.kind, self.got, self.words = kind, got, words
