"""Floor 4: which files a run is about."""
