"""``kasales``: the command line of the product."""

from __future__ import annotations

import click

from kasales_xl.commands.terminal.declaring import Group, Later, Option, language_option
from kasales_xl.commands.terminal.language import tell
from kasales_xl.core.text import Text
from kasales_xl.text.commands import HELPS
from kasales_xl.version import __version__


def _tell_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        tell(Text("kasales {version}", "kasales version {version}")(version=__version__))
        context.exit()


#: Where each command stands; a group shows what its commands are for without loading them.
_IMPORT = Group("import", help=HELPS["import"], commands=[Later("crm", "crm:crm_command")])
_PLACES = {
    "demo": "demo:demo",
    "init": "init:init",
    "new": "new:new",
    "check": "check:check",
    "explain": "explain:explain",
    "map": "relation_map:map_command",
    "refresh": "refresh:refresh",
    "upgrade": "renew:upgrade",
    "repair": "renew:repair",
    "score": "score:score",
    "return": "give_back:give_back",
    "policy": "policy:policy_group",
    "history": "history:history_group",
    "cache": "cache:cache_group",
    "addin": "addin:addin_group",
}
_VERSION = Option(
    ["--version"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help=Text("显示版本号。", "Show the version and exit."),
)
kasales = Group(
    "kasales",
    help=HELPS["kasales"],
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[language_option(), _VERSION],
    commands=[*(Later(name, place) for name, place in _PLACES.items()), _IMPORT],
)


def main() -> None:
    kasales()
