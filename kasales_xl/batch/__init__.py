"""Floor 4: many books in one run: discover, map, ordered reduce."""
