"""The output files of a run as one set: staged, then put in place together, or the old set stays."""
