Option Explicit
' The ribbon: each button does one thing to the book in front. Texts stand on the sheet "words".

#If Not Mac Then
Private Declare PtrSafe Function MessageBoxW Lib "user32" (ByVal owner As LongPtr, _
    ByVal text As LongPtr, ByVal title As LongPtr, ByVal style As Long) As Long
#End If

Private Const PYTHON_MODULE As String = "kasales_xl.hosts.excel.ribbon"

Public Sub KaLabel(ByVal control As Object, ByRef returnedVal As Variant)
    returnedVal = KaSay("label-" & control.ID)
End Sub

Public Sub KaTip(ByVal control As Object, ByRef returnedVal As Variant)
    returnedVal = KaSay("tip-" & control.ID)
End Sub

' Called by the clock, which finds no private module.
Public Sub KaLater()
    KaLook
End Sub

Public Sub KaPress(ByVal control As Object)
    On Error GoTo failed
    KaAgain
    If control.ID = "kaHelp" Then
        ThisWorkbook.Worksheets(IIf(KaChinese(), "help_zh", "help_en")).Copy
        Exit Sub
    End If
    If ActiveWorkbook Is Nothing Then
        KaTell KaSay("no-book"), vbInformation
        Exit Sub
    End If
    Select Case control.ID
        Case "kaRefresh"
            KaServer
            KaBind ActiveWorkbook
        Case "kaCheck": KaTell KaRun("check"), vbInformation
        Case "kaScorecard": KaTell KaRun("scorecard"), vbInformation
        Case "kaFreeze"
            If KaTell(KaSay("sure-freeze"), vbQuestion + vbOKCancel) = vbOK Then
                KaTell KaRun("freeze"), vbInformation
            End If
    End Select
    Exit Sub
failed:
    If KaWhy() <> "" Then
        KaTell KaWhy(), vbExclamation
    Else
        KaTell KaSay("went-wrong") & vbCrLf & vbCrLf & Err.Description, vbExclamation
    End If
End Sub

' Does one thing in Python to the book in front; the sentence it says.
Private Function KaRun(ByVal action As String) As String
    Dim python As Object, given As Object, wrong As Long, said As String
    Application.Cursor = xlWait
    On Error GoTo failed
    Set python = KaServer()
    Set given = python.Tuple(ActiveWorkbook, IIf(KaChinese(), "zh", "en"))
    KaRun = python.Str(python.Call(python.Module(PYTHON_MODULE), action, given))
finish:
    Application.Cursor = xlDefault
    If wrong <> 0 Then
        On Error GoTo 0
        Err.Raise wrong, Description:=said
    End If
    Exit Function
failed:
    wrong = Err.Number
    said = Err.Description
    Resume finish
End Function

Private Function KaTell(ByVal text As String, ByVal style As Long) As Long
    #If Mac Then
        KaTell = MsgBox(text, style)
    #Else
        Dim title As String
        title = KaSay("label-kaTab")
        KaTell = MessageBoxW(Application.Hwnd, StrPtr(text), StrPtr(title), style)
    #End If
End Function
