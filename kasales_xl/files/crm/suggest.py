"""A first mapping for an export that nobody has mapped yet: guessed from the headers, with what could not be
told left as questions in the file. Nothing is imported by it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kasales_xl.core.names import name_key
from kasales_xl.core.terms import DealStage, Lang
from kasales_xl.files.crm.headers import HEADERS, NEEDED, STAGES, TEAM_OF_DEALS
from kasales_xl.files.crm.mapping import CannotImport, CrmMapping, TableMap
from kasales_xl.files.crm.overview import table_files
from kasales_xl.files.crm.tables import read_frame
from kasales_xl.layout.sheets import LAYOUT
from kasales_xl.reading.cells.cell import Context, Noted
from kasales_xl.reading.cells.values import read_value
from kasales_xl.text.crm import QUESTIONS

if TYPE_CHECKING:
    import pandas as pd

#: Rows shown of the deals, and words of a stage column beyond which it is none.
ROWS_SHOWN, MOST_STAGES = 10, 40
#: Orders of day and month, tried on the first date that tells them apart.
_FORMATS = (
    "%Y-%m-%d", "%Y/%m/%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M", "%Y年%m月%d日",
    "%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y",
)  # fmt: skip

#: A mapping has to name something; files are read by its encoding and delimiter only.
_TO_READ = TableMap(file="?", columns=dict.fromkeys(("seller", "account", "deal", "stage"), "?"))


@dataclass(frozen=True)
class Suggestion:
    """``text``: the mapping file. ``guesses``: our sheet → its file and our columns → theirs. ``rows``: the
    first deals as they would be read, their header first. ``open``: questions left in the file. ``unused``:
    files."""

    text: str
    guesses: dict[str, TableMap]
    rows: list[list[str]]
    open: int
    unused: tuple[str, ...]


def suggest(directory: Path, lang: Lang) -> Suggestion:
    """Raises CannotImport where there is no table, or none that looks like deals."""
    if not directory.is_dir():
        raise CannotImport("no-folder", folder=str(directory))
    reader = CrmMapping.model_validate({"title": "?", "deals": _TO_READ})
    frames = {path.name: read_frame(directory, path.name, reader) for path in table_files(directory)}
    guesses = _files(frames)
    if "deals" in guesses and "sellers" not in guesses:
        guesses |= _sellers_of_deals(guesses["deals"], frames)
    if "deals" not in guesses:
        raise CannotImport("no-deals-file", folder=str(directory), there=", ".join(frames) or "–")
    deals = guesses["deals"]
    frame = frames[deals.file]
    stages = _stages(frame, deals, lang)
    questions = [
        *_missing(deals, lang),
        *(QUESTIONS["stage"](word=w).pick(lang) for w, s in stages.items() if not s),
    ]
    used = {table.file for table in guesses.values()}
    text = "".join(_lines(guesses, frames, stages, questions, lang))
    shown = [key for key in deals.columns if key in LAYOUT["deals"].by_key or key == "seller"]
    rows = [[_title(key, lang) for key in shown]]
    rows += [[str(row[deals.columns[key]]) for key in shown] for _, row in frame.head(ROWS_SHOWN).iterrows()]
    return Suggestion(text, guesses, rows, len(questions), tuple(name for name in frames if name not in used))


def _files(frames: dict[str, pd.DataFrame]) -> dict[str, TableMap]:
    """Sheet by sheet the file that knows most of its headers; a file is one sheet only."""
    guesses: dict[str, TableMap] = {}
    for sheet in NEEDED:
        best: dict[str, str] = {}
        file = ""
        for name, frame in frames.items():
            columns = _columns(sheet, [str(column) for column in frame.columns])
            taken = any(table.file == name for table in guesses.values())
            if not taken and all(key in columns for key in NEEDED[sheet]) and len(columns) > len(best):
                best, file = columns, name
        if file:
            guesses[sheet] = TableMap(file=file, columns=best)
    return guesses


def _sellers_of_deals(deals: TableMap, frames: dict[str, pd.DataFrame]) -> dict[str, TableMap]:
    """Where the deals say whose they are and of which team: the sellers are read from there too."""
    there = {name_key(str(header)): str(header) for header in frames[deals.file].columns}
    team = next((there[name_key(name)] for name in TEAM_OF_DEALS if name_key(name) in there), None)
    if team is None or "seller" not in deals.columns:
        return {}
    return {"sellers": TableMap(file=deals.file, columns={"name": deals.columns["seller"], "team": team})}


def _columns(sheet: str, headers: list[str]) -> dict[str, str]:
    there = {name_key(header): header for header in reversed(headers)}
    found: dict[str, str] = {}
    for key, names in HEADERS[sheet].items():
        fitting = (there[name_key(name)] for name in names if name_key(name) in there)
        header = next((header for header in fitting if header not in found.values()), None)
        if header is not None:
            found[key] = header
    return found


def _stages(frame: pd.DataFrame, deals: TableMap, lang: Lang) -> dict[str, DealStage | None]:
    """Each word of the stage column, in the order of the file; None where it says nothing to us."""
    known = {name_key(word): stage for stage, words in STAGES.items() for word in words}
    words = [word for word in dict.fromkeys(frame[deals.columns["stage"]]) if word]
    return {word: known.get(name_key(word)) or _our_word(word, lang) for word in words[:MOST_STAGES]}


def _our_word(word: str, lang: Lang) -> DealStage | None:
    """As in a book: the stage's own name, or a synonym of it."""
    read = read_value(LAYOUT["deals"].by_key["stage"], word, Context(lang=lang))
    value = (None if read.held else read.value) if isinstance(read, Noted) else read
    return value if isinstance(value, DealStage) else None


