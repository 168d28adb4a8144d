"""Relationship maps as files: drawn by the scripts that the web page and the add-in run too."""
