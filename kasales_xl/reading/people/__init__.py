"""Names of people, and who is who among the contacts."""
