"""Neutral pages out as an .xlsx workbook."""
