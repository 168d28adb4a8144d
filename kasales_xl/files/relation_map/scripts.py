"""The scripts that lay out and draw a relationship map, as the web page, the add-in and the files run them.

``data/map/`` holds our own and ELK (Eclipse Layout Kernel, ``elkjs``), as its makers publish it."""

from __future__ import annotations

from importlib.resources import files

#: In the order in which they are loaded; each adds to the one global ``KasalesMap``.
OWN = ("look", "groups", "layout", "route", "picture", "legend", "frame")


def map_script() -> str:
    """All of them as one script, ELK first, for a page, an add-in or an engine without either. It leaves one
    global: ``KasalesMap.draw(facts, words, {id})`` resolves to the SVG of one ``MapOut`` in the words of
    ``map_words``; ``KasalesMap.darkCss(selector)`` is the style sheet that turns it dark below that selector.
    It asks for no network, no ``eval`` and no inline style."""
    return "\n".join((_read("elk.bundled.js"), _ELK, *map(_read, (f"{name}.js" for name in OWN))))


#: ELK's own global under ours.
_ELK = ";(globalThis.KasalesMap ??= {}).Elk = globalThis.ELK;"


def _read(name: str) -> str:
    return files("kasales_xl").joinpath("data", "map", name).read_text("utf-8")
