"""The first page of a team or of the organisation: what a director sees in ten seconds."""
