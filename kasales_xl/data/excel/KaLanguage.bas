Option Explicit
Option Private Module
' Chinese where Excel speaks Chinese, English elsewhere. A private module, so that none of this is offered
' as a worksheet function.

Private described As Boolean

Public Function KaSay(ByVal key As String) As String
    Dim words As Worksheet, row As Variant
    Set words = ThisWorkbook.Worksheets("words")
    row = Application.Match(key, words.Columns(1), 0)
    If IsError(row) Then
        KaSay = key
    Else
        KaSay = words.Cells(row, IIf(KaChinese(), 2, 3)).Value2
    End If
End Function

' Does Excel's own interface speak Chinese?
Public Function KaChinese() As Boolean
    Dim program As Object
    On Error Resume Next
    Set program = Application
    KaChinese = (program.LanguageSettings.LanguageID(2) And &H3FF) = 4
End Function

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
