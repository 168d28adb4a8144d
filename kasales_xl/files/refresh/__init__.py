"""True results into a rep's own workbook; every other byte stays."""
