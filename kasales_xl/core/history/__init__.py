"""What is remembered of a seller's card, and what changed between two of them and why."""
