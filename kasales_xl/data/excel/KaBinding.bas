Option Explicit
Option Private Module
' When a book opens: its KA_* formulas are entered anew, so that plain names and links to another
' person's copy of this add-in both find the functions here.

Private Const ADDIN_FILE As String = "kasales.xlam"
Private Const PREFIX As String = "KA_"

Public KaWatch As KaEvents

Private described As Boolean

Public Sub KaStart()
    Dim book As Workbook
    KaCalculation = CLng(Timer * 100) + 1
    Set KaWatch = New KaEvents
    Set KaWatch.App = Application
    KaDescribe
    For Each book In Application.Workbooks
        KaBind book
    Next book
End Sub

Public Sub KaStop()
    Set KaWatch = Nothing
    KaCalculation = 0
End Sub

' Enters every KA_* formula of the book anew and recalculates; a book that was saved stays so.
Public Sub KaBind(ByVal book As Workbook)
    Dim sheet As Worksheet, entered As Long, wasSaved As Boolean
    Dim events As Boolean, screen As Boolean, fills As Boolean, mode As Long
    If book Is ThisWorkbook Then Exit Sub
    If book.IsAddin Then Exit Sub
    wasSaved = book.Saved
    events = Application.EnableEvents
    screen = Application.ScreenUpdating
    fills = Application.AutoCorrect.AutoFillFormulasInLists
    mode = Application.Calculation
    On Error GoTo failed
    Application.EnableEvents = False
    Application.ScreenUpdating = False
    Application.AutoCorrect.AutoFillFormulasInLists = False
    Application.Calculation = xlCalculationManual
    For Each sheet In book.Worksheets
        entered = entered + KaBindSheet(sheet)
    Next sheet
finish:
    On Error Resume Next
    Application.Calculation = mode
    Application.AutoCorrect.AutoFillFormulasInLists = fills
    Application.ScreenUpdating = screen
    Application.EnableEvents = events
    If entered > 0 Then
        If KaCalculation > 0 Then KaCalculation = KaCalculation + 1
        Application.Calculate
        If wasSaved Then book.Saved = True
    End If
    Exit Sub
failed:
    Resume finish
End Sub

' How many formulas were entered anew. A sheet behind a password is left alone, and so is the
' protection of sheets that are not ours.
Private Function KaBindSheet(ByVal sheet As Worksheet) As Long
    Dim found As Range, area As Range, flags As Variant, locked As Boolean
    locked = sheet.ProtectContents
    If locked Then
        If Not KaConcerns(sheet) Then Exit Function
        flags = KaProtection(sheet)
        On Error Resume Next
        sheet.Unprotect ""
        On Error GoTo 0
        If sheet.ProtectContents Then Exit Function
    End If
    On Error Resume Next
    Set found = sheet.Cells.SpecialCells(xlCellTypeFormulas)
    On Error GoTo failed
    If Not found Is Nothing Then
        For Each area In found.Areas
            KaBindSheet = KaBindSheet + KaBindArea(area)
        Next area
    End If
finish:
    On Error Resume Next
    If locked Then KaProtect sheet, flags
    Exit Function
failed:
    Resume finish
End Function

' Is one of our formulas on it? Read in one go, for most books that people open are not ours.
Private Function KaConcerns(ByVal sheet As Worksheet) As Boolean
    Dim text As Variant
    KaConcerns = True
    On Error GoTo unknown
    For Each text In KaFormulas(sheet.UsedRange)
        If InStr(1, text, PREFIX, vbTextCompare) > 0 Then Exit Function
    Next text
    KaConcerns = False
unknown:
End Function

Private Function KaBindArea(ByVal area As Range) As Long
    Dim texts As Variant, row As Long, column As Long
    texts = KaFormulas(area)
    For row = 1 To UBound(texts, 1)
        For column = 1 To UBound(texts, 2)
            If InStr(1, texts(row, column), PREFIX, vbTextCompare) > 0 Then
                KaEnter area.Cells(row, column)
                KaBindArea = KaBindArea + 1
            End If
        Next column
    Next row
End Function

' The formulas of a range as rows and columns, of a single cell too.
Private Function KaFormulas(ByVal area As Range) As Variant
    Dim one(1 To 1, 1 To 1) As Variant
    If area.CountLarge > 1 Then
        KaFormulas = area.Formula
    Else
        one(1, 1) = area.Formula
        KaFormulas = one
    End If
End Function

