"""Names of teams as file names."""

from __future__ import annotations

import re

from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text

#: The file name of those whose books name no team.
NO_TEAM = Text("未分团队", "no team")


def file_name(team: str, lang: Lang, taken: set[str]) -> str:
    """A team's name as a file name that every system takes, once each."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", team).strip(" .")[:80]
    name = name or NO_TEAM.pick(lang)
    unique, number = name, 1
    while unique.casefold() in taken:
        number += 1
        unique = f"{name} ({number})"
    taken.add(unique.casefold())
    return unique
