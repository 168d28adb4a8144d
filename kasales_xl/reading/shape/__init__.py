"""Which grid is which sheet, which column is which, which lines are rows."""