def _missing(deals: TableMap, lang: Lang) -> Iterator[str]:
    for key in ("seller", "account"):
        if key not in deals.columns:
            yield QUESTIONS["column"](name=_title(key, lang), file=deals.file).pick(lang)


def _title(key: str, lang: Lang) -> str:
    if key == "seller":
        return QUESTIONS["seller"].pick(lang)
    return LAYOUT["deals"].by_key[key].header.pick(lang)


def _lines(
    guesses: dict[str, TableMap],
    frames: dict[str, pd.DataFrame],
    stages: dict[str, DealStage | None],
    questions: list[str],
    lang: Lang,
) -> Iterator[str]:
    yield QUESTIONS["head"].pick(lang)
    yield from (f"# ? {question}\n" for question in questions)
    yield f'\ntitle = "CRM"\nmoney_unit = "yuan"   # {QUESTIONS["unit"].pick(lang)}\n'
    yield f"date_formats = {json.dumps(_formats(guesses['deals'], frames), ensure_ascii=False)}\n"
    yield "zero_amount_is_unknown = true\n"
    for sheet, table in guesses.items():
        yield f"\n[{sheet}]\nfile = {_quoted(table.file)}\n[{sheet}.columns]\n"
        yield from (f"{key} = {_quoted(_braced(header))}\n" for key, header in table.columns.items())
        missing = [key for key in ("seller", "account") if sheet == "deals" and key not in table.columns]
        yield from (f'# ? {key} = ""\n' for key in missing)
        one_file = [other for other in guesses.values() if other.file == table.file]
        used = {header for other in one_file for header in other.columns.values()}
        left = [str(c) for c in frames[table.file].columns if str(c) not in used]
        if left and table is one_file[0]:
            yield f"# {QUESTIONS['left'](columns=', '.join(left)).pick(lang)}\n".replace("\n\n", "\n")
    yield f"[deals.values.stage]   # {', '.join(stage.value for stage in DealStage)}\n"
    for word, stage in stages.items():
        yield f"{_quoted(word)} = {_quoted(stage.value)}\n" if stage else f'# ? {_quoted(word)} = ""\n'


def _formats(deals: TableMap, frames: dict[str, pd.DataFrame]) -> list[str]:
    """For each column of dates the format that reads all of it; the usual ones where none does."""
    frame = frames[deals.file]
    keys = (key for key in ("closed", "expected_close", "created") if key in deals.columns)
    found = [_format([cell for cell in frame[deals.columns[key]] if cell]) for key in keys]
    return list(dict.fromkeys(pattern for pattern in found if pattern)) or ["%Y-%m-%d", "%Y/%m/%d"]


def _format(cells: list[str]) -> str:
    """Blank where none fits."""
    for pattern in _FORMATS:
        try:
            read = [dt.datetime.strptime(cell, pattern) for cell in cells]  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
        return pattern if read else ""
    return ""


def _braced(header: str) -> str:
    return header.replace("{", "{{").replace("}", "}}") if "{" in header else header


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
