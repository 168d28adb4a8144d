"""Excel on Windows through xlwings: functions, formulas, tables, ribbon and the add-in's VBA."""
