"""The words on scorecards, by code."""
