"""Every worksheet function, once. Hosts bind ``FUNCTIONS`` and answer cells with ``call``."""

from kasales_xl.functions.caller import KeptTables, NoWorkbook
from kasales_xl.functions.calls import Answer, call, reads_workbook
from kasales_xl.functions.declared import (
    HELP_LIMIT,
    SIGNATURE_LIMIT,
    Argument,
    CellError,
    Cells,
    Function,
    Result,
    Shape,
)
from kasales_xl.functions.open_books import (
    cell_name,
    close_document,
    documents,
    is_handle,
    open_book,
    open_tables,
)
from kasales_xl.functions.registry import FUNCTIONS
from kasales_xl.functions.stored_answers import Answers, answers_for

__all__ = [
    "FUNCTIONS",
    "HELP_LIMIT",
    "SIGNATURE_LIMIT",
    "Answer",
    "Answers",
    "Argument",
    "CellError",
    "Cells",
    "Function",
    "KeptTables",
    "NoWorkbook",
    "Result",
    "Shape",
    "answers_for",
    "call",
    "cell_name",
    "close_document",
    "documents",
    "is_handle",
    "open_book",
    "open_tables",
    "reads_workbook",
]
