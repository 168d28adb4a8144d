"""Names of teams as file names."""

from __future__ import annotations

from kasales_xl.core.terms import Lang
from kasales_xl.core.text import Text
from kasales_xl.files.file_name import safe_name

#: The file name of those whose books name no team.
NO_TEAM = Text("未分团队", "no team")


def file_name(team: str, lang: Lang, taken: set[str]) -> str:
    """A team's name as a file name that every system takes, once each."""
    return safe_name(team, taken, blank=NO_TEAM.pick(lang))
