"""What spreadsheet programs load, built from the list of worksheet functions: the Excel add-in, the
LibreOffice extension, the example book. Every builder gives the same bytes every time."""
