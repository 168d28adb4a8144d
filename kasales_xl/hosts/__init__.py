"""Floor 4: how each spreadsheet program binds the functions. Hosts bind and spell; they decide nothing."""

#: Where function wizards list our functions.
CATEGORY = "KA Sales"
