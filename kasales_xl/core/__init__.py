"""Floor 0: the method. Pure functions of rows, policy and a date; no file, host, clock or locale."""
