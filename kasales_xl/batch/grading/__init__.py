"""Floor 4: one book graded, then every book; what waits on disk until it is written."""
