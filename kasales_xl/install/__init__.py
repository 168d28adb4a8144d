"""Floor 5: puts the add-ins where spreadsheet programs find them, and says why they don't work."""
