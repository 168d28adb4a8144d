"""The calculation engine that our files say they were last calculated by."""

from __future__ import annotations

#: A current one, so that opening a file does not calculate anew and a program without the add-in keeps
#: showing the cached values.
CALC_ENGINE = 191029
