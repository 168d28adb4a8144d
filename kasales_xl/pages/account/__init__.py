"""The plan of one key account on one page."""