' Of an array or a spill only the first cell holds the formula.
Private Sub KaEnter(ByVal cell As Range)
    Dim target As Object, text As String, spills As Boolean, first As Boolean
    Set target = cell
    On Error Resume Next
    spills = target.HasSpill
    If spills Then
        first = (cell.Address = target.SpillParent.Address)
        If Not first Then Exit Sub
    ElseIf cell.HasArray Then
        first = (cell.Address = cell.CurrentArray.Cells(1, 1).Address)
        If first Then cell.CurrentArray.FormulaArray = KaUnlinked(cell.FormulaArray)
        Exit Sub
    End If
    Err.Clear
    text = target.Formula2
    If Err.Number = 0 Then
        target.Formula2 = KaUnlinked(text)
    Else
        Err.Clear
        cell.Formula = KaUnlinked(cell.Formula)
    End If
End Sub

' The formula without the path of any copy of this add-in: 'C:\...\kasales.xlam'!KA_TIER(...)
Public Function KaUnlinked(ByVal text As String) As String
    Dim ending As Long, start As Long
    Do
        ending = InStr(1, text, ADDIN_FILE & "'!", vbTextCompare)
        If ending = 0 Then Exit Do
        start = KaOpeningQuote(text, ending)
        If start = 0 Then Exit Do
        text = Left$(text, start - 1) & Mid$(text, ending + Len(ADDIN_FILE) + 2)
    Loop
    KaUnlinked = Replace(text, ADDIN_FILE & "!", "", 1, -1, vbTextCompare)
End Function

' Where the quoted path that runs up to this place begins; doubled quotes belong to the path.
Private Function KaOpeningQuote(ByVal text As String, ByVal before As Long) As Long
    Dim at As Long
    at = before - 1
    Do While at > 0
        If Mid$(text, at, 1) = "'" Then
            If at = 1 Then Exit Do
            If Mid$(text, at - 1, 1) <> "'" Then Exit Do
            at = at - 1
        End If
        at = at - 1
    Loop
    KaOpeningQuote = at
End Function

Private Function KaProtection(ByVal sheet As Worksheet) As Variant
    With sheet.Protection
        KaProtection = Array(sheet.ProtectDrawingObjects, sheet.ProtectScenarios, _
            .AllowFormattingCells, .AllowFormattingColumns, .AllowFormattingRows, _
            .AllowInsertingColumns, .AllowInsertingRows, .AllowInsertingHyperlinks, _
            .AllowDeletingColumns, .AllowDeletingRows, .AllowSorting, .AllowFiltering, _
            .AllowUsingPivotTables)
    End With
End Function

Private Sub KaProtect(ByVal sheet As Worksheet, ByVal flags As Variant)
    sheet.Protect DrawingObjects:=flags(0), Contents:=True, Scenarios:=flags(1), _
        AllowFormattingCells:=flags(2), AllowFormattingColumns:=flags(3), _
        AllowFormattingRows:=flags(4), AllowInsertingColumns:=flags(5), _
        AllowInsertingRows:=flags(6), AllowInsertingHyperlinks:=flags(7), _
        AllowDeletingColumns:=flags(8), AllowDeletingRows:=flags(9), AllowSorting:=flags(10), _
        AllowFiltering:=flags(11), AllowUsingPivotTables:=flags(12)
End Sub

' The function wizard in Chinese where Excel speaks Chinese; what is stored in the file is English.
' Excel refuses while no workbook is in front: tried again with each book until it was taken.
Public Sub KaDescribe()
    Dim words As Worksheet, row As Long, i As Long, count As Long, helps() As String
    If described Then Exit Sub
    If Not KaChinese() Then Exit Sub
    If ActiveWorkbook Is Nothing Then Exit Sub
    On Error Resume Next
    Set words = ThisWorkbook.Worksheets("functions")
    For row = 2 To words.UsedRange.Rows.Count
        count = words.Cells(row, 4).Value2
        If count > 0 Then
            ReDim helps(1 To count)
            For i = 1 To count
                helps(i) = words.Cells(row, 4 + i).Value2
            Next i
            Application.MacroOptions Macro:="'" & ThisWorkbook.Name & "'!" & words.Cells(row, 1).Value2, _
                Description:=words.Cells(row, 2).Value2, ArgumentDescriptions:=helps
        Else
            Application.MacroOptions Macro:="'" & ThisWorkbook.Name & "'!" & words.Cells(row, 1).Value2, _
                Description:=words.Cells(row, 2).Value2
        End If
    Next row
    described = (Err.Number = 0)
    ThisWorkbook.Saved = True
End Sub
