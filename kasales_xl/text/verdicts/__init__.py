"""Verdicts, indicators, moves and progress in words."""
