"""Floor 1: what a rep's own book shows beside its tables: guide, sample, checks, cells filled from rows."""
