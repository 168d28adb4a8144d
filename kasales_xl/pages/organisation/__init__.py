"""The pages of the whole organisation."""
