"""Floor 4: what earlier runs made of books that have not changed."""
