"""One sheet of a book while it is read: cells as found beside the values they became."""

from __future__ import annotations

from dataclasses import dataclass, field

from kasales_xl.layout.sheets import SheetLayout
from kasales_xl.reading.cells.cell import shown


@dataclass
class Table:
    """One sheet read: by column key its cells as found (``raws``) and as values, all as long as
    ``rows``, the spreadsheet row of each. ``held`` are the indexes of rows left out; ``repeated`` those of
    them that only say what another row says; ``unread`` the keys of columns whose cell could not be read,
    by index."""

    layout: SheetLayout
    rows: list[int]
    raws: dict[str, list[object]]
    values: dict[str, list[object]]
    held: set[int] = field(default_factory=set)
    repeated: set[int] = field(default_factory=set)
    unread: dict[int, set[str]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.layout.key

    def got(self, column: str, i: int) -> str:
        return shown(self.raws[column][i]) if column in self.raws else ""

    def drop(self, indexes: set[int]) -> None:
        """Take lines that are no rows out of the table."""
        if not indexes:
            return
        keep = [i for i in range(len(self.rows)) if i not in indexes]
        new = {old: i for i, old in enumerate(keep)}
        self.rows = [self.rows[i] for i in keep]
        for columns in (self.raws, self.values):
            for key, cells in columns.items():
                columns[key] = [cells[i] for i in keep]
        self.held = {new[i] for i in self.held if i in new}
        self.unread = {new[i]: keys for i, keys in self.unread.items() if i in new}

    def copy(self) -> Table:
        """The same, for others to change."""
        return Table(
            self.layout,
            list(self.rows),
            {key: list(cells) for key, cells in self.raws.items()},
            {key: list(cells) for key, cells in self.values.items()},
            set(self.held),
            set(self.repeated),
            {i: set(keys) for i, keys in self.unread.items()},
        )

    def is_unread(self, column: str, i: int) -> bool:
        """Was there something in the cell that could not be read?"""
        return column in self.unread.get(i, ())
