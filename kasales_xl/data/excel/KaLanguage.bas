Option Explicit
Option Private Module
' Chinese where Excel speaks Chinese, English elsewhere. A private module, so that none of this is offered
' as a worksheet function.

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
