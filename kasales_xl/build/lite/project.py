"""``main.py`` and ``requirements.txt`` for xlwings Lite, from the list of worksheet functions.

Lite reads names and arguments off the functions themselves, so each is written out; all of them hand over to
the package, which ``requirements.txt`` has Lite install: the wheel asks for pydantic alone there."""

from __future__ import annotations

from collections.abc import Iterable

from kasales_xl.functions import FUNCTIONS, Function
from kasales_xl.version import __version__

MAIN, REQUIREMENTS = "main.py", "requirements.txt"

_HEAD = '''"""The worksheet functions of kasales_xl for xlwings Lite. Generated; changes will be lost.

Paste this into main.py of the Lite pane and requirements.txt beside it into its own tab."""

from kasales_xl.hosts.lite.answering import answer
from xlwings import arg, func
'''


def main_py(functions: Iterable[Function] = FUNCTIONS.values()) -> str:
    return "\n\n".join([_HEAD, *map(_definition, functions)])


def _definition(function: Function) -> str:
    names = [argument.name for argument in function.arguments]
    lines = ["@func"]
    for argument in function.arguments:
        doc = f"{argument.help.zh} · {argument.help.en}"
        lines.append(f"@arg({argument.name!r}, ndim=2, err_to_str=True, doc={doc!r})")
    given = "".join(f"{name}, " for name in names)
    lines += [
        f"def {function.name.lower()}({', '.join(f'{name}=None' for name in names)}):",
        f"    {f'{function.help.zh} · {function.help.en}'!r}",
        f"    return answer({function.name!r}, ({given.rstrip()}))" if names else
        f"    return answer({function.name!r}, ())",
        "",
    ]  # fmt: skip
    return "\n".join(lines)


def requirements() -> str:
    """This version alone, for main.py names its functions. Where it is on no index that Lite reaches, the
    address of the wheel takes the place of the line."""
    return f"xlwings\nkasales_xl=={__version__}\n"
