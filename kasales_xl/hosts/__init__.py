"""Floor 4: how each spreadsheet program binds the functions. Hosts bind and spell; they decide nothing."""

from kasales_xl.functions import Function

#: Where function wizards list our functions.
CATEGORY = "KA Sales"


def opens_book(function: Function) -> bool:
    """Does it open a book, which stays open for the calling cell?"""
    return any(argument.shape == "table" for argument in function.arguments)


def may_read_workbook(function: Function) -> bool:
    """Has it a form without a book, in which the calling workbook is read?"""
    return function.takes_book or function.asks_workbook
