"""What the indicators of the five dimensions are computed from: one kind of evidence a file."""
