"""A whole account book out, sheet by sheet."""
