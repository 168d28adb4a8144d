"""A rep's workbook in: checked as bytes, trimmed, read to grids, refused by name."""
