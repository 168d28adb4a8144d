"""A company's policy as a TOML file, read and written."""
