"""What a run of the tests saw to be equal, held against what ``HOSTS.md`` is built from.

The file says for each way of proving and each function how many answers were compared with the core's. A test
says it after it has compared them, and fails unless the file says the very same: no more than was proven, no
less. In CI none of these tests is skipped, so what the page claims was run there."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable

from paths import TESTS

FILE = TESTS / "hosts" / "proven.json"
#: ``write`` notes what was seen instead; for who adds a function, a case or a host.
VARIABLE = "KASALES_PROVEN"


def proven(way: str, names: Iterable[str]) -> None:
    """way: as in ``build.reference.hosts``. names: of the functions, once for each answer that was equal."""
    counts = dict(sorted(Counter(names).items()))
    known = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    if os.environ.get(VARIABLE) == "write":
        known[way] = counts
        FILE.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")
    assert known.get(way) == counts, f"{FILE.name} says otherwise: {VARIABLE}=write pytest -n 0 tests/hosts"
