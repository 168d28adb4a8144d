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
    If Stand.Gone Or Stand.Fails And name <> "KA_VERSION" Then Err.Raise 1000
    If name = "plan" Then
        If Not sent(0) Then CallUDF = Stand.Plan
        Exit Function
    End If
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
Public Function Str(text)
    If Stand.Gone Then Err.Raise 1000
    Str = text
End Function
"""
XLWINGS = """Option VBASupport 1
Public Function XLPy()
    If Stand.NoDll Then Err.Raise 1
    If Stand.Looks < Stand.AnswersAfter Or Not Stand.Runs Then
        Stand.Looks = Stand.Looks + 1
        Err.Raise 1000
    End If
    Set XLPy = New AskedServer
End Function
Public Function GetConfig(name, otherwise)
    GetConfig = Stand.Python
End Function
"""
#: In place of what starts processes: a Python that is missing, ends, is slow or answers, as it is told.
PROCESS = """Option VBASupport 1
Public Sub KaBegin(command)
    Stand.Starts = Stand.Starts + 1
    Stand.Command = command
    If Stand.Refused <> 0 Then Err.Raise Stand.Refused
    Stand.Runs = Not Stand.Ends
    Stand.Gone = False
    Stand.Looks = 0
End Sub
Public Function KaEnded()
    KaEnded = Not Stand.Runs
End Function
Public Function KaOwnNumber()
    KaOwnNumber = 4242
End Function
Public Sub KaPause(milliseconds)
    Stand.Waited = Stand.Waited + milliseconds
End Sub
"""
STAND = """Option VBASupport 1
Public Starts, Command, Refused, Ends, Runs, Looks, AnswersAfter, Waited, NoDll, Gone, Fails, Python, Plan
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
Function Cell() As String
    Dim value
    value = KA_TIER("KA#0123456789abcdef", "x")
    Cell = IIf(IsError(value), "error", "answer")
End Function
Function State() As String
    State = Cell() & ", " & Cell() & "; " & (0 + Stand.Starts) & " started, " & (0 + Stand.Waited) & " ms"
    Stand.Starts = 0
    Stand.Waited = 0
End Function
Function WithoutSettings() As String
    Stand.Python = ""
    WithoutSettings = State() & ": " & KA_VERSION()
End Function
Function WithoutPython() As String
    Stand.Python = "C:\\Python\\python.exe"
    KaAgain
    Stand.Refused = 53
    WithoutPython = State() & ": " & KA_VERSION()
End Function
Function NobodyTriesAgain() As String
    Stand.Refused = 0
    NobodyTriesAgain = State()
End Function
Function Forbidden() As String
    KaAgain
    Stand.Refused = 70
    Forbidden = State() & ": " & KA_VERSION()
    Stand.Refused = 0
End Function
Function WithoutPackage() As String
    KaAgain
    Stand.Ends = True
    WithoutPackage = State() & ": " & KA_VERSION()
    Stand.Ends = False
End Function
Function WithoutDll() As String
    KaAgain
    Stand.NoDll = True
    WithoutDll = State() & ": " & KA_VERSION()
    Stand.NoDll = False
End Function
Function Slow() As String
    KaAgain
    Stand.AnswersAfter = 1000
    Slow = State() & ": " & KA_VERSION()
End Function
Function SlowLater() As String
    Stand.AnswersAfter = 0
    KaLook
    SlowLater = State()
End Function
Function FaultOfAFunction() As String
    Stand.Fails = True
    FaultOfAFunction = State()
    Stand.Fails = False
End Function
Function EndedFromOutside() As String
    Stand.Gone = True
    EndedFromOutside = State() & ", stale " & KaStale
End Function
Function EndedAgainAndAgain() As String
    Dim i, said
    For i = 1 To 4
        Stand.Gone = True
        said = said & Cell() & " "
    Next i
    EndedAgainAndAgain = said & State() & ": " & KA_VERSION()
End Function
Function OnAnyButton() As String
    KaAgain
    OnAnyButton = State()
End Function
Function Started() As String
    Started = Stand.Command
End Function
Function HeldBooks() As String
    HeldBooks = KaHolds(Ours()) & " " & KaHolds(Other())
End Function
Function Ours()
    Set Ours = Application.Workbooks(1)
End Function
Function Other()
    Set Other = Application.Workbooks(2)
End Function
Function OthersBook() As String
    Dim i
    For i = 1 To 4
        Stand.Gone = True
        i = i + IIf(Cell() = "answer", 0, 3)
    Next i
    KaAgain
    Stand.Starts = 0
    KaBind Other()
    OthersBook = Stand.Starts & " started"
End Function
Function BoundWithoutPython() As String
    Stand.Refused = 53
    KaBind Ours()
    Stand.Refused = 0
    With Ours().Worksheets(1)
        BoundWithoutPython = LCase(.Range("A1").Formula) & " " & .Range("B1").Value & ", " & Stand.Starts & " started"
    End With
End Function
Function Bound() As String
    Dim sheet, mode
    KaAgain
    Set sheet = Ours().Worksheets(1)
    mode = Application.Calculation
    sheet.Protect ""
    Ours().Saved = True
    Stand.Plan = sheet.Name & Chr(31) & "column" & Chr(31) & "D1:D3" & Chr(31) & "=$B$1"
    Stand.Plan = Stand.Plan & Chr(30) & sheet.Name & Chr(31) & "cells" & Chr(31) & "E1" & Chr(31) & "=1+1"
    KaBind Ours()
    Bound = sheet.Range("D3").Formula & " " & sheet.Range("E1").Value & ", protected " & sheet.ProtectContents
    Bound = Bound & ", mode as before " & (Application.Calculation = mode) & ", saved " & Ours().Saved
    Bound = Bound & ", typed " & sheet.Range("B1").Value
End Function
Function BoundTwice() As String
    Dim sheet
    Set sheet = Ours().Worksheets(1)
    sheet.Unprotect ""
    sheet.Range("E1").Value = "mine"
    Stand.Plan = ""
    KaBind Ours()
    BoundTwice = sheet.Range("E1").Value
End Function
"""


def report(desktop, document, asked):
    library = document.BasicLibraries.getByName("kasales")
    sources = {name: library.getByName(name) for name in library.ElementNames}
    library.removeByName("xlwings")
    library.removeByName("KaProcess")
    library.insertByName("Stand", STAND)
    library.insertByName("KaProcess", PROCESS)
    library.insertByName("AskedServer", SERVER)
    library.insertByName("xlwings", XLWINGS)
    library.insertByName("Probe", PROBE)
    books = [desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ()) for _ in range(2)]
    for book, formula in zip(books, ("=SKA_2024.A1", "=KA_LEVEL()"), strict=True):
        book.Sheets.insertNewByName("SKA_2024", 1)
        book.Sheets.getByIndex(0).getCellRangeByName("A1").Formula = formula
        book.Sheets.getByIndex(0).getCellRangeByName("B1").String = "stored"
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
        print(json.dumps(report(desktop, document, json.load(sys.stdin))))
    finally:
        end(process, desktop)


main()
