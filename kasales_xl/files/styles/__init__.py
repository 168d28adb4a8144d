"""How every workbook of ours looks: one palette, one set of formats, room for text."""
