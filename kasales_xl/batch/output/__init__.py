"""Floor 4: what a run leaves in its folder."""
