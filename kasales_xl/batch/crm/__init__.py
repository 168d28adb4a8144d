"""A newer CRM export into a folder of books."""
