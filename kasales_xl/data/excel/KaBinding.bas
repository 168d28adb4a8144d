Option Explicit
Option Private Module
' When a book of ours opens: formulas that do not find the functions are entered anew, and all follow. Which
' ones is decided in Python; other books are not touched.

Private Const BINDING_MODULE As String = "kasales_xl.hosts.excel.binding"
Private Const ADDIN_FILE As String = "kasales.xlam"
Private Const PREFIX As String = "KA_"
Private Const HANDLE_NAME As String = "KA"
' More cells than this are not looked through for ours in a book that neither links to the add-in nor has the
' name KA.
Private Const MANY As Long = 50000
' A letter as the functions and their arguments have them.
Private Const WORD As String = "[A-Za-z0-9_.]"

Public KaWatch As KaEvents

Public Sub KaStart()
    KaCalculation = CLng(Timer * 100) + 1
    Set KaWatch = New KaEvents
    Set KaWatch.App = Application
    KaDescribe
    KaBindAll
End Sub

Public Sub KaStop()
    Set KaWatch = Nothing
    KaCalculation = 0
End Sub

Public Sub KaBindAll()
    Dim book As Workbook
    For Each book In Application.Workbooks
        KaBind book
    Next book
End Sub

' Stored values stay as they are until Python has answered. A book that was saved does not ask to be.
Public Sub KaBind(ByVal book As Workbook)
    Dim wasSaved As Boolean, plan As String, turn As Long
    If KaIsAddin(book) Then Exit Sub
    If Not KaHolds(book) Then Exit Sub
    If Not KaReady() Then Exit Sub
    wasSaved = book.Saved
    On Error GoTo failed
    For turn = 1 To 2
        plan = KaPlan(book, turn > 1)
        If plan <> "" Then
            If Application.CutCopyMode <> 0 Then
                ' somebody is about to paste
                KaLookIn 2
                Exit For
            End If
            KaEnterAll book, plan
        End If
        If plan <> "" Or turn = 1 Then KaRenew book
    Next turn
failed:
    On Error Resume Next
    If wasSaved Then book.Saved = True
End Sub

Private Function KaIsAddin(ByVal book As Workbook) As Boolean
    On Error Resume Next
    KaIsAddin = book.IsAddin
    If book.Name = ThisWorkbook.Name Then KaIsAddin = True
End Function

' Every cell of ours follows, in the mode of calculation that its user chose.
Public Sub KaRenew(ByVal book As Workbook)
    Dim sheet As Worksheet, kept As Range
    On Error Resume Next
    If KaCalculation > 0 Then KaCalculation = KaCalculation + 1
    Set kept = book.Names(HANDLE_NAME).RefersToRange
    If kept Is Nothing Then
        For Each sheet In book.Worksheets
            sheet.UsedRange.Dirty
        Next sheet
    Else
        kept.Dirty
    End If
    If Application.Calculation <> xlCalculationManual Then Application.Calculate
End Sub

' After a calculation in which Python had to be started again: the books it knew are opened anew.
Public Sub KaRenewStale()
    Dim book As Workbook
    If Not KaStale Then Exit Sub
    KaStale = False
    For Each book In Application.Workbooks
        If KaHolds(book) Then KaRenew book
    Next book
End Sub

' Does it hold formulas of ours? By the name KA, by a link to an add-in, or by a look at not too many cells.
Public Function KaHolds(ByVal book As Workbook) As Boolean
    Dim text As String, links As Variant, link As Variant, sheet As Worksheet, rest As Double
    On Error Resume Next
    text = book.Names(HANDLE_NAME).RefersToRange.Formula
    KaHolds = KaNames(text)
    links = book.LinkSources(xlExcelLinks)
    If IsArray(links) Then
        For Each link In links
            If InStr(1, link, ADDIN_FILE, vbTextCompare) > 0 Then KaHolds = True
        Next link
    End If
    rest = MANY
    For Each sheet In book.Worksheets
        If KaHolds Then Exit Function
        KaHolds = KaOnSheet(sheet, rest)
    Next sheet
End Function

Private Function KaOnSheet(ByVal sheet As Worksheet, ByRef rest As Double) As Boolean
    Dim found As Range, area As Range, text As Variant, size As Double
    ' refused on a protected sheet: then every cell is looked at
    On Error Resume Next
    Set found = sheet.UsedRange.SpecialCells(xlCellTypeFormulas)
    On Error GoTo 0
    If found Is Nothing Then Set found = sheet.UsedRange
    For Each area In found.Areas
        size = CDbl(area.Rows.Count) * area.Columns.Count
        If size <= rest Then
            rest = rest - size
            For Each text In KaFormulas(area)
                KaOnSheet = KaNames(text)
                If KaOnSheet Then Exit Function
            Next text
        End If
    Next area
