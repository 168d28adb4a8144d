"""Builds the Office add-in: a folder of static files with our core and the Python that runs it."""
