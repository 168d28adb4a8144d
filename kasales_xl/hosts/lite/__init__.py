"""xlwings Lite: Excel's own custom functions, whose Python runs in the add-in's pane."""
