"""The relationship map of one account as plain values, for whoever draws it."""
