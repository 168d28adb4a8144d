"""Floor 3: the only home of file formats and databases."""
