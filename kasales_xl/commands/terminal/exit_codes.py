"""How a command ends, the same everywhere, for scripts that call it."""

from __future__ import annotations

#: Done, and nothing was left out.
FINE = 0
#: Done, but something needs a person: a file, row or cell was left out; each is named.
FINDINGS = 1
#: Nothing was done: a wrong option, a missing file, a place that can't be read or written.
WRONG_USE = 2
