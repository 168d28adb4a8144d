"""Every finding in words, by its code."""
