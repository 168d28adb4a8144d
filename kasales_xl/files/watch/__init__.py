"""A folder of books that is watched: which of them were saved, and are whole."""
