"""LibreOffice Calc: its arguments, its answers, its documents."""
