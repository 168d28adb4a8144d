"""Sheets with one field a line: the profile, the policy, the hidden sheet of the template."""
