Option Explicit
Option Private Module
' Python as a process of its own. Nothing outside this module calls Windows for it.

#If Not Mac Then
Private Declare PtrSafe Function OpenProcess Lib "kernel32" (ByVal access As Long, _
    ByVal inherit As Long, ByVal process As Long) As LongPtr
Private Declare PtrSafe Function GetExitCodeProcess Lib "kernel32" (ByVal process As LongPtr, _
    ByRef code As Long) As Long
Private Declare PtrSafe Function CloseHandle Lib "kernel32" (ByVal handle As LongPtr) As Long
Private Declare PtrSafe Function GetCurrentProcessId Lib "kernel32" () As Long
Private Declare PtrSafe Sub Sleep Lib "kernel32" (ByVal milliseconds As Long)

Private Const MAY_BE_ASKED As Long = &H1000
Private Const RUNS As Long = 259

Private started As LongPtr

' Starts it without a window. An error where Windows finds no such program or refuses to run it.
Public Sub KaBegin(ByVal command As String)
    Dim number As Long
    number = CLng(Shell(command, vbHide))
    If started <> 0 Then CloseHandle started
    started = OpenProcess(MAY_BE_ASKED, 0, number)
End Sub

' Has the one that was started last ended again?
Public Function KaEnded() As Boolean
    Dim code As Long
    KaEnded = True
    If started = 0 Then Exit Function
    If GetExitCodeProcess(started, code) <> 0 Then KaEnded = (code <> RUNS)
End Function

Public Function KaOwnNumber() As Long
    KaOwnNumber = GetCurrentProcessId()
End Function

Public Sub KaPause(ByVal milliseconds As Long)
    Sleep milliseconds
End Sub
#End If
