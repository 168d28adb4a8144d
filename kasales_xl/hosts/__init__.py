"""Floor 4: how each spreadsheet program binds the functions. Hosts bind and spell; they decide nothing."""
