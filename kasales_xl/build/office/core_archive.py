"""Our own part of the add-in: the modules of the package that its answers go through, zipped.

What is imported is followed from the add-in's one door: the browser gets all of that and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from kasales_xl.build.zipped import zipped

FILE = "kasales_core.zip"
PACKAGE = "kasales_xl"
#: Where the script comes in.
DOOR = "kasales_xl.hosts.officejs.bridge"


def core_archive() -> bytes:
    sources: dict[str, str] = {}
    waiting = [DOOR, f"{PACKAGE}.version"]
    while waiting:
        for name in _with_packages(waiting.pop()):
            place = _place(name)
            if name not in sources and place is not None:
                sources[name] = place.read_text("utf-8")
                # what the package itself offers to programs is not for the browser
                waiting += _imported(sources[name]) if name != PACKAGE else ()
    return zipped({_path(name): source for name, source in sorted(sources.items())})


def _with_packages(module: str) -> Iterator[str]:
    parts = module.split(".")
    return (".".join(parts[: at + 1]) for at in range(len(parts)))


def _imported(source: str) -> Iterator[str]:
    """Modules of ours that a module imports, wherever in it; a name may be one of its package."""
    tree = ast.parse(source)
    only_for_types = {id(inner) for node in ast.walk(tree) if _for_types(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in only_for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith(f"{PACKAGE}."))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE:
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _place(module: str) -> Traversable | None:
    """The file of a module; None where there is no such module."""
    place: Traversable = resources.files(PACKAGE)
    *folders, last = module.split(".")[1:] or [""]
    for folder in folders:
        place = place / folder
    package = (place / last / "__init__.py") if last else place / "__init__.py"
    if package.is_file():
        return package
    alone = place / f"{last}.py"
    return alone if alone.is_file() else None


def _path(module: str) -> str:
    place = _place(module)
    packaged = place is not None and place.name == "__init__.py"
    return module.replace(".", "/") + ("/__init__.py" if packaged else ".py")
