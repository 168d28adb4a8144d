"""Runs under the Python that has LibreOffice's bridge: opens the add-in in Calc, runs VBA of it once, prints
what came back as JSON. Not a test: ``test_xlam_in_calc`` starts it.

xlwings' own module is put aside, for LibreOffice cannot compile it; in its place a server answers that
tells what it was asked."""

from __future__ import annotations

import json
import sys

import uno
from office_desktop import desktop_of, end, option

SERVER = """Option VBASupport 1
Option ClassModule
Public Function CallUDF(script, name, sent, caller, nobody)
    Dim i, said
    said = name
    For i = LBound(sent) To UBound(sent)
        If IsEmpty(sent(i)) Then
            said = said & "|empty"
        Else
            said = said & "|" & sent(i)
        End If
    Next i
    If Not caller Is Nothing Then said = said & "|from the workbook"
    CallUDF = said
End Function
"""
XLWINGS = """Option VBASupport 1
Public Function XLPy()
    Set XLPy = New AskedServer
End Function
"""
PROBE = """Option VBASupport 1
Function TableOfErrors() As String
    Dim cells(1, 1) As Variant, fixed, i, j, said
    cells(0, 0) = "#N/A"
    cells(0, 1) = "text"
    cells(1, 0) = 2
    cells(1, 1) = "#REF!"
    fixed = KaErrors(cells)
    For i = 0 To 1
        For j = 0 To 1
            said = said & IIf(IsError(fixed(i, j)), "error ", fixed(i, j) & " ")
        Next j
    Next i
    TableOfErrors = said
End Function
Function RowOfErrors() As String
    Dim fixed
    fixed = KaErrors(Array("#VALUE!", "text"))
    RowOfErrors = IIf(IsError(fixed(0)), "error ", "kept ") & fixed(1)
End Function
Function OneError() As Boolean
    OneError = IsError(KaErrors("#REF!"))
End Function
Function WithBook() As String
    WithBook = KA_TIER("KA#0123456789abcdef", "x")
End Function
Function WhatIf() As String
    WhatIf = KA_LEVEL_OF(1, 2, 3, 2, "x")
End Function
Function LeftOutAtTheEnd() As String
    LeftOutAtTheEnd = KA_LEVEL_OF(1, 2, 3)
End Function
Function LeftOutBetween() As String
    LeftOutBetween = KA_LEVEL_OF(1, 2, 3, , "x")
End Function
Function NothingAtAll() As String
    NothingAtAll = KA_TIER_OF()
End Function
Function NoArguments() As String
    NoArguments = KA_VERSION()
End Function
Function AloneWithNothing() As Boolean
    AloneWithNothing = KaAlone()
End Function
Function AloneThrough(Optional ByVal book As Variant) As Boolean
    AloneThrough = KaAlone(book)
End Function
"""


def report(document, asked):
    library = document.BasicLibraries.getByName("kasales")
    sources = {name: library.getByName(name) for name in library.ElementNames}
    library.removeByName("xlwings")
    library.insertByName("AskedServer", SERVER)
    library.insertByName("xlwings", XLWINGS)
    library.insertByName("Probe", PROBE)
    scripts = document.getScriptProvider()
    answers = []
    for module, function, *args in asked:
        where = f"vnd.sun.star.script:kasales.{module}.{function}?language=Basic&location=document"
        answers.append(scripts.getScript(where).invoke(tuple(args), (), ())[0])
    return {"sources": sources, "answers": answers, "sheets": list(document.Sheets.ElementNames)}


def main():
    soffice, profile, path = sys.argv[1:]
    process, desktop = desktop_of(soffice, profile)
    try:
        options = (
            option("Hidden", True),
            option("MacroExecutionMode", 4),
            option("FilterName", "Calc MS Excel 2007 VBA XML"),
        )
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, options)
        print(json.dumps(report(document, json.load(sys.stdin))))
    finally:
        end(process, desktop)


main()