End Function

' Is one of our functions in the formula? Not the sheet SKA_2024, nor a name that begins alike.
Public Function KaNames(ByVal text As String) As Boolean
    Dim at As Long, ending As Long
    at = InStr(1, text, PREFIX, vbTextCompare)
    Do While at > 0
        ending = at
        Do While Mid$(text, ending, 1) Like WORD
            ending = ending + 1
        Loop
        If Mid$(text, ending, 1) = "(" Then
            If at = 1 Then
                KaNames = True
            Else
                KaNames = Not (Mid$(text, at - 1, 1) Like WORD) And AscW(Mid$(text, at - 1, 1)) < 128
            End If
            If KaNames Then Exit Function
        End If
        at = InStr(ending, text, PREFIX, vbTextCompare)
    Loop
End Function

' The formulas of a range as rows and columns, of a single cell too.
Private Function KaFormulas(ByVal area As Range) As Variant
    Dim one(1 To 1, 1 To 1) As Variant
    If area.Rows.Count * area.Columns.Count > 1 Then
        KaFormulas = area.Formula
    Else
        one(1, 1) = area.Formula
        KaFormulas = one
    End If
End Function

' What to enter, from Python: lines of sheet, kind, cells and formula; blank for nothing.
Private Function KaPlan(ByVal book As Workbook, ByVal calculated As Boolean) As String
    KaPlan = KaServer().CallUDF(BINDING_MODULE, "plan", Array(calculated), book, Nothing)
End Function

Public Sub KaEnterAll(ByVal book As Workbook, ByVal plan As String)
    Dim line As Variant, part As Variant, sheet As Worksheet, flags As Variant
    Dim events As Boolean, screen As Boolean, fills As Boolean
    On Error Resume Next
    events = Application.EnableEvents
    screen = Application.ScreenUpdating
    fills = Application.AutoCorrect.AutoFillFormulasInLists
    Application.EnableEvents = False
    Application.ScreenUpdating = False
    For Each line In Split(plan, Chr$(30))
        part = Split(line, Chr$(31))
        If Not sheet Is Nothing Then
            If sheet.Name <> part(0) Then
                KaProtect sheet, flags
                Set sheet = Nothing
            End If
        End If
        If sheet Is Nothing Then
            Set sheet = book.Worksheets(part(0))
            flags = KaUnprotect(sheet)
        End If
        KaEnter sheet.Range(part(2)), part(1), part(3)
    Next line
    If Not sheet Is Nothing Then KaProtect sheet, flags
    Application.AutoCorrect.AutoFillFormulasInLists = fills
    Application.ScreenUpdating = screen
    Application.EnableEvents = events
End Sub

' column: the cells of a table's column, which is its formula for new rows too. array: one formula for all.
Private Sub KaEnter(ByVal cells As Object, ByVal kind As String, ByVal formula As String)
    On Error Resume Next
    Application.AutoCorrect.AutoFillFormulasInLists = (kind = "column")
    Err.Clear
    If kind = "array" Then
        cells.FormulaArray = formula
        Exit Sub
    End If
    cells.Formula2 = formula
    If Err.Number <> 0 Then cells.Formula = formula
End Sub

' Lifts protection without a password; what to put back, Empty where there is nothing.
Private Function KaUnprotect(ByVal sheet As Worksheet) As Variant
    If Not sheet.ProtectContents Then Exit Function
    With sheet.Protection
        KaUnprotect = Array(sheet.ProtectDrawingObjects, sheet.ProtectScenarios, _
            .AllowFormattingCells, .AllowFormattingColumns, .AllowFormattingRows, _
            .AllowInsertingColumns, .AllowInsertingRows, .AllowInsertingHyperlinks, _
            .AllowDeletingColumns, .AllowDeletingRows, .AllowSorting, .AllowFiltering, _
            .AllowUsingPivotTables)
    End With
    On Error Resume Next
    sheet.Unprotect ""
End Function

Private Sub KaProtect(ByVal sheet As Worksheet, ByVal flags As Variant)
    If IsEmpty(flags) Or sheet.ProtectContents Then Exit Sub
    sheet.Protect DrawingObjects:=flags(0), Contents:=True, Scenarios:=flags(1), _
        AllowFormattingCells:=flags(2), AllowFormattingColumns:=flags(3), _
        AllowFormattingRows:=flags(4), AllowInsertingColumns:=flags(5), _
        AllowInsertingRows:=flags(6), AllowInsertingHyperlinks:=flags(7), _
        AllowDeletingColumns:=flags(8), AllowDeletingRows:=flags(9), AllowSorting:=flags(10), _
        AllowFiltering:=flags(11), AllowUsingPivotTables:=flags(12)
End Sub
