"""Floor 1: grids of cells in, rows and findings out; whatever people typed. No file format."""
