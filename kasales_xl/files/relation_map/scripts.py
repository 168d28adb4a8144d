"""The scripts that lay out and draw a relationship map, as the web page, the add-in and the files run them.

``data/map/`` holds our own and ELK (Eclipse Layout Kernel, ``elkjs``), as its makers publish it."""

from __future__ import annotations

from importlib.resources import files

#: In the order in which they are loaded; each adds to the one global ``KasalesMap``.
OWN = ("look", "groups", "layout", "picture", "legend", "frame")
#: Version of elkjs that stands in ``data/map/``.
ELK_VERSION = "0.12.1"


def elk_script() -> str:
    """ELK as a module of the CommonJS kind: ``module.exports`` becomes its constructor."""
    return _read("elk.bundled.js")


def map_scripts() -> tuple[str, ...]:
    """Our own scripts. They expect ``KasalesMap.Elk`` to be ELK's constructor before ``KasalesMap.draw`` is
    called."""
    return tuple(_read(f"{name}.js") for name in OWN)


def _read(name: str) -> str:
    return files("kasales_xl").joinpath("data", "map", name).read_text("utf-8")
