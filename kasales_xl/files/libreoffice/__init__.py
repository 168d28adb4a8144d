"""LibreOffice as a tool: where it is, and what it converts."""
