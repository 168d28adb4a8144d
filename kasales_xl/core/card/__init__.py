"""Everything the method says of one seller on one day, and what a team needs to remember of it."""
