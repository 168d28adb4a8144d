"""A relationship map as SVG, drawn by the very scripts that the web page runs, so that file and page agree to
the last pixel.

They run in QuickJS (``quickjs-ng``: a wheel of 0.5 to 2.5 MB for every Python), with ELK for the layout:
0.3 s to start, then 0.05 s for 5 people, 0.2 s for 20, 1 s for 80. V8 (``mini-racer``) is ten times as fast
but 82 MB on disk; Graphviz comes as WebAssembly, which QuickJS does not run; a layout wheel that runs no
JavaScript would place people elsewhere than the page does."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from kasales_xl.core.terms import Lang
from kasales_xl.files.pictures.cannot_draw import NO_ENGINE, CannotDraw
from kasales_xl.files.relation_map.scripts import map_script
from kasales_xl.pages.relations.plain import MapOut
from kasales_xl.pages.relations.words import map_words

#: What ELK asks of its surroundings: a name for all there is, somewhere to complain, and a later turn.
_SURROUNDINGS = """
globalThis.global = globalThis;
globalThis.console = {log() {}, warn() {}, error() {}};
const later = [];
globalThis.setTimeout = (turn) => later.push(turn);
globalThis.clearTimeout = () => {};
globalThis.takeTurns = () => { while (later.length) later.shift()(); };
"""
_DRAW = """
globalThis.picture = (facts, words) => {
  globalThis.drawn = globalThis.failed = null;
  KasalesMap.draw(JSON.parse(facts), JSON.parse(words)).then(
    (svg) => { globalThis.drawn = JSON.stringify(svg); },
    (fault) => { globalThis.failed = JSON.stringify(String(fault)); },
  );
};
"""


def draw_map(facts: MapOut, lang: Lang) -> str:
    """The SVG document of one map, in light colours; the same facts give the same text. Not for threads.
    Raises CannotDraw."""
    engine = _engine()
    engine.eval("picture")(json.dumps(facts), _words(lang))
    while True:
        engine.eval("takeTurns()")
        if not engine.execute_pending_job() and not engine.eval("later.length"):
            break
    drawn = engine.eval("drawn")
    if drawn is None:
        raise RuntimeError(f"the map was not drawn: {engine.eval('failed')}")
    return str(json.loads(drawn))


@lru_cache(maxsize=2)
def _words(lang: Lang) -> str:
    return json.dumps(map_words(lang))


@lru_cache(maxsize=1)
def _engine() -> Any:
    try:
        import quickjs
    except ImportError as error:
        raise CannotDraw(NO_ENGINE) from error
    engine = quickjs.Context()
    engine.eval(_SURROUNDINGS)
    engine.eval(map_script())
    engine.eval(_DRAW)
    return engine
