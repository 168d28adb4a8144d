"""The history: snapshots in a database, opened, migrated, kept whole, thinned out."""
