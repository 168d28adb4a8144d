"""Floor 1: every sentence that people read, zh beside en."""
