"""What people type into one cell → a typed value, and what is said about it."""
