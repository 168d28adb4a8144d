"""The pages of one seller."""
