"""Result objects: answers that LibreOffice Calc listens to instead of taking them as values.

Calc does not know that a cell of the form without a book depends on the whole document. It gets a
result object to listen to; one listener per document computes its results anew after a change and
tells those that differ. Tables come the same way, for an event is the only thing in which the Python
bridge can hand over the one array type that Calc takes from a function of any result."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Any

import uno
import unohelper
from com.sun.star.sheet import ResultEvent, XVolatileResult
from com.sun.star.util import XModifyListener

from kasales_xl.core.terms import Lang
from kasales_xl.functions import Cells, KeptTables, cell_name, close_document
from kasales_xl.hosts.calc.cells import answer_in, tables_of
from kasales_xl.hosts.today import today

#: Seconds for which the tables of an unchanged document are not read again.
_FRESH = 1.0

#: Tables that equal calls share; Calc keeps those it still listens to.
_TABLES_KEPT = 256

_watches: dict[str, Watch] = {}
_tables: OrderedDict[str, Result] = OrderedDict()


class Result(unohelper.Base, XVolatileResult):  # type: ignore[misc]
    """The value of one call; tells its listeners when it changes."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.listeners: list[Any] = []

    def addResultListener(self, listener: Any) -> None:  # noqa: N802 - the interface's name
        self.listeners.append(listener)
        listener.modified(self._event())

    def removeResultListener(self, listener: Any) -> None:  # noqa: N802 - the interface's name
        self.listeners = [known for known in self.listeners if known != listener]

    def become(self, value: Any) -> None:
        if repr(value) == repr(self.value):
            return
        self.value = value
        for listener in list(self.listeners):
            listener.modified(self._event())

    def _event(self) -> Any:
        event = ResultEvent()
        table = isinstance(self.value, tuple)
        event.Value = uno.Any("[][]any", self.value) if table else self.value
        event.Source = self
        return event


class Watch(unohelper.Base, XModifyListener):  # type: ignore[misc]
    """All results of one document."""

    def __init__(self, document: Any, uid: str) -> None:
        self.document, self.uid = document, uid
        self.results: dict[str, tuple[str, list[Any], Lang, Result]] = {}
        self.tables: dict[str, Cells] = {}
        self.kept = KeptTables(cell_name(uid))
        self.read_at = float("-inf")
        self.telling = False
        document.addModifyListener(self)

    def result(self, name: str, args: list[Any], lang: Lang) -> Result:
        value = answer_in(self.current, name, args, lang)
        key = repr((name, args, lang))
        if key not in self.results:
            self.results[key] = (name, args, lang, Result(value))
        result = self.results[key][-1]
        result.become(value)
        return result

    def current(self) -> str:
        """The handle of the document's tables as they are now."""
        if time.monotonic() - self.read_at > _FRESH:
            self.tables = tables_of(self.document)
            self.read_at = time.monotonic()
        return self.kept.handle(self.tables, today())

    def modified(self, event: Any) -> None:
        """The document changed: read it once, compute every result, tell the cells that differ."""
        if self.telling:
            return
        self.telling = True
        try:
            self.read_at = float("-inf")
            for key, (name, args, lang, result) in list(self.results.items()):
                if result.listeners:
                    result.become(answer_in(self.current, name, args, lang))
                else:
                    del self.results[key]
        finally:
            self.telling = False

    def disposing(self, event: Any) -> None:
        _watches.pop(self.uid, None)
        close_document(self.uid)


def watch(document: Any) -> Watch:
    uid: str = document.RuntimeUID
    if uid not in _watches:
        _watches[uid] = Watch(document, uid)
    return _watches[uid]


def table(rows: tuple[tuple[Any, ...], ...]) -> Result:
    """A table that never changes: equal rows are one object, so that Calc holds no more of them than
    there are different answers."""
    key = repr(rows)
    if key not in _tables:
        _tables[key] = Result(rows)
        if len(_tables) > _TABLES_KEPT:
            _tables.popitem(last=False)
    _tables.move_to_end(key)
    return _tables[key]
