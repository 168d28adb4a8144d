"""Floor 4: what is seen only across books: copies, who is missing, what may be one under two names."""
