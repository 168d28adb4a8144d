"""Floor 1: THE table of the account book: sheets, columns, named cells, formulas, practices."""
