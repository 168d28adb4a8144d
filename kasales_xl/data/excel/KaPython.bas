Option Explicit
Option Private Module
' One Python for a session of Excel. It is started when the first cell asks; Excel waits for it 3 seconds at
' most and looks again later without waiting. After a failure nobody tries until a button is pressed.

Private Const SERVER_MODULE As String = "kasales_xl.hosts.excel.server"
Private Const CELLS_MODULE As String = "kasales_xl.hosts.excel.com"
' How often Excel looks for a Python that was just started, and how long it waits in between.
Private Const LOOKS As Long = 30
Private Const PAUSE As Long = 100
' Seconds between two later looks, after which a Python is given up, and for which the reason is shown.
Private Const LATER As Long = 2
Private Const LONGEST As Long = 60
Private Const SHOWN As Long = 30
' A Python that ends in the middle of its work this often is not started again.
Private Const LOSSES As Long = 3

' The class under which the Python of this session answers; xlwings' module asks for it.
Public KaServerClass As String
' Books were forgotten with the Python that held them.
Public KaStale As Boolean

Private server As Object
Private starting As Boolean
Private since As Date
Private lost As Long
' Why there is none, as a key of the sheet "words"; blank while there may be one.
Private failure As String

' Is Python there? The first to ask starts it.
Public Function KaReady() As Boolean
    Dim look As Long
    If server Is Nothing And Not starting And failure = "" Then
        KaShow KaSay("starting")
        KaLaunch
        Do While starting And look < LOOKS
            KaConnect
            If starting Then KaPause PAUSE
            look = look + 1
        Loop
        KaShowState
        If starting Then KaLookIn LATER
    End If
    KaReady = Not server Is Nothing
End Function

' The Python of this session, for buttons: an error that says why there is none.
Public Function KaServer() As Object
    If Not KaReady() Then Err.Raise 1002, Description:=KaWhy()
    Set KaServer = server
End Function

' What to say where Python does not answer: the reason and the next step.
Public Function KaWhy() As String
    If starting Then
        KaWhy = KaSay("still-starting")
    ElseIf failure <> "" Then
        KaWhy = KaSay(failure) & " " & KaSay("next-step")
    End If
End Function

' Somebody asks for it: what failed before may be tried again.
Public Sub KaAgain()
    If server Is Nothing And Not starting Then failure = ""
    lost = 0
End Sub

' One question of a cell. A Python that is gone is started once more; its books have to be opened again.
Public Function KaAsk(ByVal name As String, ByVal sent As Variant, ByVal caller As Object) As Variant
    Dim number As Long, said As String
    If Not KaReady() Then Err.Raise 1002, Description:=KaWhy()
    On Error GoTo failed
    KaAsk = server.CallUDF(CELLS_MODULE, name, sent, caller, Nothing)
    Exit Function
failed:
    number = Err.Number
    said = Err.Description
    Resume look
look:
    On Error GoTo 0
    If KaAlive() Then Err.Raise number, Description:=said
    Set server = Nothing
    KaStale = True
    lost = lost + 1
    If lost >= LOSSES Then failure = "python-lost"
    If Not KaReady() Then Err.Raise 1002, Description:=KaWhy()
    KaAsk = server.CallUDF(CELLS_MODULE, name, sent, caller, Nothing)
End Function

' A look without waiting, some seconds after Python was started; what waited for it goes on.
Public Sub KaLook()
    If starting Then
        KaConnect
        If starting And DateDiff("s", since, Now) > LONGEST Then KaGiveUp "python-slow"
        If starting Then
            KaLookIn LATER
            Exit Sub
        End If
        KaShowState
    End If
    If server Is Nothing Then
        KaShow ""
    Else
        KaBindAll
    End If
End Sub

' Has KaLook called in so many seconds.
Public Sub KaLookIn(ByVal seconds As Long)
    On Error Resume Next
    Application.OnTime Now + TimeSerial(0, 0, seconds), "'" & ThisWorkbook.Name & "'!KaRibbon.KaLater"
End Sub

Private Sub KaLaunch()
    Dim python As String
    python = GetConfig("INTERPRETER_WIN", "")
    If python = "" Then
        failure = "no-settings"
        Exit Sub
    End If
    KaServerClass = KaNewClass()
    since = Now
    starting = True
    On Error Resume Next
    KaBegin """" & python & """ -P -B -X utf8 -m " & SERVER_MODULE & " " & KaServerClass & " " & KaOwnNumber()
    If Err.Number = 53 Or Err.Number = 76 Then
        KaGiveUp "python-missing"
    ElseIf Err.Number <> 0 Then
        KaGiveUp "python-blocked"
    End If
End Sub

' One look: it counts when Python has told its version.
Private Sub KaConnect()
    Dim found As Object, version As Variant
    On Error Resume Next
    Set found = XLPy()
    If Err.Number = 1 Then
        KaGiveUp "no-dll"
    ElseIf Not found Is Nothing Then
        version = found.CallUDF(CELLS_MODULE, "KA_VERSION", Array(), Nothing, Nothing)
        If VarType(version) = vbString Then
            starting = False
            Set server = found
        Else
            KaGiveUp "python-silent"
        End If
    ElseIf KaEnded() Then
        KaGiveUp "python-ended"
    End If
End Sub

Private Sub KaGiveUp(ByVal reason As String)
    starting = False
    failure = reason
End Sub

Private Function KaAlive() As Boolean
    Dim said As String
    On Error Resume Next
    said = server.Str("alive")
    KaAlive = (said = "alive")
End Function

Private Sub KaShowState()
    KaShow KaWhy()
    If failure <> "" Then KaLookIn SHOWN
End Sub

' Blank gives the status bar back to Excel.
Private Sub KaShow(ByVal text As String)
    On Error Resume Next
    If text = "" Then
        Application.StatusBar = False
    Else
        Application.StatusBar = text
    End If
End Sub

' A class of its own for every start, so that nobody meets the Python of another Excel.
Private Function KaNewClass() As String
    Dim digits As String
    Randomize
    Do While Len(digits) < 24
        digits = digits & Right$("0000" & Hex$(Int(Rnd() * 65536)), 4)
    Loop
    digits = Right$("00000000" & Hex$(KaOwnNumber()), 8) & digits
    KaNewClass = "{" & Left$(digits, 8) & "-" & Mid$(digits, 9, 4) & "-4" & Mid$(digits, 14, 3) & "-A" & _
        Mid$(digits, 18, 3) & "-" & Mid$(digits, 21, 12) & "}"
End Function
