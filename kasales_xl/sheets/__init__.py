"""Floor 1: what a sheet means. No file format."""
