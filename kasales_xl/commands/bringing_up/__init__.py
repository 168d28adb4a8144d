"""Books brought up to date: one, many, or a folder that is watched."""
