Option Explicit
Option Private Module
' From a cell to Python and back. Ranges travel as their stored numbers, answers that are
' error texts become real errors.

Private Const HANDLE As String = "KA#"
' Ranges of so many rows are whole columns, or tables handed over with room below.
Private Const LONG_RANGE As Long = 1000

' Grows with every calculation; 0 while nobody counts. Tables are read once per number.
Public KaCalculation As Long

' Is this the form without a book? Then the cell follows the whole workbook.
Public Function KaAlone(Optional ByVal first As Variant) As Boolean
    Dim value As Variant
    KaAlone = True
    If IsMissing(first) Then Exit Function
    value = KaCells(first)
    If IsError(value) Then KaAlone = False
    If VarType(value) = vbString Then KaAlone = (Left$(value, Len(HANDLE)) <> HANDLE)
    If KaPending(first) Then KaAlone = False
End Function

' Is the argument left out, or a blank cell?
Public Function KaLeftOut(Optional ByVal given As Variant) As Boolean
    Dim value As Variant
    KaLeftOut = True
    If IsMissing(given) Then Exit Function
    value = KaCells(given)
    If IsArray(value) Or IsError(value) Then
        KaLeftOut = False
    ElseIf Not IsEmpty(value) Then
        KaLeftOut = (Len(value) = 0)
    End If
End Function

' given: the arguments in order, the ones left out among them. hidden: what Python expects behind them, the
' number of the "calculation" or the calling "cell". alone: the book is left out, Python reads the calling workbook.
Public Function KaCall(ByVal name As String, ByVal given As Variant, ByVal hidden As String, _
        ByVal alone As Boolean) As Variant
    Dim sent() As Variant, caller As Object, i As Long, last As Long
    On Error GoTo failed
    last = UBound(given)
    If last >= 0 Then
        If KaPending(given(0)) Then Exit Function
    ElseIf hidden = "" Then
        KaCall = KaErrors(KaAsk(name, Array(), Nothing))
        Exit Function
    End If
    ReDim sent(0 To last + IIf(hidden = "", 0, 1))
    For i = 0 To last
        sent(i) = KaCells(given(i))
    Next i
    If hidden = "cell" Then
        sent(last + 1) = KaPlace()
        Set caller = KaCaller()
    ElseIf alone Then
        ' nobody counts while another macro has silenced the events
        If Application.EnableEvents Then sent(last + 1) = KaCalculation
        Set caller = KaCaller()
    End If
    KaCall = KaErrors(KaAsk(name, sent, caller))
    Exit Function
failed:
    KaCall = CVErr(xlErrValue)
    ' the one cell that says why nothing answers
    If name = "KA_VERSION" Then KaCall = KaWhy()
End Function

' A handle that Excel has not calculated yet: it calls again when it has.
Private Function KaPending(Optional ByVal given As Variant) As Boolean
    If IsMissing(given) Then Exit Function
    If Not IsObject(given) Then Exit Function
    If given Is Nothing Then Exit Function
    If given.CountLarge <> 1 Then Exit Function
    If IsEmpty(given.Value2) Then KaPending = given.HasFormula
End Function

' A range as its cells, a long one up to the last used row; empty for what is left out.
Private Function KaCells(Optional ByVal given As Variant) As Variant
    Dim area As Range, used As Range, last As Long
    If IsMissing(given) Then
        KaCells = Empty
        Exit Function
    End If
    If Not IsObject(given) Then
        KaCells = given
        Exit Function
    End If
    Set area = given.Areas(1)
    If area.Rows.Count >= LONG_RANGE Then
        Set used = area.Worksheet.UsedRange
        last = used.Row + used.Rows.Count - 1
        If last < area.Row Then last = area.Row
        If last < area.Row + area.Rows.Count - 1 Then Set area = area.Resize(last - area.Row + 1)
    End If
    If area.Worksheet.Parent.Date1904 Then
        KaCells = area.Value
    Else
        KaCells = area.Value2
    End If
End Function

Private Function KaCaller() As Object
    On Error Resume Next
    If TypeName(Application.Caller) = "Range" Then
        Set KaCaller = Application.Caller.Worksheet.Parent
    Else
        Set KaCaller = ActiveWorkbook
    End If
End Function

' The calling cell: its workbook and its place there; empty where it is none.
Private Function KaPlace() As Variant
    On Error Resume Next
    With Application.Caller
        KaPlace = .Worksheet.Parent.FullName & Chr$(31) & .Worksheet.Name & "!" & .Address
    End With
End Function

' Error texts become real errors, in single cells and in tables.
Public Function KaErrors(ByVal answer As Variant) As Variant
    Dim i As Long, j As Long
    If Not IsArray(answer) Then
        KaErrors = KaError(answer)
        Exit Function
    End If
    If KaDepth(answer) = 2 Then
        For i = LBound(answer, 1) To UBound(answer, 1)
            For j = LBound(answer, 2) To UBound(answer, 2)
                answer(i, j) = KaError(answer(i, j))
            Next j
        Next i
    Else
        For i = LBound(answer) To UBound(answer)
            answer(i) = KaError(answer(i))
        Next i
    End If
    KaErrors = answer
End Function

Public Function KaError(ByVal cell As Variant) As Variant
    KaError = cell
    If VarType(cell) <> vbString Then Exit Function
    Select Case cell
        Case "#N/A": KaError = CVErr(xlErrNA)
        Case "#VALUE!": KaError = CVErr(xlErrValue)
        Case "#REF!": KaError = CVErr(xlErrRef)
    End Select
End Function

Private Function KaDepth(ByVal answer As Variant) As Long
    Dim bound As Long
    KaDepth = 1
    On Error GoTo flat
    bound = UBound(answer, 2)
    KaDepth = 2
flat:
End Function
