"""Tables in Markdown, zh above en in one cell."""

from __future__ import annotations

from collections.abc import Iterable

#: Tells readers of the file that it is built.
GENERATED = "<!-- 由 python -m kasales_xl.build 生成，不要手改 · generated, do not edit -->"


def both(zh: str, en: str) -> str:
    """Two languages in one cell; once where they say the same."""
    if zh == en:
        return zh
    return "<br>".join(part for part in (zh, en) if part)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table that ends its line; ``|`` in cells is escaped."""
    titles = list(head)
    lines = [_row(titles), "|" + "---|" * len(titles), *(_row(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
